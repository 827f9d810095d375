"""What happened between the sides after a day, by the rules of that day."""

from dataclasses import dataclass
from datetime import date

from offramp.history._from_record import deeds_between, ladder_of
from offramp.history._usual import custom_of, is_shadow
from offramp.ladder import Ladder
from offramp.record import Record


@dataclass(frozen=True)
class Happened:
    """An act outside the shadow war: who, when, on which rung; `side` is None for a clash."""

    id: str
    day: date
    side: str | None
    rung: str
    level: int
    ladder: Ladder

    def at_least(self, rung: str | None) -> bool:
        """Say whether it stands on a rung or higher."""
        return rung is not None and self.ladder.order(self.rung) >= self.ladder.order(rung)


def happened_after(record: Record, as_of: date) -> list[Happened]:
    """List the acts outside the shadow war that came after a day, in order of time.

    The shadow war is what was customary as of that day: hindsight does not move the line.
    """
    ladder = ladder_of(record)
    past = deeds_between(record.as_of(as_of), ladder)
    custom = custom_of([(d.day, d.force) for d in past if d.level >= 4], record.opens)
    return [
        Happened(deed.act.id, deed.day, deed.maker, deed.act.act, deed.level, ladder)
        for deed in deeds_between(record, ladder)
        if deed.day > as_of and not (deed.level >= 4 and is_shadow(deed.force, custom))
    ]
