"""The model itself, as one forecaster among others."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from offramp.history import Points, Target
from offramp.learning import Fitted, Shipped, fit
from offramp.model import shipped_parameters
from offramp.scoring._arrays import Floats
from offramp.scoring._beforehand import Beforehand
from offramp.scoring._highest import RUNGS
from offramp.scoring._predictions import Predictions

FUTURES = 250
"""Futures simulated for each point, to answer the questions with a yes or no."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Offramp:
    """The model with its parameters; its questions are answered by simulated futures."""

    model: Fitted | Shipped
    futures: int = FUTURES
    seed: int = 0
    progress: Progress | None = None

    def predict(self, points: Points) -> Predictions:
        """Read each history up to each point, and say what may come."""
        said = self.model.predict(points, self.futures, self.seed, self.progress)
        targets: dict[Target, Floats] = {
            name: self._unsure(share, 2) for name, share in said.targets.items()
        }
        highest = None if said.highest is None else self._unsure(said.highest, len(RUNGS))
        return Predictions(_to_one(said.when), _to_one(said.what), targets, highest)

    def _unsure(self, share: Floats, outcomes: int) -> Floats:
        """Keep a share of simulated futures from passing for a certainty."""
        return (share * self.futures + 0.5) / (self.futures + outcomes * 0.5)


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


def shipped_offramp(
    *, futures: int = FUTURES, seed: int = 0, progress: Progress | None = None
) -> tuple[Offramp, Beforehand]:
    """Take the model with the parameters that ship, and say what they were fitted to.

    Parameters
    ----------
    futures, seed, progress
        As in `fit_offramp`.
    """
    learned = shipped_parameters()
    made = Offramp(Shipped(learned), futures, seed, progress)
    return made, Beforehand(learned.basis, learned.until)


def _to_one(chances: Floats) -> Floats:
    """Make up for the rounding of single precision."""
    return chances / np.maximum(chances.sum(1, keepdims=True), np.finfo(float).tiny)
