"""Points before any battle: where the question is whether it comes to war."""

import numpy as np

from offramp.history import BATTLE, Points
from offramp.scoring._arrays import Bools


def before_battle(points: Points) -> Bools:
    """Say which points stand before the first battle of their whole confrontation: (points,)."""
    events = points.confrontations
    _, group = np.unique(events.confrontation, return_inverse=True)
    fought = events.mark == BATTLE
    first = np.full(group.max() + 1, np.iinfo(np.int64).max)
    np.minimum.at(first, group[events.history[fought]], events.day[fought])
    return points.day < first[group[points.history]]
