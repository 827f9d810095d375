"""Forecasts whose scores are known beforehand."""

import numpy as np

from offramp.history import TARGETS, Points
from offramp.scoring import Predictions
from offramp.scoring._highest import highest_rung


def perfect(points: Points) -> Predictions:
    """All chance on what came."""
    return Predictions(
        np.eye(9)[points.bin],
        np.eye(8)[np.maximum(points.mark, 0)],
        {name: points.outcome(name) for name in TARGETS},
        np.eye(5)[highest_rung(points)],
    )


def constant(points: Points) -> Predictions:
    """The same chance for everything."""
    rows = points.count
    return Predictions(
        np.full((rows, 9), 1 / 9),
        np.full((rows, 8), 1 / 8),
        {name: np.full(rows, 0.5) for name in TARGETS},
        np.full((rows, 5), 1 / 5),
    )


def noisy(points: Points, seed: int = 0) -> Predictions:
    """Chances drawn at random."""
    luck = np.random.default_rng(seed)
    return Predictions(
        luck.dirichlet(np.ones(9), points.count),
        luck.dirichlet(np.ones(8), points.count),
        {name: luck.random(points.count) for name in TARGETS},
        luck.dirichlet(np.ones(5), points.count),
    )
