"""Whether a confrontation keeps its rhythm: gaps that resemble the last three."""

import numpy as np
from jax import Array

from offramp.model._axes import pick
from offramp.model._bins import NO_GAP, bin_of
from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._learned import BASIS, TABLE_SD, WHEN
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Log ratio of the hazard at this time since the last act, by each of the last gaps."""
    tables = [
        pick(draw["rhythm.ratio"][back], standing.gaps[back], inner=1)
        for back in range(len(standing.gaps))
    ]
    return pick(sum(tables[1:], tables[0]), bin_of(standing.since))


TERM = Term(
    name="rhythm",
    label="rhythm of the last acts",
    part="rate",
    group="learned",
    priors=(
        normal(
            "rhythm.ratio", "speed of the next act by the last three gaps and days since",
            np.zeros((3, NO_GAP + 1, 8)), TABLE_SD, BASIS, WHEN,
        ),
    ),
    apply=apply,
)  # fmt: skip
