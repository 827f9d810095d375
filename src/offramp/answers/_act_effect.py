"""What one act changed in each side's reasons, and whether it restored deterrence."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from offramp._errors import UsageError
from offramp.answers._ask import answer
from offramp.answers._edits import without
from offramp.answers._results import Contrast
from offramp.answers._stocks import ledger_terms
from offramp.answers._world import World, stand
from offramp.history import MAIN, ladder_of
from offramp.model import TERMS, Parameters
from offramp.questions import AtLeast, Question, spell
from offramp.record import Act, Record

LATER = 30
"""Days after which an act's effects are looked at again."""

LEAST = 0.005
"""Changes of a log-hazard that are smaller than this are not shown."""

SHARE_LABEL = "share of force among all kinds of act"

HORIZONS = (30, 90)


@dataclass(frozen=True)
class TermChange:
    """What an act changed in one term of a side's log-hazard of force.

    Attributes
    ----------
    side, name, label, group : str
        `group` is ``base``, ``learned`` or ``dial``.
    mean, low, high : float
        With the act less without it, in log-odds, and its 90 % interval.
    """

    side: str
    name: str
    label: str
    group: str
    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class Moment:
    """An act's effects as of one day.

    Attributes
    ----------
    as_of : datetime.date
    terms : tuple of TermChange
        The largest first, for each side; what is nothing is left out.
    totals : tuple of TermChange
        The whole log-hazard of force, for each side.
    """

    as_of: date
    terms: tuple[TermChange, ...]
    totals: tuple[TermChange, ...]


@dataclass(frozen=True)
class Deterrence:
    """Whether an act lowered the other side's chance of repeating what provoked it.

    Attributes
    ----------
    provocation : str
        The act that was answered.
    by : str
        The side that might repeat it.
    contrasts : tuple of Contrast
        The chance of a repeat within 30 and 90 days, with the act and without it; where the
        provocation's rung is customary, that of the lowest rung above custom first.
    through : tuple of TermChange
        Through which of that side's terms, the largest first.
    custom : str or None
        A remark where what is asked about is customary between the pair.
    """

    provocation: str
    by: str
    contrasts: tuple[Contrast, ...]
    through: tuple[TermChange, ...]
    custom: str | None


@dataclass(frozen=True)
class ActEffect:
    """What one act changed: at once, later, and in the other side's chance of a repeat."""

    act: str
    at_once: Moment
    later: Moment | None
    deterrence: Deterrence | None
    follows: str


def act_effect(
    record: Record, name: str, as_of: date, draws: int = 4_000, seed: int = 0,
    parameters: Parameters | None = None,
) -> ActEffect:  # fmt: skip
    """Say what one act changed in the reasons of both sides.

    Parameters
    ----------
    record : Record
        The whole record; nothing known later than `as_of` is used.
    name : str
        The act's id.
    as_of : datetime.date
        The last day on which one looks.
    draws, seed : int
        Of the contrasts that test deterrence.
    parameters : Parameters, optional
        The shipped ones where left out.

    Returns
    -------
    ActEffect
        At once is the evening of the act; later is thirty days on, or `as_of` where that is
        sooner. What else followed by then is held as it was.

    Raises
    ------
    UsageError
        When the act lies later, or is no act between the sides.
    """
    act = record.act(name)
    day = max(act.span.last, act.known_on or act.span.last)
    if day > as_of:
        raise UsageError(f'The act "{name}" lies after {as_of}. Choose a later --as-of.')
    world = stand(record, day, parameters)
    if name not in world.history.acts:
        raise UsageError(
            f'"{name}" is no act of a threat or more between the two sides: it moves nothing in '
            "the model."
        )
    at_once = _moment(world, name)
    then = min(day + timedelta(days=LATER), as_of)
    return ActEffect(
        act=name,
        at_once=at_once,
        later=_moment(stand(record, then, parameters), name) if then > day else None,
        deterrence=_deterrence(record, act, world, at_once, draws, seed),
        follows="what else followed is held as it was",
    )


def changes(world: World, name: str) -> dict[str, NDArray[np.float64]]:
    """Give what an act changed in each term, by side and draw: (2, draws) of log-odds."""
    with_it, gone = ledger_terms(world), ledger_terms(without(world, (name,)))
    return {term: np.asarray(with_it[term] - gone[term], float) for term in with_it}


def _moment(world: World, name: str) -> Moment:
    found = changes(world, name)
    labels = {term.name: (term.label, term.group) for term in TERMS}
    rows: list[TermChange] = []
    totals: list[TermChange] = []
    for at, side in enumerate(world.history.sides):
        own = [
            _row(side, term, *labels.get(term, (SHARE_LABEL, "base")), values[at])
            for term, values in found.items()
        ]
        rows += sorted((row for row in own if _shows(row)), key=lambda row: -abs(row.mean))
        whole = np.sum([values[at] for values in found.values()], axis=0)
        totals.append(_row(side, "total", "log-hazard of force", "base", whole))
    return Moment(world.history.as_of, tuple(rows), tuple(totals))


def _row(side: str, name: str, label: str, group: str, values: NDArray[np.float64]) -> TermChange:
    low, high = np.quantile(values, [0.05, 0.95])
    return TermChange(side, name, label, group, float(values.mean()), float(low), float(high))


def _shows(row: TermChange) -> bool:
    return max(abs(row.mean), abs(row.low), abs(row.high)) >= LEAST


def _deterrence(
    record: Record, act: Act, world: World, at_once: Moment, draws: int, seed: int
) -> Deterrence | None:
    """Ask whether the other side is less likely to repeat what the act answers."""
    day = world.history.as_of
    answered = [record.act(name) for name in act.answers if name in world.history.acts]
    mine = {record.side_of(party, day) for party in act.by} - {None}
    if not answered or len(mine) != 1:
        return None
    (side,) = mine
    (other,) = (key for key in world.history.sides if key != side)
    provocation = max(answered, key=lambda each: ladder_of(record).rung(each.act).order)
    contrasts: list[Contrast] = []
    rungs = _rungs_asked(world, provocation)
    for rung in rungs:
        # What is customary comes within weeks in any case.
        for within in HORIZONS if rung == rungs[0] else HORIZONS[:1]:
            asked = AtLeast(other, rung, within, None, side)
            line = spell(asked, (), (act.id,), None)
            found = answer(world, Question(line, asked, (), (act.id,)), draws, seed)
            assert isinstance(found, Contrast)
            contrasts.append(found)
    through = [row for row in at_once.terms if row.side == other]
    return Deterrence(
        provocation.id, other, tuple(contrasts), tuple(through), _custom(world, provocation)
    )


def _rungs_asked(world: World, provocation: Act) -> list[str]:
    """Give the provocation's rung; before it, where it is customary, the lowest above custom."""
    rungs = world.history.rungs
    at = rungs.keys.index(provocation.act)
    if rungs.usual is None or at > rungs.usual or rungs.level[at] < 4:
        return [provocation.act]
    above = rungs.usual + 1
    return [*rungs.keys[above : above + 1], provocation.act]


def _custom(world: World, provocation: Act) -> str | None:
    events, rungs = world.history.events, world.history.rungs
    row = world.history.acts.index(provocation.id)
    order = rungs.keys.index(provocation.act)
    if events.stream[row] != MAIN:
        return f"{provocation.id} was itself of the shadow war: what is asked about is customary."
    if rungs.usual is not None and order <= rungs.usual:
        return (
            f"Acts on the rung {provocation.act} are customary between the pair, so the lowest "
            "rung above custom is asked about first. The act changes nothing in the rate of the "
            "shadow war."
        )
    return None
