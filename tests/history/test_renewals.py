"""Where a confrontation opens anew."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from offramp.history import CLOSES_AFTER, renewals


def opened(*acts: tuple[int, int], opens: int | None = None) -> list[bool]:
    """Tell which acts open a confrontation, each (day, level)."""
    day, level = np.array(acts, np.int64).reshape(-1, 2).T
    return renewals(day, level, opens).tolist()


def test_the_first_act_opens_one() -> None:
    assert opened((0, 2)) == [True]
    assert opened() == []


@pytest.mark.parametrize(("gap", "anew"), [(CLOSES_AFTER, False), (CLOSES_AFTER + 1, True)])
def test_half_a_year_without_a_display_ends_it(gap: int, anew: bool) -> None:
    assert opened((0, 3), (gap, 3)) == [True, anew]
    assert opened((0, 4), (90, 2), (gap, 4)) == [True, False, anew]


def test_a_threat_opens_it_once_and_does_not_keep_it_open() -> None:
    assert opened((0, 2), (100, 2), (CLOSES_AFTER, 2)) == [True, False, False]
    assert opened((0, 2), (100, 2), (CLOSES_AFTER + 1, 2)) == [True, False, True]


def test_the_day_that_a_record_names_opens_one_whatever_went_before() -> None:
    assert opened((0, 4), (5, 4), (9, 4), (10, 4), opens=7) == [True, False, True, False]
    assert opened((0, 4), (7, 4), opens=7) == [True, True], "on the day itself"
    assert opened((0, 4), (6, 4), opens=7) == [True, False]
    assert opened((8, 4), (9, 4), opens=7) == [True, False], "nothing went before"


acts = st.lists(st.tuples(st.integers(0, 2000), st.integers(2, 5)), max_size=30).map(
    lambda rows: sorted(rows, key=lambda row: row[0])
)


@given(acts, acts)
def test_an_act_dated_later_opens_nothing_earlier(
    some: list[tuple[int, int]], more: list[tuple[int, int]]
) -> None:
    last = some[-1][0] if some else 0
    later = [(last + day, level) for day, level in more]
    assert opened(*some, *later)[: len(some)] == opened(*some)


@given(acts, st.integers(0, 5000))
def test_the_calendar_does_not_matter(rows: list[tuple[int, int]], shift: int) -> None:
    assert opened(*((day + shift, level) for day, level in rows)) == opened(*rows)
