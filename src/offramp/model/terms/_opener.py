"""Whether the side that opened the confrontation acts more than the other."""

import jax.numpy as jnp

from offramp.model._counted import counted
from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Marks, Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Marks:
    """Half the log odds for the opener's marks and half against the other's."""
    half = draw["opener.weight"] / 2
    first, second = (
        jnp.where(standing.opener == 2, 0.0, jnp.where(standing.opener == side, half, -half))
        for side in (0, 1)
    )
    neither = jnp.zeros_like(first)
    return (first, first, first, second, second, second, neither, neither)


_weight = counted("choice_opener")

TERM = Term(
    name="opener",
    label="having opened the confrontation",
    part="choice",
    group="learned",
    priors=(
        normal(
            "opener.weight", "log odds that an act is the opener's",
            _weight.value, _weight.sd, _weight.basis, "who acts next",
        ),
    ),
    apply=apply,
)  # fmt: skip
