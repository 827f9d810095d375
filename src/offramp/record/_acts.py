"""Acts: what was done, by whom, against whom, and who says so."""

import datetime
from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, PrivateAttr

from offramp.record._base import Count, Day, Edtf, Id, Ids, Iso3, Line, Part, Text
from offramp.record._dates import Span, parse_span
from offramp.record._exchange import Exchange, Tallies, overall
from offramp.record._sources import Citations, Source
from offramp.record.enums import (
    Admitted,
    Channel,
    Damage,
    Rank,
    Status,
    TargetKind,
    YesNo,
)


class Dated(Part):
    """An entry with a date, sources, and a day on which it became known."""

    id: Id = Field(description="Short name, unique among acts, signals, claims and questions.")
    date: Edtf = Field(description="When it happened (EDTF).")
    known: Day | None = Field(
        default=None,
        description="The day on which it became known to the public; where left out, the day "
        "of its earliest source or its own last possible day, whichever is later.",
    )
    _known_on: datetime.date | None = PrivateAttr(default=None)

    @property
    def span(self) -> Span:
        """The days on which it may have happened."""
        return parse_span(self.date)

    @property
    def known_on(self) -> datetime.date:
        """The day on which it became known; until a record holds it, its own last day."""
        return self.known or self._known_on or self.span.last

    def with_known_on(self, day: datetime.date) -> Self:
        """Return the same entry with the day on which its sources made it known."""
        copy = self.model_copy()
        copy._known_on = day
        return copy


class Place(Part):
    """Where it happened."""

    name: Line = Field(description="The name of the place.")
    country: Iso3 | None = Field(
        default=None, description="ISO 3166 code of the country it lies in, three capital letters."
    )
    lat: Annotated[float, Field(ge=-90, le=90)] | None = Field(
        default=None, description="Latitude in degrees, north positive."
    )
    lon: Annotated[float, Field(ge=-180, le=180)] | None = Field(
        default=None, description="Longitude in degrees, east positive."
    )


class Leader(Part):
    """A leader who was struck at."""

    name: Line = Field(description="The leader's name.")
    rank: Rank = Field(description="How high he stood.")


class Target(Part):
    """What an act was aimed at."""

    kind: TargetKind = Field(description="What sort of target it was.")
    sovereign: YesNo | None = Field(
        default=None,
        description="Whether it counts as the other's own soil, as an embassy does.",
    )
    leaders: tuple[Leader, ...] = Field(default=(), description="Leaders who were struck at.")
    non_state: YesNo | None = Field(
        default=None, description="Whether the target belonged to no state."
    )


class Act(Dated):
    """A dated deed on the ladder."""

    by: Ids = Field(description="The parties that did it.", min_length=1)
    against: Ids = Field(default=(), description="The parties that it was done to.")
    act: Line = Field(description="The rung of the ladder.")
    channel: Channel = Field(
        default="direct", description="Whether it was done openly, through a proxy or covertly."
    )
    admitted: Admitted = Field(default="yes", description="Whether those who did it own up to it.")
    mutual: YesNo = Field(
        default="no", description="Whether it is a clash that neither side began."
    )
    status: Status = Field(
        default="done", description="Whether it was done, or only threatened or proposed."
    )
    title: Line | None = Field(default=None, description="One short line for charts.")
    summary: Text | None = Field(default=None, description="What happened, in a few sentences.")
    place: Place | None = Field(default=None, description="Where it happened.")
    target: Target | None = Field(default=None, description="What it was aimed at.")
    killed: Tallies = Field(
        default=(),
        description="How many died: a number, a range such as 7..16, or a list of who says what.",
    )
    damage: Damage | None = Field(default=None, description="How much was destroyed.")
    answers: Ids = Field(default=(), description="The earlier acts that this one answers.")
    withheld: Ids = Field(
        default=(), description="Parties that could have taken part and were kept out."
    )
    exchange: Exchange | None = Field(
        default=None, description="What was launched, and what became of it."
    )
    sources: Citations = Field(
        default=(),
        description="What the act rests on: at least one source.",
        json_schema_extra={"minItems": 1},
    )
    inferred: tuple[Line, ...] = Field(
        default=(), description="The fields that were inferred and that no source states."
    )
    note: Text | None = Field(default=None, description="Anything a reader should know about it.")

    @property
    def dead(self) -> Count | None:
        """From the lowest to the highest number of dead that anyone gives; None if nobody."""
        return overall(self.killed)


def known_from(entry: "Dated", cited: Citations, sources: Mapping[str, Source]) -> datetime.date:
    """Find the day on which an entry's sources had made it known.

    Parameters
    ----------
    entry : Dated
    cited : tuple of Citation
    sources : mapping of str to Source

    Returns
    -------
    datetime.date
        The explicit `known`; else the entry's last possible day or the last possible day
        of its earliest dated source, whichever is later.
    """
    if entry.known is not None:
        return entry.known
    published = [
        source.span.last
        for citation in cited
        if (source := sources.get(citation.id)) is not None and source.span is not None
    ]
    return max(entry.span.last, min(published, default=entry.span.last))
