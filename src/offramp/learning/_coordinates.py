"""The parameters that history can teach, as one vector of standard normals."""

from dataclasses import dataclass, replace
from functools import cached_property

import jax.numpy as jnp
import numpy as np
from jax import Array
from jax.typing import ArrayLike
from numpy.typing import NDArray

from offramp.model import TERMS, WALK_SD, Prior

WALKS = {
    "pace.era": (0.5, WALK_SD),
    "early.ratio": (0.5, WALK_SD),
    "same-day.ratio": (0.5, 0.3),
}
"""Parameters that walk from year to year: sd of the first year, and of a year's step."""

APART = ("pace.luck",)
"""Parameters of the rate and the choice that belong to one record, and not to history."""


@dataclass(frozen=True)
class Coordinates:
    """Maps a vector of standard normals to parameters, by their priors.

    Under the prior each coordinate is standard normal, so a penalty is half the squared
    length, and a prior draw is a normal vector. Entries with a prior sd of 0 stay as they are.

    Attributes
    ----------
    priors : tuple of Prior
        What is learned, apart from what walks.
    years : (int, int)
        First and last year of the walks.
    """

    priors: tuple[Prior, ...]
    years: tuple[int, int]

    @property
    def span(self) -> int:
        """How many years a walk has."""
        return self.years[1] - self.years[0] + 1

    @cached_property
    def slices(self) -> dict[str, slice]:
        """Where each parameter's coordinates lie."""
        sizes = {prior.name: prior.mean.size for prior in self.priors}
        sizes |= dict.fromkeys(WALKS, self.span)
        ends = np.cumsum(list(sizes.values()))
        return {
            name: slice(int(end) - size, int(end))
            for (name, size), end in zip(sizes.items(), ends, strict=True)
        }

    @property
    def size(self) -> int:
        """How many coordinates there are."""
        return max(part.stop for part in self.slices.values())

    def parameters(self, vector: ArrayLike) -> dict[str, Array]:
        """Give the parameters by name; those that walk have shape (years,)."""
        found: dict[str, Array] = {}
        vector = jnp.asarray(vector)
        for prior in self.priors:
            steps = vector[self.slices[prior.name]].reshape(prior.mean.shape)
            value = jnp.asarray(prior.mean + prior.sd * steps)
            found[prior.name] = jnp.exp(value) if prior.family == "lognormal" else value
        for name, (first, step) in WALKS.items():
            scales = np.r_[first, np.full(self.span - 1, step)]
            found[name] = jnp.cumsum(vector[self.slices[name]] * scales)
        return found

    def last(self, vector: NDArray[np.float64]) -> dict[str, NDArray[np.float32]]:
        """Give the parameters as of the last year; those that walk as one number."""
        found = self.parameters(vector)
        return {
            name: np.asarray(value[-1] if name in WALKS else value, np.float32)
            for name, value in found.items()
        }


def coordinates(first_year: int, last_year: int, tied: tuple[str, ...] = ()) -> Coordinates:
    """Give the coordinates of all that history can teach.

    Parameters
    ----------
    first_year, last_year : int
        The years over which what walks is learned.
    tied : tuple of str
        Parameters that are held at 0, whatever history says.

    Examples
    --------
    >>> some = coordinates(1946, 1994)
    >>> some.size > 500, some.span
    (True, 49)
    """
    learned = tuple(
        _held_at_nothing(prior) if prior.name in tied else prior
        for term in TERMS
        if term.part in ("rate", "choice")
        for prior in term.priors
        if prior.name not in WALKS and prior.name not in APART
    )
    return Coordinates(learned, (first_year, last_year))


def _held_at_nothing(prior: Prior) -> Prior:
    return replace(prior, mean=np.zeros_like(prior.mean), sd=np.zeros_like(prior.sd))
