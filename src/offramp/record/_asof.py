"""What of an entry was known by the end of a day."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from offramp.record._acts import Act
from offramp.record._base import Part
from offramp.record._exchange import Exchange, Outcome, Tally
from offramp.record._parties import Relation
from offramp.record._signals import Signal
from offramp.record._sources import Citation, Source

Entry = TypeVar("Entry", Act, Signal)
Model = TypeVar("Model", bound=Part)


def happened(entries: tuple[Entry, ...], day: datetime.date) -> tuple[Entry, ...]:
    """Keep what had happened for certain, and was known, by the end of a day."""
    return tuple(e for e in entries if e.span.last <= day and e.known_on <= day)


def published(sources: tuple[Source, ...], day: datetime.date) -> tuple[Source, ...]:
    """Keep what was out for certain by the end of a day; what bears no date stays."""
    return tuple(s for s in sources if s.span is None or s.span.last <= day)


@dataclass(frozen=True)
class Scene:
    """A day, and what a reader of that day's evening had.

    Attributes
    ----------
    day : datetime.date
    sources : frozenset of str
        Sources that were out.
    acts : frozenset of str
        Acts that were known.
    dropped : frozenset of str
        Acts and signals that are not known yet.
    published : mapping of str to datetime.date
        The last possible day of every dated source.
    """

    day: datetime.date
    sources: frozenset[str]
    acts: frozenset[str]
    dropped: frozenset[str]
    published: Mapping[str, datetime.date]

    def act(self, act: Act) -> Act:
        """Strip an act of what was not known yet."""
        return _changed(
            act,
            killed=self._tallies(act.killed),
            answers=tuple(name for name in act.answers if name in self.acts),
            exchange=self._exchange(act.exchange),
            sources=self._citations(act.sources),
        )

    def signal(self, signal: Signal) -> Signal:
        """Strip a signal of what was not known yet."""
        about = None if signal.about in self.dropped else signal.about
        return _changed(signal, about=about, sources=self._citations(signal.sources))

    def relations(self, relations: tuple[Relation, ...]) -> tuple[Relation, ...]:
        """Keep the relations that had begun, with no end that was still to come."""
        return tuple(
            _changed(r, date=self._begun(r), sources=self._citations(r.sources))
            for r in relations
            if r.span is None or r.span.first <= self.day
        )

    def _begun(self, relation: Relation) -> str | None:
        if relation.date is None or relation.span is None or relation.span.last <= self.day:
            return relation.date
        start, slash, _ = relation.date.partition("/")
        if not slash:
            return relation.date
        return None if start == ".." else f"{start}/.."

    def _citations(self, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        return tuple(citation for citation in citations if citation.id in self.sources)

    def _known(self, value: Tally | Outcome) -> bool:
        # A value without a day of its own became known by its earliest source.
        if value.known is not None:
            return value.known <= self.day
        days = [self.published[c.id] for c in value.sources if c.id in self.published]
        if value.says is not None and value.says in self.published:
            days.append(self.published[value.says])
        return min(days, default=self.day) <= self.day

    def _tallies(self, tallies: tuple[Tally, ...]) -> tuple[Tally, ...]:
        return tuple(
            _changed(tally, sources=self._citations(tally.sources))
            for tally in tallies
            if self._known(tally)
        )

    def _exchange(self, exchange: Exchange | None) -> Exchange | None:
        if exchange is None:
            return None
        launched = exchange.launched
        names = [kind.replace("-", "_") for kind in launched.by_kind]
        tallies = {name: self._tallies(getattr(launched, name)) for name in names}
        outcome = tuple(
            _changed(entry, sources=self._citations(entry.sources))
            for entry in exchange.outcome
            if self._known(entry)
        )
        return _changed(exchange, launched=_changed(launched, **tallies), outcome=outcome)


def _changed(part: Model, **fields: Any) -> Model:
    """Copy a part with other values, or give it back where they are the same."""
    if all(getattr(part, name) == value for name, value in fields.items()):
        return part
    return part.model_copy(update=fields)
