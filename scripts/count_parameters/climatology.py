"""Entries for the baselines: what followed standing points, overall and by last mark."""

from typing import Any

import numpy as np
from histories import KINDS, MUTUAL, Bools, Floats, Histories, Ints, Points
from resample import entry, kish, spread

Entries = dict[str, dict[str, Any]]
WINDOWS = {"1946-94": 1946, "1985-94": 1985}
HORIZONS = (7, 30, 90)
LEVELS = (2, 3, 4, 5)
LATER = (90, 180)
FAR = 10**6
ROWS = ("last", ["any", *KINDS])
WINDOW = ("window", list(WINDOWS))
LEVEL_OF_KIND = np.array([2, 3, 4, 4, 5])
DECILES = [f"{tenth}0%" for tenth in range(1, 10)]


def _wait(h: Histories, p: Points, wanted: Bools) -> Ints:
    """Days from each point to the first later event that is wanted; `FAR` if none."""
    index = np.where(wanted, np.arange(h.n), h.n)
    ahead = np.minimum.accumulate(index[::-1])[::-1]
    at = np.append(ahead[1:], h.n)[p.row]
    found = at < h.stop[p.row]
    return np.where(found, h.day[np.minimum(at, h.n - 1)] - h.day[p.row], FAR)


def _acts(h: Histories, p: Points) -> Floats:
    """1 where (other, same, any) acts at or above a level within a horizon.

    Shape (points, 3, 4, 3); after a mutual mark other and same are the mean of both sides.
    """
    level = LEVEL_OF_KIND[h.kind]
    waits = np.stack(
        [
            np.stack([_wait(h, p, by & (level >= least)) for least in LEVELS], axis=1)
            for by in (
                (h.actor == 0) | (h.actor == MUTUAL),
                (h.actor == 1) | (h.actor == MUTUAL),
                h.actor >= MUTUAL,
            )
        ],
        axis=1,
    )
    within = (waits[..., None] <= np.array(HORIZONS)).astype(float)
    opener, second, both = within[:, 0], within[:, 1], within[:, 2]
    before = h.actor[p.row][:, None, None]
    other = np.where(before == 0, second, opener)
    same = np.where(before == 0, opener, second)
    even = (opener + second) / 2
    other, same = (np.where(before == MUTUAL, even, part) for part in (other, same))
    return np.stack([other, same, both], axis=1)


def _next(h: Histories, p: Points) -> Floats:
    """Next mark by same side, other side or both, or none: shape (points, 2, 4)."""
    nxt = np.minimum(p.row + 1, h.n - 1)
    before, then = h.actor[p.row], h.actor[nxt]
    out = np.zeros((p.n, len(LATER), 4))
    for column, horizon in enumerate(LATER):
        comes = p.has_next & (p.gap <= horizon)
        one = comes & (then != MUTUAL)
        even = one & (before == MUTUAL)
        out[:, column, 0] = (one & (then == before)) + 0.5 * even
        out[:, column, 1] = (one & (then != before) & ~even) + 0.5 * even
        out[:, column, 2] = comes & (then == MUTUAL)
        out[:, column, 3] = ~comes
    return out


def _rows(h: Histories, p: Points) -> Bools:
    """Which points each cell (window, last) holds, shape (2, 6, points)."""
    year, kind = h.year[p.row], h.kind[p.row]
    last = np.vstack([np.ones(p.n, dtype=bool), kind == np.arange(len(KINDS))[:, None]])
    return np.stack([last & (year >= first) for first in WINDOWS.values()])


def _means(draws: Floats, rows: Bools, seen: Floats) -> Floats:
    """Weighted means in every cell, shape (R, 2, 6, ...)."""
    flat = seen.reshape(len(seen), -1)
    out = np.zeros((len(draws), *rows.shape[:2], flat.shape[1]))
    for window in range(rows.shape[0]):
        for row in range(rows.shape[1]):
            at = rows[window, row]
            weight = draws[:, at]
            total = np.maximum(weight.sum(axis=1, keepdims=True), 1e-12)
            out[:, window, row] = weight @ flat[at] / total
    return out.reshape(*out.shape[:3], *seen.shape[1:])


def _deciles(draws: Floats, rows: Bools, p: Points) -> Floats:
    """Weighted deciles of the gap given an event within 180 days, (R, 2, 6, 9)."""
    out = np.zeros((len(draws), *rows.shape[:2], 9))
    tenths = np.arange(1, 10) / 10
    for window in range(rows.shape[0]):
        for row in range(rows.shape[1]):
            at = np.flatnonzero(rows[window, row] & p.has_next)
            if not len(at):
                continue
            at = at[np.argsort(p.gap[at], kind="stable")]
            total = np.cumsum(draws[:, at], axis=1)
            for one in range(len(draws)):
                place = np.searchsorted(total[one], tenths * total[one, -1])
                out[one, window, row] = p.gap[at[np.minimum(place, len(at) - 1)]]
    return out


def _waits_entries(h: Histories, p: Points, draws: Floats, which: str) -> Entries:
    rows = _rows(h, p)
    sizes = [[kish(draws[0, cell]) for cell in window] for window in rows]
    quiet = (_wait(h, p, h.kind >= 1) > 60).astype(float)
    acts, calm = _means(draws, rows, _acts(h, p)), _means(draws, rows, quiet)
    nxt = _means(draws, rows, _next(h, p))
    within = f"Weighted shares of {which} at which, counting all later events, "
    who = ("who", ["other", "same", "any"])
    least = ("level at least", [str(level) for level in LEVELS])
    days = ("within days", [str(horizon) for horizon in HORIZONS])
    later = ("within days", [str(horizon) for horizon in LATER])
    even = "; after a mutual mark the two sides are averaged"
    return {
        "acts": entry(
            acts[0],
            spread(acts),
            [WINDOW, ROWS, who, least, days],
            f"{within}the side that did not act last (other), the one that did (same) or either"
            " (any) acts at or above the level within the days; a clash is level 4 and a battle"
            f" level 5 for both sides{even}.",
            sizes,
        ),
        "quiet_60": entry(
            calm[0],
            spread(calm),
            [WINDOW, ROWS],
            f"{within}no event of level 3 or more comes within 60 days.",
            sizes,
        ),
        "next": entry(
            nxt[0],
            spread(nxt),
            [WINDOW, ROWS, later, ("next", ["same", "other", "mutual", "none"])],
            f"Weighted shares of {which}: who makes the very next mark within the days, or"
            f" none{even}.",
            sizes,
        ),
    }


def climatology_entries(h: Histories, p: Points, draws: Floats) -> Entries:
    """What came after standing points, for two windows, overall and by last mark.

    The entries named `day_end` leave out the points that another event of the same day
    follows: they are what a forecaster who knows the whole day stands before.
    """
    rows = _rows(h, p)
    gaps = _deciles(draws, rows, p)
    sizes = [[kish(draws[0, cell & p.has_next]) for cell in window] for window in rows]
    out = {
        "climatology_gap_deciles": entry(
            gaps[0],
            spread(gaps),
            [WINDOW, ROWS, ("decile", DECILES)],
            "Weighted deciles of the days to the next event, given one within 180 days;"
            " 0 is the same day.",
            sizes,
        )
    }
    all_points = _waits_entries(h, p, draws, "standing points")
    ends = p.bin > 0
    last = Points(p.row[ends], p.gap[ends], p.bin[ends], p.has_next[ends])
    day_ends = _waits_entries(h, last, draws[:, ends], "standing points that end their day")
    out |= {f"climatology_{name}": value for name, value in all_points.items()}
    return out | {f"climatology_day_end_{name}": value for name, value in day_ends.items()}
