"""What each observable of a question is in a world's futures, or in what is believed of it."""

from functools import lru_cache
from typing import Any

import jax
import numpy as np
from numpy.typing import NDArray

from offramp._errors import UsageError
from offramp.answers._dead import dead_in
from offramp.answers._sample import Sample
from offramp.answers._stocks import term
from offramp.answers._world import Run, World
from offramp.futures import Climb, Futures, expected_fates, firsts, luck
from offramp.history import CHANNELS
from offramp.questions import (
    EITHER,
    MUTUAL,
    NONE,
    AtLeast,
    Dead,
    Highest,
    Next,
    Observable,
    PostureOf,
    Quiet,
    RecordOf,
    Stopped,
    TermOf,
)

SALVOES = 50
"""Salvoes drawn per parameter draw."""

KIND_OF_SHADOW = 1_000_000
"""Added to a day, to draw the kind of a shadow act with luck of its own."""

MONTH = 30
"""Days whose kinds are drawn at once."""


def horizon(observable: Observable) -> int:
    """Give how many days of futures an observable needs; 0 where it needs none."""
    within = getattr(observable, "within", 0)
    return int(within or 0)


def observe(world: World, observable: Observable, run: Run) -> Sample:
    """Say what each future, or each parameter draw, answers.

    Parameters
    ----------
    world : World
    observable : Observable
        With names checked against the record.
    run : Run
        Days at least as many as the observable's horizon.

    Returns
    -------
    Sample
    """
    match observable:
        case TermOf():
            values, unit = term(world, world.side(observable.side), observable.name)
            return Sample(values[None], unit)
        case PostureOf():
            return Sample(world.believed[world.side(observable.side)][None])
        case RecordOf():
            return Sample(np.full((1, world.parameters.count), _is_record(world, observable.kind)))
        case Stopped():
            return Sample(_stopped(world, observable.act, run.seed), "share")
        case _:
            futures = world.run(run)
            values, unit = in_futures(world, observable, futures)
            return Sample(values.reshape(futures.per_draw, -1).astype(float), unit)


def in_futures(
    world: World, observable: AtLeast | Next | Highest | Quiet | Dead, futures: Futures
) -> tuple[NDArray[Any], str]:
    """Say what each future answers, one by one, and of what unit that is.

    Parameters
    ----------
    world : World
        From which the futures come.
    observable : AtLeast, Next, Highest, Quiet or Dead
        With names checked, and no longer than the futures.
    futures : Futures
        The world's own, or days of them.

    Returns
    -------
    values : array (futures,)
    unit : str
        Empty for a chance.
    """
    match observable:
        case AtLeast():
            return reaches(world, futures, observable), ""
        case Quiet():
            return Climb(futures).quiet(observable.within, observable.everything), ""
        case Highest():
            return _highest(futures, observable.within), "rung"
        case Dead():
            # A few battles would drown all else in a mean of counts.
            return np.log1p(dead_in(world, futures, observable.within)), LOG_DEAD
        case Next():
            if observable.who is None:
                raise UsageError("Who acts next has several answers; ask next = <side>.")
            return _next_actor(futures, observable.within) == _code(world, observable.who), ""


def reaches(world: World, futures: Futures, asked: AtLeast) -> NDArray[np.bool_]:
    """Say in which futures a side reaches a rung or higher, by a channel where one is named.

    Acts of the shadow war count where the rung is one of theirs.
    """
    rungs = futures.history.rungs
    within = min(asked.within or futures.days, futures.days)
    side = None if asked.who == EITHER else world.side(asked.who)
    rung = rungs.keys.index(asked.rung)
    mark, height = futures.mark[:, :within], futures.rung[:, :within]
    hits = height >= rung
    actor = np.where(mark >= 0, mark // 3, -1)
    if side is not None:
        hits &= (actor == side) | (actor == 2)
    if asked.channel is not None:
        hits &= futures.channel[:, :within] == CHANNELS.index(asked.channel)
    found = np.asarray(hits.any((1, 2)))
    if rungs.level[rung] >= 4 and futures.history.shadow_kinds[:, rung:].any():
        sides = (0, 1) if side is None else (side,)
        found |= _shadow(futures, sides, rung, asked.channel, within)
    return found


def _shadow(
    futures: Futures, sides: tuple[int, ...], rung: int, channel: str | None,
    within: int,
) -> NDArray[np.bool_]:  # fmt: skip
    """Say in which futures the shadow war reaches a rung by a channel; kinds by their shares."""
    kinds = futures.history.shadow_kinds[:, rung:]
    share = kinds[..., CHANNELS.index(channel)].sum(1) if channel else kinds.sum((1, 2))
    found = np.zeros(futures.count, bool)
    for day in range(1, within + 1):
        for side in sides:
            acted = futures.shadow[:, day - 1, side]
            if share[side] <= 0 or not acted.any():
                continue
            if share[side] >= 1 - 1e-6:
                found |= acted
                continue
            month, at = divmod(day - 1, MONTH)
            own = _luck_of_kinds(futures.seed, futures.count, month)[at, side]
            found |= acted & (own < share[side])
    return found


@lru_cache(maxsize=8)
def _luck_of_kinds(seed: int, count: int, month: int) -> NDArray[np.float32]:
    """Draw the kinds of a month's shadow acts, kept for worlds that share luck.

    Shape (MONTH, 2, count).
    """
    days = KIND_OF_SHADOW + month * MONTH + np.arange(1, MONTH + 1, dtype=np.int32)
    return np.array(_luck_of_days(seed, np.arange(count, dtype=np.int32), days)[:, 9:11])


_luck_of_days = jax.jit(jax.vmap(luck, (None, None, 0)))


def _code(world: World, who: str) -> int:
    """Give the number of who acts next: a side's index, 2 for both, -1 for nobody."""
    return {MUTUAL: 2, NONE: -1}[who] if who in (MUTUAL, NONE) else world.side(who)


def _next_actor(futures: Futures, within: int) -> NDArray[np.int8]:
    """Give who acts first in each future within some days; -1 where nobody does."""
    climb = Climb(futures)
    return np.where(climb.first_day[2] <= within, climb.next_act[0], -1).astype(np.int8)


def _highest(futures: Futures, within: int) -> NDArray[np.int64]:
    """Give the order on the ladder of the highest rung of each future; 0 is calm."""
    order = np.array([*futures.history.rungs.order, 0])
    return order[futures.rung[:, :within].max((1, 2))]


def _stopped(world: World, act: str, seed: int) -> NDArray[np.float64]:
    """Draw the share of a salvo that failed or was stopped; (salvoes, draws)."""
    known = world.known.act(act)
    hours = _hours(world, act)
    fates = expected_fates(world.known, known, world.parameters, seed, hours, SALVOES)
    hit, launched = np.asarray(fates.hit).sum(0), np.asarray(fates.launched).sum(0)
    return 1.0 - hit / np.maximum(launched, 1.0)


def _hours(world: World, act: str) -> float | None:
    """Give the longest notice of an act that is supposed; None where all is as on record."""
    told = [s for s in world.known.signals if s.about == act]
    if not any(signal.id in world.hours for signal in told):
        return None
    return max(world.hours.get(signal.id, signal.hours or 0.0) for signal in told)


def _is_record(world: World, kind: str) -> float:
    """Say whether the latest act outside the shadow war is a first, or a record of a kind."""
    latest = _latest_act(world)
    events = world.history.events
    gone = {a for a, c in zip(world.history.acts, events.change, strict=False) if c < 0}
    left = tuple(act for act in world.known.acts if act.id not in gone)
    known = world.known.model_copy(update={"acts": left})
    found = [each for each in firsts(known) if each.act == latest]
    if kind == "first":
        return float(any(each.kind == "first" for each in found))
    words = RECORDS[kind]
    return float(any(each.kind == "record" and words in each.sentence for each in found))


LOG_DEAD = "log(1 + dead)"
"""Unit of samples of the dead; replies give counts."""

RECORDS = {
    "munitions": "munitions launched", "ballistic": "ballistic missiles launched",
    "drone": "drones launched", "killed": "people killed",
}  # fmt: skip
"""The kinds of record that can be asked about, and how the program words each."""


def _latest_act(world: World) -> str | None:
    """Give the id of the latest act outside the shadow war; None where all are taken out."""
    events = world.history.events
    main = np.flatnonzero((events.valid > 0) & (events.stream == 0) & (events.change == 0))
    return world.history.acts[int(main[-1])] if len(main) else None
