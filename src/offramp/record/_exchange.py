"""Exchanges: what was launched, what stood in its way, and what became of it."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, SerializerFunctionWrapHandler, WrapSerializer

from offramp.record._base import Count, Day, Id, Ids, Line, Number, Part, Text
from offramp.record._sources import Citations
from offramp.record.enums import Munition

MUNITIONS: tuple[Munition, ...] = (
    "drone",
    "cruise",
    "ballistic",
    "air-launched",
    "rocket",
    "artillery",
)


class Tally(Part):
    """A number as one source or party gives it."""

    says: Id | None = Field(default=None, description="The source or party that says so.")
    count: Number = Field(description="The number, or a range such as 7..16.")
    known: Day | None = Field(
        default=None,
        description="The day on which it became known; where left out, the day of its earliest "
        "source, and without sources of its own it is known with the act.",
    )
    sources: Citations = Field(default=(), description="What it rests on.")


def _tallies(value: object) -> object:
    if isinstance(value, int | str | Count):
        return ({"count": value},)
    return value


def _short(value: Any, handler: SerializerFunctionWrapHandler) -> Any:
    full = handler(value)
    bare = len(full) == 1 and {k for k, v in full[0].items() if v not in (None, [], ())}
    return full[0]["count"] if bare == {"count"} else full


Tallies = Annotated[
    tuple[Tally, ...],
    BeforeValidator(_tallies, json_schema_input_type=Number | tuple[Tally, ...]),
    WrapSerializer(_short),
]


def overall(tallies: tuple[Tally, ...]) -> Count | None:
    """Join what several say into the range from the lowest to the highest.

    Parameters
    ----------
    tallies : tuple of Tally

    Returns
    -------
    Count or None
        None where nobody says anything.

    Examples
    --------
    >>> overall((Tally(count=Count(7, 7)), Tally(count=Count(11, 16))))
    Count(low=7, high=16)
    """
    if not tallies:
        return None
    return Count(min(t.count.low for t in tallies), max(t.count.high for t in tallies))


class Launched(Part):
    """The numbers launched of each kind."""

    drone: Tallies = Field(default=(), description="Drones that attack.")
    cruise: Tallies = Field(default=(), description="Cruise missiles launched from the ground.")
    ballistic: Tallies = Field(default=(), description="Ballistic missiles.")
    air_launched: Tallies = Field(
        default=(), alias="air-launched", description="Missiles and bombs dropped by aircraft."
    )
    rocket: Tallies = Field(default=(), description="Unguided rockets.")
    artillery: Tallies = Field(default=(), description="Artillery and mortar shells.")

    def of(self, kind: Munition) -> tuple[Tally, ...]:
        """What is said about one kind; empty where nothing is."""
        return getattr(self, kind.replace("-", "_"))

    @property
    def by_kind(self) -> dict[Munition, tuple[Tally, ...]]:
        """The kinds that were launched, in a fixed order."""
        return {kind: self.of(kind) for kind in MUNITIONS if self.of(kind)}


class Wave(Part):
    """One wave of a launch."""

    kind: Munition = Field(description="What was launched in it.")
    at: Line | None = Field(default=None, description="When it came, in words.")
    count: Number | None = Field(default=None, description="How many.")


class Layer(Part):
    """One layer of defence."""

    name: Line = Field(description="Its name.")
    party: Id | None = Field(default=None, description="The party that works it.")
    kinds: tuple[Munition, ...] = Field(default=(), description="What it is meant to stop.")


class Fate(Part):
    """What became of one kind, as one claimant has it."""

    failed: Number | None = Field(
        default=None, description="Failed in flight, or fell short, by itself."
    )
    stopped: Number | None = Field(default=None, description="Intercepted by a defence.")
    hit: Number | None = Field(default=None, description="Reached what it was aimed at, or near.")


class Outcome(Part):
    """What became of what was launched, as one claimant has it; claimants may disagree."""

    says: Id = Field(description="The source or party that says so.")
    known: Day | None = Field(
        default=None,
        description="The day on which this was said; where left out, the day of its earliest "
        "source, and without sources of its own it is known with the act.",
    )
    drone: Fate | None = Field(default=None, description="What became of the drones.")
    cruise: Fate | None = Field(default=None, description="What became of the cruise missiles.")
    ballistic: Fate | None = Field(
        default=None, description="What became of the ballistic missiles."
    )
    air_launched: Fate | None = Field(
        default=None,
        alias="air-launched",
        description="What became of the missiles and bombs dropped by aircraft.",
    )
    rocket: Fate | None = Field(default=None, description="What became of the rockets.")
    artillery: Fate | None = Field(default=None, description="What became of the shells.")
    sources: Citations = Field(default=(), description="What it rests on.")
    note: Text | None = Field(default=None, description="Anything a reader should know about it.")

    def of(self, kind: Munition) -> Fate | None:
        """What became of one kind; None where the claimant does not say."""
        return getattr(self, kind.replace("-", "_"))

    @property
    def by_kind(self) -> dict[Munition, Fate]:
        """The kinds that the claimant speaks of, in a fixed order."""
        return {kind: fate for kind in MUNITIONS if (fate := self.of(kind)) is not None}


class Exchange(Part):
    """What was launched in an act, what stood in its way, and what became of it."""

    launched: Launched = Field(
        default_factory=lambda: Launched.model_validate({}),
        description="How many were launched, by kind.",
    )
    waves: tuple[Wave, ...] = Field(default=(), description="The waves, in order.")
    defenders: Ids = Field(default=(), description="The parties that took part in the defence.")
    layers: tuple[Layer, ...] = Field(default=(), description="The layers of the defence.")
    notice_hours: Annotated[float, Field(ge=0, le=8760)] | None = Field(
        default=None,
        description="How long before the launch the defence was told of it or saw it coming, "
        "in hours.",
    )
    outcome: tuple[Outcome, ...] = Field(
        default=(), description="What became of it, one entry for each claimant."
    )
