"""Whether a side answers less when the act that it suffered struck a non-state party."""

import jax.numpy as jnp
from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """The dial, while the latest provocation was one against a non-state party."""
    provoked = -jnp.expm1(-standing.sting)
    return draw["target.non-state"] * standing.non_state * provoked


TERM = Term(
    name="target",
    label="a non-state party was struck",
    part="dial",
    group="dial",
    priors=(
        normal(
            "target.non-state", "violent reply to an act against a non-state party",
            -0.4, 0.3, "ICB to 1994: -.73 (.24), shrunk.", "a side's violent reply",
        ),
    ),
    apply=apply,
)  # fmt: skip
