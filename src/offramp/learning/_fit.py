"""The model fitted to standing points, and what it then says of others."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from offramp._errors import OfframpError
from offramp.history import HORIZON, Points, with_past
from offramp.learning._climb import Objective, objective
from offramp.learning._coordinates import Coordinates, coordinates
from offramp.learning._predict import Predicted, predict
from offramp.learning._problem import lay_out

ROUNDS = 150
"""Iterations of L-BFGS at most."""

FEWEST = 30
"""Standing points; with fewer there is nothing to learn from."""

Floats = NDArray[np.float64]
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Fitted:
    """The model with the likeliest parameters for what it was fitted to.

    Attributes
    ----------
    space : Coordinates
    vector : array (coordinates,)
        The likeliest coordinates.
    """

    space: Coordinates
    vector: Floats

    @cached_property
    def parameters(self) -> dict[str, NDArray[np.float32]]:
        """The likeliest parameters; those that walk have shape (years,)."""
        found = self.space.parameters(self.vector)
        return {name: np.asarray(value, np.float32) for name, value in found.items()}

    def predict(
        self, points: Points, draws: int = 250, seed: int = 0, progress: Progress | None = None
    ) -> Predicted:
        """Say what may come next at each point.

        Parameters
        ----------
        points : Points
            Their own past is read from their histories, up to each point and no further.
        draws : int
            Futures simulated for each point, to answer the questions with a yes or no; 0
            leaves these out.
        seed : int
            The futures' luck.
        progress : callable, optional
            Called with a word, how much is done, and how much there is.

        Returns
        -------
        Predicted
        """
        told = None if progress is None else partial(progress, "futures")
        return predict([self.parameters], self.space.years[0], points, draws, seed, told)


def fit(train: Points, progress: Progress | None = None) -> Fitted:
    """Fit the model to standing points: each weighs n^-1/2 by the n of its confrontation.

    Parameters
    ----------
    train : Points
        Points whose whole window had closed before the day on which one stands.
    progress : callable, optional
        Called with a word, how many rounds are done, and the most there can be.

    Returns
    -------
    Fitted

    Raises
    ------
    OfframpError
        When there are too few points to learn from.
    """
    return prepare(train).fit(progress)


@dataclass(frozen=True)
class Prepared:
    """Standing points laid out, and the objective over them compiled."""

    points: Points
    objective: Objective

    @property
    def space(self) -> Coordinates:
        """The coordinates of what is learned."""
        return self.objective.space

    def fit(self, progress: Progress | None = None) -> Fitted:
        """Find the likeliest parameters."""
        told = None if progress is None else lambda done: progress("fit", done, ROUNDS)
        vector = self.objective.climb(self.points.weights(), most=ROUNDS, progress=told)
        return Fitted(self.space, vector)


def prepare(train: Points, tied: tuple[str, ...] = ()) -> Prepared:
    """Lay out points to learn from, and compile the objective over them.

    Parameters
    ----------
    train : Points
    tied : tuple of str
        Parameters to hold at nothing, as for a twin of the model without its hidden states.
    """
    if train.count < FEWEST:
        raise OfframpError(
            f"There are {train.count} moments to learn from, each an act whose next {HORIZON} days "
            f"are over; at least {FEWEST} are needed. Give more confrontations, or a later year."
        )
    years = train.year
    space = coordinates(int(years.min()), int(years.max()), tied)
    every, _ = with_past(train)
    if every.count != train.count:
        raise OfframpError("Points to learn from must hold the whole past of each history.")
    return Prepared(train, objective(space, lay_out(every)))
