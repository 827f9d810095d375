"""The only door between words and arrays: a record becomes a history."""

from datetime import date, timedelta
from math import log1p
from pathlib import Path

import numpy as np

from offramp._errors import UsageError
from offramp.history._arrays import (
    FIRST,
    MAIN,
    MUTUAL,
    SECOND,
    SHADOW,
    SIGNAL_KINDS,
    Events,
    Signals,
    mark_of,
    padded,
)
from offramp.history._deeds import deed_of_rung
from offramp.history._ends import ends_of
from offramp.history._history import History
from offramp.history._pair_act import PairAct
from offramp.history._renewals import renewals
from offramp.history._rungs import home_order, shadow_kinds, tabulate
from offramp.history._said import said
from offramp.history._usual import custom_of, is_shadow
from offramp.ladder import Ladder, load_ladder
from offramp.record import Act, Record, overall

SHADOW_SPAN = 183
"""Days of the recent past from which the pace of the shadow war is counted."""

RANKS = {"junior": 0.0, "senior": 0.5, "general": 0.75, "minister": 0.85, "head-of-state": 1.0}


def ladder_of(record: Record) -> Ladder:
    """Load the ladder that a record names, or the shipped one.

    Raises
    ------
    UsageError
        When it holds no use of force, so that nothing could be forecast on it.
    """
    if record.ladder is None:
        return load_ladder()
    ladder = load_ladder((record.folder or Path()) / record.ladder)
    if all(rung.level != 4 for rung in ladder.rungs):
        raise UsageError(
            f"The ladder {record.ladder} has no rung of level 4, a use of force. Add one: futures "
            "climb to it."
        )
    return ladder


def from_record(record: Record, as_of: date) -> History:
    """Turn what was known of a crisis on the evening of a day into arrays.

    Parameters
    ----------
    record : Record
        The whole record; what is later, or became known later, is left out here.
    as_of : datetime.date
        The day on whose evening one stands.

    Returns
    -------
    History

    Raises
    ------
    UsageError
        When the record holds no act of level 2 or more between the sides by then.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> from_record(record, record.acts[-1].span.last).events.day.dtype
    dtype('int32')
    """
    known = record.as_of(as_of)
    ladder = ladder_of(record)
    deeds = deeds_between(known, ladder)
    if not deeds:
        raise UsageError(_nothing_yet(record, ladder, as_of))
    custom = custom_of([(d.day, d.force) for d in deeds if d.level >= 4], record.opens)
    stream = [SHADOW if d.level >= 4 and is_shadow(d.force, custom) else MAIN for d in deeds]
    if MAIN not in stream:
        # Where only the shadow war runs, its latest act is what one stands on.
        stream[-1] = MAIN
    sides = _in_order(record, deeds, stream)
    renews = _renewals(deeds, stream, record.opens)
    since = as_of - timedelta(days=SHADOW_SPAN)
    first_known = min(deed.day for deed in deeds)
    recent = [
        d for d, s in zip(deeds, stream, strict=True) if s == SHADOW and d.day > since and d.maker
    ]
    events = _events(known, deeds, stream, renews, sides, as_of)
    signals, sayings = _signals(known, sides, as_of, deeds, events)
    return History(
        crisis=record.id,
        as_of=as_of,
        sides=sides,
        events=events,
        signals=signals,
        acts=tuple(deed.act.id for deed in deeds),
        said=sayings,
        nuclear=_trait(known, sides, "nuclear"),
        democracy=_trait(known, sides, "democracy"),
        rungs=tabulate(ladder, deeds, stream, sides, custom),
        shadow_acts=np.array([sum(d.maker == s for d in recent) for s in sides], np.float32),
        shadow_days=float(min(SHADOW_SPAN, max((as_of - first_known).days, 1))),
        shadow_kinds=shadow_kinds(ladder, recent, sides),
    )


def deeds_between(known: Record, ladder: Ladder) -> list[PairAct]:
    """List the acts of level 2 or more between the sides, in order of time."""
    found: list[PairAct] = []
    home = home_order(ladder)
    for act in known.acts:
        rung = ladder.rung(act.act)
        if act.status != "done" or rung.level < 2:
            continue
        day = act.span.last
        makers = {known.side_of(party, day) for party in act.by} - {None}
        targets = {known.side_of(party, day) for party in act.against} - {None}
        mutual = act.mutual == "yes" or len(makers) == 2
        if not mutual and (len(makers) != 1 or not targets - makers):
            continue
        maker = None if mutual else next(iter(makers))
        sovereign = _sovereign(act, rung.order >= home)
        found.append(PairAct(act, day, maker, rung.level, rung.order, sovereign))
    return sorted(found, key=lambda deed: (deed.day, deed.act.span.first, deed.act.id))


def _in_order(record: Record, deeds: list[PairAct], stream: list[int]) -> tuple[str, str]:
    opened = [
        d.maker for d, s in zip(deeds, stream, strict=True) if s == MAIN and d.day >= record.opens
    ]
    makers = [maker for maker in opened if maker] or [d.maker for d in deeds if d.maker]
    first = makers[0] if makers else min(record.sides, key=lambda side: record.sides[side])
    (second,) = (side for side in record.sides if side != first)
    return first, second


def _renewals(deeds: list[PairAct], stream: list[int], opens: date) -> list[int]:
    """Mark the main acts with which a confrontation opens anew."""
    main = [at for at, where in enumerate(stream) if where == MAIN]
    days = np.array([deeds[at].day.toordinal() for at in main])
    levels = np.array([deeds[at].level for at in main])
    marks = [0] * len(deeds)
    for at, renews in zip(main, renewals(days, levels, opens.toordinal()), strict=True):
        marks[at] = int(renews)
    return marks


def _events(
    known: Record,
    deeds: list[PairAct],
    stream: list[int],
    renews: list[int],
    sides: tuple[str, str],
    as_of: date,
) -> Events:
    # At least one empty row, on the as-of date: it carries beliefs from the last act to it.
    size, count = padded(len(deeds) + 1), len(deeds)

    def ints(values: list[int], fill: int = 0) -> np.ndarray:
        return np.array(values + [fill] * (size - count), np.int32)

    def floats(values: list[float]) -> np.ndarray:
        return np.array(values + [0.0] * (size - count), np.float32)

    actors = [MUTUAL if d.maker is None else (FIRST, SECOND)[sides.index(d.maker)] for d in deeds]
    acts = [deed.act for deed in deeds]
    return Events(
        day=ints([(d.day - as_of).days for d in deeds]),
        mark=ints([mark_of(a, d.level) for a, d in zip(actors, deeds, strict=True)]),
        deed=ints([deed_of_rung(d.act.act, d.level, d.maker is None) for d in deeds]),
        stream=ints(stream),
        renews=ints(renews),
        change=ints([0] * count),
        proxy=floats([float(act.channel == "proxy") for act in acts]),
        sovereign=floats([float(d.sovereign) for d in deeds]),
        leader=floats([_rank(act) for act in acts]),
        log_dead=floats([log1p(act.dead.mid) if act.dead else 0.0 for act in acts]),
        non_state=floats([float(_non_state(act)) for act in acts]),
        exposed=floats([_exposed(known, d) for d in deeds]),
        valid=floats([1.0] * count),
    )


def _signals(
    known: Record, sides: tuple[str, str], as_of: date, deeds: list[PairAct], events: Events
) -> tuple[Signals, tuple[str, ...]]:
    rows = [
        ((signal.span.last - as_of).days, SIGNAL_KINDS.index(kind), side, signal.id)
        for signal in known.signals
        for kind, side in said(known, signal, sides)
    ]
    # Who was kept out of an act is read like a signal, sent by the act itself.
    rows += [
        ((d.day - as_of).days, SIGNAL_KINDS.index("withheld"), sides.index(d.maker), d.act.id)
        for d in deeds
        if d.act.withheld and d.maker is not None
    ]
    rows.sort()
    size = padded(len(rows))
    table = np.zeros((size, 3), np.int32)
    if rows:
        table[: len(rows)] = [row[:3] for row in rows]
    signals = Signals(
        day=table[:, 0].copy(),
        kind=table[:, 1].copy(),
        side=table[:, 2].copy(),
        ends=np.zeros(size, np.int32),
        valid=(np.arange(size) < len(rows)).astype(np.float32),
    )
    return signals._replace(ends=ends_of(signals, events)), tuple(row[3] for row in rows)


def _trait(known: Record, sides: tuple[str, str], name: str) -> np.ndarray:
    members = [[known.party(party) for party in known.sides[side]] for side in sides]
    return np.array(
        [float(any(getattr(party, name) == "yes" for party in group)) for group in members],
        np.float32,
    )


def _sovereign(act: Act, home: bool) -> bool:
    stated = act.target.sovereign if act.target else None
    return stated == "yes" if stated is not None else home


def _rank(act: Act) -> float:
    leaders = act.target.leaders if act.target else ()
    return max((RANKS[leader.rank] for leader in leaders), default=0.0)


def _non_state(act: Act) -> bool:
    if act.target is None:
        return False
    return act.target.non_state == "yes" or act.target.kind == "proxy-forces"


def _exposed(known: Record, deed: PairAct) -> float:
    """Give the share of what the act launched that got through; -1 where unknown.

    It is what the side that suffered it goes by: what the maker says of its own salvo counts only
    where nobody else says anything.
    """
    if deed.act.exchange is None:
        return -1.0
    launched = deed.act.exchange.launched.by_kind
    own: list[float] = []
    others: list[float] = []
    for outcome in deed.act.exchange.outcome:
        hits, total = 0.0, 0.0
        for kind, fate in outcome.by_kind.items():
            if fate.hit is None:
                continue
            told = sum(count.mid for count in (fate.failed, fate.stopped, fate.hit) if count)
            whole = overall(launched.get(kind, ()))
            hits += fate.hit.mid
            total += max(told, whole.mid if whole else 0.0)
        if total > 0:
            mine = deed.maker is not None and known.side_of(outcome.says, deed.day) == deed.maker
            (own if mine else others).append(hits / total)
    shares = others or own
    return float(np.mean(shares)) if shares else -1.0


def _nothing_yet(record: Record, ladder: Ladder, as_of: date) -> str:
    deeds = deeds_between(record, ladder)
    if not deeds:
        return (
            f'The record "{record.id}" holds no act of a threat or more between its two sides, '
            "so there is nothing to stand on. Add acts by a party of one side against the other."
        )
    first = min(max(deed.day, deed.act.known_on) for deed in deeds)
    return (
        f"Nothing was known to have happened between the sides by {as_of}: the first act of a "
        f"threat or more became known on {first}. Choose that day or a later one."
    )
