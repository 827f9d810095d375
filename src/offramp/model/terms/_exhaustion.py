"""Whether a side that has fought much of late fights less."""

import jax.numpy as jnp
from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standardise import SCALE_BASIS, against_history
from offramp.model._standing import MONTHS, stocks_now
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """A side's own force over months, against what is usual, times the dial."""
    return draw["exhaustion.weight"] * against_history("exhaustion", log_stock(standing))


def log_stock(standing: Standing) -> Array:
    """Log(1 + decayed count of a side's own force over months, with clashes and battles)."""
    slow = stocks_now(standing)[:, MONTHS]
    return jnp.log1p(jnp.stack([slow[2], slow[5]]) + slow[6] + slow[7])


TERM = Term(
    name="exhaustion",
    label="exhaustion",
    part="dial",
    group="dial",
    priors=(
        normal(
            "exhaustion.weight", "force per sd of own force over months (log count)",
            0.0, 0.3, f"MIE trial: null; kept as a dial round zero. {SCALE_BASIS}",
            "a side's use of force",
        ),
    ),
    apply=apply,
)  # fmt: skip
