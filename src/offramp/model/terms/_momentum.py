"""Whether a side that has used force of late uses it again: momentum, the firmest signal."""

import jax.numpy as jnp
from jax import Array

from offramp.model._counted import counted
from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Marks, Term

CAP = 4.0
"""Log counts are clipped here, as they were where the weights were counted."""


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Marks:
    """Log counts of one's own, the other's and mutual force, by half-life, times their weights."""
    fast, slow = standing.stocks[:, 0], standing.stocks[:, 1]
    first, second, long_first, long_second, mutual, clash, battle = (
        jnp.minimum(jnp.log1p(count), CAP)
        for count in (
            fast[1] + fast[2], fast[4] + fast[5], slow[1] + slow[2], slow[4] + slow[5],
            slow[6] + slow[7], slow[6], slow[7],
        )
    )  # fmt: skip
    both = jnp.minimum(jnp.log1p(fast[1] + fast[2] + fast[4] + fast[5]), CAP)
    return (
        *_weigh(draw["momentum.side"], first, long_first, second, mutual),
        *_weigh(draw["momentum.side"], second, long_second, first, mutual),
        *_weigh(draw["momentum.mutual"], clash, battle, both),
    )


def _weigh(weights: Array, *features: Array) -> list[Array]:
    weighed = weights * jnp.stack(jnp.broadcast_arrays(*features))
    return list(weighed.sum(1))


_side, _mutual = counted("momentum_side"), counted("momentum_mutual")

TERM = Term(
    name="momentum",
    label="momentum of recent force",
    part="choice",
    group="learned",
    priors=(
        normal(
            "momentum.side", "own, other's and mutual recent force, on a side's own acts",
            _side.value, _side.sd, _side.basis, "who acts next and at what level",
        ),
        normal(
            "momentum.mutual", "recent clashes, battles and force, on clashes and battles",
            _mutual.value, _mutual.sd, _mutual.basis, "who acts next and at what level",
        ),
    ),
    apply=apply,
)  # fmt: skip
