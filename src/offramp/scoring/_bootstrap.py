"""Intervals of means by drawing whole crises again."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from offramp.scoring._arrays import Bools, Floats
from offramp.scoring._means import Grouped, equal_shares, mean_of

DRAWS = 2_000
INSIDE = 0.95
"""Share of the draws that an interval holds."""


@dataclass(frozen=True)
class Interval:
    """A mean and the interval that holds `INSIDE` of its bootstrap draws."""

    mean: float
    low: float
    high: float

    @property
    def excludes_zero(self) -> bool:
        """Whether all of it lies on one side of zero."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True)
class Intervals:
    """The same per event and per confrontation, as in `offramp.scoring.Mean`."""

    event: Interval
    confrontation: Interval


class Bootstrap:
    """Draws of clusters with replacement; all intervals share the same draws.

    Confrontations of one crisis fall together, so that neighbours do not pass for evidence.

    Parameters
    ----------
    points : Points or the like
        What is scored; each point's cluster is what is drawn.
    draws, seed : int
        How many draws, and their luck.
    """

    def __init__(self, points: Grouped, draws: int = DRAWS, seed: int = 0) -> None:
        self._points = points
        known, self._cluster = np.unique(points.cluster, return_inverse=True)
        even = np.full(len(known), 1 / len(known))
        drawn = np.random.default_rng(seed).multinomial(len(known), even, size=draws)
        self._times = drawn.astype(float)

    def intervals(self, values: Floats, keep: Bools | None = None) -> Intervals:
        """Bound the mean of values (points,), over some of the points by a mask."""
        kept = np.ones(len(values), bool) if keep is None else keep
        mean = mean_of(values, self._points, kept)
        one = np.ones(int(kept.sum()))
        return Intervals(
            self._interval(mean.event, values, kept, one),
            self._interval(mean.confrontation, values, kept, equal_shares(self._points, kept)),
        )

    def interval_of(self, statistic: Callable[[Floats], float], most: int) -> Interval:
        """Bound what a statistic makes of weights (rows,), over the first draws."""
        size = len(self._cluster)
        some = [statistic(times[self._cluster]) for times in self._times[:most]]
        low, high = np.quantile(some, [(1 - INSIDE) / 2, (1 + INSIDE) / 2])
        return Interval(statistic(np.ones(size)), float(low), float(high))

    def _interval(self, mean: float, values: Floats, kept: Bools, share: Floats) -> Interval:
        clusters, size = self._cluster[kept], self._times.shape[1]
        above = self._times @ np.bincount(clusters, share * values[kept], size)
        below = self._times @ np.bincount(clusters, share, size)
        means = above[below > 0] / below[below > 0]
        if not len(means):
            return Interval(mean, float("nan"), float("nan"))
        low, high = np.quantile(means, [(1 - INSIDE) / 2, (1 + INSIDE) / 2])
        return Interval(mean, float(low), float(high))
