"""How this record's pace compares with history: the times since, and its own coding."""

import math

from jax import Array

from offramp.model._prior import normal
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms._learned import WHEN
from offramp.model.terms._shape import Term

RECORD_SD = 0.5
"""Spread of the log pace between records, from how finely each is coded; judgement."""

WALK_SD = 0.08
"""Yearly drift of the log pace; chosen on inner splits of MIE up to 1994."""


def apply(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Log of this record's pace, as updated on its own acts before the as-of date."""
    return setting.tempo


def pace_shape(years: float) -> float:
    """Give the shape of the gamma prior of a record's pace so many years after the last learned.

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
            "pace.era", "pace of the last learned year against all years",
            0.0, 0.5,
            "Learned from published events as a yearly random walk (sd .08 a year); what ships is "
            "the level of the last year.",
            WHEN,
        ),
        normal(
            "pace.luck", "where in its own posterior this draw's pace lies",
            0.0, 1.0,
            "Gamma prior round the era's level; its spread adds coding (sd .5, judgement) and "
            "the walk of the years since the last that was learned, then learns from the record's "
            "own acts.",
            WHEN,
        ),
    ),
    apply=apply,
)  # fmt: skip
