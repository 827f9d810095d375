"""Scores of forecasters whose scores are known."""

import numpy as np
import pytest

from offramp.history import TARGETS, Points
from offramp.scoring import MEASURES
from offramp.scoring._losses import asked, losses
from scoring._said import constant, noisy, perfect


def test_nothing_is_lost_by_the_perfect(scored: Points) -> None:
    for measure, lost in losses(perfect(scored), scored).items():
        assert np.abs(lost).max() == 0, measure


def test_a_constant_forecaster_loses_the_same_everywhere(scored: Points) -> None:
    lost = losses(constant(scored), scored)
    assert lost["when"] == pytest.approx(np.log(9))
    assert lost["what"] == pytest.approx(np.where(scored.comes, np.log(8), 0))
    assert lost["joint"] == pytest.approx(lost["when"] + lost["what"])
    decided = np.isin(scored.outcome("other_force_30"), (0, 1))
    assert lost["other_force_30"][decided] == pytest.approx(0.25)
    assert lost["battle_90"] == pytest.approx(0.25)


def test_what_is_ignored_where_nothing_comes(scored: Points) -> None:
    said = noisy(scored)
    said.what[~scored.comes] = np.nan
    assert np.isfinite(losses(said, scored)["joint"]).all()


def test_questions_are_asked_in_the_evening_alone(scored: Points) -> None:
    assert (asked(scored, "what") == scored.comes).all()
    assert asked(scored, "joint").all()
    assert 0 < asked(scored, "force_30").sum() < scored.count
    assert not asked(scored, "force_30")[scored.gap == 0].any()


def test_an_outcome_ruled_out_costs_much_but_not_everything(scored: Points) -> None:
    said = perfect(scored)
    wrong = np.roll(said.when, 1, axis=1)
    lost = losses(type(said)(wrong, said.what, said.targets), scored)["when"]
    assert lost == pytest.approx(np.log(1e12))


def test_every_measure_has_its_losses(scored: Points) -> None:
    assert tuple(losses(noisy(scored), scored)) == MEASURES
    assert set(TARGETS) < set(MEASURES)
