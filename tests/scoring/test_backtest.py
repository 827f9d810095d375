"""A backtest fits to what had closed, and scores what began after."""

from datetime import date

import numpy as np
import pytest

from offramp._errors import UsageError
from offramp.history import TARGETS, Confrontations, Points
from offramp.scoring import (
    BASELINES,
    OURS,
    POOLED,
    Backtest,
    Beforehand,
    Forecaster,
    Predictions,
    backtest,
)
from offramp.scoring._base_rate import fit_base_rate
from offramp.scoring._markov import fit_markov
from scoring._said import noisy

FEW = {"base_rate": fit_base_rate, "boosting": fit_markov}
"""Baselines that are quick to fit; the challenger goes by its name."""


LONG_AGO = Beforehand("Learned long ago.", date(1900, 1, 1))


@pytest.fixture(scope="module")
def found(events: Confrontations) -> Backtest:
    return backtest(events, fit_markov, 1990, baselines=FEW, draws=200)


def test_a_forecaster_is_no_better_than_itself(found: Backtest) -> None:
    for measure in ("joint", "when", "what", *TARGETS):
        own = found.differences[OURS]["boosting"][measure]
        assert (own.event.mean, own.event.low, own.event.high) == (0, 0, 0)
    assert found.cards[POOLED].scores.joint.event == pytest.approx(
        found.cards[OURS].scores.joint.event
    )


def test_differences_are_those_of_the_cards(found: Backtest) -> None:
    gap = found.differences[OURS]["base_rate"]["joint"].confrontation
    ours, theirs = (found.cards[name].scores.joint for name in (OURS, "base_rate"))
    assert gap.mean == pytest.approx(ours.confrontation - theirs.confrontation)
    assert gap.low < gap.mean < gap.high


def test_all_have_a_card_with_and_without_recalibration(found: Backtest) -> None:
    assert set(found.cards) == {OURS, POOLED, *FEW}
    assert set(found.recalibrated) == set(found.cards) == set(found.recalibrations)
    assert found.inner_year == 1982


def test_forecasters_see_only_what_had_closed(events: Confrontations) -> None:
    seen: list[tuple[int, int]] = []

    def fit(train: Points) -> Forecaster:
        seen.append((int(train.day.max()), int(train.year.max())))
        return fit_base_rate(train)

    backtest(events, fit, 1990, baselines=FEW, draws=10)
    assert sorted(year for _, year in seen) == [1981, 1989]


def test_shipped_parameters_teach_the_pool_nothing(events: Confrontations) -> None:
    found = backtest(events, fit_markov, 1990, beforehand=LONG_AGO, baselines=FEW, draws=10)
    assert found.share == 0.5
    assert OURS not in found.recalibrated
    assert "base_rate" in found.recalibrated
    assert "not fitted anew" in " ".join(found.notes)


def test_without_years_to_learn_from_the_pool_is_half_and_half(events: Confrontations) -> None:
    found = backtest(events, fit_markov, 1973, baselines=FEW, draws=10)
    assert (found.inner_year, found.share, found.recalibrated) == (None, 0.5, {})


def test_a_forecaster_that_says_no_chances_is_named(events: Confrontations) -> None:
    class Wrong:
        def predict(self, points: Points) -> Predictions:
            said = noisy(points)
            return Predictions(said.when * 2, said.what, said.targets)

    with pytest.raises(ValueError, match="offramp: when: the chances do not sum to one"):
        backtest(events, lambda train: Wrong(), 1990, baselines=FEW, draws=10)


def test_progress_goes_from_nothing_to_all(events: Confrontations) -> None:
    told: list[tuple[str, int, int]] = []
    backtest(events, fit_markov, 1990, baselines=FEW, draws=10,
             progress=lambda *step: told.append(step))  # fmt: skip
    assert told[0] == ("fitted before 1990", 0, 3)
    assert told[-1] == ("fitted before 1982", 3, 3)


def test_nothing_is_fitted_when_there_is_nothing_to_score(events: Confrontations) -> None:
    def fit(train: Points) -> Forecaster:
        raise AssertionError("was fitted")

    with pytest.raises(UsageError, match="no event to score"):
        backtest(events, fit, 2001)


@pytest.mark.slow
def test_with_every_baseline(events: Confrontations) -> None:
    found = backtest(events, fit_markov, draws=50)
    assert set(found.cards) == {OURS, POOLED, *BASELINES}
    assert found.year == 1993
    for card in found.cards.values():
        assert np.isfinite(card.scores.joint.event)
    same = found.differences[OURS]["markov"]["joint"].event
    assert (same.mean, same.low, same.high) == (0, 0, 0)
