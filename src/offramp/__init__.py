"""Offramp: lay out an international crisis, run it forward, look for the way down.

The public names stand here, flat; what they need is imported when they are first used.

Examples
--------
>>> import offramp
>>> record = offramp.open("iran-israel-2024")
>>> record.title
'Iran and Israel, October 2023 to May 2024'
>>> "forecast" in dir(offramp)
True
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from offramp._errors import OfframpError, Problem, RecordError, UsageError
from offramp._version import __version__

if TYPE_CHECKING:
    from offramp.answers import ask
    from offramp.claims import judge as judge_claims
    from offramp.futures import Findings, Forecast, Futures, forecast, odds, simulate, study
    from offramp.history import History, from_record
    from offramp.ladder import Ladder, load_ladder
    from offramp.model import Parameters, shipped_parameters
    from offramp.offramps import search as find_offramps
    from offramp.record import Record, check, library
    from offramp.record import open_record as open
    from offramp.report import render_html, write_report

_HOMES = {
    "Findings": ("futures", "Findings"),
    "Forecast": ("futures", "Forecast"),
    "Futures": ("futures", "Futures"),
    "History": ("history", "History"),
    "Ladder": ("ladder", "Ladder"),
    "Parameters": ("model", "Parameters"),
    "Record": ("record", "Record"),
    "ask": ("answers", "ask"),
    "check": ("record", "check"),
    "find_offramps": ("offramps", "search"),
    "forecast": ("futures", "forecast"),
    "from_record": ("history", "from_record"),
    "judge_claims": ("claims", "judge"),
    "library": ("record", "library"),
    "load_ladder": ("ladder", "load_ladder"),
    "odds": ("futures", "odds"),
    "open": ("record", "open_record"),
    "render_html": ("report", "render_html"),
    "shipped_parameters": ("model", "shipped_parameters"),
    "simulate": ("futures", "simulate"),
    "study": ("futures", "study"),
    "write_report": ("report", "write_report"),
}

__all__ = [
    "Findings",
    "Forecast",
    "Futures",
    "History",
    "Ladder",
    "OfframpError",
    "Parameters",
    "Problem",
    "Record",
    "RecordError",
    "UsageError",
    "__version__",
    "ask",
    "check",
    "find_offramps",
    "forecast",
    "from_record",
    "judge_claims",
    "library",
    "load_ladder",
    "odds",
    "open",
    "render_html",
    "shipped_parameters",
    "simulate",
    "study",
    "write_report",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    room, attribute = _HOMES[name]
    found = getattr(import_module(f"{__name__}.{room}"), attribute)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """List the public names beside what is loaded."""
    return sorted({*globals(), *__all__})
