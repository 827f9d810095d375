"""The check on the pace."""

from datetime import timedelta
from itertools import pairwise

import numpy as np
import pytest

from _invented import OPENS, act, invent
from offramp.futures import _pace_check as check
from offramp.futures._climb import Climb
from offramp.futures._futures import Futures
from offramp.history import MARKS, SECOND, History, from_record

NAMES = {"north": "Northland", "south": "Southland"}
STRIKE = MARKS.index((SECOND, 4))


def answered(history: History, on: list[int], days: int = 30) -> Climb:
    """Futures in which the south answers with force on these days, and in as many never."""
    nothing = np.full((2 * len(on), days, 2), -1, np.int8)
    mark, rung = nothing.copy(), nothing.copy()
    force = history.rungs.level.index(4)
    for future, day in enumerate(on):
        mark[future, day - 1, 0], rung[future, day - 1, 0] = STRIKE, force
    shadow = np.zeros((*nothing.shape[:2], 2), bool)
    return Climb(Futures(history, days, 0, len(nothing), mark, rung, nothing, shadow))


def test_it_says_by_when_half_of_the_answers_come(invented_history: History) -> None:
    (note,) = check.pace_notes(answered(invented_history, [2, 5, 20]), NAMES)
    assert "where Southland answers with force within 30 days" in note
    assert "by 6 days after the last act" in note, "the last act was a day before the as-of date"
    assert "came within 2 days." in note


def test_where_nobody_answers_there_is_nothing_to_check(invented_history: History) -> None:
    futures = answered(invented_history, [5]).futures
    calm = Futures(
        invented_history, 30, 0, 2, np.full_like(futures.mark, -1),
        np.full_like(futures.rung, -1), futures.channel, futures.shadow,
    )  # fmt: skip
    assert check.pace_notes(Climb(calm), NAMES) == ()


@pytest.mark.parametrize(
    ("last", "later", "notes"),
    [
        (act("b", 1, rung="strike-abroad"), 2, 1),
        (act("b", 1, rung="strike-abroad"), 3, 0),
        (act("b", 1), 0, 0),
        (act("b", 1, rung="strike-abroad", mutual="yes"), 0, 0),
    ],
    ids=["force", "a while ago", "a display", "by both"],
)
def test_it_asks_for_a_fresh_use_of_force_by_one_side(
    last: dict[str, object], later: int, notes: int
) -> None:
    history = from_record(invent([act("a", 0), last]), OPENS + timedelta(days=1 + later))
    assert len(check.pace_notes(answered(history, [5]), NAMES)) == notes


def test_a_longer_look_finds_later_answers() -> None:
    said = [check._usual_lag(days) for days in (1, 7, 30, 90, 365)]
    days = [0 if each == "on the same day" else int(each.split()[1]) for each in said]
    assert all(a <= b for a, b in pairwise(days))
    assert days[0] == 0 < days[-1]
