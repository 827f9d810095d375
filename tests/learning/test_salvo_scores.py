"""Scores of the shapes of the exchange on months that they were not learned from."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.stats import betabinom, binom

pytest.importorskip("numpyro")

from learning.test_salvoes import FIRST, invented
from offramp._errors import OfframpError
from offramp.learning._salvo_scores import (
    ALONE,
    MODELS,
    SalvoScores,
    _beliefs,
    _binomial,
    _cover,
    _difference,
    _foretell,
    _yearly,
    salvo_table,
    score_salvoes,
)
from offramp.learning._salvoes import Salvoes, SalvoPosterior

BRIEF = {"chains": 2, "warmup": 150, "draws": 100}


@pytest.fixture(scope="module")
def scores() -> SalvoScores:
    return score_salvoes(invented(), seed=1, **BRIEF)


@pytest.mark.slow
def test_every_month_after_the_first_year_is_foretold_once(scores: SalvoScores) -> None:
    assert (scores.reports, scores.months, scores.cuts) == (40, 2, ("1901-01",))
    assert [kind.reports for kind in scores.kinds] == [8] * 5
    assert tuple(score.model for score in scores.scores) == MODELS
    for row, score in enumerate(scores.scores):
        by_kind = [kind.log_scores[score.model] for kind in scores.kinds]
        assert np.mean(by_kind) == pytest.approx(scores.scores[row].log_score)


@pytest.mark.slow
def test_nights_that_share_their_luck_undo_the_binomial(scores: SalvoScores) -> None:
    ours, yearly, binomial = scores.scores
    assert ours.log_score > binomial.log_score + 0.5
    assert ours.log_score == pytest.approx(yearly.log_score, abs=0.2)
    assert ours.cover_90 > 0.75 > binomial.cover_90
    gap = scores.differences[1]
    assert gap.against == "binomial"
    assert gap.mean == pytest.approx(ours.log_score - binomial.log_score)
    assert gap.low <= gap.mean <= gap.high


@pytest.mark.slow
def test_same_seed_same_scores_and_progress_is_told(scores: SalvoScores) -> None:
    told: list[tuple[str, int, int]] = []
    again = score_salvoes(invented(), seed=1, **BRIEF, progress=lambda *step: told.append(step))
    assert again == scores
    assert told == [("Foretelling salvoes", 0, 1), ("Foretelling salvoes", 1, 1)]


def test_a_year_alone_gives_no_score() -> None:
    with pytest.raises(OfframpError, match="span 12 months"):
        score_salvoes(invented(months=12), seed=1)


@pytest.mark.slow
def test_the_table_holds_every_figure(scores: SalvoScores) -> None:
    table = salvo_table(scores)
    for score in scores.scores:
        for figure in (score.log_score, score.cover_50, score.cover_90):
            assert f"{figure:.3f}" in table
    for gap in scores.differences:
        assert f"{gap.mean:.3f} [{gap.low:.3f}, {gap.high:.3f}]" in table
    for kind in scores.kinds:
        assert kind.kind in table
    other = replace(
        scores, scores=(replace(scores.scores[0], log_score=-9.876), *scores.scores[1:])
    )
    assert "-9.876" in salvo_table(other)


@pytest.mark.parametrize("stopped", [0, 3, 10])
def test_a_report_is_scored_by_the_mean_chance_over_draws(stopped: int) -> None:
    logits, spreads = np.array([-1.0, 0.5]), np.array([0.2, 0.6])
    log_chance, pit = _foretell(10.0, float(stopped), (logits, spreads), 0.25)
    means, sizes = 1 / (1 + np.exp(-logits)), 1 / spreads - 1
    each = betabinom(10, means * sizes, (1 - means) * sizes)
    assert log_chance == pytest.approx(np.log(each.pmf(stopped).mean()))
    below = each.cdf(stopped - 1).mean()
    assert pit == pytest.approx(below + 0.25 * each.pmf(stopped).mean())


def test_what_a_model_thought_impossible_costs_it_dear() -> None:
    log_chance, _ = _foretell(400.0, 0.0, (np.array([5.0]), np.array([ALONE])), 0.5)
    assert log_chance == pytest.approx(binom(400, 1 / (1 + np.exp(-5))).logpmf(0), rel=1e-3)


def test_baselines_rest_on_their_year() -> None:
    rng = np.random.default_rng(1)
    launched = np.full(300, 20.0)
    stopped = rng.binomial(20, rng.beta(0.8 * 3, 0.2 * 3, 300)) * 1.0
    logit, spread = _yearly(stopped, launched, rng)
    assert 1 / (1 + np.exp(-logit.mean())) == pytest.approx(0.8, abs=0.03)
    assert spread.mean() == pytest.approx(0.25, abs=0.04)
    (share,), (alone,) = _binomial(stopped, launched)
    assert 1 / (1 + np.exp(-share)) == pytest.approx(stopped.sum() / launched.sum(), abs=1e-3)
    assert alone == ALONE


def test_a_kind_not_seen_in_its_year_stays_open() -> None:
    none = np.array([])
    logit, spread = _yearly(none, none, np.random.default_rng(1))
    assert logit.std() == pytest.approx(2, rel=0.15)
    assert spread.std() > 0.1
    assert _binomial(none, none)[0] == 0


def test_coverage_counts_what_lies_in_the_middle() -> None:
    pit = np.array([0.01, 0.2, 0.3, 0.5, 0.96])
    assert _cover(pit, 0.5) == pytest.approx(0.4)
    assert _cover(pit, 0.9) == pytest.approx(0.6)


def test_intervals_resample_whole_months() -> None:
    """Reports of one month that agree count for little more than one."""
    rng = np.random.default_rng(2)
    by_month = rng.normal(0.5, 1.0, 20)
    month = np.repeat(np.arange(20), 30)
    together = _difference("x", by_month[month], month, np.random.default_rng(1))
    apart = _difference("x", by_month[month], np.arange(600), np.random.default_rng(1))
    assert together.high - together.low > 4 * (apart.high - apart.low)
    assert together.low < together.mean < together.high
    assert (together.high - together.low) / 4 == pytest.approx(
        by_month.std() / np.sqrt(20), rel=0.2
    )


def test_later_reports_move_no_baseline() -> None:
    salvoes, cut = invented(), FIRST + 12
    late = salvoes.month >= cut
    other = replace(salvoes, stopped=np.where(late, 0.0, salvoes.stopped))
    early = replace(salvoes, stopped=np.where(late, salvoes.stopped, 0.0))
    draws = {"monthly": np.zeros((1, 1, 5, 14)), "spread": np.full((1, 1, 5), 0.3)}
    posterior = SalvoPosterior(draws, {}, FIRST, (48,) * 5, 1)

    def baselines(of: Salvoes) -> NDArray[np.float64]:
        held = np.flatnonzero(late)
        _, yearly, alone = _beliefs(of, posterior, held, cut, np.random.default_rng(1))
        return np.array(
            [[year[0].mean(), one[0].mean()] for year, one in zip(yearly, alone, strict=True)]
        )

    assert np.array_equal(baselines(salvoes), baselines(other))
    assert (baselines(early) < baselines(salvoes)).all()
