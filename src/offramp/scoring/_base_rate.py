"""The base rate: how often each outcome followed an act, whatever came before it."""

from dataclasses import dataclass

import numpy as np

from offramp.history import MARKS, QUIET, TARGETS, Points, Target
from offramp.scoring._arrays import Floats
from offramp.scoring._highest import RUNGS, highest_rung
from offramp.scoring._inputs import absolute, last_side, relative
from offramp.scoring._predictions import Predictions

_HALF = 0.5
"""Added to every count, so that what never happened keeps a chance."""

DECADE = 10


@dataclass(frozen=True)
class BaseRate:
    """Shares of each outcome; marks are counted as seen from the last actor."""

    when: Floats
    what: Floats
    targets: dict[Target, float]
    highest: Floats

    def predict(self, points: Points) -> Predictions:
        """Say the same of every point."""
        side = last_side(points.confrontations.mark[points.row])
        rows = points.count
        return Predictions(
            np.tile(self.when, (rows, 1)),
            absolute(np.tile(self.what, (rows, 1)), side),
            {name: np.full(rows, share) for name, share in self.targets.items()},
            np.tile(self.highest, (rows, 1)),
        )


def fit_base_rate(train: Points) -> BaseRate:
    """Count outcomes over all years, each point weighed n^-1/2 within its confrontation."""
    weights, comes, evening = train.weights(), train.comes, train.ends_day
    side = last_side(train.confrontations.mark[train.row])
    marks = relative(train.mark, side)[comes]
    return BaseRate(
        shares(train.bin, weights, QUIET + 1),
        shares(marks, weights[comes], len(MARKS)),
        {name: share(train.outcome(name)[evening], weights[evening]) for name in TARGETS},
        shares(highest_rung(train)[evening], weights[evening], len(RUNGS)),
    )


def fit_recent_base_rate(train: Points) -> BaseRate:
    """Count outcomes over the last ten years of the training alone."""
    years = train.year
    return fit_base_rate(train.where(years > years.max() - DECADE))


def shares(outcome: np.ndarray, weights: Floats, size: int) -> Floats:
    """Give the share of each outcome: (size,)."""
    counts = np.bincount(outcome, weights=weights, minlength=size) + _HALF
    return counts / counts.sum()


def share(outcome: Floats, weights: Floats) -> float:
    """Give the share of yes."""
    return float((outcome @ weights + _HALF) / (weights.sum() + 2 * _HALF))
