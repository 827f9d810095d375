"""What the rest of Offramp draws and prints: answers as plain, frozen values.

Every figure here is final. Reports and commands lay these out; they compute nothing.
Probabilities lie in [0, 1]; `low` and `high` bound 90 % of the parameter draws, with the
simulation's own error taken out; days count from the as-of date.
"""

import datetime
from dataclasses import dataclass
from datetime import date
from typing import Literal

from offramp.record import Record

Topic = Literal["next", "rung", "quiet", "delay", "highest"]
Kind = Literal["forecast", "conditional", "counterfactual"]


@dataclass(frozen=True)
class Side:
    """One of the two sides, by its key in the record and the name to print."""

    key: str
    name: str


@dataclass(frozen=True)
class Answer:
    """One question, answered.

    Attributes
    ----------
    ask : str
        The question in the grammar of the record, e.g. ``a >= strike-home within 30d``.
    topic : str
        What the question is about, so that a reader can group answers.
    probability : float or None
        Set for questions with a yes or no.
    value : float or None
        Set for quantities, in `unit`.
    unit : str
        ``days`` or ``rung`` (the rung's order on the ladder); empty for probabilities.
    low, high : float
        The 90 % interval over parameter draws, of the probability or the value.
    mc_error : float
        Standard error that comes from simulating finitely often.
    baseline : float or None
        The base rate of the same question in history; None where history has none.
    words : str
        The ICD-203 term for the probability; empty for quantities.
    basis : str
        What the figure rests on, in a sentence.
    side, rung, within : str or None, str or None, int or None
        The parts of the question: who, which rung or higher, within how many days.
    """

    ask: str
    topic: Topic
    probability: float | None
    value: float | None
    unit: str
    low: float
    high: float
    mc_error: float
    baseline: float | None
    words: str
    basis: str
    kind: Kind = "forecast"
    side: str | None = None
    rung: str | None = None
    within: int | None = None


@dataclass(frozen=True)
class RiskCurve:
    """The chance that a side (or ``either``) has reached a rung or higher by each day."""

    side: str
    rung: str
    days: tuple[int, ...]
    probability: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    baseline: tuple[float | None, ...]


@dataclass(frozen=True)
class NextAct:
    """How the next act outside the shadow war may come: by whom, and at which rung.

    `actor` is a side's key, ``mutual`` for a clash without initiator, or ``none`` when the
    horizon passes without an act. `rungs` holds (rung key, probability); they sum to
    `probability`. Over all actors the probabilities sum to one.
    """

    actor: str
    probability: float
    low: float
    high: float
    baseline: float | None
    rungs: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Delay:
    """Days until the next act of a side (or ``either``), as chances by day.

    `by_day[d]` is the chance that it has come by day ``days[d]``.
    """

    actor: str
    days: tuple[int, ...]
    by_day: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True)
class HighestRung:
    """How high the crisis climbs: for each day, the share of futures by highest rung so far.

    `shares[d][r]` is the share of futures whose highest act up to ``days[d]`` stands on
    ``rungs[r]``; the first rung is ``calm``, for none. Each row sums to one.
    """

    days: tuple[int, ...]
    rungs: tuple[str, ...]
    shares: tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Quantiles:
    """A distribution of a count: its mean and five quantiles."""

    mean: float
    q05: float
    q25: float
    q50: float
    q75: float
    q95: float


@dataclass(frozen=True)
class ExchangeKind:
    """For one kind of munition in one exchange: how many, and what became of them."""

    kind: str
    launched: Quantiles
    failed: Quantiles
    stopped: Quantiles
    hit: Quantiles


@dataclass(frozen=True)
class ExchangeClaim:
    """What one claimant says became of one kind; None where he says nothing."""

    says: str
    kind: str
    failed: tuple[int, int] | None
    stopped: tuple[int, int] | None
    hit: tuple[int, int] | None
    known: date


@dataclass(frozen=True)
class ExchangeAnswer:
    """One exchange: what the model expects became of it, beside what is claimed.

    `under_way` is true when nothing is known yet of its outcome on the as-of date.
    `readiness` is the factor on the odds of stopping that notice and allies give.
    """

    act: str
    by: str
    against: str
    under_way: bool
    notice_hours: float | None
    defenders: tuple[str, ...]
    readiness: float
    kinds: tuple[ExchangeKind, ...]
    claims: tuple[ExchangeClaim, ...]
    basis: str


@dataclass(frozen=True)
class Forecast:
    """A crisis as of a date, run forward; `last_act` is the latest outside the shadow war."""

    crisis: str
    title: str
    as_of: date
    horizon_days: int
    seed: int
    draws: int
    run: str
    sides: tuple[Side, Side]
    usual_rung: str | None
    answers: tuple[Answer, ...]
    curves: tuple[RiskCurve, ...]
    next_acts: tuple[NextAct, ...]
    delays: tuple[Delay, ...]
    highest: HighestRung
    exchanges: tuple[ExchangeAnswer, ...]
    notes: tuple[str, ...]
    last_act: str | None = None


@dataclass(frozen=True)
class OddsLine:
    """One question asked anew at the end of each day."""

    ask: str
    label: str
    side: str | None
    probability: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    baseline: tuple[float | None, ...]


@dataclass(frozen=True)
class OddsPath:
    """How the odds moved from day to day; each day knows only what was known on it."""

    days: tuple[date, ...]
    horizon_days: int
    draws: int
    lines: tuple[OddsLine, ...]


@dataclass(frozen=True)
class LedgerTerm:
    """One term of one side's log-hazard of using force, day by day, in log-odds.

    `group` is ``base`` (era, tempo), ``learned`` (counted or learned from history) or
    ``dial`` (priors that an analyst can turn). Positive pushes to act, negative holds.
    """

    side: str
    name: str
    label: str
    group: Literal["base", "learned", "dial"]
    mean: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    basis: str


@dataclass(frozen=True)
class Ledger:
    """Why each side would act or hold, through time."""

    days: tuple[date, ...]
    terms: tuple[LedgerTerm, ...]
    totals: tuple[LedgerTerm, ...]


@dataclass(frozen=True)
class PosturePath:
    """How a side has been disposed to answer, day by day, and when that shifted.

    `shares[d][p]` is the chance on ``days[d]`` of posture ``postures[p]``; rows sum to one.
    `shift_chance` is the chance that the posture changed at least once in the span;
    `shift_date` the likeliest day, with its 80 % span; `log_bayes_factor` compares a
    shift with none, and `driven_by` says whether evidence or the prior carries the answer.
    """

    side: str
    days: tuple[date, ...]
    postures: tuple[str, ...]
    shares: tuple[tuple[float, ...], ...]
    shift_chance: float
    shift_date: date | None
    shift_from: date | None
    shift_to: date | None
    log_bayes_factor: float
    driven_by: Literal["evidence", "prior"]


@dataclass(frozen=True)
class First:
    """A first or a record that the program found by itself.

    `kind` is ``first`` or ``record``; `sentence` says what it is; `compared_with` is how
    many earlier acts of the record it was held against, since `since`.
    """

    act: str
    date: datetime.date
    kind: Literal["first", "record"]
    sentence: str
    compared_with: int
    since: datetime.date


@dataclass(frozen=True)
class Reveal:
    """What happened, set beside a forecast after the event; never its input.

    `happened` is None while the question is still open at the end of the record.
    """

    ask: str
    probability: float
    baseline: float | None
    happened: bool | None
    by_act: str | None
    brier: float | None
    brier_baseline: float | None


@dataclass(frozen=True)
class ParameterNote:
    """One parameter as the report shows it: its 80 % band and what it rests on."""

    name: str
    label: str
    group: Literal["base", "learned", "dial"]
    mean: float
    low: float
    high: float
    basis: str
    acts_on: str


@dataclass(frozen=True)
class Findings:
    """Everything that a report shows of one crisis as of one date.

    `record` is the record as it stood on that date (``Record.as_of``).
    """

    record: Record
    forecast: Forecast
    odds: OddsPath
    ledger: Ledger
    postures: tuple[PosturePath, ...]
    firsts: tuple[First, ...]
    parameters: tuple[ParameterNote, ...]
    reveals: tuple[Reveal, ...]
