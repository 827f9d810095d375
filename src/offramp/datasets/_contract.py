"""What the columns of a published file must hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

Kind = Literal["whole", "number", "text"]
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
    pattern : str
        A regular expression that text must match; empty for any.
    like : str
        A text that matches it, for messages.
    """

    name: str
    kind: Kind = "whole"
    codes: frozenset[int] | frozenset[str] = frozenset()
    low: float = -inf
    high: float = inf
    empty: bool = False
    pattern: str = ""
    like: str = ""


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
    key : tuple of str
        Columns that together stand but once.
    apart : (str, str)
        Columns that must differ, such as the two states of a pair; empty for none.
    unknown_days : tuple of int
        Other days that stand for an unknown one.
    version : (str, str)
        The column that holds the version, and the version that is read; empty for none.
    """

    title: str
    columns: tuple[Column, ...]
    days: tuple[tuple[str, str, str], ...] = ()
    key: tuple[str, ...] = ()
    apart: tuple[str, str] | tuple[()] = ()
    unknown_days: tuple[int, ...] = ()
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
