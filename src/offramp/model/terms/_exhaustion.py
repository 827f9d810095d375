"""Whether a side that has fought much of late fights less."""

import jax.numpy as jnp
from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Log(1 + a side's own force over months, with its share of clashes), times the dial."""
    slow = standing.stocks[:, 1]
    own = jnp.stack([slow[2], slow[5]]) + slow[6] + slow[7]
    return draw["exhaustion.weight"] * jnp.log1p(own)


TERM = Term(
    name="exhaustion",
    label="exhaustion",
    part="dial",
    group="dial",
    priors=(
        normal(
            "exhaustion.weight", "force per log of own force over months",
            0.0, 0.3, "MIE trial: null; kept as a dial round zero.", "a side's use of force",
        ),
    ),
    apply=apply,
)  # fmt: skip
