"""Signals: what parties say to one another, and through whom."""

from typing import Annotated

from pydantic import Field

from offramp.record._acts import Dated
from offramp.record._base import Id, Ids, Line, Text
from offramp.record._sources import Citations
from offramp.record.enums import Audience, SignalKind, Stance, YesNo


class Signal(Dated):
    """Something that one party tells another, or the world."""

    kind: SignalKind = Field(description="What sort of signal it is.")
    from_: Id = Field(alias="from", description="The party that sends it.")
    to: Ids = Field(default=(), description="The parties that it is meant for.")
    via: Id | None = Field(default=None, description="The party that carries it.")
    audience: Audience | None = Field(default=None, description="Who is meant to hear it.")
    about: Line | None = Field(
        default=None, description="The id of an act, or a few words, that it is about."
    )
    if_: Line | None = Field(
        default=None, alias="if", description="The condition, for a conditional threat."
    )
    hours: Annotated[float, Field(ge=0, le=8760)] | None = Field(
        default=None, description="For a notice: how many hours before the act it was given."
    )
    public: YesNo = Field(default="yes", description="Whether it was said in public.")
    stance: Stance | None = Field(
        default=None, description="For a stance: what the sender will do for the receiver."
    )
    disputed: Ids = Field(default=(), description="Parties that deny it was sent.")
    title: Line | None = Field(default=None, description="One short line for charts.")
    summary: Text | None = Field(default=None, description="What was said, in a few sentences.")
    sources: Citations = Field(
        default=(),
        description="What the signal rests on: at least one source.",
        json_schema_extra={"minItems": 1},
    )
    inferred: tuple[Line, ...] = Field(
        default=(), description="The fields that were inferred and that no source states."
    )
    note: Text | None = Field(default=None, description="Anything a reader should know about it.")
