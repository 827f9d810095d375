"""Whether provocations left unanswered press a side to act: factions, publics, reputation."""

import jax.numpy as jnp
from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import KIND, Hidden, Setting
from offramp.model._standardise import SCALE_BASIS, against_history
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term

VOW_RAISES = 0.5
"""A public vow in force raises what is left unanswered by half; judgement."""

FRAMING_EASES = 0.5
"""Telling its public that it has succeeded lets a side leave half of it at that; judgement."""


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """What is left unanswered, against what is usual, times the dial."""
    return draw["pressure.weight"] * against_history("pressure", log_stock(standing, setting))


def log_stock(standing: Standing, setting: Setting) -> Array:
    """Log(1 + unanswered provocation), by side."""
    return jnp.log1p(unanswered(standing, setting))


def unanswered(standing: Standing, setting: Setting) -> Array:
    """Provocation unanswered, raised by vows and eased by framing, by side."""
    vows, framing = setting.signals[KIND["vow"]], setting.signals[KIND["framing"]]
    return standing.pressure * (1.0 + VOW_RAISES * vows) * (1.0 - FRAMING_EASES * framing)


TERM = Term(
    name="pressure",
    label="pressure from within",
    part="dial",
    group="dial",
    priors=(
        normal(
            "pressure.weight", "force per sd of provocations unanswered (log weight)",
            0.0, 0.3,
            "MIE trial: audience costs ±.27, no support; kept as a dial round zero. "
            f"{SCALE_BASIS} MIE holds no vows and no framing.",
            "a side's use of force",
        ),
    ),
    apply=apply,
)  # fmt: skip
