"""What to watch and what a forecast hinges on: plain, frozen values."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

GroupKind = Literal["dial", "learned", "base", "counted"]


@dataclass(frozen=True)
class Observation:
    """Something that may be seen by a day, and what seeing it would change.

    Attributes
    ----------
    what, kind : str
    side : str or None
        Who does it; None for either or both.
    by : int
        Days from the as-of date.
    chance : float
        That it is seen by then.
    now, if_seen, if_unseen : float or None
        The forecast, asked again on that day over the same number of days: whatever is seen,
        if this is, and if it is not. None where that never comes in the futures.
    bits : float
        Expected information, at least 0.
    share : float
        The same as a share of the question's whole uncertainty.
    error : float
        Standard error of `bits`.
    tells : bool
        Whether `bits` lies above what mere chance would show.
    """

    what: str
    kind: str
    side: str | None
    by: int
    chance: float
    now: float
    if_seen: float | None
    if_unseen: float | None
    bits: float
    share: float
    error: float
    tells: bool


@dataclass(frozen=True)
class Watch:
    """What to watch, the most telling first, with what it depends on.

    `ask` is the question as a line of the grammar, `plain` the same in words.
    """

    crisis: str
    as_of: date
    ask: str
    within: int
    days: tuple[int, ...]
    seed: int
    draws: int
    run: str
    beliefs: str
    observations: tuple[Observation, ...]
    plain: str = ""


@dataclass(frozen=True)
class Hinge:
    """A group of parameters, and how far an answer hangs on it.

    Attributes
    ----------
    group, label : str
    kind : str
        ``dial``, ``learned``, ``base``, or ``counted`` from the record.
    share : float
        Share of the answer's variance over parameter draws that would be left if all else were
        known (the total Sobol index). Terms were learned together: what they carry as one is
        apportioned to them by what each carries when it is moved alone.
    error : float
        Its standard error, by drawing the parameter draws again.
    at_low, at_high : float or None
        The answer with a single number held at its 5 % and 95 %, all else as believed.
    low, high : float or None
        Where those lie.
    basis : str
        What the group rests on.
    """

    group: str
    label: str
    kind: GroupKind
    share: float
    error: float
    at_low: float | None
    at_high: float | None
    low: float | None
    high: float | None
    basis: str


@dataclass(frozen=True)
class Hinges:
    """What an answer hangs on, the largest first, with what it depends on.

    Attributes
    ----------
    answer : float
        The answer as believed; of a contrast, the difference.
    unit : str
        Empty for a chance.
    sd : float
        The answer's standard deviation over parameter draws, simulation's blur taken out.
    noise : float
        Standard deviation of one draw's answer that simulating leaves.
    hinges : tuple of Hinge
    together : tuple of Hinge
        All dials as one, and all that was learned as one.
    plain : str
        The question in words.
    """

    crisis: str
    as_of: date
    ask: str
    answer: float
    unit: str
    sd: float
    noise: float
    seed: int
    draws: int
    run: str
    beliefs: str
    hinges: tuple[Hinge, ...]
    together: tuple[Hinge, ...]
    plain: str = ""
