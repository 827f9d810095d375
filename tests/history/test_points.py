"""Standing points: what is known at each, what came next, and which may be asked."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offramp.history import (
    BATTLE,
    CLASH,
    HORIZON,
    MARKS,
    QUIET,
    TARGETS,
    Confrontations,
    Points,
    standing_points,
    with_past,
)

BEGIN = date(1990, 1, 1).toordinal()
Act = tuple[int, int]


def told(*histories: list[Act], until: int = 100_000, **more: object) -> Confrontations:
    """Lay out histories of acts, each (day, mark); days count from 1990."""
    rows = [(h, day, mark) for h, acts in enumerate(histories) for day, mark in acts]
    history, day, mark = np.array(rows, np.int64).reshape(-1, 3).T
    number = np.arange(len(histories))
    plain: dict = {
        "confrontation": number + 1, "cluster": number + 1,
        "sides": np.array([["A", "B"]] * len(histories)).reshape(-1, 2),
    }  # fmt: skip
    return Confrontations(
        dataset="made up", history=history, day=BEGIN + day, mark=mark, action=7 + mark,
        log_dead=np.zeros(len(day)), vague=np.zeros(len(day), bool), until=BEGIN + until,
        **{**plain, **more},
    )  # fmt: skip


def test_each_act_is_a_point_with_what_came_next() -> None:
    points = standing_points(told([(0, 1), (0, 2), (3, 5), (90, 6), (270, 0), (451, 3)]))
    assert points.gap.tolist() == [0, 3, 87, 180, -1, -1]
    assert points.bin.tolist() == [0, 2, 6, 7, QUIET, QUIET]
    assert points.mark.tolist() == [2, 5, 6, 0, -1, -1]
    assert points.comes.tolist() == [True] * 4 + [False] * 2
    assert points.ends_day.tolist() == [False] + [True] * 5
    assert (points.day - BEGIN).tolist() == [0, 0, 3, 90, 270, 451]


def test_the_next_act_is_one_of_the_same_history() -> None:
    points = standing_points(told([(0, 1)], [(1, 2), (5, 5)]))
    assert points.gap.tolist() == [-1, 4, -1]
    assert points.history.tolist() == [0, 1, 1]


def test_a_window_that_the_data_do_not_observe_to_its_end_is_no_point() -> None:
    acts = [(0, 1), (10, 2), (11, 5)]
    assert standing_points(told(acts, until=HORIZON + 10)).row.tolist() == [0, 1]
    assert standing_points(told(acts, until=HORIZON - 1)).count == 0


def test_what_the_data_do_not_go_on_watching_is_no_point() -> None:
    watched = np.array([True, False, True])
    points = standing_points(told([(0, 1), (10, 2), (11, 5)], watched=watched))
    assert points.row.tolist() == [0, 2]


def test_years_and_confrontations_are_those_of_the_act() -> None:
    numbers = np.array([4, 4, 9])
    points = standing_points(
        told([(0, 1), (400, 2)], [(30, 0)], [(800, 2)], confrontation=numbers, cluster=numbers + 20)
    )
    assert points.year.tolist() == [1990, 1991, 1990, 1992]
    assert points.confrontation.tolist() == [4, 4, 4, 9]
    assert points.cluster.tolist() == [24, 24, 24, 29]


def test_points_closed_before_a_day_have_no_open_window_whatever_came() -> None:
    """Also where the next act came before that day: else only the quiet would be left out."""
    points = standing_points(told([(0, 1), (100, 2), (101, 5)]))
    day = date.fromordinal(BEGIN + 100 + HORIZON)
    assert points.closed_before(day).row.tolist() == [0]
    assert points.closed_before(date.fromordinal(day.toordinal() + 1)).row.tolist() == [0, 1]


def test_begun_from_goes_by_the_confrontations_first_act() -> None:
    numbers = np.array([1, 1, 2])
    points = standing_points(
        told([(0, 1), (400, 2)], [(390, 0)], [(370, 2)], confrontation=numbers)
    )
    assert points.begun_from(date(1991, 1, 1)).history.tolist() == [2]
    assert points.begun_from(date(1990, 1, 1)).count == 4


def test_each_confrontation_weighs_the_root_of_its_points() -> None:
    numbers = np.array([1, 1, 2])
    points = standing_points(
        told([(0, 1), (9, 2), (20, 2)], [(5, 0)], [(7, 2)], confrontation=numbers)
    )
    assert points.weights() == pytest.approx([0.5, 0.5, 0.5, 0.5, 1.0])


# Questions with a yes or no.


def answers(*acts: Act) -> dict[str, float]:
    """Answer every question on the evening of a first display by the first side on day 0."""
    points = standing_points(told([(0, 1), *acts]))
    return {name: float(points.outcome(name)[0]) for name in TARGETS}


NOTHING = {"force_30": 0.0, "other_force_30": 0.0, "quiet_60": 1.0, "battle_90": 0.0}


@pytest.mark.parametrize(
    ("acts", "differs"),
    [
        ([], {}),
        ([(30, 5)], {"force_30": 1, "other_force_30": 1, "quiet_60": 0}),
        ([(31, 5)], {"quiet_60": 0}),
        ([(30, 2)], {"force_30": 1, "quiet_60": 0}),
        ([(30, CLASH)], {"force_30": 1, "other_force_30": 1, "quiet_60": 0}),
        ([(60, 4)], {"quiet_60": 0}),
        ([(61, 4)], {}),
        ([(5, 3)], {}),
        ([(90, BATTLE)], {"battle_90": 1}),
        ([(91, BATTLE)], {}),
        ([(3, 0), (20, 5)], {"force_30": 1, "other_force_30": 1, "quiet_60": 0}),
        ([(3, 2), (70, BATTLE)], {"force_30": 1, "quiet_60": 0, "battle_90": 1}),
    ],
)
def test_questions_are_answered_by_what_came_in_their_days(
    acts: list[Act], differs: dict[str, float]
) -> None:
    assert answers(*acts) == {**NOTHING, **differs}


def test_no_act_of_another_history_answers() -> None:
    points = standing_points(told([(0, 1)], [(1, 5), (2, BATTLE)]))
    assert [points.outcome(name)[0] for name in TARGETS] == [0.0, 0.0, 1.0, 0.0]


def test_after_a_mutual_act_either_side_is_the_other_one() -> None:
    points = standing_points(told([(0, CLASH), (4, 2)]))
    assert points.other()[:, 0].tolist() == [0.5, 0.5]
    assert points.outcome("other_force_30")[0] == 0.5
    both = standing_points(told([(0, CLASH), (4, 2), (5, 5)]))
    assert both.outcome("other_force_30")[0] == 1.0


def test_the_other_side_is_the_one_that_did_not_act_last() -> None:
    points = standing_points(told([(0, 1), (4, 5)]))
    assert points.other().T.tolist() == [[0.0, 1.0], [1.0, 0.0]]


# The past of a point.


def test_the_past_of_some_points_holds_every_earlier_act_and_no_later() -> None:
    points = standing_points(told([(0, 1), (1, 2), (2, 5), (3, 5)], [(7, 2)], [(9, 2), (10, 2)]))
    every, where = with_past(points.where(np.isin(points.row, [2, 5])))
    assert every.row.tolist() == [0, 1, 2, 5]
    assert every.row[where].tolist() == [2, 5]


def test_an_act_without_a_window_is_past_all_the_same() -> None:
    watched = np.array([False, True])
    points = standing_points(told([(0, 1), (10, 2)], watched=watched))
    every, where = with_past(points)
    assert (every.row.tolist(), where.tolist()) == ([0, 1], [1])


acts = st.lists(st.tuples(st.integers(0, 600), st.integers(0, 7)), min_size=1, max_size=12).map(
    lambda rows: sorted(rows, key=lambda row: row[0])
)
KNOWN = ("row", "history", "confrontation", "cluster", "day", "year")


@settings(deadline=None)
@given(st.lists(acts, min_size=1, max_size=4), st.data())
def test_an_act_dated_later_changes_nothing_of_an_earlier_points_past(
    histories: list[list[Act]], data: st.DataObject
) -> None:
    """Its own row, all before it, and whatever can be told of a point before what came next."""
    which = data.draw(st.integers(0, len(histories) - 1))
    last = histories[which][-1][0]
    later = data.draw(acts)
    longer = [list(each) for each in histories]
    longer[which] += [(last + 1 + day, mark) for day, mark in later]
    before, after = told(*histories), told(*longer)

    def pasts(events: Confrontations) -> list[list[tuple]]:
        points = standing_points(events)
        counts = [len(each) for each in histories]
        kept = [
            at for at in range(points.count)
            if points.row[at] - events.first[points.history[at]] < counts[points.history[at]]
        ]  # fmt: skip
        found: list[list[tuple]] = []
        for at in kept:
            every, (where,) = with_past(points.where(np.arange(points.count) == at))
            assert where == every.count - 1, "a point is the last of its own past"
            found.append(
                [(int(events.day[r]), int(events.mark[r]), int(events.history[r]))
                 for r in every.row]
            )  # fmt: skip
        return found

    assert pasts(before) == pasts(after)


@settings(deadline=None)
@given(st.lists(acts, min_size=1, max_size=4), st.integers(-200, 1000))
def test_points_left_after_a_cut_are_as_they_were(histories: list[list[Act]], day: int) -> None:
    points = standing_points(told(*histories))
    cut = points.closed_before(date.fromordinal(BEGIN + day))
    keep = np.isin(points.row, cut.row)
    for name in (*KNOWN, "gap", "bin", "mark"):
        assert np.array_equal(getattr(points, name)[keep], getattr(cut, name)), name
    assert (cut.day + HORIZON < BEGIN + day).all()
    for name in TARGETS:
        assert np.array_equal(points.outcome(name)[keep], cut.outcome(name))


@settings(deadline=None)
@given(st.lists(acts, min_size=1, max_size=4))
def test_called_by_other_names_the_sides_change_places(histories: list[list[Act]]) -> None:
    events = told(*histories)
    mark = np.where(events.mark < CLASH, (events.mark + 3) % 6, events.mark)
    here, there = standing_points(events), standing_points(replace(events, mark=mark))
    assert np.array_equal(here.gap, there.gap)
    assert np.array_equal(here.other(), there.other()[::-1])
    for name in TARGETS:
        assert np.array_equal(here.outcome(name), there.outcome(name))


def test_every_mark_that_comes_is_one_of_the_eight() -> None:
    points: Points = standing_points(told([(n, n % len(MARKS)) for n in range(30)]))
    assert set(points.mark[points.comes].tolist()) == set(range(len(MARKS)))
