"""How far one forecaster lies from another, with intervals."""

from collections.abc import Mapping

from offramp.history import Points
from offramp.scoring._bootstrap import Bootstrap, Intervals
from offramp.scoring._losses import MEASURES, Losses, Measure, asked

Differences = Mapping[Measure, Intervals]


def differences(ours: Losses, theirs: Losses, points: Points, bootstrap: Bootstrap) -> Differences:
    """Give our loss less theirs by each measure: below zero, ours is the better.

    Both are scored on the same points in the same draws.
    """
    return {
        measure: bootstrap.intervals(ours[measure] - theirs[measure], asked(points, measure))
        for measure in MEASURES
    }
