"""Futures: run a crisis forward, and answer what one would ask of it."""

from offramp.futures._beliefs import parameters_for
from offramp.futures._firsts import firsts
from offramp.futures._forecast import forecast
from offramp.futures._futures import Futures, marks_in
from offramp.futures._odds import odds
from offramp.futures._results import (
    Answer,
    Delay,
    ExchangeAnswer,
    ExchangeClaim,
    ExchangeKind,
    Findings,
    First,
    Forecast,
    HighestRung,
    Ledger,
    LedgerTerm,
    NextAct,
    OddsLine,
    OddsPath,
    ParameterNote,
    PosturePath,
    Quantiles,
    Reveal,
    RiskCurve,
    Side,
)
from offramp.futures._reveal import reveal
from offramp.futures._simulate import Given, run_on, simulate
from offramp.futures._start import Start
from offramp.futures._study import study

__all__ = [
    "Answer", "Delay", "ExchangeAnswer", "ExchangeClaim", "ExchangeKind", "Findings", "First",
    "Forecast", "Futures", "Given", "HighestRung", "Ledger", "LedgerTerm", "NextAct", "OddsLine",
    "OddsPath", "ParameterNote", "PosturePath", "Quantiles", "Reveal", "RiskCurve", "Side", "Start",
    "firsts", "forecast", "marks_in", "odds", "parameters_for", "reveal", "run_on", "simulate",
    "study",
]  # fmt: skip
