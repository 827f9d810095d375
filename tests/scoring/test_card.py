"""The score card holds what it says."""

import numpy as np
import pytest

from offramp.history import TARGETS, Points
from offramp.scoring import Bootstrap
from offramp.scoring._before_battle import before_battle
from offramp.scoring._card import card_of
from offramp.scoring._losses import losses
from scoring._said import constant, noisy, perfect


@pytest.fixture(scope="module")
def draws(scored: Points) -> Bootstrap:
    return Bootstrap(scored, 100)


def test_of_the_perfect(scored: Points, draws: Bootstrap) -> None:
    card = card_of(perfect(scored), scored, draws)
    assert (card.scores.joint.event, card.scores.joint.confrontation) == (0, 0)
    assert card.wait.ranked.event == 0
    assert card.highest is not None
    assert card.highest.ranked.event == 0
    for name in TARGETS:
        scores = card.targets[name]
        assert scores.brier.event == 0
        assert scores.said == scores.came
        assert scores.by_event.miscalibration == 0
        assert scores.by_event.discrimination == pytest.approx(scores.by_event.uncertainty)


def test_of_the_constant(scored: Points, draws: Bootstrap) -> None:
    card = card_of(constant(scored), scored, draws)
    assert card.scores.when.confrontation == pytest.approx(np.log(9))
    assert card.scores.what.event == pytest.approx(np.log(8))
    flat = card.targets["quiet_60"].by_confrontation
    assert flat.discrimination == pytest.approx(0, abs=1e-12)
    assert card.targets["quiet_60"].said.event == 0.5


def test_before_any_battle_and_in_all(scored: Points, draws: Bootstrap) -> None:
    said = noisy(scored)
    card, keep = card_of(said, scored, draws), before_battle(scored)
    lost = losses(said, scored)
    assert card.before_battle.joint.event == pytest.approx(lost["joint"][keep].mean())
    what = lost["what"][keep & scored.comes].mean()
    assert card.before_battle.what.event == pytest.approx(what)
    assert card.scores.joint.event == pytest.approx(lost["joint"].mean())


def test_the_two_means_of_a_brier_score_are_each_taken_apart(
    scored: Points, draws: Bootstrap
) -> None:
    scores = card_of(noisy(scored), scored, draws).targets["force_30"]
    for mean, parts in (
        (scores.brier.event, scores.by_event),
        (scores.brier.confrontation, scores.by_confrontation),
    ):
        whole = parts.miscalibration - parts.discrimination + parts.uncertainty
        assert mean == pytest.approx(whole)
