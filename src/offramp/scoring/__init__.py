"""Scoring: how good forecasts are, against baselines that are hard to beat."""

from offramp.scoring._backtest import BASELINES, OURS, POOLED, Backtest, Sized, backtest
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
from offramp.scoring._worst import Miss

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
    "Sized",
    "TargetScores",
    "backtest",
    "fit_offramp",
    "fit_recalibration",
    "ranked_loss",
    "reliability",
    "shipped_offramp",
]
