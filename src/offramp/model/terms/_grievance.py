"""Whether all that a side has suffered, answered or not, makes it act."""

import jax.numpy as jnp
from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standardise import SCALE_BASIS, against_history
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """What each side has suffered, against what is usual, times the dial."""
    return draw["grievance.weight"] * against_history("grievance", log_stock(standing))


def log_stock(standing: Standing) -> Array:
    """Log(1 + decayed weight of provocations suffered), by side."""
    return jnp.log1p(standing.grievance)


TERM = Term(
    name="grievance",
    label="grievance",
    part="dial",
    group="dial",
    priors=(
        normal(
            "grievance.weight", "force per sd of provocations suffered (log weight)",
            0.0, 0.3,
            f"MIE trial: -.26 (.06), the wrong sign; kept as a dial round zero. {SCALE_BASIS}",
            "a side's use of force",
        ),
    ),
    apply=apply,
)  # fmt: skip
