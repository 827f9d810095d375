"""What the search for off-ramps gives."""

from dataclasses import dataclass
from datetime import date

from offramp.claims import MustBelieve
from offramp.offramps._cost import Cost


@dataclass(frozen=True)
class Change:
    """What a plan does to a chance: mean, 90 % interval, and how sure it is to lower it."""

    mean: float
    low: float
    high: float
    mc_error: float
    chance_better: float


@dataclass(frozen=True)
class Offramp:
    """A move, or moves made together.

    Attributes
    ----------
    moves : tuple of str
        In words.
    kinds : tuple of str
    by : tuple of str
        Who must make them.
    rank : int
        From 1; by the change to be expected.
    tied : bool
        Whether it could change places with the plan ranked above it.
    bloodshed, cycle, war : Change
        Of the chance of each within 90 days, if the plan is carried out.
    dead : float
        Ratio of the dead to be expected, as exp of the change of the mean of log(1 + dead).
    kept_by : tuple of (str, float)
        For each side that holds: the chance that it uses no force for so long of its own accord.
    kept : float
        The chance that all of them do; 1 where nobody is to hold.
    expected : Change
        The change of the chance of bloodshed times the chance that the plan is kept; one that
        is not kept is taken to do nothing.
    beats_hold : float or None
        The chance that it does better than its makers' holding for two weeks.
    costs : tuple of Cost
    must_believe : MustBelieve or None
        Which dials would have to stand where for the plan to spare no bloodshed; only for the
        plans ranked first.
    """

    moves: tuple[str, ...]
    kinds: tuple[str, ...]
    by: tuple[str, ...]
    rank: int
    tied: bool
    bloodshed: Change
    cycle: Change
    war: Change
    dead: float
    kept_by: tuple[tuple[str, float], ...]
    kept: float
    expected: Change
    beats_hold: float | None
    costs: tuple[Cost, ...]
    must_believe: MustBelieve | None = None


@dataclass(frozen=True)
class Waiting:
    """The same plan begun later: what is left of its effect."""

    after: int
    bloodshed: Change


@dataclass(frozen=True)
class Offramps:
    """The off-ramps of a crisis as of a date, with what the search rests on.

    Attributes
    ----------
    bloodshed, cycle, war : float
        The chances within 90 days if nothing more is done.
    offramps : tuple of Offramp
        Ranked; the best single moves, pairs and threes.
    best_joint : int or None
        Rank of the best plan in which both sides take part.
    pareto : tuple of int
        Ranks of the plans that no other beats in both risk and cost.
    waiting : tuple of Waiting
        For the best plan.
    searched, rejected : int
        How many plans were run, and how many of them do not lower the risk.
    """

    crisis: str
    as_of: date
    horizon_days: int
    seed: int
    draws: int
    run: str
    beliefs: str
    bloodshed: float
    cycle: float
    war: float
    offramps: tuple[Offramp, ...]
    best_joint: int | None
    pareto: tuple[int, ...]
    waiting: tuple[Waiting, ...]
    searched: int
    rejected: int
