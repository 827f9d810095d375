"""The moves that are searched over: a closed list, none of them violent."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from offramp.answers import World
from offramp.history import MUTUAL
from offramp.record import Record

Kind = Literal[
    "delay", "hold", "hold long", "hold while", "limit", "ceasefire", "withdrawal", "framing",
    "restrain proxies", "restrain", "mediate",
]  # fmt: skip

SPAN = 30
"""Days for which a move is kept up; a signal is renewed each week."""

DELAY, SHORT = 7, 14

WEEK = 7

HOLDS: dict[Kind, int] = {"delay": DELAY, "hold": SHORT, "hold long": SPAN, "hold while": SPAN}
"""Moves that hold a side, and for how many days."""

SAID: dict[Kind, str] = {
    "limit": "limit", "ceasefire": "ceasefire", "withdrawal": "withdrawal", "framing": "framing",
    "restrain proxies": "withheld", "restrain": "restraint", "mediate": "mediation",
}  # fmt: skip
"""Moves that are said and kept up, and the kind of signal that each counts as."""


BEFORE = 90
"""Days before a crisis opens whose deployments and seizures are of it: often they open it, once
they are found."""

BINDING: tuple[Kind, ...] = ("limit", "ceasefire", "withdrawal")
"""Moves by which a side gives its word to use no force."""


@dataclass(frozen=True)
class Move:
    """Something that a party could do, and that kills nobody.

    Attributes
    ----------
    kind : str
    by : tuple of str
        Who makes it: a side, both sides, or a third party.
    on : str
        Which side it bears on: the maker itself, the side restrained, or ``both``.
    words : str
        The move as a reader would put it.
    """

    kind: Kind
    by: tuple[str, ...]
    on: str
    words: str


_BY_A_SIDE: dict[Kind, str] = {
    "delay": f"{{}} waits {DELAY} days",
    "hold": f"{{}} holds {SHORT} days, in words and sanctions at most",
    "hold long": f"{{}} holds {SPAN} days, in words and sanctions at most",
    "hold while": f"{{}} holds {SPAN} days if the other does",
    "limit": "{} declares a limit or assures, and repeats it",
    "framing": "{} tells its public that it has succeeded",
    "restrain proxies": "{} keeps its proxies out, and says so",
}


def moves_of(record: Record, as_of: date) -> tuple[Move, ...]:
    """List the moves that the parties of a record could make on a day.

    Parameters
    ----------
    record : Record
        What was known by then.
    as_of : datetime.date

    Returns
    -------
    tuple of Move
        The sides' own first, in the record's order; then those of third parties that have
        spoken to a side before. A side has proxies to keep out, or something to take back, only
        where the record says so.
    """
    found: list[Move] = []
    for side, members in record.sides.items():
        name = record.party(members[0]).name
        for kind, words in _BY_A_SIDE.items():
            if kind == "restrain proxies" and not _has_proxies(record, side, as_of):
                continue
            found.append(Move(kind, (side,), side, words.format(name)))
    found.append(Move("ceasefire", tuple(record.sides), "both", "a cease-fire by both"))
    for side, members in record.sides.items():
        words = _undone(record, side, as_of)
        if words:
            name = _name(record, members[0])
            found.append(Move("withdrawal", (side,), side, f"{name} {words}"))
    for side, members in record.sides.items():
        partner = _restrainer(record, side, as_of)
        if partner:
            words = f"{_name(record, partner)} restrains {_name(record, members[0])}"
            found.append(Move("restrain", (partner,), side, words))
    mediator = _mediator(record, as_of)
    words = f"{mediator[1]} mediates or brings the sides together"
    found.append(Move("mediate", (mediator[0],), "both", words))
    return tuple(found)


def begin(world: World, move: Move, after: int = 0) -> World:
    """Give the world in which a move is made, some days from now.

    Parameters
    ----------
    world : World
    move : Move
    after : int
        Days from the as-of date on which it is made; it takes effect the day after.

    Returns
    -------
    World
    """
    if move.kind in HOLDS:
        side = world.side(move.on)
        last = after + HOLDS[move.kind]
        return world.hold(side, after + 1, last, while_other=move.kind == "hold while")
    # A cease-fire by either counts for both, in the model.
    side = MUTUAL if move.on == "both" and move.kind == "mediate" else 0
    side = side if move.on == "both" else world.side(move.on)
    return world.say(SAID[move.kind], side, tuple(range(after, after + SPAN, WEEK)))


def _name(record: Record, party: str) -> str:
    return record.party(party).name


def _has_proxies(record: Record, side: str, day: date) -> bool:
    members = record.sides[side]
    return any(
        party.id not in members and record.side_of(party.id, day) == side
        and party.kind in ("armed-group", "coalition")
        for party in record.parties
    )  # fmt: skip


def _undone(record: Record, side: str, day: date) -> str | None:
    """Say what a side can take back of what it did since shortly before the crisis opened."""
    since = record.opens - timedelta(days=BEFORE)
    done = {
        act.act for act in record.acts
        if act.status == "done" and act.span.last >= since
        and any(record.side_of(party, day) == side for party in act.by)
    }  # fmt: skip
    if "seizure" in done:
        return "lifts, frees or leaves what it shut or took"
    return "draws back the forces it brought up" if done & {"display", "war"} else None


def _restrainer(record: Record, side: str, day: date) -> str | None:
    """Name the third party that has held a side back or backed it most often."""
    speaks = [
        signal.from_ for signal in record.signals
        if record.side_of(signal.from_, day) is None
        and any(record.side_of(party, day) == side for party in signal.to)
        and (signal.stance is not None or signal.kind in ("warning", "conditional-threat"))
        and not _is_faction(record, signal.from_)
    ]  # fmt: skip
    return _most(speaks)


def _mediator(record: Record, day: date) -> tuple[str, str]:
    tried = [
        signal.from_ for signal in record.signals
        if signal.kind == "mediation" and record.side_of(signal.from_, day) is None
    ]  # fmt: skip
    carried = [
        signal.via for signal in record.signals
        if signal.via and record.side_of(signal.via, day) is None
    ]  # fmt: skip
    named = _most(tried or carried)
    return (named, _name(record, named)) if named else ("third-party", "a third party")


def _is_faction(record: Record, party: str) -> bool:
    return any(r.kind == "faction-of" and r.from_ == party for r in record.relations)


def _most(names: list[str]) -> str | None:
    return max(sorted(set(names)), key=names.count) if names else None
