"""Days as ordinals, and columns as arrays."""

import doctest
from calendar import monthrange
from datetime import date

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from offramp.datasets import _columns
from offramp.datasets._columns import (
    floats,
    ints,
    last_of_year,
    month_lengths,
    ordinals,
    texts,
)


@given(st.dates())
def test_ordinals_are_python_s(day: date) -> None:
    found, vague = ordinals(*(np.array([part]) for part in (day.year, day.month, day.day)))
    assert found.tolist() == [day.toordinal()]
    assert not vague.any()
    assert last_of_year(found) == date(day.year, 12, 31).toordinal()


@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_are_as_long_as_python_s(year: int, month: int) -> None:
    assert month_lengths(np.array([year]), np.array([month])) == monthrange(year, month)[1]
    found, vague = ordinals(np.array([year]), np.array([month]), np.array([-9]))
    assert found.tolist() == [date(year, month, 15).toordinal()]
    assert vague.all()


def test_empty_cells_have_a_value_of_their_own() -> None:
    table = pa.table({"n": [1, None], "x": [0.5, None], "t": ["a", None]})
    assert ints(table, "n").tolist() == [1, -9]
    assert floats(table, "x")[0] == 0.5
    assert np.isnan(floats(table, "x")[1])
    assert texts(table, "t").tolist() == ["a", ""]


def test_nothing_has_no_last_day() -> None:
    assert last_of_year(np.array([], dtype=np.int64)) == 0


def test_examples_run() -> None:
    assert doctest.testmod(_columns).failed == 0
