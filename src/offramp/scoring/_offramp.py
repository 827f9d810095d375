"""The model itself, as one forecaster among others."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from offramp.history import Points, Target
from offramp.learning import Fitted, fit
from offramp.scoring._arrays import Floats
from offramp.scoring._predictions import Predictions

FUTURES = 250
"""Futures simulated for each point, to answer the questions with a yes or no."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Offramp:
    """The fitted model; its questions are answered by simulated futures."""

    fitted: Fitted
    futures: int = FUTURES
    seed: int = 0
    progress: Progress | None = None

    def predict(self, points: Points) -> Predictions:
        """Read each history up to each point, and say what may come."""
        said = self.fitted.predict(points, self.futures, self.seed, self.progress)
        # A share of simulated futures is never held to be a certainty.
        targets: dict[Target, Floats] = {
            name: (share * self.futures + 0.5) / (self.futures + 1)
            for name, share in said.targets.items()
        }
        return Predictions(_to_one(said.when), _to_one(said.what), targets)


def fit_offramp(
    train: Points, *, futures: int = FUTURES, seed: int = 0, progress: Progress | None = None
) -> Offramp:
    """Fit the model to points whose windows have closed.

    Parameters
    ----------
    train : Points
        What to fit to.
    futures, seed : int
        Futures simulated for each point that is forecast, and their luck.
    progress : callable, optional
        Called with what is done, and how many steps of how many.
    """
    return Offramp(fit(train, progress), futures, seed, progress)


def _to_one(chances: Floats) -> Floats:
    """Make up for the rounding of single precision."""
    return chances / np.maximum(chances.sum(1, keepdims=True), np.finfo(float).tiny)
