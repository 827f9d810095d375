"""The pool: two forecasters' joint chances, averaged."""

import numpy as np

from offramp.history import TARGETS, Points, Target
from offramp.scoring._arrays import Floats
from offramp.scoring._losses import losses
from offramp.scoring._predictions import Predictions

SHARES = np.linspace(0, 1, 41)
"""Shares of the first forecaster that are tried."""

EQUAL = 0.5
"""The share where there is nothing to choose it on."""


def pooled(one: Predictions, other: Predictions, points: Points, share: float) -> Predictions:
    """Average two forecasts in probability.

    The chances of when and what together are averaged. So each forecaster has the more say
    in what comes, the likelier it held that it comes then.

    Parameters
    ----------
    one, other : Predictions
        Forecasts of the same points.
    points : Points
        The points.
    share : float
        Weight of the first, 0 to 1.
    """
    rows = np.arange(points.count)
    when = _mean(one.when, other.when, share)
    said_then = share * one.when[rows, points.bin], (1 - share) * other.when[rows, points.bin]
    both = np.maximum(sum(said_then), np.finfo(float).tiny)
    what = (said_then[0] / both)[:, None] * one.what + (said_then[1] / both)[:, None] * other.what
    highest = None
    if one.highest is not None and other.highest is not None:
        highest = _mean(one.highest, other.highest, share)
    targets: dict[Target, Floats] = {
        name: _mean(one.targets[name], other.targets[name], share) for name in TARGETS
    }
    return Predictions(when, what, targets, highest)


def best_share(one: Predictions, other: Predictions, points: Points) -> float:
    """Find the share of the first forecaster with the least joint log score.

    Points are weighed n^-1/2 within their confrontation, as in learning.
    """
    weights = points.weights()
    found = [
        weights @ losses(pooled(one, other, points, float(share)), points)["joint"]
        for share in SHARES
    ]
    return float(SHARES[int(np.argmin(found))])


def _mean(one: Floats, other: Floats, share: float) -> Floats:
    return share * one + (1 - share) * other
