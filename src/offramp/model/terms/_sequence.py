"""Who acts and how, given who acted last and how: shares of transitions in history."""

import jax.numpy as jnp
from jax import Array

from offramp.model._axes import pick
from offramp.model._counted import counted
from offramp.model._prior import logdirichlet
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Marks, Term

LOG_2 = 0.6931472


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Marks:
    """Log share of each mark after the last one, seen from the side that acted last."""
    row = pick(draw["sequence.shares"], standing.last_kind, inner=1)
    mutual, by_first = standing.last_actor == 2, standing.last_actor == 0
    first: list[Array] = []
    second: list[Array] = []
    for own, other in zip(row[0:3], row[3:6], strict=True):
        # After a mutual act a side is neither the last actor nor the other.
        split = jnp.logaddexp(own, other) - LOG_2
        first.append(jnp.where(mutual, split, jnp.where(by_first, own, other)))
        second.append(jnp.where(mutual, split, jnp.where(by_first, other, own)))
    return (*first, *second, row[6], row[7])


_markov = counted("choice_markov")

TERM = Term(
    name="sequence",
    label="who acted last, and how",
    part="choice",
    group="learned",
    priors=(
        logdirichlet(
            "sequence.shares", "shares of the next act by who acted last and how",
            _markov.value, _markov.rows(5), _markov.basis, "who acts next and at what level",
        ),
    ),
    apply=apply,
)  # fmt: skip
