"""What must hold of a row as a whole, or of a row beside the others."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from offramp.datasets._columns import month_lengths
from offramp.datasets._contract import UNKNOWN, Contract


class Fault(NamedTuple):
    """One thing that is wrong: in which row and cell, and what would be right."""

    row: int
    cell: int
    what: str
    right: str


def broken_rules(contract: Contract, header: Sequence[str], typed: dict[str, Any]) -> list[Fault]:
    """List what is wrong with rows whose cells are each well formed.

    Parameters
    ----------
    contract : Contract
        The rules: days that exist, keys that stand once, columns that differ.
    header : sequence of str
        The names of the columns, for the number of a cell.
    typed : dict
        The columns by name (`pyarrow.ChunkedArray`).
    """
    faults: list[Fault] = []
    for names in contract.days:
        cell = header.index(names[2]) + 1
        faults += _no_such_day(names, cell, typed, (*UNKNOWN, *contract.unknown_days))
    if contract.key:
        faults += _twice(contract.key, header.index(contract.key[-1]) + 1, typed)
    if contract.apart:
        one, two = contract.apart
        same = np.flatnonzero(_values(typed[one]) == _values(typed[two]))
        what, right = f"{one} and {two} are the same.", "They must differ."
        faults += [Fault(int(row), header.index(two) + 1, what, right) for row in same]
    return faults


def _no_such_day(
    names: tuple[str, str, str], cell: int, typed: dict[str, Any], unknown: Sequence[int]
) -> list[Fault]:
    year, month, day = (_values(typed[name]) for name in names)
    given = np.isfinite([year, month, day]).all(axis=0) & ~np.isin(day, unknown)
    longest = month_lengths(np.nan_to_num(year, nan=1.0), np.nan_to_num(month, nan=1.0))
    found: list[Fault] = []
    for row in np.flatnonzero(given & ((day < 1) | (day > longest))):
        written = f"{int(year[row])}-{int(month[row]):02d}-{int(day[row]):02d}"
        right = f"That month has {int(longest[row])} days; -9 stands for an unknown one."
        what = f"{', '.join(names)}: there is no day {written}."
        found.append(Fault(int(row), cell, what, right))
    return found


def _twice(key: Sequence[str], cell: int, typed: dict[str, Any]) -> list[Fault]:
    codes = [
        np.unique(np.asarray(typed[name].to_pylist(), dtype=np.str_), return_inverse=True)[1]
        for name in key
    ]
    _, first, index = np.unique(
        np.column_stack(codes), axis=0, return_index=True, return_inverse=True
    )
    again = np.flatnonzero(first[index.ravel()] != np.arange(len(index)))
    called = " and ".join(key)
    return [
        Fault(int(row), cell, f"The row stands here twice by {called}.", "Keep one of the two.")
        for row in again
    ]


def _values(column: Any) -> Any:
    return column.to_numpy(zero_copy_only=False).astype(float)
