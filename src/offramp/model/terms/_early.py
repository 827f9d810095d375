"""Whether the first acts of a confrontation are followed faster or slower than later ones."""

import jax.numpy as jnp
from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._learned import WHEN
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Log ratio of the hazard while the confrontation has seen two acts or fewer."""
    return jnp.where(standing.k <= 2, draw["early.ratio"], 0.0)


TERM = Term(
    name="early",
    label="first acts of the confrontation",
    part="rate",
    group="learned",
    priors=(
        normal(
            "early.ratio", "speed after the first two acts against later ones",
            0.0, 0.5,
            "Learned from published events as a yearly random walk (sd .08 a year); what ships is "
            "the level of the last year.",
            WHEN,
        ),
    ),
    apply=apply,
)  # fmt: skip
