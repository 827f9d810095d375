"""Read MIE-format events into histories and their standing points."""

import csv
import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

FIRST_YEAR, LAST_YEAR = 1946, 1994
HORIZON = 180
BIN_STARTS = np.array([0, 1, 2, 4, 8, 15, 31, 91, 181])
BIN_WIDTHS = np.diff(BIN_STARTS).astype(float)
BIN_LABELS = ["0", "1", "2-3", "4-7", "8-14", "15-30", "31-90", "91-180"]
N_BINS = 8
KINDS = ["level 2", "level 3", "level 4", "clash", "battle"]
CLASH, BATTLE = 3, 4
MUTUAL = -1
ACTION_KIND = {
    **dict.fromkeys((1, 2, 3, 4, 5, 6), 0),
    **dict.fromkeys((7, 8, 9, 10, 11, 12), 1),
    **dict.fromkeys((13, 14, 15, 16, 19), 2),
    17: CLASH,
    22: BATTLE,
}
SEIZURES = (13, 14, 15)


@dataclass(frozen=True)
class Histories:
    """Events in order, one row each, sorted by history, day and event number.

    `actor` is 0 for the opener's side, 1 for the other, -1 for mutual marks; `start`
    and `stop` bound the rows of the event's own history; `spell_k` counts events from
    1 since the opening or since the last 180 quiet days.
    """

    confrontation: Ints
    cluster: Ints
    day: Ints
    year: Ints
    actor: Ints
    kind: Ints
    action: Ints
    start: Ints
    stop: Ints
    spell_k: Ints

    @property
    def n(self) -> int:
        """How many events there are."""
        return len(self.day)


@dataclass(frozen=True)
class Points:
    """Standing points: the row of the event, and the gap to the one that follows.

    `gap` is in days and -1 where nothing follows within the window; `bin` is 0-7, and 8
    for quiet; `has_next` says that row + 1 follows within the window.
    """

    row: Ints
    gap: Ints
    bin: Ints
    has_next: Bools

    @property
    def n(self) -> int:
        """How many standing points there are."""
        return len(self.row)


def _ordinal(year: int, month: int, day: int) -> int:
    day = 15 if day < 1 else min(day, monthrange(year, month)[1])
    return dt.date(year, month, day).toordinal()


def read_clusters(path: Path, kind: str) -> dict[int, int]:
    """Map the ids of one kind (`m` confrontation, `c` crisis) to their cluster."""
    with path.open(newline="", encoding="utf-8") as file:
        return {
            int(float(row["id"])): int(float(row["cluster"]))
            for row in csv.DictReader(file)
            if row["kind"] == kind
        }


def read_histories(data: Path) -> Histories:
    """Read `mie-1.0.csv` and `crisis-clusters.csv`, 1946 to 1994."""
    clusters = read_clusters(data / "crisis-clusters.csv", "m")
    rows: list[tuple[int, int, int, int, int, int, int, int, int]] = []
    with (data / "mie-1.0.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            year, action = int(row["styear"]), int(row["action"])
            if not FIRST_YEAR <= year <= LAST_YEAR or action not in ACTION_KIND:
                continue
            one, two = int(row["ccode1"]), int(row["ccode2"])
            kind = ACTION_KIND[action]
            actor = MUTUAL if kind >= CLASH else 1 - int(row["sidea1"])
            day = _ordinal(year, int(row["stmon"]), int(row["stday"]))
            number = int(row["micnum"])
            rows.append(
                (number, min(one, two), max(one, two), day, int(row["eventnum"]),
                 year, actor, kind, action)
            )  # fmt: skip
    rows.sort()
    table = np.array(rows, dtype=np.int64)
    keys = table[:, :3]
    opens = np.r_[True, (keys[1:] != keys[:-1]).any(axis=1)]
    starts = np.flatnonzero(opens)
    sizes = np.diff(np.r_[starts, len(table)])
    day = table[:, 3]
    fresh = opens | np.r_[True, np.diff(day) > HORIZON]
    index = np.arange(len(table))
    spell_k = index - np.maximum.accumulate(np.where(fresh, index, 0)) + 1
    # a confrontation that the table of clusters does not know is a cluster of its own
    cluster = np.array([clusters.get(int(m), -1 - int(m)) for m in table[:, 0]])
    return Histories(
        confrontation=table[:, 0],
        cluster=cluster,
        day=day,
        year=table[:, 5],
        actor=table[:, 6],
        kind=table[:, 7],
        action=table[:, 8],
        start=np.repeat(starts, sizes),
        stop=np.repeat(starts + sizes, sizes),
        spell_k=spell_k,
    )


def standing_points(h: Histories) -> Points:
    """Every event whose 180-day window closed before the day after the last year."""
    cut = dt.date(LAST_YEAR + 1, 1, 1).toordinal()
    row = np.flatnonzero(h.day + HORIZON < cut)
    follows = row + 1 < h.stop[row]
    nxt = np.minimum(row + 1, h.n - 1)
    gap = np.where(follows, h.day[nxt] - h.day[row], HORIZON + 1)
    has_next = gap <= HORIZON
    bins = np.searchsorted(BIN_STARTS, np.minimum(gap, HORIZON + 1), side="right") - 1
    return Points(row=row, gap=np.where(has_next, gap, -1), bin=bins, has_next=has_next)


def relative_next(h: Histories, p: Points) -> Floats:
    """Share of each point's next mark over the 8 relative marks, shape (points, 8).

    Columns: same side level 2, 3, 4; other side 2, 3, 4; clash; battle. After a mutual
    mark a side's act is split evenly over "same" and "other". Rows without a next are 0.
    """
    out = np.zeros((p.n, 8))
    at = np.flatnonzero(p.has_next)
    last, nxt = p.row[at], p.row[at] + 1
    kind, actor, before = h.kind[nxt], h.actor[nxt], h.actor[last]
    mutual = kind >= CLASH
    out[at[mutual], kind[mutual] + 3] = 1.0
    side = ~mutual & (before != MUTUAL)
    shift = np.where(actor == before, 0, 3)
    out[at[side], (kind + shift)[side]] = 1.0
    split = ~mutual & (before == MUTUAL)
    out[at[split], kind[split]] = 0.5
    out[at[split], kind[split] + 3] = 0.5
    return out
