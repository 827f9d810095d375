"""What every learned term says of its prior, and how inputs are put on one scale."""

import jax.numpy as jnp
from jax import Array
from jax.typing import ArrayLike

from offramp.model._prior import PACE

TABLE_SD, LINE_SD = 0.21, 0.09
"""Prior sd of entries of tables, and of weights on standardised inputs, in the rate."""

CHOICE_TABLE_SD, CHOICE_LINE_SD = 0.6, 0.3
"""The same in the choice. All four were chosen on inner splits of MIE up to 1994."""

WHEN = PACE
WHO = "who acts next and at what level"

BASIS = (
    "Learned from published events. Prior: normal round zero, its width chosen on splits of "
    "MIE 1946-94 in time."
)


def on_scale(values: Array, centre: ArrayLike, scale: ArrayLike, most: float = 2.5) -> Array:
    """Centre, scale and clip inputs: what is beyond what history has seen counts no further.

    Examples
    --------
    >>> on_scale(jnp.array([1.0, 2.0, 99.0]), 1.0, 2.0).tolist()
    [0.0, 0.5, 2.5]
    """
    return jnp.clip((values - centre) / scale, -most, most)
