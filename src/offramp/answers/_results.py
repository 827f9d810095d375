"""What asking a question gives: plain, frozen values that reports and commands lay out.

Probabilities lie in [0, 1]; `low` and `high` bound 90 % of the parameter draws, with the
simulation's own error taken out.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from offramp.questions import Kind


@dataclass(frozen=True)
class Reply:
    """One question, answered in one world.

    Attributes
    ----------
    ask : str
    kind : str
        ``forecast``, ``conditional`` or ``counterfactual``.
    probability, value : float or None
        One of the two is set; `unit` says of what the value is.
    unit : str
    low, high, mc_error : float
    baseline : float or None
        The base rate of the same question in history, where history has one.
    words : str
        The ICD-203 term for a probability.
    shares : tuple of (str, float)
        Where the answer has several cases, the chance of each: who acts next, which rung is
        the highest; quantiles of a quantity.
    condition : float or None
        For a conditional: the chance that its condition comes about.
    basis : str
    plain : str
        The question in words.
    """

    ask: str
    kind: Kind
    probability: float | None
    value: float | None
    unit: str
    low: float
    high: float
    mc_error: float
    baseline: float | None
    words: str
    basis: str
    shares: tuple[tuple[str, float], ...] = ()
    condition: float | None = None
    plain: str = ""


@dataclass(frozen=True)
class AtShare:
    """The difference, if acts cause a share of the momentum that follows them."""

    share: float
    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class Difference:
    """Counterfactual less factual.

    Attributes
    ----------
    mean, low, high, mc_error : float
    unit : str
        Empty for a difference of chances.
    chance_lower : float
        Share of the parameter draws under which the counterfactual lies lower.
    log_odds : float or None
        The same as a difference of log-odds, for chances.
    by_share : tuple of AtShare
        Over the range of the state-dependence share: none, half, all.
    """

    mean: float
    low: float
    high: float
    mc_error: float
    unit: str
    chance_lower: float
    log_odds: float | None
    by_share: tuple[AtShare, ...]


@dataclass(frozen=True)
class Contrast:
    """A question asked with and without something.

    Attributes
    ----------
    ask : str
    factual, counterfactual : Reply
    difference : Difference
    effects : tuple of str
        What each edit does in the model.
    saved : float or None
        How many times more futures two independent arms would need for the same error; None
        where nothing is simulated.
    follows : str
        What became of what followed up to the as-of date.
    plain : str
        The question in words.
    """

    ask: str
    factual: Reply
    counterfactual: Reply
    difference: Difference
    effects: tuple[str, ...]
    saved: float | None
    follows: str
    plain: str = ""
    kind: Literal["counterfactual"] = "counterfactual"


@dataclass(frozen=True)
class Asked:
    """The answers of one run, with what they depend on."""

    crisis: str
    as_of: date
    horizon_days: int
    seed: int
    draws: int
    run: str
    beliefs: str
    answers: tuple[Reply | Contrast, ...]
