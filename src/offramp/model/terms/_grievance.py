"""Whether all that a side has suffered, answered or not, makes it act."""

import jax.numpy as jnp
from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Log(1 + decayed weight of provocations suffered), times the dial."""
    return draw["grievance.weight"] * jnp.log1p(standing.grievance)


TERM = Term(
    name="grievance",
    label="grievance",
    part="dial",
    group="dial",
    priors=(
        normal(
            "grievance.weight", "force per log weight of provocations suffered",
            0.0, 0.3, "MIE trial: -.26 (.06), the wrong sign; kept as a dial round zero.",
            "a side's use of force",
        ),
    ),
    apply=apply,
)  # fmt: skip
