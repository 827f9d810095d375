"""Many confrontations at once: their order, what is kept, and several datasets put together."""

from dataclasses import fields, replace
from datetime import date

import numpy as np
import pytest

from offramp.history import Confrontations, join

ROWS = ("history", "day", "mark", "action", "log_dead", "vague")
HISTORIES = ("confrontation", "cluster", "sides")


def some(dataset: str = "a", until: int = 9000, **more: object) -> Confrontations:
    """Three histories in two confrontations: acts on days 100, 103 / 90 / 500, 501, 502."""
    plain: dict = {
        "history": np.array([0, 0, 1, 2, 2, 2]),
        "day": np.array([100, 103, 90, 500, 501, 502]),
        "mark": np.array([1, 5, 2, 0, 3, 7]),
        "action": np.array([7, 16, 16, 1, 1, 22]),
        "log_dead": np.array([0.0, 1.0, 0.5, 0.0, 0.0, 3.0]),
        "vague": np.array([False, False, True, False, False, False]),
        "confrontation": np.array([11, 11, 12]),
        "cluster": np.array([7, 7, -3]),
        "sides": np.array([["A", "B"], ["A", "C"], ["D", "E"]]),
    }
    return Confrontations(dataset=dataset, until=until, **{**plain, **more})


def test_a_history_begins_at_its_first_row() -> None:
    assert some().first.tolist() == [0, 2, 3]
    assert some().count == 6


def test_a_confrontation_begins_with_the_first_act_of_any_of_its_histories() -> None:
    assert some().begins.tolist() == [90, 90, 500]


def test_keeping_some_histories_keeps_all_their_acts_and_numbers_them_anew() -> None:
    kept = some(watched=np.array([1, 0, 1, 1, 0, 1], bool)).where(np.array([True, False, True]))
    assert kept.history.tolist() == [0, 0, 1, 1, 1]
    assert kept.day.tolist() == [100, 103, 500, 501, 502]
    assert kept.mark.tolist() == [1, 5, 0, 3, 7]
    assert kept.confrontation.tolist() == [11, 12]
    assert kept.cluster.tolist() == [7, -3]
    assert kept.sides.tolist() == [["A", "B"], ["D", "E"]]
    assert kept.watched is not None
    assert kept.watched.tolist() == [True, False, True, False, True]
    assert (kept.dataset, kept.until) == ("a", 9000)
    assert some().where(np.array([True, False, True])).watched is None


def test_keeping_all_changes_nothing_and_none_leaves_none() -> None:
    every, none = (some().where(np.full(3, keep)) for keep in (True, False))
    for name in (*ROWS, *HISTORIES):
        assert np.array_equal(getattr(every, name), getattr(some(), name)), name
        assert len(getattr(none, name)) == 0
    assert none.count == 0


def test_joined_each_part_keeps_its_rows_in_order() -> None:
    one, two = some("a"), some("b", day=np.array([700, 701, 702, 800, 801, 802]))
    both = join(one, two)
    assert both.dataset == "a + b"
    assert both.history.tolist() == [0, 0, 1, 2, 2, 2, 3, 3, 4, 5, 5, 5]
    assert (np.diff(both.history) >= 0).all()
    for name in ("day", "mark", "action", "log_dead", "vague", "sides"):
        parts = [getattr(one, name), getattr(two, name)]
        assert np.array_equal(getattr(both, name), np.concatenate(parts)), name
    assert both.begins.tolist() == [90, 90, 500, 700, 700, 800]


def test_joined_confrontations_stay_apart_and_crises_that_both_know_stay_together() -> None:
    both = join(some("a"), some("b"))
    assert len(np.unique(both.confrontation)) == 4
    assert both.confrontation[:3].tolist() == [11, 11, 12]
    # A crisis with a number of its own is one and the same; one that only a dataset knows is not.
    assert both.cluster[3] == both.cluster[0] == 7
    assert both.cluster[5] != both.cluster[2] == -3
    assert len(np.unique(both.cluster)) == 3


def test_joined_they_are_observed_as_long_as_all_of_them_are() -> None:
    both = join(some("a", until=9000), some("b", until=5000))
    assert both.until == 5000
    assert join(some("a", until=5000), some("b", until=9000)).until == 5000


def test_what_one_part_watches_says_nothing_of_the_others() -> None:
    watched = np.array([True, False, True, True, True, False])
    both = join(some("a"), some("b", watched=watched))
    assert both.watched is not None
    assert both.watched.tolist() == [True] * 6 + watched.tolist()


def test_one_alone_joined_is_itself() -> None:
    alone, same = join(some()), some()
    for name in (*ROWS, *HISTORIES):
        assert np.array_equal(getattr(alone, name), getattr(same, name)), name
    assert (alone.dataset, alone.until) == ("a", 9000)


def test_three_are_joined_as_two_and_one() -> None:
    three = join(some("a"), some("b"), some("c"))
    assert three.dataset == "a + b + c"
    assert len(np.unique(three.confrontation)) == 6
    assert len(np.unique(three.cluster)) == 4
    assert three.first.tolist() == [0, 2, 3, 6, 8, 9, 12, 14, 15]


def test_they_are_frozen() -> None:
    with pytest.raises(AttributeError):
        some().until = 3
    later = replace(some(), until=date(2000, 1, 1).toordinal())
    assert later.until != some().until
    assert {field.name for field in fields(later)} >= {*ROWS, *HISTORIES, "watched"}
