"""Check every row of a published file against its contract."""

from difflib import get_close_matches
from typing import Any

import numpy as np

from offramp._errors import Problem
from offramp.datasets._arrow import arrow
from offramp.datasets._columns import Bools
from offramp.datasets._contract import Column, Contract, missing_columns
from offramp.datasets._csv import Sheet
from offramp.datasets._faults import TOLD, DatasetError, fault, shown
from offramp.datasets._rules import Fault, broken_rules

_SHAPE = {
    # a whole number may have gone through a program that writes 2 as 2.0
    "whole": r"^-?[0-9]{1,9}(\.0*)?$",
    "number": r"^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]{1,3})?$",
}
_CALLED = {"whole": "a whole number", "number": "a number"}


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
    faults: list[Fault] = []
    typed: dict[str, Any] = {}
    for column in contract.columns:
        typed[column.name] = _typed(sheet, column, faults)
    if not faults:
        faults = broken_rules(contract, sheet.header, typed)
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
        lower = {given.lower()[:60]: given[:60] for given in sheet.header}
        near = get_close_matches(name, lower, 1, 0.8)
        right = f'Is it the column "{lower[near[0]]}"? Name it "{name}".' if near else ""
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
            what = f'The column "{name}" says "{shown(said)}": another version of {contract.title}.'
            right = f'Offramp reads version "{wanted}".'
            raise fault(sheet.path, what, right, sheet.line(row))


def _plain(version: str) -> str:
    whole, point, rest = version.rpartition(".")
    return whole if point and not rest.strip("0") else version


def _typed(sheet: Sheet, column: Column, faults: list[Fault]) -> Any:
    pa, pc, _ = arrow()
    cells = sheet.rows.column(column.name)
    cell = sheet.header.index(column.name) + 1
    blank = _mask(pc.equal(cells, ""))
    if not column.empty:
        _note(faults, blank, cells, cell, column.name, _right(column))
    filled = pc.if_else(pa.array(blank), None, cells)
    if column.kind == "text":
        if column.codes:
            known = _mask(pc.is_in(cells, pa.array(sorted(map(str, column.codes)))))
            _note(faults, ~known & ~blank, cells, cell, column.name, _right(column))
        if column.pattern:
            fits = _mask(pc.match_substring_regex(cells, column.pattern))
            _note(faults, ~fits & ~blank, cells, cell, column.name, _right(column))
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


def _mask(flags: Any) -> Bools:
    return np.asarray(flags.to_numpy(zero_copy_only=False), dtype=bool)


def _note(faults: list[Fault], wrong: Bools, cells: Any, cell: int, what: str, right: str) -> None:
    for row in np.flatnonzero(wrong):
        written = shown(str(cells[int(row)].as_py()))
        told = f'{what} is "{written}".' if written else f"{what} is empty."
        faults.append(Fault(int(row), cell, told, right))


def _right(column: Column) -> str:
    if column.codes:
        known = sorted(column.codes)
        shown = ", ".join(map(str, known)) if len(known) <= 30 else f"{known[0]} to {known[-1]}"
        return f"Allowed: {shown}."
    if column.like:
        return f"It must look like {column.like}."
    if column.kind == "text":
        return "It must not be empty."
    span = f" from {column.low:g} to {column.high:g}" if np.isfinite(column.high) else ""
    if np.isfinite(column.low) and not span:
        span = f" of {column.low:g} or more"
    return f"It must be {_CALLED[column.kind]}{span}."
