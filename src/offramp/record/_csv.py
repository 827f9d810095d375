"""Read acts.csv: long lists of acts, one a row, with the fields of an act as columns."""

import csv
from difflib import get_close_matches
from io import StringIO
from typing import Any

from offramp._errors import Problem
from offramp.record._exchange import MUNITIONS
from offramp.record._places import Path, Places
from offramp.record._yaml import decoded

MAX_CSV_BYTES = 20_000_000
MAX_ROWS = 50_000

_ACT = ("id", "date", "known", "act", "channel", "admitted", "mutual", "status")
_TOLD = ("title", "summary", "killed", "damage", "note", "exchange.notice_hours")
_PLACE = ("place.name", "place.country", "place.lat", "place.lon")
_TARGET = ("target.kind", "target.sovereign", "target.non_state")
_LAUNCHED = tuple(f"exchange.launched.{kind}" for kind in MUNITIONS)
LISTS = ("by", "against", "answers", "withheld", "inferred", "exchange.defenders")
PAIRS = {"sources": ("id", "quote"), "target.leaders": ("name", "rank")}
COLUMNS = (*_ACT, *_TOLD, *_PLACE, *_TARGET, *_LAUNCHED, *LISTS, *PAIRS)


def read_acts(
    content: bytes, file: str, places: Places, start: int
) -> tuple[list[dict[str, Any]], list[Problem]]:
    r"""Read the rows of acts.csv as if they stood in the record's `acts`.

    Parameters
    ----------
    content : bytes
        UTF-8, at most 20 MB and 50,000 rows. Nested fields are dotted columns
        (``target.kind``), lists are separated by ``;``, sources are ``id`` or
        ``id|quote``, leaders ``name|rank``; an empty cell is a field left out.
    file : str
        The name to use in problems.
    places : Places
        Gains the line, and as column the number of the cell, of every field.
    start : int
        How many acts the record holds already.

    Returns
    -------
    list of dict
    list of Problem

    Examples
    --------
    >>> table = b"id,by,target.kind\nx,a;b,military"
    >>> read_acts(table, "acts.csv", Places("crisis.yaml"), 0)[0]
    [{'id': 'x', 'by': ['a', 'b'], 'target': {'kind': 'military'}}]
    """
    text, problems = decoded(content, file, MAX_CSV_BYTES, "Split the crisis into two records.")
    if text is None:
        return [], problems
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    acts: list[dict[str, Any]] = []
    try:
        header = [name.strip() for name in next(reader, [])]
        problems = _header_problems(header, file)
        if problems:
            return [], problems
        last = reader.line_num
        for row in reader:
            line, last = last + 1, reader.line_num
            if not any(cell.strip() for cell in row):
                continue
            if len(acts) == MAX_ROWS:
                what = f"There are more than {MAX_ROWS} acts."
                return acts, [*problems, Problem(file, line, 1, what, "Split the record in two.")]
            if len(row) != len(header):
                what = f"The row has {len(row)} cells, and there are {len(header)} columns."
                right = 'Put a cell that holds a comma in quotes: "a, b".'
                problems.append(Problem(file, line, 1, what, right))
                continue
            acts.append(_act(header, row, places, (file, line), ("acts", start + len(acts))))
    except csv.Error as error:
        what = f"The table cannot be read: {error}."
        problems.append(Problem(file, reader.line_num, 1, what, "Look at the quotes in this row."))
    return acts, problems


def _header_problems(header: list[str], file: str) -> list[Problem]:
    if not header:
        right = "Its first line names the columns, such as id,date,by,against,act,sources."
        return [Problem(file, 1, 1, "The table is empty.", right)]
    problems: list[Problem] = []
    for number, name in enumerate(header, start=1):
        if name not in COLUMNS:
            near = get_close_matches(name[:60], COLUMNS, 1)
            right = f'Did you mean "{near[0]}"?' if near else f"Columns: {', '.join(COLUMNS)}."
            what = f'There is no column "{name[:60]}".'
            problems.append(Problem(file, 1, number, what, right))
        elif name in header[: number - 1]:
            what = f'The column "{name}" stands here twice.'
            problems.append(Problem(file, 1, number, what, "Keep one of the two."))
    return problems


def _act(
    header: list[str], row: list[str], places: Places, at: tuple[str, int], path: Path
) -> dict[str, Any]:
    act: dict[str, Any] = {}
    file, line = at
    places.values[path] = (file, line, 1)
    for number, (name, written) in enumerate(zip(header, row, strict=True), start=1):
        cell = written.strip()
        if not cell:
            continue
        steps = name.split(".")
        inside = act
        for depth, step in enumerate(steps[:-1], start=1):
            inside = inside.setdefault(step, {})
            places.values.setdefault((*path, *steps[:depth]), (file, line, number))
        inside[steps[-1]] = _value(name, cell)
        places.values[(*path, *steps)] = (file, line, number)
    return act


def _value(name: str, cell: str) -> Any:
    if name in LISTS:
        return [piece.strip() for piece in cell.split(";") if piece.strip()]
    if name not in PAIRS:
        return cell
    found: list[dict[str, str]] = []
    for piece in cell.split(";"):
        parts = [part.strip() for part in piece.split("|", 1)]
        if parts != [""]:
            found.append(dict(zip(PAIRS[name], parts, strict=False)))
    return found
