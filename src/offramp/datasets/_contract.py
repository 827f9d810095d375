"""What the columns of a published file must hold, and the check of every row."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from offramp._errors import Problem
from offramp.datasets._arrow import arrow
from offramp.datasets._csv import Sheet
from offramp.datasets._faults import TOLD, DatasetError, fault

Kind = Literal["whole", "number", "text"]
Bools = NDArray[np.bool_]
_SHAPE = {
    # a whole number may have gone through a program that writes 2 as 2.0
    "whole": r"^-?[0-9]{1,9}(\.0*)?$",
    "number": r"^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]{1,3})?$",
}
_CALLED = {"whole": "a whole number", "number": "a number"}
Faults = list[tuple[int, int, str, str]]
"""Row, cell, what is wrong, what would be right."""

UNKNOWN = (-9, 0)
"""What stands for an unknown day."""


@dataclass(frozen=True)
class Column:
    """One column of a published file.

    Attributes
    ----------
    name : str
        As published.
    kind : {"whole", "number", "text"}
        What a cell holds.
    codes : frozenset of int or of str
        The codes that are allowed; empty for all.
    low, high : float
        The range of numbers, both ends included.
    empty : bool
        Whether a cell may be empty.
    """

    name: str
    kind: Kind = "whole"
    codes: frozenset[int] | frozenset[str] = frozenset()
    low: float = -np.inf
    high: float = np.inf
    empty: bool = False


@dataclass(frozen=True)
class Contract:
    """What a published file must hold.

    Attributes
    ----------
    title : str
        The file's name in words, for messages.
    columns : tuple of Column
        The columns that must be there; others are kept as text.
    days : tuple of (str, str, str)
        Columns that hold the year, month and day of a date. A day of -9 or 0, and an empty
        cell where one is allowed, is unknown; any other must exist.
    version : (str, str)
        The column that holds the version, and the version that is read; empty for none.
    """

    title: str
    columns: tuple[Column, ...]
    days: tuple[tuple[str, str, str], ...] = ()
    version: tuple[str, str] = ("", "")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def code(name: str, codes: Sequence[int], empty: bool = False) -> Column:
    """Make a column of whole numbers out of a list of codes."""
    return Column(name, codes=frozenset(codes), empty=empty)


def missing_columns(sheet_header: Sequence[str], contract: Contract) -> list[str]:
    """List the contract's columns that a header lacks."""
    return [name for name in contract.names if name not in sheet_header]


def check_sheet(sheet: Sheet, contract: Contract) -> Any:
    """Check every row against the contract, and give the columns their types.

    Parameters
    ----------
    sheet : Sheet
        The file as text.
    contract : Contract
        What it must hold.

    Returns
    -------
    pyarrow.Table
        The contract's columns as int64, float64 or text, an empty cell as null; then the
        other columns as text.

    Raises
    ------
    DatasetError
        With the first ten problems by line, and the number of the others.
    """
    pa, _, _ = arrow()
    _check_header(sheet, contract)
    _check_version(sheet, contract)
    faults: Faults = []
    typed: dict[str, Any] = {}
    for column in contract.columns:
        typed[column.name] = _typed(sheet, column, faults)
    if not faults:
        _check_days(sheet, contract, typed, faults)
    if faults:
        faults.sort()
        told = [
            Problem(str(sheet.path), sheet.line(row), cell, what, right)
            for row, cell, what, right in faults[:TOLD]
        ]
        raise DatasetError(told, len(faults[TOLD:]))
    others = {name: sheet.rows.column(name) for name in sheet.header if name not in typed}
    return pa.table({**typed, **others})


def _check_header(sheet: Sheet, contract: Contract) -> None:
    problems: list[Problem] = []
    for name in missing_columns(sheet.header, contract):
        near = get_close_matches(name, [n.lower()[:60] for n in sheet.header], 1, 0.8)
        right = f'Is it the column "{near[0]}"? Name it "{name}".' if near else ""
        what = f'{contract.title} lacks the column "{name}".'
        problems.append(Problem(str(sheet.path), 1, 1, what, right or "Take the published file."))
    if problems:
        raise DatasetError(problems[:TOLD], len(problems[TOLD:]))


def _check_version(sheet: Sheet, contract: Contract) -> None:
    name, wanted = contract.version
    if not name:
        return
    for row, said in enumerate(sheet.rows.column(name).to_pylist()):
        if _plain(said) != _plain(wanted):
            what = f'The column "{name}" says "{said[:40]}": another version of {contract.title}.'
            right = f'Offramp reads version "{wanted}".'
            raise fault(sheet.path, what, right, sheet.line(row))


def _plain(version: str) -> str:
    whole, point, rest = version.rpartition(".")
    return whole if point and not rest.strip("0") else version


def _typed(sheet: Sheet, column: Column, faults: Faults) -> Any:
    pa, pc, _ = arrow()
    cells = sheet.rows.column(column.name)
    cell = sheet.header.index(column.name) + 1
    blank = _mask(pc.equal(cells, ""))
    if not column.empty:
        _note(faults, blank, cells, cell, f'"{column.name}" is empty', _right(column))
    filled = pc.if_else(pa.array(blank), None, cells)
    if column.kind == "text":
        if column.codes:
            known = pc.is_in(cells, pa.array(sorted(map(str, column.codes))))
            _note(faults, ~_mask(known) & ~blank, cells, cell, column.name, _right(column))
        return filled
    shaped = _mask(pc.match_substring_regex(cells, _SHAPE[column.kind]))
    _note(faults, ~shaped & ~blank, cells, cell, column.name, _right(column))
    filled = pc.if_else(pa.array(shaped), cells, None)
    numbers = pc.cast(filled, pa.float64())
    values = numbers.to_numpy(zero_copy_only=False)
    inside = (values >= column.low) & (values <= column.high)
    if column.codes:
        inside &= np.isin(values, [int(known) for known in column.codes])
    _note(faults, shaped & ~inside, cells, cell, column.name, _right(column))
    return pc.cast(numbers, pa.int64()) if column.kind == "whole" else numbers


def _check_days(sheet: Sheet, contract: Contract, typed: dict[str, Any], faults: Faults) -> None:
    for year, month, day in contract.days:
        values = [
            typed[name].to_numpy(zero_copy_only=False).astype(float) for name in (year, month, day)
        ]
        given = np.isfinite(values).all(axis=0) & ~np.isin(values[2], UNKNOWN)
        longest = month_lengths(np.nan_to_num(values[0], nan=1.0), np.nan_to_num(values[1], nan=1))
        wrong = given & ((values[2] < 1) | (values[2] > longest))
        cell = sheet.header.index(day) + 1
        for row in np.flatnonzero(wrong):
            y, m, d = (int(value[row]) for value in values)
            what = f"{year}, {month}, {day}: there is no day {y}-{m:02d}-{d:02d}."
            right = f"That month has {int(longest[row])} days; -9 stands for an unknown one."
            faults.append((int(row), cell, what, right))


def month_lengths(
    year: NDArray[np.floating] | NDArray[np.int64], month: NDArray[np.floating] | NDArray[np.int64]
) -> NDArray[np.int64]:
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


def _mask(flags: Any) -> Bools:
    return np.asarray(flags.to_numpy(zero_copy_only=False), dtype=bool)


def _note(
    faults: Faults,
    wrong: Bools,
    cells: Any,
    cell: int,
    what: str,
    right: str,
) -> None:
    for row in np.flatnonzero(wrong):
        written = str(cells[int(row)].as_py())[:40]
        told = f"{what}." if not written else f'{what} is "{written}".'
        faults.append((int(row), cell, told, right))


def _right(column: Column) -> str:
    if column.codes:
        known = sorted(column.codes)
        shown = ", ".join(map(str, known)) if len(known) <= 30 else f"{known[0]} to {known[-1]}"
        return f"Allowed: {shown}."
    if column.kind == "text":
        return "It must not be empty."
    span = f" from {column.low:g} to {column.high:g}" if np.isfinite(column.high) else ""
    if np.isfinite(column.low) and not span:
        span = f" of {column.low:g} or more"
    return f"It must be {_CALLED[column.kind]}{span}."
