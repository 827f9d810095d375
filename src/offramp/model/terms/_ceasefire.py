"""Whether a cease-fire or a withdrawal, once declared, is followed by less force."""

import jax.numpy as jnp
from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import KIND, Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Cease-fires and withdrawals in force, by either, on both."""
    stop, leave = setting.signals[KIND["ceasefire"]], setting.signals[KIND["withdrawal"]]
    both = draw["ceasefire.either"] * stop.max(0) + draw["withdrawal.either"] * leave.max(0)
    return jnp.stack([both, both])


TERM = Term(
    name="ceasefire",
    label="cease-fire and withdrawal",
    part="dial",
    group="dial",
    priors=(
        normal(
            "ceasefire.either", "force by either under a cease-fire",
            -0.45, 0.25, "ICBe to 1994: ratio .63 [.34, .95].", "either side's use of force",
        ),
        normal(
            "withdrawal.either", "force by either after a withdrawal",
            -0.6, 0.3, "ICBe to 1994: ratio .45 [.17, .82].", "either side's use of force",
        ),
    ),
    apply=apply,
)  # fmt: skip
