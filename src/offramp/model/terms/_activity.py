"""Whether a confrontation that has seen many acts, or many dead, sees the next act sooner."""

import jax.numpy as jnp
import numpy as np
from jax import Array

from offramp.history import MUTUAL
from offramp.model._axes import pick
from offramp.model._bins import bin_of
from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing import DAYS, MONTHS, WEEKS
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._learned import BASIS, LINE_SD, WHEN, on_scale
from offramp.model.terms._shape import Term

INPUTS = (
    "acts over days", "acts over weeks", "acts over months", "acts since the opening",
    "acts per day since the opening", "dead in the last act", "both acted last",
    "the opener acted last",
)  # fmt: skip

SCALES = (
    (0.98, 0.39), (1.18, 0.52), (1.53, 0.75), (1.45, 1.28), (-1.77, 1.19), (0.49, 1.34),
    (0.17, 0.37), (0.56, 0.50),
)  # fmt: skip
"""Centre and scale of each input at the standing points of MIE 1946-94, rounded."""


def inputs(standing: Standing) -> Array:
    """Give what the rate looks at, as it stood after the last act; (8,), on one scale."""
    acts = jnp.log1p(standing.stocks.sum(0))
    count = jnp.log(jnp.maximum(standing.k, 1))
    raw = (
        acts[DAYS], acts[WEEKS], acts[MONTHS], count, count - jnp.log(standing.age + 3.0),
        standing.last_dead, standing.last_actor == MUTUAL,
        (standing.last_actor == standing.opener) & (standing.last_actor != MUTUAL),
    )  # fmt: skip
    scaled = [on_scale(value, *scale) for value, scale in zip(raw, SCALES, strict=True)]
    return jnp.stack(jnp.broadcast_arrays(*scaled))


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Weighted inputs, with weights of their own for each bin of time since the last act."""
    seen = inputs(standing)
    weights = draw["activity.weight"][:, None] + draw["activity.by-time"]
    by_bin = (weights * seen[:, None]).sum(0)
    return pick(by_bin, bin_of(standing.since))


TERM = Term(
    name="activity",
    label="how much has happened of late",
    part="rate",
    group="learned",
    priors=(
        normal(
            "activity.weight", f"speed of the next act per sd of: {', '.join(INPUTS)}",
            np.zeros(len(INPUTS)), LINE_SD, BASIS, WHEN,
        ),
        normal(
            "activity.by-time", "the same, by days since the last act",
            np.zeros((len(INPUTS), 8)), LINE_SD, BASIS, WHEN,
        ),
    ),
    apply=apply,
)  # fmt: skip
