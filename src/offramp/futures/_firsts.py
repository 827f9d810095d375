"""Firsts and records of a crisis, found against the pair's own history on record."""

from collections.abc import Callable
from dataclasses import dataclass

from offramp.futures._results import First
from offramp.history import PairAct, deeds_between, ladder_of
from offramp.record import Act, Count, Record, overall

LEAST = 5
"""Earlier acts by the same side that a record has to be held against; firsts need as many."""


@dataclass(frozen=True)
class Feature:
    """Something that an act can be the first of: a phrase, and whether an act has it."""

    phrase: str
    has: Callable[[PairAct], bool]


@dataclass(frozen=True)
class Measure:
    """Something of which an act can hold the record: a phrase, and how much."""

    phrase: str
    size: Callable[[PairAct], Count | None]


def firsts(known: Record) -> tuple[First, ...]:
    """Find firsts and records among the acts since the confrontation opened.

    Parameters
    ----------
    known : Record
        The record as of a date.

    Returns
    -------
    tuple of First
        Latest first. Each speaks of this record alone: what a record leaves out is not seen.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> isinstance(firsts(parse_record(new_record("two-rivals"))), tuple)
    True
    """
    ladder = ladder_of(known)
    deeds = deeds_between(known, ladder)
    found: list[First] = []
    for index, deed in enumerate(deeds):
        if deed.day < known.opens or deed.maker is None:
            continue
        earlier = [d for d in deeds[:index] if d.maker == deed.maker and d.day < deed.day]
        if len(earlier) < LEAST:
            continue
        side = known.party(known.sides[deed.maker][0]).name
        if deed.act.channel == "proxy":
            side = f"those who act for {side}"
        since = min(d.day for d in earlier)
        for feature in _features(deed, ladder.rung(deed.act.act).name.lower()):
            if not any(feature.has(d) for d in earlier):
                sentence = f"The first {feature.phrase} by {side} in this record."
                found.append(First(deed.act.id, deed.day, "first", sentence, len(earlier), since))
        for measure in MEASURES:
            size = measure.size(deed)
            past = [each for d in earlier if (each := measure.size(d)) is not None]
            most = max(past, key=lambda count: (count.high, count.low), default=None)
            # Where counts differ, a record is one by the least that anybody gives.
            if size and most and size.low > most.high:
                sentence = (
                    f"The most {measure.phrase} in one act of {side} in this record: "
                    f"{_told(size)}; before, {_told(most)}."
                )
                found.append(First(deed.act.id, deed.day, "record", sentence, len(earlier), since))
    return tuple(sorted(found, key=lambda each: (each.date, each.act), reverse=True))


def _features(deed: PairAct, name: str) -> list[Feature]:
    """List what an act on the rung of this name could be the first of, most telling first."""
    found: list[Feature] = []
    if deed.level >= 4 and deed.act.channel == "direct":
        found.append(
            Feature(
                f'direct use of force on the rung "{name}" or above',
                lambda d, order=deed.order: d.act.channel == "direct" and d.order >= order
                and d.level >= 4,
            )
        )  # fmt: skip
    if deed.level >= 4 and deed.sovereign and deed.act.channel == "direct":
        found.append(
            Feature(
                "direct use of force on the other's sovereign soil",
                lambda d: d.sovereign and d.level >= 4 and d.act.channel == "direct",
            )
        )
    if deed.level >= 4 and deed.act.admitted == "yes":
        found.append(
            Feature(
                "use of force that it owned up to at once",
                lambda d: d.level >= 4 and d.act.admitted == "yes",
            )
        )
    kind = deed.act.target.kind if deed.act.target else None
    if deed.level >= 4 and kind not in (None, "none", "mixed"):
        found.append(
            Feature(
                f"use of force on a {kind} target",
                lambda d, kind=kind: bool(
                    d.level >= 4 and d.act.target and d.act.target.kind == kind
                ),
            )
        )
    if deed.act.withheld:
        found.append(
            Feature("act on record from which it kept others out", lambda d: bool(d.act.withheld))
        )
    return found


def _told(count: Count) -> str:
    low, high = f"{count.low:,}", f"{count.high:,}"
    return low if low == high else f"{low} to {high}"


def _munitions(deed: PairAct, *kinds: str) -> Count | None:
    act: Act = deed.act
    if act.exchange is None:
        return None
    counts = [
        count
        for kind, told in act.exchange.launched.by_kind.items()
        if (not kinds or kind in kinds) and (count := overall(told)) is not None
    ]
    if not counts:
        return None
    return Count(sum(count.low for count in counts), sum(count.high for count in counts))


def _dead(deed: PairAct) -> Count | None:
    return deed.act.dead


MEASURES = (
    Measure("munitions launched", _munitions),
    Measure("ballistic missiles launched", lambda deed: _munitions(deed, "ballistic")),
    Measure("drones launched", lambda deed: _munitions(deed, "drone")),
    Measure("people killed", _dead),
)
