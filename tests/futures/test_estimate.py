"""Probabilities, their intervals over parameters, and their words."""

import numpy as np
import pytest

from offramp.futures._estimate import (
    ICD_203,
    estimate,
    estimate_many,
    quantile_over_draws,
    words,
)

DRAWS, PER_DRAW = 200, 50


def happened(chances: np.ndarray, seed: int = 0, per_draw: int = PER_DRAW) -> np.ndarray:
    """Let something happen in each future with the chance of its parameter draw."""
    rng = np.random.default_rng(seed)
    return (rng.random((per_draw, len(chances))) < chances).ravel()


@pytest.mark.parametrize("chance", [0.02, 0.3, 0.9])
def test_where_parameters_agree_the_interval_leaves_simulation_out(chance: float) -> None:
    """Fifty futures a draw scatter by far more than the interval may show."""
    found = [estimate(happened(np.full(DRAWS, chance), seed), PER_DRAW) for seed in range(10)]
    scatter = 2 * 1.645 * np.sqrt(chance * (1 - chance) / PER_DRAW)
    # What is left is what two hundred draws cannot tell from nothing.
    assert np.mean([each.high - each.low for each in found]) < 0.4 * scatter
    assert np.mean([each.probability for each in found]) == pytest.approx(chance, abs=0.01)


@pytest.mark.parametrize(("a", "b"), [(2, 8), (8, 2), (20, 20)])
def test_the_interval_covers_nine_tenths_of_the_parameters(a: float, b: float) -> None:
    covered: list[float] = []
    for seed in range(10):
        chances = np.random.default_rng(seed + 100).beta(a, b, DRAWS)
        found = estimate(happened(chances, seed), PER_DRAW)
        covered.append(((chances >= found.low) & (chances <= found.high)).mean())
    assert np.mean(covered) == pytest.approx(0.9, abs=0.025)


@pytest.mark.parametrize("per_draw", [2, 3, 10])
def test_few_futures_do_not_pass_for_knowledge(per_draw: int) -> None:
    """Where simulating blurs all, the interval stays open: it is wider than with many futures."""
    for seed in range(20):
        chances = np.random.default_rng(seed + 100).beta(2, 8, DRAWS)
        few = estimate(happened(chances, seed, per_draw), per_draw)
        assert few.high - few.low > 0.1


def test_the_error_of_simulating_is_what_repeats_show() -> None:
    chances = np.random.default_rng(1).beta(2, 5, DRAWS)
    found = [estimate(happened(chances, seed), PER_DRAW) for seed in range(200)]
    spread = np.std([each.probability for each in found])
    assert np.mean([each.mc_error for each in found]) == pytest.approx(spread, rel=0.15)


@pytest.mark.parametrize("value", [False, True])
def test_what_always_or_never_happens_is_sure(value: bool) -> None:
    found = estimate(np.full(DRAWS * PER_DRAW, value), PER_DRAW)
    assert (found.probability, found.low, found.high) == (value, value, value)
    assert 0 < found.mc_error < 1 / PER_DRAW, "never seen is not known without error"


def test_future_i_belongs_to_draw_i_modulo_draws() -> None:
    chances = np.where(np.arange(DRAWS) < 100, 1.0, 0.0)
    found = estimate(happened(chances), PER_DRAW)
    assert (found.probability, found.low, found.high, found.mc_error) == (0.5, 0.0, 1.0, 0.0)


def test_the_probability_lies_in_its_interval() -> None:
    """Even where nearly all the draws say never."""
    rare = np.zeros((1, DRAWS * PER_DRAW), bool)
    rare[0, :5] = True
    mean, low, high, _ = estimate_many(rare, PER_DRAW)
    assert 0 <= low[0] <= mean[0] <= high[0] <= 1


def test_many_questions_are_answered_as_one_by_one() -> None:
    both = np.stack([happened(np.full(DRAWS, p), seed=3) for p in (0.2, 0.7)])
    together = np.array(estimate_many(both, PER_DRAW)).T
    for row, question in zip(together, both, strict=True):
        found = estimate(question, PER_DRAW)
        assert tuple(row) == (found.probability, found.low, found.high, found.mc_error)


@pytest.mark.parametrize(
    ("probability", "term"),
    [
        (0.0, "almost no chance"), (0.0499, "almost no chance"), (0.05, "very unlikely"),
        (0.1999, "very unlikely"), (0.20, "unlikely"), (0.4499, "unlikely"),
        (0.45, "roughly even chance"), (0.5499, "roughly even chance"), (0.55, "likely"),
        (0.7999, "likely"), (0.80, "very likely"), (0.9499, "very likely"),
        (0.95, "almost certain"), (1.0, "almost certain"),
    ],
)  # fmt: skip
def test_words_change_at_the_edges_of_the_bands(probability: float, term: str) -> None:
    assert words(probability) == term
    assert [end for end, _ in ICD_203] == sorted(end for end, _ in ICD_203)


def test_a_quantity_is_its_median_over_futures() -> None:
    values = np.tile(np.arange(DRAWS, dtype=float), PER_DRAW)
    median, low, high, error = quantile_over_draws(values, PER_DRAW)
    assert median == pytest.approx(99.5)
    assert (low, high) == pytest.approx((9.95, 189.05))
    assert error >= 0
