"""Find the parameters that history and the priors together make likeliest."""

from collections.abc import Callable
from dataclasses import dataclass

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array
from numpy.typing import NDArray
from scipy.optimize import minimize

from offramp.learning._coordinates import Coordinates
from offramp.learning._likelihood import loss
from offramp.learning._problem import Problem

Floats = NDArray[np.float64]
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Objective:
    """The penalised, weighted loss over some points, compiled once for any weights and centre."""

    space: Coordinates
    problem: Problem
    value: Callable[[Array, Array, Array], tuple[Array, Array]]

    def climb(
        self, weights: Floats, centre: Floats | None = None, start: Floats | None = None,
        most: int = 150, progress: Callable[[int], None] | None = None,
    ) -> Floats:  # fmt: skip
        """Find the likeliest coordinates.

        Parameters
        ----------
        weights : array (points,)
            How much each point counts.
        centre : array (coordinates,), optional
            Where the prior is centred; 0 where left out, a prior draw for a posterior draw.
        start : array (coordinates,), optional
        most : int
            Iterations of L-BFGS at most.
        progress : callable, optional
            Called with the iteration.

        Returns
        -------
        array (coordinates,)
        """
        round_ = 0

        def told(_: Floats) -> None:
            nonlocal round_
            round_ += 1
            if progress:
                progress(round_)

        pull = np.zeros(self.space.size) if centre is None else centre
        by = jnp.asarray(weights, jnp.float32), jnp.asarray(pull, jnp.float32)

        def fun(vector: Floats) -> tuple[float, Floats]:
            value, slope = self.value(jnp.asarray(vector, jnp.float32), *by)
            return float(value), np.asarray(slope, float)

        begin = np.zeros(self.space.size) if start is None else start
        found = minimize(
            fun, begin, jac=True, method="L-BFGS-B", callback=told,
            options={"maxiter": most, "maxcor": 20},
        )  # fmt: skip
        return found.x


def objective(space: Coordinates, problem: Problem) -> Objective:
    """Compile the objective for some points."""

    def total(vector: Array, weights: Array, centre: Array) -> Array:
        missed = loss(space.parameters(vector), problem, weights, space.years[0])
        return missed + 0.5 * ((vector - centre) ** 2).sum()

    return Objective(space, problem, jax.jit(jax.value_and_grad(total)))
