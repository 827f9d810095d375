"""How the level of the last act speeds or slows the next."""

import numpy as np
from jax import Array

from offramp.model._axes import pick
from offramp.model._bins import bin_of
from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._learned import BASIS, TABLE_SD, WHEN
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Log ratio of the hazard after an act of this kind to the hazard after any."""
    by_bin = pick(draw["last-level.ratio"], standing.last_kind, inner=1)
    return pick(by_bin, bin_of(standing.since))


TERM = Term(
    name="last-level",
    label="level of the last act",
    part="rate",
    group="learned",
    priors=(
        normal(
            "last-level.ratio", "speed of the next act by level of the last and days since",
            np.zeros((5, 8)), TABLE_SD, BASIS, WHEN,
        ),
    ),
    apply=apply,
)  # fmt: skip
