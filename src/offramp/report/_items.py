"""What a record holds, as the page shows it: acts, signals and sources in plain words."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Tone = Literal["a", "b", "both", "other"]


@dataclass(frozen=True)
class Quote:
    """One source of an act or a signal, with the words that it rests on."""

    title: str
    publisher: str
    dated: str
    reliability: str
    url: str | None
    quote: str


@dataclass(frozen=True)
class Item:
    """An act or a signal, ready to draw.

    `key` is its id on the page, `tone` whose colour it has, `level` its rung's order for
    an act; `first` and `last` bound its date, `facts` are what else the record says of it.
    """

    key: str
    id: str
    first: date
    last: date
    when: str
    tone: Tone
    who: str
    whom: str
    what: str
    level: int
    channel: str
    admitted: str
    status: str
    title: str
    summary: str
    facts: tuple[tuple[str, str], ...]
    quotes: tuple[Quote, ...]

    @property
    def spread(self) -> bool:
        """Whether it lasted, or may have happened, on more than one day."""
        return self.first != self.last


@dataclass(frozen=True)
class SourceRow:
    """One source of the record and how often it is cited."""

    id: str
    title: str
    author: str
    publisher: str
    dated: str
    kind: str
    reliability: str
    url: str | None
    cited: int
    note: str


@dataclass(frozen=True)
class Account:
    """The record laid out for the page, in order of time."""

    title: str
    summary: str
    opens: date
    acts: tuple[Item, ...]
    signals: tuple[Item, ...]
    sources: tuple[SourceRow, ...]

    @property
    def begins(self) -> date:
        """The first day that holds an act or a signal."""
        days = [item.first for item in (*self.acts, *self.signals)]
        return min([*days, self.opens])
