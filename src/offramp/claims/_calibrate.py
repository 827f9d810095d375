"""Put claims whose truth is known through the judge, and count the verdicts.

Histories are simulated in which one act did nothing, or pushed the other side's force by a
given size and did nothing else. The claim that the other side's force is likelier for that act
then goes through the same judge, which is not told.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from offramp.answers import Run, World, answer, arm, arms, gap, stand
from offramp.claims._lived_on import lived_on
from offramp.claims._verdict import Verdict, verdict, would_be_sure
from offramp.history import MAIN, MARKS, SIGNAL_KINDS, from_record
from offramp.questions import AtLeast, Question, spell
from offramp.record import Record

WITHIN = 30
"""Days over which a claim looks ahead, and an effect lasts."""

LATER = 14
"""Days after the act on which a claim is asked again."""

SIZES = (0.0, 0.5, 1.0)
"""True effects, as log-odds of the other side's force."""

ACTS = 5
"""Acts of each crisis that are tried."""

TRUTHS = 3
"""Simulated histories for each act and size, each under parameters of its own."""

DRAWS = 4_000

PUSH = "backing"
"""The signal that carries a true effect: its dial adds to a side's log-hazard of force."""

PUSH_DAYS = (0, 0, 6, 12, 18, 24)
"""Days on which it is sent, so that its strength stays near 1: .98 in the mean of 30 days."""

PUSH_STRENGTH = 0.98


@dataclass(frozen=True)
class Case:
    """One claim put to the judge.

    Attributes
    ----------
    crisis, act : str
    size : float or None
        The true effect of the act; None where the claim is asked at once, when nothing has
        come of it yet.
    after : int
        Days after the act on which the claim is asked.
    verdict : str
    lower : float
        Share of the parameter draws under which the other side's force is rarer without it.
    """

    crisis: str
    act: str
    size: float | None
    after: int
    verdict: Verdict
    lower: float


def cases(record: Record, seed: int, acts: int = ACTS, truths: int = TRUTHS) -> Iterator[Case]:
    """Simulate truths from the days of some acts of a record, and judge a claim about each.

    Parameters
    ----------
    record : Record
    seed : int
        Which acts are tried, under which parameters, and the luck of all.
    acts, truths : int
        How many acts, and how many histories for each act and size.

    Yields
    ------
    Case
    """
    rng = np.random.default_rng([seed, *record.id.encode()])
    known = _acts(record)
    chosen = rng.choice(len(known), min(acts, len(known)), replace=False)
    for act, day in (known[at] for at in sorted(chosen)):
        world = stand(record, day)
        asked = _claim(world, act)
        yield Case(record.id, act, None, 0, *judge_quickly(world, asked, seed))
        for size in SIZES:
            luck = int(rng.integers(2**31))
            futures = _truth(world, act, size).run(Run(LATER, 25 * world.parameters.count, luck))
            for which in rng.choice(futures.count, truths, replace=False):
                history = lived_on(world.history, futures, int(which), LATER)
                later = World(world.known, history, history, world.parameters)
                said = judge_quickly(later, asked, seed)
                yield Case(record.id, act, size, LATER, *said)


def _acts(record: Record) -> list[tuple[str, date]]:
    """List the acts of one side outside the shadow war, with the days on which they are known."""
    last = max(act.span.last for act in record.acts)
    history = from_record(record, last + timedelta(days=1))
    found: list[tuple[str, date]] = []
    for row, name in enumerate(history.acts):
        day = max(record.act(name).span.last, record.act(name).known_on)
        main, single = history.events.stream[row] == MAIN, MARKS[history.events.mark[row]][0] < 2
        if main and single and day >= record.opens and name in from_record(record, day).acts:
            found.append((name, day))
    return found


def _claim(world: World, act: str) -> Question:
    """Ask for the other side's force above what is customary, without the act."""
    rungs = world.history.rungs
    above = max(rungs.level.index(4), -1 if rungs.usual is None else rungs.usual + 1)
    side = int(world.history.events.mark[world.history.acts.index(act)]) // 3
    who, at = world.history.sides[1 - side], world.history.sides[side]
    asked = AtLeast(who, rungs.keys[min(above, len(rungs.keys) - 1)], WITHIN, None, at)
    return Question(spell(asked, (), (act,), None), asked, (), (act,))


def _truth(world: World, act: str, size: float) -> World:
    """Suppose the act away, and the other side's force pushed by a size instead."""
    question = _claim(world, act)
    _, gone = arms(world, question)
    if size == 0:
        return gone
    assert isinstance(question.observable, AtLeast)
    signals = gone.history.signals
    others = signals.kind != SIGNAL_KINDS.index(PUSH)
    alone = signals._replace(valid=(signals.valid * others).astype(np.float32))
    pushed = replace(gone, history=replace(gone.history, signals=alone), supposed={})
    parameters = world.parameters.replace(f"{PUSH}.force", size / PUSH_STRENGTH)
    return (
        pushed.say(PUSH, world.side(question.observable.who), PUSH_DAYS)
        .with_parameters(parameters)
        .with_inferred(world.start)
    )


def judge_quickly(world: World, question: Question, seed: int) -> tuple[Verdict, float]:
    """Give the judge's verdict on "lower", and the share of draws that agree.

    The range of the share is run only where the verdict hangs on it.
    """
    factual, supposed = arms(world, question)
    run = Run(WITHIN, DRAWS, seed)
    _, lower = gap(arm(factual, question, run), arm(supposed, question, run))
    if not would_be_sure(lower):
        return "not decided", lower
    return verdict(answer(world, question, DRAWS, seed), "lower"), lower
