"""Dials act on what is usual in history: centred, scaled, and held within what it has seen."""

from typing import Literal

import jax.numpy as jnp
from jax import Array

from offramp.model._counted import counted

BEYOND = 2.0
"""Standard deviations; an input beyond what history has seen counts no further."""

DialInput = Literal["grievance", "pressure", "exhaustion"]

SCALE_BASIS = (
    "Per sd of the input over standing points of MIE 1946-2002 that end their day, clipped at "
    f"{BEYOND:g} sd: what is beyond what history has seen counts no further."
)


def standardised(value: Array, mean: float, sd: float) -> Array:
    """Centre and scale an input, and clip it at `BEYOND` standard deviations.

    Parameters
    ----------
    value : array
        Of any shape.
    mean, sd : float
        Where the input usually stands, and how far it usually lies from there.

    Returns
    -------
    array
        Of the shape of `value`, in standard deviations.

    Examples
    --------
    >>> standardised(jnp.array([0.0, 1.0, 9.0]), mean=1.0, sd=2.0).tolist()
    [-0.5, 0.0, 2.0]
    """
    return jnp.clip((value - mean) / sd, -BEYOND, BEYOND)


def against_history(dial: DialInput, log_stock: Array) -> Array:
    """Standardise the log stock behind a dial by what MIE shows of it.

    Examples
    --------
    >>> against_history("grievance", jnp.array([100.0])).tolist()
    [2.0]
    """
    mean, sd = counted("dial_inputs").at(dial=dial)
    return standardised(log_stock, float(mean), float(sd))
