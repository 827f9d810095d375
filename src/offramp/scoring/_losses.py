"""All scores of one forecaster, point by point."""

from collections.abc import Mapping
from typing import Literal

import numpy as np

from offramp.history import TARGETS, Points, Target
from offramp.scoring._arrays import Bools, Floats
from offramp.scoring._brier import brier_loss
from offramp.scoring._log_score import what_loss, when_loss
from offramp.scoring._predictions import Predictions

Measure = Literal["joint", "when", "what"] | Target

MEASURES: tuple[Measure, ...] = ("joint", "when", "what", *TARGETS)
"""Log scores of the next act (when, who and what), of when alone and of what given when, then the
Brier score of each question; for all, less is better."""

Losses = Mapping[Measure, Floats]


def losses(said: Predictions, points: Points) -> Losses:
    """Score each point by each measure: arrays (points,)."""
    when, what = when_loss(said, points), what_loss(said, points)
    found: dict[Measure, Floats] = {"joint": when + what, "when": when, "what": what}
    for target in TARGETS:
        found[target] = brier_loss(said, points, target)
    return found


def asked(points: Points, measure: Measure) -> Bools:
    """Say of which points a measure speaks: (points,).

    What given when: of those after which an act comes. Questions with a yes or no: of those
    that end their day, since one asks in the evening.
    """
    if measure == "what":
        return points.comes
    return points.ends_day if measure in TARGETS else np.ones(points.count, bool)
