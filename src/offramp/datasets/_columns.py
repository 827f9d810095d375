"""Columns of a checked table as NumPy arrays, and days as ordinals."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from offramp.datasets._contract import UNKNOWN

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
MIDDLE = 15
"""The day that stands for an unknown one."""
MISSING = -9
_EPOCH = 719_163


def ints(table: Any, name: str) -> Ints:
    """Return a column of whole numbers; an empty cell is -9."""
    column = table.column(name)
    return np.asarray(column.fill_null(MISSING).to_numpy(), dtype=np.int64)


def floats(table: Any, name: str) -> Floats:
    """Return a column of numbers; an empty cell is nan."""
    column = table.column(name)
    return np.asarray(column.to_numpy(zero_copy_only=False), dtype=np.float64)


def texts(table: Any, name: str) -> NDArray[np.str_]:
    """Return a column of text; an empty cell is ""."""
    column = table.column(name)
    return np.asarray(column.fill_null("").to_pylist(), dtype=np.str_)


def month_lengths(year: Floats | Ints, month: Floats | Ints) -> Ints:
    """Give the number of days of each month.

    Examples
    --------
    >>> month_lengths(np.array([1900, 1904]), np.array([2, 2])).tolist()
    [28, 29]
    """
    days = np.array([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    within = np.clip(month, 1, 12).astype(np.int64)
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    return days[within - 1] + (leap & (within == 2))


def ordinals(year: Ints, month: Ints, day: Ints) -> tuple[Ints, Bools]:
    """Turn dates into proleptic ordinals; an unknown day is the 15th.

    Returns
    -------
    day : array (rows,)
        As `datetime.date.toordinal` has it.
    vague : array (rows,)
        Whether the day was unknown.

    Examples
    --------
    >>> ordinals(np.array([1969, 1970]), np.array([3, 1]), np.array([-9, 1]))
    (array([718871, 719163]), array([ True, False]))
    """
    vague = np.isin(day, UNKNOWN)
    known = np.where(vague, MIDDLE, np.clip(day, 1, month_lengths(year, month)))
    months = (year - 1970) * 12 + month - 1
    start = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return start + known - 1 + _EPOCH, vague


def last_of_year(day: Ints) -> int:
    """Ordinal of the last day of the year in which the last of some days falls; 0 for none."""
    if not len(day):
        return 0
    year = int((day.max() - _EPOCH).astype("datetime64[D]").astype("datetime64[Y]").astype(int))
    return int(np.int64(year + 1).astype("datetime64[Y]").astype("datetime64[D]").astype(int)) + (
        _EPOCH - 1
    )
