"""Which moments of other crises may be compared, and what followed them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from offramp.history import MAIN, Happened, History, from_record, happened_after
from offramp.likeness._results import Followed, Later
from offramp.record import Record
from offramp.scoring.library import Moment, moments_of

HORIZONS = (30, 90)
NEAR = HORIZONS[0]
CALM = "calm"


@dataclass(frozen=True)
class Candidate:
    """A moment of another crisis, some days after its last act, and what followed."""

    record: Record
    history: History
    act: str
    followed: Followed


def is_over(record: Record, as_of: date) -> bool:
    """Say whether a crisis, and what its record tells of the time after it, was over by a day."""
    return end_of(record) <= as_of


def end_of(record: Record) -> date:
    """Give the last day of which a record tells."""
    return record.closes or max((act.span.last for act in record.acts), default=record.opens)


def same_crisis(one: Record, other: Record) -> bool:
    """Say whether two records tell of one crisis: by id, or by states and days."""
    if one.id == other.id:
        return True
    days = one.opens <= end_of(other) and other.opens <= end_of(one)
    return days and bool(_states(one)) and _states(one) == _states(other)


def candidates(
    record: Record, others: Sequence[Record], as_of: date, since: int, later: bool
) -> tuple[list[Candidate], list[Record]]:
    """List the moments that may be compared.

    Parameters
    ----------
    record : Record
        The crisis asked about; no moment of it is compared.
    others : sequence of Record
    as_of : datetime.date
    since : int
        Days since its last act: others are stood at as long after theirs.
    later : bool
        Whether crises that were not over by then are let in, and what came out since.

    Returns
    -------
    candidates, left_out
    """
    found: list[Candidate] = []
    left: list[Record] = []
    for other in others:
        if same_crisis(record, other):
            continue
        if not later and not is_over(other, as_of):
            left.append(other)
            continue
        known = other if later else other.as_of(as_of)
        for moment in moments_of(known):
            history = _waited(moment, since)
            if history is not None:
                followed = what_followed(known, history)
                found.append(Candidate(other, history, moment.act, followed))
    return found, left


def what_followed(record: Record, history: History) -> Followed:
    """Tell what followed a moment, by the rest of its record."""
    day, end = history.as_of, end_of(record)
    acts = [act for act in happened_after(record, day) if not act.shadow]

    def within(days: int) -> list[Happened]:
        return [act for act in acts if act.day <= day + timedelta(days=days)]

    def covers(days: int) -> bool:
        return day + timedelta(days=days) <= end

    highest: dict[int, str | None] = {}
    force: dict[int, bool | None] = {}
    for days in HORIZONS:
        came = within(days)
        forced = any(act.level >= 4 for act in came)
        # A yes counts wherever a no would have been seen too.
        force[days] = forced if covers(days) else None
        top = max(came, key=lambda act: act.ladder.order(act.rung), default=None)
        highest[days] = (top.rung if top else CALM) if covers(days) else None
    last = last_actor(history)

    def by(act: Happened) -> str:
        return "both" if act.side is None else "same" if act.side == last else "other"

    near = within(NEAR)
    first = near[0] if near else None
    actor = by(first) if first else "nobody" if covers(NEAR) else "open"
    course = tuple(
        Later((act.day - day).days, by(act), act.rung, act.level) for act in within(HORIZONS[-1])
    )
    return Followed(
        actor, (first.day - day).days if first else None, first.rung if first else None,
        highest[30], highest[90], force[30], force[90],
        course, min(HORIZONS[-1], max((end - day).days, 0)),
    )  # fmt: skip


def last_actor(history: History) -> str:
    """Name the side that acted last outside the shadow war; the first one after a clash."""
    events = history.events
    main = np.flatnonzero((events.valid > 0) & (events.stream == MAIN))
    actor = int(events.mark[main[-1]]) // 3
    return history.sides[actor if actor < 2 else 0]


def _waited(moment: Moment, since: int) -> History | None:
    """Stand some days after a moment's act; None where another act, or the end, came before."""
    if since == 0:
        return moment.history
    day = moment.day + timedelta(days=since)
    if day > end_of(moment.record):
        return None
    history = from_record(moment.record, day)
    return history if history.days_since_last == since else None


def _states(record: Record) -> frozenset[frozenset[str]]:
    iso3 = {party.id: party.iso3 for party in record.parties if party.iso3}
    sides = (frozenset(iso3[p] for p in side if p in iso3) for side in record.sides.values())
    return frozenset(side for side in sides if side)
