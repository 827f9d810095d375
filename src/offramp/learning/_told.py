"""A crisis as evidence on the dials: its events and signals, padded to one shape."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import jax
import numpy as np

from offramp.history import Events, Signals, from_record
from offramp.model import Traits
from offramp.record import Record


@dataclass(frozen=True)
class Told:
    """A crisis as evidence: its events and signals, padded, and where it opens.

    `before` is the index of the last event before the opening, -1 for none.
    """

    crisis: str
    events: Events
    signals: Signals
    traits: Traits
    before: int

    @property
    def acts(self) -> int:
        """How many acts there are since the opening, those of the shadow war left out."""
        main = (np.asarray(self.events.valid) > 0) & (np.asarray(self.events.stream) == 0)
        return int(main[self.before + 1 :].sum())


def told_by(records: Sequence[Record]) -> tuple[Told, ...]:
    """Lay records out as evidence, each as known on its last day, in one common shape."""
    ends = [r.closes or max(act.span.last for act in r.acts) for r in records]
    histories = [from_record(r, end) for r, end in zip(records, ends, strict=True)]
    found: list[Told] = []
    for record, end, h in zip(records, ends, histories, strict=True):
        opens = _offset(record.opens, end)
        valid = np.asarray(h.events.valid) > 0
        before = int((valid & (np.asarray(h.events.day) < opens)).sum()) - 1
        traits = Traits(h.nuclear, h.democracy)
        found.append(Told(record.id, h.events, h.signals, traits, before))
    return in_one_shape(found)


def in_one_shape(told: Sequence[Told]) -> tuple[Told, ...]:
    """Pad crises to the longest of them, so that one compiled likelihood serves all."""
    acts = max((len(one.events.day) for one in told), default=0)
    said = max((len(one.signals.day) for one in told), default=0)
    return tuple(
        replace(
            one,
            events=Events(*(_padded(array, acts) for array in one.events)),
            signals=Signals(*(_padded(array, said) for array in one.signals)),
        )
        for one in told
    )


def stacked(told: Sequence[Told]) -> Any:
    """Give crises of one shape as arrays with the crises on the first axis."""
    each = [(one.events, one.signals, one.traits, one.before) for one in told]
    return jax.tree.map(lambda *arrays: np.stack([np.asarray(a) for a in arrays]), *each)


def _offset(day: date, end: date) -> int:
    return (day - end).days


def _padded(array: Any, size: int) -> Any:
    return np.concatenate([array, np.zeros(size - len(array), np.asarray(array).dtype)])
