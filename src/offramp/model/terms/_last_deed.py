"""Whether an attack is followed sooner than a seizure, an alert sooner than a show of force."""

import numpy as np
from jax import Array

from offramp.history import DEEDS
from offramp.model._axes import pick
from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._learned import BASIS, TABLE_SD, WHEN
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Log ratio of the hazard after such a deed; none where nobody states the deed."""
    return pick(draw["last-deed.ratio"], standing.last_deed)


TERM = Term(
    name="last-deed",
    label="kind of the last deed",
    part="rate",
    group="learned",
    priors=(
        normal(
            "last-deed.ratio", "speed of the next act by kind of the last deed",
            np.zeros(len(DEEDS)), [0.0, *[TABLE_SD] * (len(DEEDS) - 1)], BASIS, WHEN,
        ),
    ),
    apply=apply,
)  # fmt: skip
