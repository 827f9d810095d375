"""Was deterrence restored: whether an act lowered the chance of what provoked it."""

from dataclasses import dataclass, replace
from datetime import date

from offramp._errors import UsageError
from offramp.answers._ask import answer, read_question
from offramp.answers._changes import Moment, TermChange, moment
from offramp.answers._results import Contrast
from offramp.answers._world import World, stand
from offramp.history import MAIN, deeds_between, ladder_of
from offramp.history import MUTUAL as BOTH
from offramp.model import Parameters
from offramp.questions import AtLeast, Question, spell
from offramp.record import Act, Record

HORIZONS = (30, 90)
"""Days within which a repeat is asked about."""

DRAWS = 2_000
"""Futures in each arm: the arms share their luck, so few are enough."""


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
        provocation's rung is customary, that of the lowest rung above custom first. Where the
        provocation was no direct act, the last is about its channel.
    through : tuple of TermChange
        Through which of that side's terms, the largest first.
    custom : str or None
        A remark where what is asked about is customary between the pair.
    as_of : datetime.date
        The evening on which it is asked.
    """

    provocation: str
    by: str
    contrasts: tuple[Contrast, ...]
    through: tuple[TermChange, ...]
    custom: str | None
    as_of: date


def deterrence(
    record: Record, name: str, as_of: date, draws: int = DRAWS, seed: int = 0,
    parameters: Parameters | None = None,
) -> Deterrence:  # fmt: skip
    """Ask whether an act lowered the other side's chance of repeating what provoked it.

    Parameters
    ----------
    record : Record
        The whole record; nothing known later than `as_of` is used.
    name : str
        The act's id.
    as_of : datetime.date
        The evening on which one asks. What followed the act by then is held as it was, but for
        what answers or speaks about it.
    draws, seed : int
        Futures in each arm, and their luck.
    parameters : Parameters, optional
        The shipped ones where left out.

    Returns
    -------
    Deterrence

    Raises
    ------
    UsageError
        When the act lies later, is no act between the sides, or answers no act of the other
        side that was on record by then.

    Examples
    --------
    >>> from datetime import date
    >>> from offramp.record import open_record
    >>> record = open_record("iran-israel-2024")
    >>> found = deterrence(record, "true-promise", date(2024, 4, 14), draws=400)
    >>> found.provocation, found.by in record.sides
    ('damascus-consulate', True)
    """
    check_done(record, name, as_of)
    world = stand(record, as_of, parameters)
    check_moves(world, name)
    found = deterred(world, name, draws, seed)
    return replace(found, through=terms_of(moment(world, name), found.by))


def check_done(record: Record, name: str, as_of: date) -> date:
    """Give the evening on which an act was known; raise UsageError where that is later."""
    act = record.act(name)
    day = max(act.span.last, act.known_on)
    if day > as_of:
        raise UsageError(
            f'The act "{name}" is not known by {as_of}. Stand on {day} or later, with --as-of.'
        )
    return day


def check_moves(world: World, name: str) -> None:
    """Raise UsageError where an act is none between the sides, of a threat or more."""
    if name not in world.history.acts:
        raise UsageError(
            f'"{name}" is no act of a threat or more between the two sides: it moves nothing in '
            "the model."
        )


def terms_of(found: Moment, side: str) -> tuple[TermChange, ...]:
    """Give what changed in one side's terms."""
    return tuple(row for row in found.terms if row.side == side)


def _provoked(world: World, name: str) -> tuple[str, Act]:
    """Give the side that provoked an act, and the highest act by which it did."""
    act = world.known.act(name)
    if not act.answers:
        raise UsageError(
            f'"{name}" answers no act on record by {world.history.as_of}: no provocation that '
            "could be repeated."
        )
    by = _actor(world, name)
    if by == BOTH:
        raise UsageError(f'"{name}" is an act of both sides: it deters neither from the other.')
    other = 1 - by
    answered = [each for each in act.answers if each in world.history.acts]
    theirs = [each for each in answered if _actor(world, each) in (other, BOTH)]
    if not theirs:
        listed = ", ".join(f'"{each}"' for each in act.answers)
        raise UsageError(
            f'"{name}" answers {listed}: no act of a threat or more by the other side, that it '
            "could deter from a repeat."
        )
    keys = world.history.rungs.keys
    highest = max(theirs, key=lambda each: keys.index(world.known.act(each).act))
    return world.history.sides[other], world.known.act(highest)


def deterred(world: World, name: str, draws: int, seed: int) -> Deterrence:
    """Ask for the chance of a repeat with an act and without it; its terms are left empty.

    Raises
    ------
    UsageError
        When it answers no act of the other side that was on record by then.
    """
    other, provocation = _provoked(world, name)
    (side,) = (key for key in world.history.sides if key != other)
    rungs = _rungs_asked(world, provocation)
    # What is customary comes within weeks in any case.
    asked = [AtLeast(other, rungs[0], within, None, side) for within in HORIZONS]
    asked += [AtLeast(other, rung, HORIZONS[0], None, side) for rung in rungs[1:]]
    if provocation.channel not in (None, "direct"):
        rung = provocation.act
        asked.append(AtLeast(other, rung, HORIZONS[0], provocation.channel, side))
    contrasts: list[Contrast] = []
    for each in asked:
        question = Question(spell(each, (), (name,), None), each, (), (name,))
        question = read_question(world.known, question, world.history.as_of)
        found = answer(world, question, draws, seed, days=max(HORIZONS))
        assert isinstance(found, Contrast)
        contrasts.append(found)
    return Deterrence(
        provocation.id, other, tuple(contrasts), (), _custom(world, provocation),
        world.history.as_of,
    )  # fmt: skip


def _actor(world: World, name: str) -> int:
    # The history lets a battle be an act of both, whoever began it; the record knows who did.
    deeds = deeds_between(world.known, ladder_of(world.known))
    maker = next(deed.maker for deed in deeds if deed.act.id == name)
    return BOTH if maker is None else world.history.sides.index(maker)


def _rungs_asked(world: World, provocation: Act) -> list[str]:
    """Give the provocation's rung; before it, where it is customary, the lowest above custom."""
    rungs = world.history.rungs
    at = rungs.keys.index(provocation.act)
    if rungs.usual is None or at > rungs.usual or rungs.level[at] < 4:
        return [provocation.act]
    above = rungs.usual + 1
    return [*rungs.keys[above : above + 1], provocation.act]


def _custom(world: World, provocation: Act) -> str | None:
    rungs = world.history.rungs
    found: list[str] = []
    if world.history.events.stream[world.history.acts.index(provocation.id)] != MAIN:
        found.append(f"{provocation.id} was itself of the shadow war.")
    if len(_rungs_asked(world, provocation)) > 1:
        found.append(
            f"Acts on the rung {provocation.act} are customary between the pair, so the lowest "
            f"rung above custom, {rungs.keys[(rungs.usual or 0) + 1]}, is asked about first. The "
            "act changes nothing in the rate of the shadow war."
        )
    return " ".join(found) or None
