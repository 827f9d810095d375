"""The worst forecasts, by name."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from offramp.history import Points
from offramp.scoring._losses import losses
from offramp.scoring._worst import act_words, time_words, worst
from scoring._said import noisy


def test_the_greatest_loss_first_and_each_confrontation_once(scored: Points) -> None:
    said = noisy(scored)
    found = worst(said, scored, 5)
    lost = losses(said, scored)["joint"]
    assert found[0].loss == lost.max()
    assert [miss.loss for miss in found] == sorted((miss.loss for miss in found), reverse=True)
    assert len({miss.confrontation for miss in found}) == 5
    for miss in found:
        own = scored.confrontation == miss.confrontation
        assert miss.loss == lost[own].max()
        assert miss.came_chance == pytest.approx(np.exp(-miss.loss))
        assert miss.sides == (f"N{miss.confrontation - 1}", f"S{miss.confrontation - 1}")


def test_day_and_what_was_said(scored: Points) -> None:
    said = noisy(scored)
    at = int(np.argmax(losses(said, scored)["joint"]))
    miss = worst(said, scored, 1)[0]
    assert miss.said == time_words(int(said.when[at].argmax()))
    assert miss.said_chance == said.when[at].max()
    day = str(date.fromordinal(int(scored.day[at])))
    assert miss.day == (day[:7] if scored.confrontations.vague[scored.row[at]] else day)


def test_a_vague_day_is_a_month(scored: Points) -> None:
    events = scored.confrontations
    vague = replace(scored, confrontations=replace(events, vague=np.ones(events.count, bool)))
    assert all(len(miss.day) == len("1990-01") for miss in worst(noisy(vague), vague, 3))


def test_fewer_confrontations_than_asked_for(scored: Points) -> None:
    one = scored.where(scored.confrontation == scored.confrontation[0])
    assert len(worst(noisy(one), one, 5)) == 1


def test_words() -> None:
    sides = ("A", "B")
    assert act_words(6, 1, sides) == "a clash in 1 day"
    assert act_words(7, 7, sides) == "a battle in 91-180 days"
    assert act_words(0, 0, sides) == "A threatens the same day"
    assert act_words(-1, 8, sides) == "no act for 180 days"
