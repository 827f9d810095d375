"""Small invented records, and changes to records that a test can make."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from offramp.record import Record

OPENS = date(2024, 3, 1)
Raw = dict[str, Any]

PARTIES = (
    {"id": "northland", "name": "Northland", "kind": "state"},
    {"id": "southland", "name": "Southland", "kind": "state"},
    {"id": "guard", "name": "River Guard", "kind": "armed-group"},
    {"id": "neighbour", "name": "The neighbour", "kind": "state"},
)
SIDES = {"north": ["northland"], "south": ["southland"]}
RELATIONS = ({"kind": "proxy-of", "from": "guard", "to": "northland", "date": "2010/.."},)


def day(offset: int) -> str:
    """Name a day, counted from the one on which the invented confrontation opens."""
    return (OPENS + timedelta(days=offset)).isoformat()


def act(
    name: str, offset: int | str, by: str = "northland", rung: str = "display", **more: Any
) -> Raw:
    """Describe an act by one party against the other side's state."""
    against = "northland" if by == "southland" else "southland"
    when = offset if isinstance(offset, str) else day(offset)
    return {"id": name, "date": when, "by": [by], "against": [against], "act": rung, **more}


def signal(name: str, offset: int, kind: str, sender: str, *to: str, **more: Any) -> Raw:
    """Describe something said."""
    return {"id": name, "date": day(offset), "kind": kind, "from": sender, "to": list(to), **more}


def invent(acts: Iterable[Raw] = (), signals: Iterable[Raw] = (), **more: Any) -> Record:
    """Build a record of two rivals."""
    raw: Raw = {
        "offramp": 1, "id": "rivals", "title": "Two rivals", "opens": OPENS.isoformat(),
        "sides": SIDES, "parties": list(PARTIES), "relations": list(RELATIONS),
        "acts": list(acts), "signals": list(signals),
    }  # fmt: skip
    return Record.model_validate({**raw, **more})


def plain(record: Record) -> Raw:
    """Give a record as plain values, to change and to read again."""
    return record.model_dump(mode="json", by_alias=True, exclude_none=True)


CUSTOM = tuple(
    act(f"custom-{n}", -200 + 20 * n, "guard", "shadow-attack", channel="proxy") for n in range(6)
)
"""A shadow war: six attacks by proxy before the confrontation opens."""

CRISIS = (
    *CUSTOM,
    act("alert", 0, "northland", "display"),
    act("raid", 4, "southland", "strike-abroad", killed="2..4", target={"kind": "military"}),
    act("fire", 6, "guard", "shadow-attack", channel="proxy"),
    act("threat", 9, "northland", "threat"),
    act(
        "salvo", 12, "northland", "strike-home", killed=3, answers=["raid"],
        target={"kind": "military", "sovereign": "yes"},
        exchange={
            "launched": {"drone": 40, "ballistic": "8..12"}, "notice_hours": 24,
            "defenders": ["southland", "neighbour"],
            "outcome": [
                {"says": "southland", "drone": {"stopped": 38, "hit": 2},
                 "ballistic": {"failed": 3, "stopped": 5, "hit": 2}}
            ],
        },
    ),
)  # fmt: skip

SAID = (
    signal("vow", 5, "vow", "northland", "southland"),
    signal("notice", 11, "notice", "northland", "neighbour", about="salvo", hours=24),
    signal("talks", 12, "mediation", "neighbour", "northland", "southland"),
    signal("held", 13, "stance", "neighbour", "southland", stance="withholds"),
)

AS_OF = OPENS + timedelta(days=13)


def crisis(acts: Iterable[Raw] = CRISIS, signals: Iterable[Raw] = SAID, **more: Any) -> Record:
    """Build the invented crisis: a shadow war, a raid, a salvo in answer."""
    return invent(acts, signals, **more)
