"""The highest level within ninety days."""

import numpy as np

from offramp.history import MARKS, Points
from offramp.scoring._highest import HIGHEST_DAYS, RUNGS, highest_rung


def test_against_a_slow_look(scored: Points) -> None:
    events, found = scored.confrontations, highest_rung(scored)
    for at, row in enumerate(scored.row):
        ahead = np.arange(events.count) > row
        same = events.history == events.history[row]
        soon = events.day - events.day[row] <= HIGHEST_DAYS
        levels = [MARKS[mark][1] for mark in events.mark[ahead & same & soon]]
        assert RUNGS[found[at]] == max(levels, default=0)
    assert set(found) == set(range(5))
