"""What happened between the sides after a day, by the rules of that day."""

from dataclasses import dataclass
from datetime import date

from offramp.history._from_record import deeds_between, ladder_of
from offramp.history._usual import custom_of, is_shadow
from offramp.ladder import Ladder
from offramp.record import Count, Record


@dataclass(frozen=True)
class Happened:
    """An act between the sides.

    Attributes
    ----------
    id : str
    day : datetime.date
        Its last possible day.
    side : str or None
        Whose act it is; None for a clash that neither began.
    rung : str
    level : int
    ladder : Ladder
        On which `rung` stands.
    channel : str
    dead : Count or None
        How many were killed; None where nobody says.
    shadow : bool
        Whether it belongs to the shadow war, by what was customary on the day looked from.
    """

    id: str
    day: date
    side: str | None
    rung: str
    level: int
    ladder: Ladder
    channel: str = "direct"
    dead: Count | None = None
    shadow: bool = False

    def at_least(self, rung: str | None) -> bool:
        """Say whether it stands on a rung or higher."""
        return rung is not None and self.ladder.order(self.rung) >= self.ladder.order(rung)


def happened_after(record: Record, as_of: date, shadow: bool = False) -> list[Happened]:
    """List the acts between the sides that came after a day, in order of time.

    Parameters
    ----------
    record : Record
        The whole record.
    as_of : datetime.date
    shadow : bool
        Whether to list acts of the shadow war too. It is what was customary as of that day:
        hindsight does not move the line.
    """
    ladder = ladder_of(record)
    past = deeds_between(record.as_of(as_of), ladder)
    custom = custom_of([(d.day, d.force) for d in past if d.level >= 4], record.opens)
    found = [
        Happened(
            deed.act.id, deed.day, deed.maker, deed.act.act, deed.level, ladder,
            deed.act.channel, deed.act.dead, deed.level >= 4 and is_shadow(deed.force, custom),
        )
        for deed in deeds_between(record, ladder)
        if deed.day > as_of
    ]  # fmt: skip
    return [act for act in found if shadow or not act.shadow]
