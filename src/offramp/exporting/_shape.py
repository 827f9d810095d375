"""The one shape of a table: its columns, each with how it is filled, and its rows."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from offramp._spreadsheet import harmless
from offramp.record import Record

Type = Literal["string", "integer", "number", "date"]
Row = dict[str, Any]
Link = tuple[tuple[str, ...], str, tuple[str, ...]]


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes
    ----------
    name, type, description : str
        As in a Frictionless table schema.
    needed : bool
        Whether every row has a value.
    among : tuple of str
        The words that may stand there; empty where any may.
    """

    name: str
    type: Type
    description: str
    needed: bool = False
    among: tuple[str, ...] = ()

    def schema(self) -> Row:
        """Give the field's part of a Frictionless schema."""
        rules: Row = {"required": True} if self.needed else {}
        if self.among:
            rules["enum"] = list(self.among)
        held = {"name": self.name, "type": self.type, "description": self.description}
        return {**held, "constraints": rules} if rules else held


@dataclass(frozen=True)
class Table:
    """A table of the package: what it holds, and how it is made of a record.

    Attributes
    ----------
    name, title, description : str
    columns : tuple of Column
    rows : callable
        From a record to its rows, in the record's order.
    key : tuple of str
        The columns that name a row; empty where none do.
    links : tuple of (columns, table, columns)
        What refers to which table's key.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: Callable[[Record], Iterable[Row]]
    key: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    def csv(self, records: Sequence[Record]) -> str:
        """Write the rows of some records as CSV, with a line of names.

        A text that a spreadsheet would run begins with an apostrophe.
        """
        kept = io.StringIO()
        out = csv.writer(kept, lineterminator="\n")
        names = [column.name for column in self.columns]
        out.writerow(names)
        for record in records:
            for row in self.rows(record):
                out.writerow([_cell(row.get(name)) for name in names])
        return kept.getvalue()

    def schema(self) -> Row:
        """Give the Frictionless table schema."""
        schema: Row = {"fields": [column.schema() for column in self.columns]}
        if self.key:
            schema["primaryKey"] = list(self.key)
        if self.links:
            schema["foreignKeys"] = [
                {"fields": list(here), "reference": {"resource": table, "fields": list(there)}}
                for here, table, there in self.links
            ]
        return schema


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return harmless(";".join(map(str, value)))
    return harmless(value) if isinstance(value, str) else str(value)
