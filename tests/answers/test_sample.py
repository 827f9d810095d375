"""Means over futures, and how sure they are: simulating is told apart from not knowing."""

import numpy as np
import pytest

from offramp.answers import Sample, gap_level, level

DRAWS, ROUNDS = 200, 50


def simulated(chances: np.ndarray, seed: int, rounds: int = ROUNDS) -> np.ndarray:
    """Toss a coin for each future, by its draw's chance."""
    toss = np.random.default_rng(seed).random((rounds, len(chances)))
    return (toss < chances).astype(float)


def test_a_mean_is_that_of_all_futures() -> None:
    values = simulated(np.linspace(0.1, 0.7, DRAWS), 0)
    found = level(values)
    assert found.mean == pytest.approx(values.mean())
    assert found.low < found.mean < found.high


def test_the_interval_speaks_of_draws_and_not_of_luck() -> None:
    """Its ends are the draws' own, though each draw is seen through few futures."""
    chances = np.linspace(0.2, 0.8, DRAWS)
    low, high = np.quantile(chances, [0.05, 0.95])
    for seed in range(5):
        found = level(simulated(chances, seed, rounds=20))
        assert found.low == pytest.approx(low, abs=0.06)
        assert found.high == pytest.approx(high, abs=0.06)


def test_the_error_is_that_of_simulating_again() -> None:
    chances = np.linspace(0.2, 0.8, DRAWS)
    runs = [level(simulated(chances, seed)) for seed in range(200)]
    spread = np.std([each.mean for each in runs])
    assert np.mean([each.mc_error for each in runs]) == pytest.approx(spread, rel=0.2)


@pytest.mark.parametrize("value", [0.0, 1.0])
def test_never_seen_is_not_known_without_error(value: float) -> None:
    found = level(np.full((ROUNDS, DRAWS), value))
    assert (found.mean, found.low, found.high) == (value, value, value)
    assert 0 < found.mc_error < 1e-3


def test_where_nothing_is_simulated_nothing_is_taken_out() -> None:
    values = np.linspace(-1, 2, DRAWS)[None]
    found = level(values)
    assert found.mc_error == 0
    np.testing.assert_allclose([found.low, found.high], np.quantile(values, [0.05, 0.95]))
    gap, lower = gap_level(values)
    assert gap == found and lower == pytest.approx((values < 0).mean())


def test_a_gap_that_is_there_is_found() -> None:
    gaps = np.random.default_rng(3).normal(-0.1, 0.02, (ROUNDS, DRAWS)) + np.linspace(
        -0.05, 0.05, DRAWS
    )
    found, lower = gap_level(gaps)
    assert found.mean == pytest.approx(-0.1, abs=0.005)
    assert found.high < 0 and lower > 0.99


def test_a_gap_that_blur_could_hide_keeps_its_doubt() -> None:
    """Draws that differ by less than simulating blurs them are not called sure."""
    for seed in range(10):
        gaps = simulated(np.full(DRAWS, 0.3), seed, 5) - simulated(np.full(DRAWS, 0.3), seed + 50,
                                                                   5)  # fmt: skip
        found, lower = gap_level(gaps)
        assert found.low < 0 < found.high
        assert 0.02 < lower < 0.98


def test_no_gap_is_as_likely_below_as_above() -> None:
    found, lower = gap_level(np.zeros((ROUNDS, DRAWS)))
    assert (found.mean, found.low, found.high, lower) == (0, 0, 0, 0.5)


def test_a_condition_that_always_holds_is_none() -> None:
    values = simulated(np.linspace(0.1, 0.9, DRAWS), 1)
    always = level(values, np.ones(values.shape, bool))
    plain = level(values)
    assert always.mean == pytest.approx(plain.mean)
    assert always.low == pytest.approx(plain.low, abs=0.03)
    assert always.high == pytest.approx(plain.high, abs=0.03)


def test_a_condition_weighs_draws_by_how_often_they_meet_it() -> None:
    often, seldom = np.full(DRAWS // 2, 0.9), np.full(DRAWS // 2, 0.1)
    holds = simulated(np.concatenate([often, seldom]), 2, 400) > 0
    chances = np.concatenate([np.full(DRAWS // 2, 0.8), np.full(DRAWS // 2, 0.2)])
    found = level(simulated(chances, 3, 400), holds)
    assert found.mean == pytest.approx((0.9 * 0.8 + 0.1 * 0.2), abs=0.01)
    assert found.low == pytest.approx(0.2, abs=0.08) and found.high == pytest.approx(0.8, abs=0.03)


def test_a_condition_that_never_holds_has_no_answer() -> None:
    values = np.ones((ROUNDS, DRAWS))
    assert np.isnan(level(values, np.zeros(values.shape, bool)).mean)


def test_a_unit_makes_a_quantity() -> None:
    assert Sample(np.zeros((1, 2))).is_chance
    assert not Sample(np.zeros((1, 2)), "dead").is_chance
