"""How this record's pace compares with history: the times since 1994, and its own coding."""

import math

from jax import Array

from offramp.model._counted import counted
from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._shape import Term

LAST_YEAR = 1994
"""The last year that was counted; the pace of later years is widened, not carried flat."""

RECORD_SD = 0.5
"""Spread of the log pace between records, from how finely each is coded; judgement."""


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Log of this record's pace, as updated on its own acts before the as-of date."""
    return setting.tempo


_era = counted("tempo_era")
ERA_LEVEL = float(_era.field("level"))
WALK_SD = float(_era.field("walk_sd"))
"""Yearly drift of the log pace."""


def pace_shape(years: float) -> float:
    """Give the shape of the gamma prior of a record's pace so many years after 1994.

    Examples
    --------
    >>> pace_shape(0.0) > pace_shape(30.0) > 0
    True
    """
    variance = RECORD_SD**2 + WALK_SD**2 * max(years, 0.0)
    return 1.0 / math.expm1(variance)


TERM = Term(
    name="pace",
    label="pace of this record",
    part="rate",
    group="base",
    priors=(
        normal(
            "pace.era", "pace of 1985-94 against all years",
            ERA_LEVEL, float(_era.raw["sd"]["level"]), _era.basis,
            "when the next act comes",
        ),
        normal(
            "pace.luck", "where in its own posterior this draw's pace lies",
            0.0, 1.0,
            "Gamma prior round the era's level; its spread adds coding (sd .5, judgement) and "
            f"the walk of the years since {LAST_YEAR}, then learns from the record's own acts.",
            "when the next act comes",
        ),
    ),
    apply=apply,
)  # fmt: skip
