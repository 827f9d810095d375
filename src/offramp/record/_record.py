"""The record: the sourced account of one crisis."""

import datetime
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Literal, Self, TypeVar

from pydantic import Field, PrivateAttr, ValidationInfo, field_validator

from offramp._errors import Problem, UsageError
from offramp.record import _asof
from offramp.record._acts import Act, known_from
from offramp.record._base import Day, Id, Ids, Line, Part, Text
from offramp.record._claims import Belief, Claim, Question
from offramp.record._parties import Party, Relation
from offramp.record._sides import leanings, side_of
from offramp.record._signals import Signal
from offramp.record._sources import Source

Entry = TypeVar("Entry", Act, Signal, Party, Source, Claim, Question)


class Record(Part):
    """The sourced account of one crisis.

    Read one with `open_record`. Everything in it is frozen; sequences are tuples.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> record.act(record.acts[0].id) is record.acts[0]
    True
    """

    offramp: Literal[1] = Field(description="The version of the format: 1.")
    id: Id = Field(description="Short name of the crisis.")
    title: Line = Field(description="The title as a report prints it.")
    summary: Text | None = Field(
        default=None, description="The crisis in a few sentences, as one sees it afterwards."
    )
    opens: Day = Field(description="The day on which the confrontation begins.")
    closes: Day | None = Field(default=None, description="The day on which the record ends.")
    sides: Mapping[Id, Ids] = Field(
        description="The two sides: for each its name and its parties.",
        min_length=2,
        max_length=2,
    )
    ladder: Line | None = Field(
        default=None, description="A ladder file of one's own, in the record's folder."
    )
    sources: tuple[Source, ...] = Field(default=(), description="What the record rests on.")
    parties: tuple[Party, ...] = Field(default=(), description="Who takes part.")
    relations: tuple[Relation, ...] = Field(
        default=(), description="What binds one party to another."
    )
    acts: tuple[Act, ...] = Field(default=(), description="What was done.")
    signals: tuple[Signal, ...] = Field(default=(), description="What was said.")
    claims: tuple[Claim, ...] = Field(default=(), description="What analysts claim about it.")
    questions: tuple[Question, ...] = Field(default=(), description="What one would ask.")
    beliefs: Mapping[Id, Belief] = Field(
        default_factory=dict[str, Belief],
        description="The analyst's own priors for dials, if any.",
    )
    _warnings: tuple[Problem, ...] = PrivateAttr(default=())
    _folder: Path | None = PrivateAttr(default=None)

    @field_validator("acts", "signals", mode="after")
    @classmethod
    def _date_entries(
        cls, entries: tuple[Act | Signal, ...], info: ValidationInfo
    ) -> tuple[Act | Signal, ...]:
        sources = {source.id: source for source in info.data.get("sources", ())}
        return tuple(
            entry.with_known_on(known_from(entry, entry.sources, sources)) for entry in entries
        )

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is doubtful in the file it was read from, but does not stop it being used."""
        return self._warnings

    @property
    def folder(self) -> Path | None:
        """The folder it was read from; None for a record that came from no file."""
        return self._folder

    def with_origin(self, folder: Path, warnings: tuple[Problem, ...]) -> Self:
        """Return the same record with where it came from and what was doubtful there."""
        copy = self.model_copy()
        copy._folder, copy._warnings = folder, warnings
        return copy

    def act(self, name: str) -> Act:
        """Return the act with an id.

        Raises
        ------
        UsageError
            When there is none; the message names the nearest.
        """
        return _found("act", name, self._acts_by_id)

    def signal(self, name: str) -> Signal:
        """Return the signal with an id; raises UsageError like `act`."""
        return _found("signal", name, {entry.id: entry for entry in self.signals})

    def party(self, name: str) -> Party:
        """Return the party with an id; raises UsageError like `act`."""
        return _found("party", name, self._parties_by_id)

    def source(self, name: str) -> Source:
        """Return the source with an id; raises UsageError like `act`."""
        return _found("source", name, self._sources_by_id)

    def claim(self, name: str) -> Claim:
        """Return the claim with an id; raises UsageError like `act`."""
        return _found("claim", name, {entry.id: entry for entry in self.claims})

    def question(self, name: str) -> Question:
        """Return the question with an id; raises UsageError like `act`."""
        return _found("question", name, {entry.id: entry for entry in self.questions})

    @cached_property
    def _acts_by_id(self) -> dict[str, Act]:
        return {entry.id: entry for entry in self.acts}

    @cached_property
    def _parties_by_id(self) -> dict[str, Party]:
        return {entry.id: entry for entry in self.parties}

    @cached_property
    def _sources_by_id(self) -> dict[str, Source]:
        return {entry.id: entry for entry in self.sources}

    @cached_property
    def _leaning(self) -> dict[str, tuple[Relation, ...]]:
        return leanings(self.relations)

    def side_of(self, party: str, on: datetime.date) -> str | None:
        """Say for which side a party acts on a day.

        Parameters
        ----------
        party : str
            A party's id.
        on : datetime.date
            The day; a relation counts only while it holds.

        Returns
        -------
        str or None
            The side that lists the party, or the side nearest to it by being a proxy of,
            a part of, or the leader of someone; None for a third party, and for one that
            stands as near to either side.
        """
        return side_of(party, on, self.sides, self._leaning)

    def as_of(self, day: datetime.date) -> "Record":
        """Return what was known by the end of a day: the only door that bars hindsight.

        Parameters
        ----------
        day : datetime.date
            The day on whose evening one stands.

        Returns
        -------
        Record
            Without the acts and signals that had not happened, or were not known, by then;
            without later sources, tallies, outcomes and relations; without references to
            anything dropped. Claims and questions stay: they are asked, never evidence.
            An entry may be left with no source to show.

        Examples
        --------
        >>> from offramp.record import new_record, parse_record
        >>> record = parse_record(new_record("two-rivals"))
        >>> len(record.as_of(record.opens - datetime.timedelta(days=3650)).acts)
        0
        """
        ended = self.closes is not None and self.closes <= day
        acts = _asof.happened(self.acts, day)
        signals = _asof.happened(self.signals, day)
        names = {source.id for source in _asof.published(self.sources, day)}
        claimants = {claim.by for claim in self.claims}
        scene = _asof.Scene(
            day=day,
            sources=frozenset(names),
            acts=frozenset(act.id for act in acts),
            dropped=frozenset(e.id for e in (*self.acts, *self.signals))
            - {e.id for e in (*acts, *signals)},
            published={s.id: s.span.last for s in self.sources if s.span is not None},
        )
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        fields |= {
            "summary": self.summary if ended else None,
            "closes": self.closes if ended else None,
            "sources": tuple(s for s in self.sources if s.id in names or s.id in claimants),
            "relations": scene.relations(self.relations),
            "acts": tuple(scene.act(act) for act in acts),
            "signals": tuple(scene.signal(signal) for signal in signals),
        }
        record = Record.model_construct(**fields)
        record._folder, record._warnings = self._folder, self._warnings
        return record


def _found(what: str, name: str, entries: Mapping[str, Entry]) -> Entry:
    if name in entries:
        return entries[name]
    near = get_close_matches(name, entries, 1)
    hint = f' The nearest is "{near[0]}".' if near else ""
    raise UsageError(f'The record has no {what} "{name}".{hint}')
