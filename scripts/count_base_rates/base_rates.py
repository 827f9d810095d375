"""What came after standing points: who acted at what level, how often it stayed quiet, who next."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from resample import Entry, Floats, entry, kish, means

from offramp.history import FIRST, MARKS, MUTUAL, SECOND, Points

HORIZONS = (7, 30, 90)
LEVELS = (2, 3, 4, 5)
LATER = (90, 180)
KINDS = ("level 2", "level 3", "level 4", "clash", "battle")

_ACTOR = np.array([actor for actor, _ in MARKS])
_LEVEL = np.array([level for _, level in MARKS])
_KIND = np.array([0, 1, 2, 0, 1, 2, 3, 4])


def base_rates(points: Points, draws: Floats, windows: Mapping[str, int]) -> dict[str, Entry]:
    """Count the base rates at points that end their day.

    Parameters
    ----------
    points : Points
    draws : array (draws, points)
        Weights; row 0 is the sample.
    windows : mapping
        First year of each window by its name; all end with the points.
    """
    cells = _cells(points, tuple(windows.values()))
    sizes = [[kish(draws[0, cell]) for cell in window] for window in cells]
    where = {"window": list(windows), "last": ["any", *KINDS]}

    def counted(seen: Floats, axes: Mapping[str, list[str]], basis: str) -> Entry:
        found = [[means(draws[:, cell], seen[cell]) for cell in window] for window in cells]
        by_cell = np.moveaxis(np.array(found), 2, 0)
        return entry(by_cell, {**where, **axes}, basis, sizes)

    within = "Weighted shares of standing points that end their day at which, counting all later"
    even = "after a mutual mark the two sides are averaged"
    return {
        "climatology_day_end_acts": counted(
            _acts(points),
            {
                "who": ["other", "same", "any"],
                "level at least": [str(level) for level in LEVELS],
                "within days": [str(days) for days in HORIZONS],
            },
            f"{within} events, the side that did not act last (other), the one that did (same) or"
            " either (any) acts at or above the level within the days; a clash is level 4 and a"
            f" battle level 5 for both sides; {even}.",
        ),
        "climatology_day_end_quiet_60": counted(
            points.outcome("quiet_60"), {},
            f"{within} events, no event of level 3 or more comes within 60 days.",
        ),
        "climatology_day_end_next": counted(
            _next(points),
            {
                "within days": [str(days) for days in LATER],
                "next": ["same", "other", "mutual", "none"],
            },
            "Weighted shares of standing points that end their day: who makes the very next mark"
            f" within the days, or none; {even}.",
        ),
    }  # fmt: skip


def _cells(points: Points, since: tuple[int, ...]) -> NDArray[np.bool_]:
    """Which points each cell (window, last) holds: (windows, 6, points)."""
    kind = _KIND[points.confrontations.mark[points.row]]
    last = np.vstack([np.ones(points.count, bool), kind == np.arange(len(KINDS))[:, None]])
    return np.stack([last & (points.year >= first) for first in since])


def _acts(points: Points) -> Floats:
    """1 where (other, same, any) acts at or above a level within a horizon: (points, 3, 4, 3)."""
    mutual = _ACTOR == MUTUAL
    by_whom = ((_ACTOR == FIRST) | mutual, (_ACTOR == SECOND) | mutual, np.ones(len(MARKS), bool))
    at_least = [least <= _LEVEL for least in LEVELS]
    waits = np.array([[points.days_until(by & level) for level in at_least] for by in by_whom])
    first, second, either = (waits[..., None] <= np.array(HORIZONS)).astype(float)
    is_other = points.other()[:, None, :, None]
    other = is_other[FIRST] * first + is_other[SECOND] * second
    return np.stack([other, first + second - other, either]).transpose(2, 0, 1, 3)


def _next(points: Points) -> Floats:
    """Next mark by the same side, the other or both, or none within days: (points, 2, 4)."""
    actor = np.where(points.comes, _ACTOR[points.mark], -1)
    mutual = (actor == MUTUAL).astype(float)
    other = ((actor == np.arange(2)[:, None]) * points.other()).sum(0)
    same = points.comes - mutual - other
    comes = np.stack([same, other, mutual], axis=1)
    found: list[Floats] = []
    for days in LATER:
        seen = comes * (points.comes & (points.gap <= days))[:, None]
        found.append(np.column_stack([seen, 1 - seen.sum(1)]))
    return np.stack(found, axis=1)
