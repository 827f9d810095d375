"""The highest level that a confrontation reaches within ninety days."""

import numpy as np

from offramp.history import MARKS, Points
from offramp.scoring._arrays import Ints

RUNGS = (0, 2, 3, 4, 5)
"""Hostility levels in order; 0 where nothing of level 2 or more comes."""

HIGHEST_DAYS = 90

_LEVEL = np.array([level for _, level in MARKS])


def highest_rung(points: Points, days: int = HIGHEST_DAYS) -> Ints:
    """Say which of `RUNGS` is the highest within some days of each point.

    Returns
    -------
    array (points,)
        Index in `RUNGS`. Like the questions with a yes or no, it is asked where a day ends.
    """
    events, row = points.confrontations, points.row
    span = int(events.day.max()) + days + 1
    place = events.history * span + events.day
    end = np.searchsorted(place, points.history * span + points.day + days, side="right")
    highest = np.zeros(points.count, dtype=np.int64)
    for rung, level in enumerate(RUNGS[1:], 1):
        seen = np.append(0, np.cumsum(_LEVEL[events.mark] == level))
        highest[seen[end] > seen[row + 1]] = rung
    return highest
