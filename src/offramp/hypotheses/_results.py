"""What weighing competing hypotheses gives."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from offramp.hypotheses._grades import Grade


@dataclass(frozen=True)
class Hypothesis:
    """One column: what a side is disposed to do when it is provoked.

    Attributes
    ----------
    key : str
        Unique in its matrix: ``<side>: <posture>``, or ``claim: <id>``.
    side : str
    says : str
        The hypothesis in words.
    claim : str or None
        The id of the claim that it puts, where it is an analyst's own.
    before, now : float
        The chance of it before the first act that was weighed, and on the as-of date. Postures
        drift back to what is believed of any side, so the rows alone do not lead from one to
        the other.
    """

    key: str
    side: str
    says: str
    claim: str | None
    before: float
    now: float


@dataclass(frozen=True)
class Cell:
    """How much likelier a hypothesis makes an act than the others do.

    Attributes
    ----------
    log_bayes_factor : float
        Natural log, of chances averaged over the parameter draws; 0 where nothing is said.
    low, high : float
        90 % of the draws.
    grade : str
    """

    log_bayes_factor: float
    low: float
    high: float
    grade: Grade


@dataclass(frozen=True)
class Row:
    """One act or signal.

    Attributes
    ----------
    id : str
    date : datetime.date
        Its last possible day.
    kind : str
    title : str
    cells : tuple of Cell
        In the order of the hypotheses.
    spread : float
        How well it discriminates: the widest range of its log Bayes factors over the postures
        of one side.
    why : str
        Why it says nothing, where by construction it cannot; else empty.
    """

    id: str
    date: date
    kind: Literal["act", "signal"]
    title: str
    cells: tuple[Cell, ...]
    spread: float
    why: str


@dataclass(frozen=True)
class Matrix:
    """Acts and signals since a confrontation opened, by hypotheses; what discriminates first."""

    crisis: str
    as_of: date
    run: str
    beliefs: str
    hypotheses: tuple[Hypothesis, ...]
    rows: tuple[Row, ...]
