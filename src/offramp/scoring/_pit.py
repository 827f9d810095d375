"""Probability integral transforms: whether what came is spread evenly over what was said."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from offramp.scoring._arrays import Floats, Ints

COVERED = (0.5, 0.8, 0.9)
"""Central intervals whose coverage is told."""

PIT_BINS = 10


@dataclass(frozen=True)
class Spread:
    """Where outcomes fell in their forecast distributions, point by point.

    An outcome that is a step of the distribution lies somewhere in ``low`` to ``high``; a
    randomised PIT draws where. Here its luck is averaged out exactly (Czado, Gneiting and
    Held, Biometrics 65(4), 2009).
    """

    low: Floats
    high: Floats

    def inside(self, low: float, high: float) -> Floats:
        """Give the chance that each point's randomised PIT lies in a range: (points,)."""
        overlap = np.minimum(self.high, high) - np.maximum(self.low, low)
        width = self.high - self.low
        point = (self.low >= low) & (self.low < high)
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(width > 0, np.maximum(overlap, 0) / width, point)

    def covered(self, share: float) -> Floats:
        """Give the chance that each outcome lies in the central interval of a share."""
        return self.inside((1 - share) / 2, (1 + share) / 2)

    def histogram(self) -> Floats:
        """Give the share of outcomes in each tenth of their distributions: (10,), flat at best."""
        edges = np.linspace(0, 1, PIT_BINS + 1)
        parts = pairwise(edges)
        return np.array([self.inside(low, high).mean() for low, high in parts])


def spread(chances: Floats, outcome: Ints) -> Spread:
    """Place outcomes (points,) in forecasts of ordered categories (points, categories).

    Examples
    --------
    >>> one = spread(np.array([[0.2, 0.5, 0.3]]), np.array([1]))
    >>> one.low.round(3).tolist(), one.high.round(3).tolist()
    ([0.2], [0.7])
    >>> one.covered(0.5).round(3).tolist()
    [0.9]
    """
    upto = np.cumsum(chances, axis=1)
    rows = np.arange(len(outcome))
    high = np.minimum(upto[rows, outcome], 1.0)
    return Spread(np.maximum(high - chances[rows, outcome], 0.0), high)
