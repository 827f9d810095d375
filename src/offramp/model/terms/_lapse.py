"""How the kind of the next act changes with the time that has passed."""

import numpy as np

from offramp.model._axes import pick
from offramp.model._bins import bin_of
from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._learned import BASIS, CHOICE_TABLE_SD, WHO
from offramp.model.terms._shape import Marks, Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Marks:
    """Log-odds of each kind of act at this time since the last."""
    kinds = pick(draw["lapse.ratio"], bin_of(standing.since), inner=1)
    threat, display, force, clash, battle = kinds
    return (threat, display, force, threat, display, force, clash, battle)


TERM = Term(
    name="lapse",
    label="time since the last act",
    part="choice",
    group="learned",
    priors=(
        normal(
            "lapse.ratio", "share of each kind of act by days since the last",
            np.zeros((8, 5)), CHOICE_TABLE_SD, BASIS, WHO,
        ),
    ),
    apply=apply,
)  # fmt: skip
