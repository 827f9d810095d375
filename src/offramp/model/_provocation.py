"""How much an act provokes: its level, soil, the rank of those killed, the dead, the channel."""

import jax.numpy as jnp
from jax import Array

from offramp.model._axes import pick
from offramp.model._prior import lognormal, normal
from offramp.model._standing_types import Deed, Draw

LEVEL_WEIGHT = jnp.array([0.25, 0.5, 1.0, 0.25, 0.5, 1.0, 1.0, 1.5])
"""What an act provokes by its level alone, by mark: a use of force is the unit; judgement."""

_ACTS_ON = "the weight of an act as a provocation"

PRIORS = (
    lognormal(
        "provocation.proxy", "weight of a proxy's act against one's own",
        -0.598, 0.35, "ICB to 1994: indirect violence +.95 (.35), shrunk.", _ACTS_ON,
    ),
    normal(
        "provocation.sovereign", "sovereign soil, per log weight",
        0.5, 0.3, "ICB to 1994: threat to territory +1.26 (.30) in violent triggers, shrunk.",
        _ACTS_ON,
    ),
    normal(
        "provocation.leader", "a senior leader killed, per log weight",
        0.5, 0.3, "Judgement of experts; no dataset at hand codes the rank of those killed.",
        _ACTS_ON,
    ),
    normal(
        "provocation.dead", "dead, per log(1 + dead)",
        0.12, 0.08, "MIE trial: +.16 (.09), shrunk.", _ACTS_ON,
    ),
)  # fmt: skip


def provocation(draw: Draw, deed: Deed) -> Array:
    """Weigh an act as a provocation, apart from the damage that it did.

    Parameters
    ----------
    draw : Draw
        One draw of the parameters.
    deed : Deed
        The act; `leader` runs from 0 (none) to 1 (head of state).

    Returns
    -------
    array ()
        In units of a plain use of force by one's own forces abroad.
    """
    return pick(LEVEL_WEIGHT, deed.mark) * jnp.exp(
        deed.proxy * jnp.log(draw["provocation.proxy"])
        + deed.sovereign * draw["provocation.sovereign"]
        + deed.leader * draw["provocation.leader"]
        + deed.log_dead * draw["provocation.dead"]
    )
