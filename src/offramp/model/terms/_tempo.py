"""How fast acts follow each other, by the hidden tempo of the confrontation and the days since."""

import numpy as np
from jax import Array

from offramp.model._axes import pick
from offramp.model._bins import bin_of
from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._learned import BASIS, WHEN
from offramp.model.terms._shape import Term

REGIMES = ("bursts", "a rhythm of days", "slow")


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Log-hazard per day of any act at this time since the last, and what the regime adds."""
    at = bin_of(standing.since)
    by_bin = pick(draw["tempo.regime"], hidden.regime, inner=1)
    return pick(draw["tempo.hazard"], at) + pick(by_bin, at)


TERM = Term(
    name="tempo",
    label="tempo of the confrontation",
    part="rate",
    group="base",
    priors=(
        normal(
            "tempo.hazard", "chance of an act per day, by days since the last",
            [-1.4, -2.4, -2.9, -3.3, -3.8, -4.4, -5.0, -5.6], 1.0,
            f"{BASIS} Centres: the shape of hazards in MIE, rounded.", WHEN,
        ),
        normal(
            "tempo.regime", "what the hidden tempo regime adds, by days since the last",
            np.repeat([[1.0], [0.0], [-1.0]], 8, axis=1), 0.7,
            f"{BASIS} Centres: one unit apart, so that the regimes keep their order.", WHEN,
        ),
        normal(
            "tempo.initial", "tempo regime after the first act, log-odds", [0.0, 0.0, 0.0], 0.7,
            BASIS, WHEN,
        ),
        normal(
            "tempo.transition", "change of tempo regime at an act, log-odds", 2.0 * np.eye(3), 0.7,
            BASIS, WHEN,
        ),
    ),
    apply=apply,
)  # fmt: skip
