"""ICBe's crises of 1995-2002 as evidence on the dials."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import log1p
from typing import Any

import numpy as np

from offramp.history import (
    CLASH_DEED,
    DEEDS,
    FIRST,
    MAIN,
    MUTUAL,
    SECOND,
    SIGNAL_KINDS,
    Events,
    Signals,
    ends_of,
    mark_of,
    padded,
    renewals,
)
from offramp.learning._icbe_codes import (
    ACTORS,
    BATTLE_DEAD,
    DEAD,
    FIGHT,
    SIDES,
    level_of,
)
from offramp.learning._icbe_days import Row, days_of, span_of
from offramp.learning._icbe_signals import (
    Sides,
    forceful,
    meant_for,
    sides_in,
    signals_of,
    speaker,
    words,
)
from offramp.learning._told import Told
from offramp.model import Traits
from offramp.record import Record

SINCE, UNTIL = date(1995, 1, 1), date(2002, 12, 31)
"""The years of ICBe that the dials' priors do not come from, up to where all data here end."""

CUSTOM_DAYS = 1826
"""Acts so many days before the start are history; the narratives name few that are older."""


@dataclass(frozen=True)
class Done:
    """An act between the sides, as a sentence tells it; `maker` is 0, 1 or `MUTUAL`."""

    day: date
    maker: int
    level: int
    deed: int
    log_dead: float = 0.0
    proxy: bool = False
    sovereign: bool = False
    non_state: bool = False


def told_by_icbe(table: Any, records: Sequence[Record] = ()) -> tuple[Told, ...]:
    """Lay ICBe's crises of 1995-2002 out as evidence.

    Parameters
    ----------
    table : pyarrow.Table
        As the dataset ``icbe`` is read.
    records : sequence of Record
        The library: a crisis that one of them tells is left out.

    Returns
    -------
    tuple of Told
        Named ``icb-`` and ICB's number. A crisis is left out where no sentence gives the day of
        its start and end, or where the pair does nothing to each other after that start.
    """
    found: list[Told] = []
    for number, rows in rows_by_crisis(table, SIDES).items():
        span = span_of(rows)
        if span is None or not SINCE <= span[0] <= UNTIL:
            continue
        if not any(same_crisis(record, number, span) for record in records):
            one = told_of(number, rows, span[0], min(span[1], UNTIL))
            found += [one] if one else []
    return tuple(found)


def rows_by_crisis(table: Any, numbers: Collection[int]) -> dict[int, list[Row]]:
    """Sort codings by crisis, for some crises."""
    found: dict[int, list[Row]] = {number: [] for number in numbers}
    for row in table.to_pylist():
        if row["crisno"] in found:
            found[int(row["crisno"])].append(row)
    return found


def same_crisis(record: Record, number: int, span: tuple[date, date]) -> bool:
    """Say whether a record is of an ICB crisis: the same pair, at the same time."""
    ends = record.closes or max(act.span.last for act in record.acts)
    if record.opens > span[1] or ends < span[0]:
        return False
    ours = [{record.party(party).iso3 for party in side} - {None} for side in record.sides.values()]
    theirs = [{ACTORS[name].iso3 for name in side} - {None} for side in SIDES[number]]
    return any(bool(ours[0] & one) and bool(ours[1] & two) for one, two in (theirs, theirs[::-1]))


def told_of(number: int, rows: Sequence[Row], opens: date, closes: date) -> Told | None:
    """Lay one crisis out; None where the pair does nothing to each other after its start."""
    dated = [(row, day) for row, day in days_of(rows, opens) if day <= closes]
    acts = [act for act in acts_of(dated, SIDES[number]) if (opens - act.day).days <= CUSTOM_DAYS]
    since = [act for act in acts if act.day >= opens]
    if not since:
        return None
    order = _in_order(since)
    events = _events(acts, order, opens, closes)
    said = sorted(
        {((day - closes).days, SIGNAL_KINDS.index(kind), who if who == MUTUAL else order[who])
         for day, kind, who in signals_of(dated, SIDES[number])}
    )  # fmt: skip
    signals = _signals(said, events)
    return Told(
        f"icb-{number}", events, signals, _traits(number, opens, order),
        before=len(acts) - len(since) - 1,
    )  # fmt: skip


def acts_of(dated: Sequence[tuple[Row, date]], sides: Sides) -> list[Done]:
    """List the acts of level 2 and more between the sides, each once, in order of time.

    What one side does in one sentence is one act, on the highest level that a coder saw; what it
    does on one level on one day, told again, is one act too.
    """
    told: dict[tuple[int, int, date], list[tuple[Done, bool]]] = {}
    for row, day in dated:
        for done, fight in _acts_in(row, day, sides):
            told.setdefault((row["sentence"], done.maker, day), []).append((done, fight))
    found: dict[tuple[date, int, int], Done] = {}
    for (sentence, maker, day), each in told.items():
        highest = max((done for done, _ in each), key=lambda done: (done.level, done.log_dead))
        other = told.get((sentence, 1 - maker, day), []) if maker != MUTUAL else []
        if any(fight for _, fight in each) and any(fight for _, fight in other):
            battle = max(done.log_dead for done, _ in (*each, *other)) >= log1p(DEAD["hundreds"])
            highest = Done(day, MUTUAL, 5 if battle else 4, highest.deed, highest.log_dead)
        key = (day, highest.maker, highest.level)
        if key not in found or highest.log_dead > found[key].log_dead:
            found[key] = highest
    return sorted(found.values(), key=lambda act: act.day)


def _acts_in(row: Row, day: date, sides: Sides) -> Iterable[tuple[Done, bool]]:
    if "action" in words(row, "event_type"):
        makers, targets = sides_in(row, "do_actor_a", sides), sides_in(row, "do_actor_b", sides)
        what = words(row, "interact_escalate", "act_escalate", "act_uncooperative")
        level, deed = level_of(what)
        fight = bool(what & {*FIGHT})
        dead = _dead(row)
        if level and len(makers) == 2 and fight:
            battle = bool(words(row, "interact_fatalities") & {*BATTLE_DEAD})
            yield Done(day, MUTUAL, 5 if battle else 4, deed, dead), True
        elif level and len(makers) == 1:
            (maker,) = makers
            alone = not words(row, "do_actor_b")
            if alone or 1 - maker in targets:
                hit = words(row, "do_actor_b") & {*sides[1 - maker]}
                yield Done(
                    day, maker, level, deed, dead,
                    proxy=_all_groups(words(row, "do_actor_a") & {*sides[maker]}),
                    sovereign=level >= 4 and _on_their_soil(row, hit),
                    non_state=bool(hit) and _all_groups(hit),
                ), fight  # fmt: skip
    for maker in _threatens_formally(row, sides):
        yield Done(day, maker, 2, 1), False


def _threatens_formally(row: Row, sides: Sides) -> list[int]:
    """List who threatens in a form that makes it an act, by the codebook: with a line or a day."""
    kinds = words(row, "sayintkind")
    formal = "ultimatum" in kinds or ("threaten" in kinds and bool(words(row, "condition")))
    return [
        maker
        for maker in speaker(row, sides)
        if formal and forceful(row) and meant_for(row, 1 - maker, sides)
    ]


def _all_groups(names: Collection[str]) -> bool:
    return bool(names) and all(ACTORS[name].iso3 is None for name in names)


def _on_their_soil(row: Row, struck: Collection[str]) -> bool:
    where = words(row, "interact_location")
    return bool(where & {"target", *struck}) and "on border between" not in where


def _dead(row: Row) -> float:
    told = [DEAD[word] for word in words(row, "interact_fatalities") if word in DEAD]
    return float(np.mean([log1p(dead) for dead in told])) if told else 0.0


def _in_order(since: Sequence[Done]) -> tuple[int, int]:
    makers = [act.maker for act in since if act.maker != MUTUAL]
    return (SECOND, FIRST) if makers and makers[0] == 1 else (FIRST, SECOND)


def _events(acts: Sequence[Done], order: tuple[int, int], opens: date, closes: date) -> Events:
    size, count = padded(len(acts) + 1), len(acts)
    days = np.array([act.day.toordinal() for act in acts])
    fresh = renewals(days, np.array([act.level for act in acts]), opens.toordinal())
    makers = [act.maker if act.maker == MUTUAL else order[act.maker] for act in acts]

    def laid(values: Iterable[Any], kind: type[np.generic]) -> np.ndarray:
        return np.array([*values, *[0] * (size - count)], kind)

    return Events(
        day=laid((days - closes.toordinal()).tolist(), np.int32),
        mark=laid((mark_of(m, a.level) for m, a in zip(makers, acts, strict=True)), np.int32),
        deed=laid((_deed_of(act) for act in acts), np.int32),
        stream=np.full(size, MAIN, np.int32),
        renews=laid(fresh.tolist(), np.int32),
        change=np.zeros(size, np.int32),
        proxy=laid((act.proxy for act in acts), np.float32),
        sovereign=laid((act.sovereign for act in acts), np.float32),
        leader=np.zeros(size, np.float32),
        log_dead=laid((act.log_dead for act in acts), np.float32),
        non_state=laid((act.non_state for act in acts), np.float32),
        exposed=np.full(size, -1.0, np.float32),
        valid=laid([1.0] * count, np.float32),
    )


def _deed_of(act: Done) -> int:
    if act.maker != MUTUAL:
        return act.deed
    return DEEDS.index("battle") if act.level >= 5 else CLASH_DEED


def _signals(said: Sequence[tuple[int, int, int]], events: Events) -> Signals:
    size = padded(len(said))
    table = np.zeros((size, 3), np.int32)
    if said:
        table[: len(said)] = said
    signals = Signals(
        day=table[:, 0].copy(),
        kind=table[:, 1].copy(),
        side=table[:, 2].copy(),
        ends=np.zeros(size, np.int32),
        valid=(np.arange(size) < len(said)).astype(np.float32),
    )
    return signals._replace(ends=ends_of(signals, events))


def _traits(number: int, opens: date, order: tuple[int, int]) -> Traits:
    sides = [SIDES[number][order.index(side)] for side in (FIRST, SECOND)]
    actors = [[ACTORS[name] for name in side] for side in sides]
    nuclear: Any = np.array(
        [any(a.nuclear is not None and a.nuclear <= opens for a in side) for side in actors],
        np.float32,
    )
    democracy: Any = np.array([any(a.democracy for a in side) for side in actors], np.float32)
    return Traits(nuclear, democracy)
