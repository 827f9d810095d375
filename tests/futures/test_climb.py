"""Futures seen as climbs on the ladder."""

from dataclasses import replace

import numpy as np
import pytest

from offramp.futures import Futures
from offramp.futures._climb import Climb
from offramp.history import MARKS

DAYS = 90


@pytest.fixture(scope="module")
def climb(futures: Futures) -> Climb:
    return Climb(futures)


def by_hand(futures: Futures, *acts: tuple[int, int, int, int]) -> Climb:
    """One future with given acts, each (day, slot, mark, rung); days count from 1."""
    none = np.full((1, futures.days, 2), -1, np.int8)
    mark, rung = none.copy(), none.copy()
    for day, slot, kind, height in acts:
        mark[0, day - 1, slot], rung[0, day - 1, slot] = kind, height
    return Climb(
        replace(
            futures, per_draw=1, mark=mark, rung=rung, channel=none,
            shadow=np.zeros((1, futures.days, 2), bool),
        )
    )  # fmt: skip


def test_the_highest_rung_so_far_never_falls(climb: Climb) -> None:
    assert (np.diff(climb.reached.astype(int), axis=-1) >= 0).all()
    assert (climb.reached[2] == np.maximum(climb.reached[0], climb.reached[1])).all()


def test_a_side_is_as_high_as_its_own_acts(futures: Futures) -> None:
    one = by_hand(futures, (3, 0, 1, 6), (3, 1, 5, 9), (10, 0, 2, 10))
    assert one.reached[0, 0, [1, 2, 8, 9, 89]].tolist() == [-1, 6, 6, 10, 10]
    assert one.reached[1, 0, [1, 2, 89]].tolist() == [-1, 9, 9]
    assert one.first_day[:, 0].tolist() == [3, 3, 3]
    assert (one.next_act[0][0], one.next_act[1][0]) == (0, 6)
    assert one.at_least(0, 10, 9).tolist() == [False]
    assert one.at_least(0, 10, 10).tolist() == [True]


def test_a_clash_counts_for_both(futures: Futures) -> None:
    one = by_hand(futures, (7, 0, 6, 9))
    assert one.reached[:, 0, 6].tolist() == [9, 9, 9]
    assert one.next_act[0][0] == 2


def test_where_nothing_comes(futures: Futures) -> None:
    none = by_hand(futures)
    assert none.first_day.tolist() == [[DAYS + 1]] * 3
    assert none.next_act[0].tolist() == [-1]
    assert none.quiet(60).tolist() == [True]


@pytest.mark.parametrize("mark", range(len(MARKS)))
def test_quiet_is_broken_by_displays_and_force_and_not_by_threats(
    futures: Futures, mark: int
) -> None:
    loud = by_hand(futures, (60, 0, mark, 5))
    assert loud.quiet(60).tolist() == [MARKS[mark][1] < 3]
    assert loud.quiet(59).tolist() == [True]


def test_the_shadow_war_breaks_quiet_only_where_it_is_asked(futures: Futures) -> None:
    one = by_hand(futures)
    one.futures.shadow[0, 20, 1] = True
    assert one.quiet(60).tolist() == [True]
    assert one.quiet(60, shadow=True).tolist() == [False]


def test_quiet_and_loud_are_all_there_is(climb: Climb) -> None:
    level_3 = next(i for i, at in enumerate(climb.futures.history.rungs.level) if at >= 3)
    loud = climb.at_least(2, level_3, 60)
    assert (climb.quiet(60) ^ loud).all()
