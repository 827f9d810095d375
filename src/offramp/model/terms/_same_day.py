"""How often a second act comes on the day of the first: the coders' habit as well."""

import jax.numpy as jnp
from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._learned import WHEN
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Log ratio of the hazard on the day of the last act."""
    return jnp.where(standing.since == 0, draw["same-day.ratio"], 0.0)


TERM = Term(
    name="same-day",
    label="on the day of the last act",
    part="rate",
    group="base",
    priors=(
        normal(
            "same-day.ratio", "chance of a second act on the same day against other years",
            0.0, 0.5,
            "Learned from published events as a yearly random walk (sd .3 a year), since the share "
            "of acts on the same day in MIE falls from .31 to .08 between 1991 and 1994; what "
            "ships is the level of the last year.",
            WHEN,
        ),
    ),
    apply=apply,
)  # fmt: skip
