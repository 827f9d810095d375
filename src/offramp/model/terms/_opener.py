"""Whether the side that opened the confrontation acts more than the other."""

import jax.numpy as jnp
import numpy as np

from offramp.history import MUTUAL
from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._learned import BASIS
from offramp.model.terms._shape import Marks, Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Marks:
    """Half the log odds for the opener's marks and half against the other's."""
    half = draw["opener.weight"] / 2
    signs = (
        jnp.where(standing.opener == MUTUAL, 0.0, jnp.where(standing.opener == side, 1.0, -1.0))
        for side in (0, 1)
    )
    first, second = ([sign * half[level] for level in range(3)] for sign in signs)
    neither = jnp.zeros_like(first[0])
    return (*first, *second, neither, neither)


TERM = Term(
    name="opener",
    label="having opened the confrontation",
    part="choice",
    group="learned",
    priors=(
        normal(
            "opener.weight", "log odds that a threat, display or use of force is the opener's",
            np.zeros(3), 1.0, BASIS, "who acts next",
        ),
    ),
    apply=apply,
)  # fmt: skip
