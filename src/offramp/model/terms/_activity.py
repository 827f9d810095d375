"""Whether a confrontation that has seen many acts sees the next one sooner."""

import jax.numpy as jnp
from jax import Array

from offramp.model._counted import counted
from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Log(1 + decayed count of all acts), over weeks and over months."""
    recent = jnp.minimum(jnp.log1p(standing.stocks.sum(0)), 4.0)
    return (draw["activity.weight"] * recent).sum(0)


_weight = counted("tempo_beside_momentum")

TERM = Term(
    name="activity",
    label="how much has happened of late",
    part="rate",
    group="learned",
    priors=(
        normal(
            "activity.weight", "speed of the next act per log count of recent acts",
            _weight.value, _weight.sd, _weight.basis, "when the next act comes",
        ),
    ),
    apply=apply,
)  # fmt: skip
