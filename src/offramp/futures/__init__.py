"""Futures: run a crisis forward, and answer what one would ask of it."""

from offramp.futures import _baseline as baseline
from offramp.futures._beliefs import dial_names, parameters_for
from offramp.futures._climb import Climb
from offramp.futures._estimate import words
from offramp.futures._exchanges import expected_fates
from offramp.futures._firsts import firsts
from offramp.futures._forecast import forecast, run_id
from offramp.futures._futures import Futures, marks_in, unpack
from offramp.futures._given import NOT_HELD, Given, Span, given_by
from offramp.futures._ledger import ledger, terms_on
from offramp.futures._look_back import look_back
from offramp.futures._luck import luck
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
from offramp.futures._simulate import check_size, run_on, simulate
from offramp.futures._start import Start, begin, on_last_axis
from offramp.futures._study import study

__all__ = [
    "NOT_HELD", "Answer", "Climb", "Delay", "ExchangeAnswer", "ExchangeClaim", "ExchangeKind",
    "Findings", "First", "Forecast", "Futures", "Given", "HighestRung", "Ledger", "LedgerTerm",
    "NextAct", "OddsLine", "OddsPath", "ParameterNote", "PosturePath", "Quantiles", "Reveal",
    "RiskCurve", "Side", "Span", "Start", "baseline", "begin", "check_size", "dial_names",
    "expected_fates", "firsts", "forecast", "given_by", "ledger", "look_back", "luck", "marks_in",
    "odds", "on_last_axis", "parameters_for", "reveal", "run_id", "run_on", "simulate", "study",
    "terms_on", "unpack", "words",
]  # fmt: skip
