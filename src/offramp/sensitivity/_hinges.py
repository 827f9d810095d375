"""What an answer hinges on: groups of parameters, by how much of its spread each carries."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from offramp._errors import UsageError
from offramp.answers import (
    Arm,
    Run,
    World,
    arm,
    arms,
    days_needed,
    read_question,
    run_name,
    stand,
    whose_beliefs,
)
from offramp.model import SEED, Parameters
from offramp.questions import Next, Question
from offramp.record import Record
from offramp.sensitivity._groups import COUNTED, Group, groups_of, is_learned, together
from offramp.sensitivity._headline import headline
from offramp.sensitivity._results import Hinge, Hinges
from offramp.sensitivity._spread import Moved, moved, variance

Floats = NDArray[np.float64]
Progress = Callable[[str, int, int], None]

DRAWS = 4_000
"""Futures in each run: all runs share their luck."""

WORKERS = 2
TURNED = 8
"""For how many single numbers the answer at their ends is run: those that carry most."""


class _Answered(NamedTuple):
    """The answer by draw, from two halves of the futures; and over all of them."""

    halves: Floats
    mean: float
    unit: str


def hinges(
    record: Record, as_of: date, question: str | Question | None = None, draws: int = DRAWS,
    seed: int = 0, parameters: Parameters | None = None, beliefs: str | None = None,
    progress: Progress | None = None,
) -> Hinges:  # fmt: skip
    """Say which parameters an answer hinges on.

    One group at a time takes the place that it has in another parameter draw, all else and all
    luck held; what that changes is the share of the spread that the group carries.

    Parameters
    ----------
    record : Record
        The whole record; nothing known later than `as_of` is used.
    as_of : datetime.date
    question : str or Question, optional
        Any one line of the grammar; of a contrast, the difference is taken apart. Where left
        out, force by either side above what is customary, within 90 days.
    draws, seed : int
        Futures in each of some fifty runs; at least two for each parameter draw.
    parameters : Parameters, optional
        The shipped ones where left out.
    beliefs : str, optional
        Whose priors it rests on; as the record says where left out.
    progress : callable, optional
        Called with a word, how many runs are done, and how many there are.

    Returns
    -------
    Hinges

    Raises
    ------
    UsageError
        When the question cannot be read, or there are too few futures.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> found = hinges(record, record.acts[-1].span.last, "term(south, grievance)", draws=400)
    >>> found.hinges[0].group
    'provocation-proxy'
    """
    world = stand(record, as_of, parameters)
    asked = read_question(record, headline(world) if question is None else question, as_of)
    _check(asked, draws, world.parameters.count)
    run = Run(days_needed(asked), draws, seed)
    base = _answer(world, asked, run)
    groups = groups_of(world.parameters)
    wholes = together(groups)
    every = (*groups, *wholes)
    steps = len(every) + 2 * TURNED
    tell = progress or _say_nothing
    shares = dict[str, Moved]()
    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        answers = pool.map(lambda group: _answer(_exchanged(world, group), asked, run), every)
        for done, (group, found) in enumerate(zip(every, answers, strict=True), 1):
            shares[group.key] = moved(base.halves, found.halves, _luck(seed))
            tell("runs", done, steps)
        shares |= _apportioned(groups, shares, shares[wholes[1].key].share)
        alone = [group for group in groups if group.alone and shares[group.key].share > 0]
        alone = sorted(alone, key=lambda group: -shares[group.key].share)[:TURNED]
        turns = [(group, at) for group in alone for at in _ends(world.parameters, group)]
        held = pool.map(lambda turn: _answer(_held(world, *turn), asked, run).mean, turns)
        ends = dict[str, list[float]]()
        for done, ((group, _), at) in enumerate(zip(turns, held, strict=True), len(every) + 1):
            ends.setdefault(group.key, []).append(at)
            tell("runs", done, steps)
    tell("runs", steps, steps)
    found = [_hinge(world.parameters, group, shares, ends) for group in every]
    single = sorted(found[: len(groups)], key=lambda hinge: -hinge.share)
    whole = variance(base.halves)
    return Hinges(
        crisis=record.id, as_of=as_of, ask=asked.ask, answer=base.mean, unit=base.unit,
        sd=float(np.sqrt(whole)), noise=_noise(base.halves), seed=seed, draws=draws,
        run=run_name(record, as_of, world.parameters, draws, seed),
        beliefs=beliefs or whose_beliefs(record),
        hinges=tuple(single), together=tuple(found[len(groups) :]), plain=asked.plain,
    )  # fmt: skip


def _check(asked: Question, draws: int, count: int) -> None:
    if isinstance(asked.observable, Next) and asked.observable.who is None:
        raise UsageError("Who acts next has several answers; ask next = <side>.")
    if draws < 2 * count:
        raise UsageError(
            f"What an answer hinges on needs two futures for each of {count} parameter draws. "
            f"Ask for --draws {2 * count} or more."
        )


def _answer(world: World, asked: Question, run: Run) -> _Answered:
    """Answer a question from each half of the futures; of a contrast, the difference."""
    factual, supposed = arms(world, asked)
    second = arm(supposed, asked, run)
    halves, mean = _halves(second), second.level.mean
    if asked.kind == "counterfactual":
        first = arm(factual, asked, run)
        halves, mean = halves - _halves(first), mean - first.level.mean
    return _Answered(halves, mean, second.unit)


def _halves(found: Arm) -> Floats:
    if len(found.values) == 1:
        # Nothing is simulated: both halves are the answer itself.
        return np.tile(found.by_draw, (2, 1))
    return np.stack([_part(found, slice(first, None, 2)).by_draw for first in (0, 1)])


def _part(found: Arm, rounds: slice) -> Arm:
    condition = None if found.condition is None else found.condition[rounds]
    return Arm(found.values[rounds], found.unit, condition)


def _exchanged(world: World, group: Group) -> World:
    """Give the world in which a group of parameters is as in another draw."""
    order = _order(world.parameters.count)
    if group.key == COUNTED:
        start = world.start
        return world.with_inferred(
            start._replace(
                rungs=start.rungs[..., order], channels=start.channels[..., order],
                shadow=start.shadow[..., order],
            )
        )  # fmt: skip
    values = world.parameters.values
    other = {name: values[name][order] for name in group.names}
    return world.with_parameters(replace(world.parameters, values={**values, **other}))


def _apportioned(
    groups: tuple[Group, ...], shares: dict[str, Moved], whole: float
) -> dict[str, Moved]:
    """Divide what all learned terms carry as one among them.

    One term alone from another draw no longer fits the others, with which it was learned: what
    each then moves says how they compare, and too much of what they carry.
    """
    own = {group.key: shares[group.key] for group in groups if is_learned(group)}
    most = sum(each.share for each in own.values())
    if most <= whole or most <= 0:
        return own
    return {key: Moved(m.share * whole / most, m.error * whole / most) for key, m in own.items()}


def _order(count: int) -> NDArray[np.int64]:
    """Give an order of the draws in which none keeps its place; the same for all groups."""
    ring = np.random.Generator(np.random.Philox([SEED, count])).permutation(count)
    order = np.empty(count, np.int64)
    order[ring] = np.roll(ring, 1)
    return order


def _ends(parameters: Parameters, group: Group) -> tuple[float, float]:
    low, high = np.quantile(parameters.values[group.alone or ""], [0.05, 0.95])
    return float(low), float(high)


def _held(world: World, group: Group, at: float) -> World:
    return world.with_parameters(world.parameters.replace(group.alone or "", at))


def _hinge(
    parameters: Parameters, group: Group, shares: dict[str, Moved],
    ends: dict[str, list[float]],
) -> Hinge:  # fmt: skip
    share, error = shares[group.key]
    at_low, at_high = ends.get(group.key, [None, None])
    low, high = _ends(parameters, group) if group.key in ends else (None, None)
    return Hinge(
        group.key, group.label, group.kind, share, error, at_low, at_high, low, high, group.basis
    )


def _noise(halves: Floats) -> float:
    """Give the blur of one draw's answer over all futures: half that of its halves' gap."""
    return float(np.sqrt((halves[1] - halves[0]).var() / 4.0))


def _luck(seed: int) -> np.random.Generator:
    return np.random.Generator(np.random.Philox([seed, SEED]))


def _say_nothing(_step: str, _done: int, _total: int) -> None:
    """Report no progress."""
