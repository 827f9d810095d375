"""Scoring: how good forecasts are, against baselines that are hard to beat.

The names are imported when they are first used: a report reads the track record, and needs
nothing of what made it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from offramp.scoring._backtest import BASELINES, OURS, POOLED, Backtest, backtest
    from offramp.scoring._beforehand import Beforehand
    from offramp.scoring._bootstrap import Bootstrap, Interval, Intervals
    from offramp.scoring._card import Card, LogScores, OrderedScores, TargetScores
    from offramp.scoring._differences import Differences
    from offramp.scoring._losses import MEASURES, Measure
    from offramp.scoring._means import Mean
    from offramp.scoring._offramp import Offramp, fit_offramp, shipped_offramp
    from offramp.scoring._predictions import Fit, Forecaster, Predictions
    from offramp.scoring._ranked import ranked_loss
    from offramp.scoring._recalibration import Recalibration, fit_recalibration
    from offramp.scoring._reliability import Reliability, reliability
    from offramp.scoring._sized import Sized
    from offramp.scoring._track_record import (
        ShortCard,
        ShortTarget,
        TrackRecord,
        read_track_record,
        shipped_track_record,
        track_record_of,
        write_track_record,
    )
    from offramp.scoring._worst import Miss

_HOMES = {
    "BASELINES": "_backtest",
    "Backtest": "_backtest",
    "Beforehand": "_beforehand",
    "Bootstrap": "_bootstrap",
    "Card": "_card",
    "Differences": "_differences",
    "Fit": "_predictions",
    "Forecaster": "_predictions",
    "Interval": "_bootstrap",
    "Intervals": "_bootstrap",
    "LogScores": "_card",
    "MEASURES": "_losses",
    "Mean": "_means",
    "Measure": "_losses",
    "Miss": "_worst",
    "OURS": "_backtest",
    "Offramp": "_offramp",
    "OrderedScores": "_card",
    "POOLED": "_backtest",
    "Predictions": "_predictions",
    "Recalibration": "_recalibration",
    "Reliability": "_reliability",
    "ShortCard": "_track_record",
    "ShortTarget": "_track_record",
    "Sized": "_sized",
    "TargetScores": "_card",
    "TrackRecord": "_track_record",
    "backtest": "_backtest",
    "fit_offramp": "_offramp",
    "fit_recalibration": "_recalibration",
    "ranked_loss": "_ranked",
    "read_track_record": "_track_record",
    "reliability": "_reliability",
    "shipped_offramp": "_offramp",
    "shipped_track_record": "_track_record",
    "track_record_of": "_track_record",
    "write_track_record": "_track_record",
}

__all__ = [
    "BASELINES",
    "MEASURES",
    "OURS",
    "POOLED",
    "Backtest",
    "Beforehand",
    "Bootstrap",
    "Card",
    "Differences",
    "Fit",
    "Forecaster",
    "Interval",
    "Intervals",
    "LogScores",
    "Mean",
    "Measure",
    "Miss",
    "Offramp",
    "OrderedScores",
    "Predictions",
    "Recalibration",
    "Reliability",
    "ShortCard",
    "ShortTarget",
    "Sized",
    "TargetScores",
    "TrackRecord",
    "backtest",
    "fit_offramp",
    "fit_recalibration",
    "ranked_loss",
    "read_track_record",
    "reliability",
    "shipped_offramp",
    "shipped_track_record",
    "track_record_of",
    "write_track_record",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """List the public names beside what is loaded."""
    return sorted({*globals(), *__all__})
