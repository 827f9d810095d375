"""Parties, and what binds one to another."""

import datetime

from pydantic import Field

from offramp.record._base import Edtf, Id, Ids, Iso3, Line, Part, Text
from offramp.record._dates import Span, parse_span
from offramp.record._sources import Citations
from offramp.record.enums import PartyKind, RelationKind, YesNo


class Party(Part):
    """Anyone who acts, speaks, hosts or is struck."""

    id: Id = Field(description="Short name of the party, unique among the parties.")
    name: Line = Field(description="The name as a report prints it.")
    kind: PartyKind = Field(description="What sort of party it is.")
    iso3: Iso3 | None = Field(
        default=None, description="ISO 3166 code of a state, three capital letters."
    )
    nuclear: YesNo | None = Field(
        default=None, description="Whether it has nuclear weapons; left out where disputed."
    )
    democracy: YesNo | None = Field(
        default=None, description="Whether it is a democracy; left out where disputed."
    )
    note: Text | None = Field(default=None, description="Anything a reader should know about it.")


class Relation(Part):
    """What one party is to another, and since when."""

    kind: RelationKind = Field(description="What `from` is to `to`.")
    from_: Id = Field(
        alias="from", description="The party that the relation starts at: the proxy, the part."
    )
    to: Id | None = Field(
        default=None, description="The party it leads to; left out for a channel."
    )
    between: Ids = Field(
        default=(), description="For a channel: the two parties that speak through it."
    )
    date: Edtf | None = Field(
        default=None,
        description="When it held (EDTF), such as 1982/..; left out where it always holds.",
    )
    sources: Citations = Field(default=(), description="What it rests on.")
    note: Text | None = Field(default=None, description="Anything a reader should know about it.")

    @property
    def span(self) -> Span | None:
        """The days on which it holds; None where it always does."""
        return parse_span(self.date) if self.date is not None else None

    def holds_on(self, day: datetime.date) -> bool:
        """Say whether the relation holds on a day."""
        return self.span is None or day in self.span
