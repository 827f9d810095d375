"""What a side is: armed with nuclear weapons or not, a democracy or not."""

import jax.numpy as jnp
from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """The traits' dials, while the side has a provocation to answer."""
    provoked = -jnp.expm1(-standing.sting)
    traits = draw["traits.nuclear"] * setting.nuclear + draw["traits.democracy"] * setting.democracy
    return provoked * traits


TERM = Term(
    name="traits",
    label="nuclear arms and regime",
    part="dial",
    group="dial",
    priors=(
        normal(
            "traits.nuclear", "violent reply by a side with nuclear weapons",
            0.1, 0.3, "ICB to 1994: +.48 (.26), confounded, shrunk.", "a side's violent reply",
        ),
        normal(
            "traits.democracy", "violent reply by a democracy",
            -0.15, 0.15, "ICB to 1994: -.29 (.20), shrunk.", "a side's violent reply",
        ),
    ),
    apply=apply,
)  # fmt: skip
