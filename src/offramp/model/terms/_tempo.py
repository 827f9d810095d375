"""How fast acts follow each other, by the hidden tempo of the confrontation and the days since."""

import jax.numpy as jnp
from jax import Array

from offramp.model._axes import pick
from offramp.model._counted import counted
from offramp.model._prior import logdirichlet, normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term

BIN_STARTS = (0, 1, 2, 4, 8, 15, 31, 91)
"""First day of each bin of time since the last act; the last bin has no end."""

BIN_DAYS = (1, 1, 2, 4, 7, 16, 60, 90)

REGIMES = ("bursts", "a rhythm of days", "slow")


def bin_of(since: Array) -> Array:
    """Give the bin of a number of days since the last act.

    Examples
    --------
    >>> [int(bin_of(jnp.int32(d))) for d in (0, 1, 3, 30, 31, 1000)]
    [0, 1, 2, 5, 6, 7]
    """
    later = (since >= start for start in BIN_STARTS[1:])
    return sum((jnp.asarray(each, jnp.int32) for each in later), jnp.zeros_like(since))


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Log-hazard per day of the tempo regime at this time since the last act."""
    by_bin = pick(draw["tempo.hazard"], hidden.regime, inner=1)
    return pick(by_bin, bin_of(standing.since))


_hazard, _initial, _transition = (
    counted(name) for name in ("tempo_hazard", "tempo_initial", "tempo_transition")
)
_level = counted("tempo_beside_level")

TERM = Term(
    name="tempo",
    label="tempo of the confrontation",
    part="rate",
    group="base",
    priors=(
        normal(
            "tempo.hazard", "chance of an act per day, by tempo regime and days since the last",
            _hazard.value + _level.value, _hazard.sd, _hazard.basis, "when the next act comes",
        ),
        logdirichlet(
            "tempo.initial", "tempo regime after the first act",
            _initial.value, _initial.n_effective, _initial.basis, "when the next act comes",
        ),
        logdirichlet(
            "tempo.transition", "change of tempo regime at an act",
            _transition.value, _transition.rows(3), _transition.basis, "when the next act comes",
        ),
    ),
    apply=apply,
)  # fmt: skip
