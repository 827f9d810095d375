"""Who acts and how, given who acted last and how."""

import jax.numpy as jnp
import numpy as np
from jax import Array

from offramp.history import MUTUAL
from offramp.model._axes import pick
from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._learned import BASIS, CHOICE_TABLE_SD, WHO
from offramp.model.terms._shape import Marks, Term

MUTUAL_KIND = 3
"""The first of the kinds of a mutual act."""


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Marks:
    """Log-odds of each mark, and what the last act adds, seen from the side that may act."""
    last, mutual = standing.last_kind, standing.last_actor == MUTUAL
    marks: list[Array] = []
    for side in (0, 1):
        # Rows: one's own threat, display, force; the other's; a clash; a battle.
        own = standing.last_actor == side
        row = jnp.where(mutual, last + MUTUAL_KIND, jnp.where(own, last, last + MUTUAL_KIND))
        after = pick(draw["sequence.side"], row, inner=1)
        marks += [draw["sequence.level"][level] + after[level] for level in range(3)]
    both = pick(draw["sequence.mutual"], last, inner=1)
    marks += [draw["sequence.both"][kind] + both[kind] for kind in range(2)]
    return tuple(marks)


TERM = Term(
    name="sequence",
    label="who acted last, and how",
    part="choice",
    group="learned",
    priors=(
        normal(
            "sequence.level", "threats, displays and force by one side, log-odds",
            np.zeros(3), 2.0, BASIS, WHO,
        ),
        normal(
            "sequence.both", "clashes and battles, log-odds", np.zeros(2), 2.0, BASIS, WHO,
        ),
        normal(
            "sequence.side", "a side's acts by who acted last and how",
            np.zeros((8, 3)), CHOICE_TABLE_SD, BASIS, WHO,
        ),
        normal(
            "sequence.mutual", "clashes and battles by how the last act was",
            np.zeros((5, 2)), CHOICE_TABLE_SD, BASIS, WHO,
        ),
    ),
    apply=apply,
)  # fmt: skip
