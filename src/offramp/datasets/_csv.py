"""Read a published CSV file into a table of text, each row with its line."""

import csv
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from io import StringIO
from pathlib import Path
from typing import Any

from offramp._errors import OfframpError, Problem, UsageError
from offramp.datasets._arrow import arrow
from offramp.datasets._faults import TOLD, DatasetError, fault

MAX_BYTES = 1_000_000_000
SAVE_AS = 'Save it as "CSV UTF-8", with commas.'
_BINARY = {
    b"PK\x03\x04": "a zip archive or a workbook",
    b"\x1f\x8b": "a gzip archive",
    b"PAR1": "a parquet file",
    b"\xff\xfe": "UTF-16 text",
    b"\xfe\xff": "UTF-16 text",
    b"<stata": "a Stata file",
}


@dataclass(frozen=True)
class Sheet:
    """A CSV file as text.

    Attributes
    ----------
    path : Path
        The file, as the user named it.
    content : bytes
        What it holds.
    header : tuple of str
        The names of the columns.
    rows : pyarrow.Table
        All cells as text without space round it; an empty cell is "".
    """

    path: Path
    content: bytes
    header: tuple[str, ...]
    rows: Any

    @cached_property
    def _lines(self) -> list[int]:
        return [line for line, _ in _scan(self.content.decode("utf-8").lstrip("\ufeff"))]

    def line(self, row: int) -> int:
        """Find the line on which a row begins, counted from 1."""
        return self._lines[row] if row < len(self._lines) else row + 2


def read_header(path: Path) -> tuple[str, ...]:
    """Read the names of the columns, and look no further."""
    return _header(path, _text(path, _content(path)))


def read_sheet(path: Path) -> Sheet:
    """Read a CSV file: UTF-8 with or without a mark at its head, commas, any line ends.

    Raises
    ------
    UsageError
        When there is no such file.
    DatasetError
        When it is no such CSV: another encoding or separator, empty, no rows, columns of
        the same name, or rows that have more or fewer cells than there are columns.
    """
    pa, pc, pacsv = arrow()
    content = _content(path)
    text = _text(path, content)
    header = _header(path, text)
    _check_quotes(path, text)
    ragged: list[int] = []

    def skip(row: Any) -> str:
        ragged.append(row.number or 0)
        return "skip"

    names = [str(number) for number in range(len(header))]
    try:
        rows = pacsv.read_csv(
            pa.BufferReader(f"{text}\n".encode()),
            # the header is read as a row, and all in one block, so that a row may be of any length
            pacsv.ReadOptions(
                use_threads=False, block_size=len(content) + 1024, column_names=names
            ),
            pacsv.ParseOptions(newlines_in_values=True, invalid_row_handler=skip),
            pacsv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
            ),
        ).slice(1)
    except pa.ArrowInvalid as error:
        what = f"The table cannot be read: {error}."
        raise fault(path, what, "Look for a quote that is opened and not closed.") from None
    if ragged:
        raise _ragged(path, text, len(header), len(ragged))
    if not rows.num_rows:
        raise fault(path, "The table has a header and no rows.", "Take the published file.")
    columns = [pc.utf8_trim_whitespace(rows.column(number)) for number in range(len(header))]
    return Sheet(path, content, header, pa.table(columns, names=list(header)))


def _content(path: Path) -> bytes:
    if path.is_dir():
        raise UsageError(f"{path} is a folder. Name the CSV file in it.")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise fault(path, "The file is larger than 1 GB.", "Take the published file.")
        return path.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"There is no file {path}.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OfframpError(f"Cannot read {path}: {reason}.") from None


def _text(path: Path, content: bytes) -> str:
    for head, what in _BINARY.items():
        if content.startswith(head):
            raise fault(path, f"This is {what}, not CSV.", f"Unpack or open it. {SAVE_AS}")
    try:
        text = content.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = f"The byte 0x{content[error.start]:02x} in this line is not UTF-8."
        raise fault(path, what, SAVE_AS, line) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise fault(path, "There is a null byte in this line.", SAVE_AS, line)
    if not text.strip():
        raise fault(path, "The file is empty.", "Take the published file.")
    return text


@contextmanager
def _reader(text: str, strict: bool = False) -> Generator[Any]:
    """Python's own reader, which tells lines; its limit on a cell is lifted for the while."""
    limit = csv.field_size_limit(MAX_BYTES)
    try:
        yield csv.reader(StringIO(text, newline=""), strict=strict)
    finally:
        csv.field_size_limit(limit)


def _names_of(text: str) -> list[str]:
    with _reader(text) as reader:
        return next((row for row in reader if row), [])


def _header(path: Path, text: str) -> tuple[str, ...]:
    try:
        names = [name.strip() for name in _names_of(text)]
    except csv.Error as error:
        raise fault(path, f"The header cannot be read: {error}.", SAVE_AS, 1) from None
    if len(names) == 1:
        for mark, called in ((";", "semicolons"), ("\t", "tabs"), ("|", "strokes")):
            if mark in names[0]:
                raise fault(path, f"The columns are separated by {called}.", SAVE_AS, 1)
    twice = [
        Problem(str(path), 1, number, f'The column "{name}" stands here twice.', "Keep one.")
        for number, name in enumerate(names, start=1)
        if name in names[: number - 1]
    ]
    if twice:
        raise DatasetError(twice[:TOLD], len(twice[TOLD:]))
    return tuple(names)


def _check_quotes(path: Path, text: str) -> None:
    if text.count('"') % 2 == 0:
        return
    line = 1
    try:
        with _reader(text, strict=True) as reader:
            for _ in reader:
                line = reader.line_num + 1
    except csv.Error:
        what = "A quote is opened in the row that begins here, and not closed."
        raise fault(path, what, "Close it, or take the published file.", line) from None


def _scan(text: str) -> list[tuple[int, int]]:
    """Line and number of cells of each row below the header, blank lines left out."""
    found: list[tuple[int, int]] = []
    last = 0
    try:
        with _reader(text) as reader:
            for row in reader:
                line, last = last + 1, reader.line_num
                if row:
                    found.append((line, len(row)))
    except csv.Error:
        pass
    return found[1:]


def _ragged(path: Path, text: str, wide: int, count: int) -> DatasetError:
    right = 'Put a cell that holds a comma in quotes: "a, b".'
    uneven = [(line, cells) for line, cells in _scan(text) if cells != wide]
    if not uneven:
        return fault(path, f"{count} rows do not have {wide} cells.", right)
    told = [
        Problem(
            str(path), line, 1, f"The row has {cells} cells, and there are {wide} columns.", right
        )
        for line, cells in uneven[:TOLD]
    ]
    return DatasetError(told, len(uneven[TOLD:]))
