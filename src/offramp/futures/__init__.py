"""Futures: run a crisis forward, and answer what one would ask of it."""

from offramp.futures._firsts import firsts
from offramp.futures._forecast import forecast
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
from offramp.futures._simulate import Futures, simulate
from offramp.futures._study import study

__all__ = [
    "Answer", "Delay", "ExchangeAnswer", "ExchangeClaim", "ExchangeKind", "Findings", "First",
    "Forecast", "Futures", "HighestRung", "Ledger", "LedgerTerm", "NextAct", "OddsLine", "OddsPath",
    "ParameterNote", "PosturePath", "Quantiles", "Reveal", "RiskCurve", "Side", "firsts",
    "forecast", "odds", "reveal", "simulate", "study",
]  # fmt: skip
