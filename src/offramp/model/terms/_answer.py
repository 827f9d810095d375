"""What follows a deed: how the side that did it and the one that suffered it go on."""

import jax.numpy as jnp
import numpy as np
from jax import Array

from offramp.history import DEEDS, MUTUAL
from offramp.model._axes import pick
from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._learned import BASIS, CHOICE_TABLE_SD, WHO
from offramp.model.terms._shape import Marks, Term

_SD = np.full((len(DEEDS), 3), CHOICE_TABLE_SD)
_SD[0] = 0.0


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Marks:
    """Log-odds of each mark by kind of the last deed; none where nobody states the deed."""
    deed, mutual = standing.last_deed, standing.last_actor == MUTUAL
    own, other, both = (
        pick(draw[f"answer.{who}"], deed, inner=1) for who in ("own", "other", "both")
    )
    marks: list[Array] = []
    for side in (0, 1):
        by_self = standing.last_actor == side
        # After a mutual act a side is neither its maker nor the one that suffered it.
        after = jnp.where(mutual, (own + other) / 2, jnp.where(by_self, own, other))
        marks += [after[level] for level in range(3)]
    return (*marks, both[0], both[1])


TERM = Term(
    name="answer",
    label="kind of deed to be answered",
    part="choice",
    group="learned",
    priors=(
        normal(
            "answer.own", "going on, by kind of one's own last deed",
            np.zeros((len(DEEDS), 3)), _SD, BASIS, WHO,
        ),
        normal(
            "answer.other", "answering, by kind of the other's last deed",
            np.zeros((len(DEEDS), 3)), _SD, BASIS, WHO,
        ),
        normal(
            "answer.both", "clashes and battles by kind of the last deed",
            np.zeros((len(DEEDS), 2)), _SD[:, :2], BASIS, WHO,
        ),
    ),
    apply=apply,
)  # fmt: skip
