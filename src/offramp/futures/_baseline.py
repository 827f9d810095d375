"""The base rate: what history says to the same question, whatever the crisis."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from offramp.history import MUTUAL, History
from offramp.model import counted

WINDOW = "1993-2002"
"""The years that were counted: the last ten of the data, since the pace of events drifts."""

HORIZONS = (7, 30, 90)
OTHER, SAME, EITHER = 0, 1, 2

BASIS = f"MIE, confrontations of {WINDOW}, at the end of a day with an act"


@cache
def _counted(what: str) -> NDArray[np.float64]:
    return counted(f"climatology_day_end_{what}").at(window=WINDOW, last="any")


def acts_at_level(history: History, side: int, level: int, days: int) -> float | None:
    """Give the base rate of an act at a level or above within some days.

    Parameters
    ----------
    history : History
        Only who acted last is used, to tell the other side from the same.
    side : int
        0 or 1 for a side, 2 for either.
    level : int
        MID level, 2 to 5.
    days : int
        1 to 90; between 7, 30 and 90 it is interpolated in log(1 + days).

    Returns
    -------
    float or None
        None beyond 90 days, where nothing was counted.
    """
    if days > HORIZONS[-1]:
        return None
    table = _counted("acts")[:, level - 2]
    last = last_actor(history)
    if side == EITHER:
        row = table[EITHER]
    elif last == MUTUAL:
        row = (table[OTHER] + table[SAME]) / 2
    else:
        row = table[SAME if side == last else OTHER]
    at = np.log1p([0, *HORIZONS])
    return float(np.interp(np.log1p(days), at, [0.0, *row]))


def acts_at_rung(history: History, side: int, rung: int, days: int) -> float | None:
    """Give the base rate of an act on a rung or above within some days.

    History is coded by level; within a level, the general shares of the rungs divide it. MIE
    holds no shadow war, so its use of force stands for force outside the pair's own.
    """
    level = history.rungs.level[rung]
    level = max(level, 2)
    at = acts_at_level(history, side, level, days)
    if at is None:
        return None
    above = (acts_at_level(history, side, level + 1, days) or 0.0) if level < 5 else 0.0
    shares = history.rungs.general[level - 2]
    if rung == history.rungs.campaign:
        # A campaign is a run of acts; single events were counted, not runs.
        return None
    return above + (at - above) * float(shares[rung:].sum())


def next_actor(within: int) -> dict[str, float] | None:
    """Give the base rates of who acts next: same, other, mutual, none; for 90 or 180 days."""
    if within not in (90, 180):
        return None
    row = _counted("next")[0 if within == 90 else 1]
    return dict(zip(("same", "other", "mutual", "none"), map(float, row), strict=True))


def quiet_60() -> float:
    """Give the base rate of sixty days without an act of level 3 or more."""
    return float(_counted("quiet_60"))


def last_actor(history: History) -> int:
    """Tell who acted last outside the shadow war: 0, 1, or 2 for both."""
    main = np.flatnonzero((history.events.valid > 0) & (history.events.stream == 0))
    return int(history.events.mark[main[-1]]) // 3
