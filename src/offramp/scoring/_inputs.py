"""What the learned baselines see of a standing point: its past, as one row of numbers."""

from dataclasses import dataclass

import numpy as np

from offramp.history import HORIZON, MARKS, MUTUAL, Confrontations, Points
from offramp.scoring._arrays import Bools, Floats, Ints

HALF_LIVES = (2.0, 15.0, 120.0, np.inf)
"""Days in which an act of the past comes to weigh half; the last stock counts all acts alike."""

SIDED = 6
"""The marks below are one side's own acts, three levels a side; the others are mutual."""
LEVELS_A_SIDE = 3
KINDS = 5
"""A side's threat, display or force, a clash, a battle."""

_LONGEST_GAP = 400
_NO_GAP = 200
_ACTOR = np.array([actor for actor, _ in MARKS])
_KIND = np.array([level - 2 if actor != MUTUAL else level - 1 for actor, level in MARKS])


@dataclass(frozen=True)
class Inputs:
    """Standing points as the learned baselines see them.

    Attributes
    ----------
    table : array (points, columns)
        One row a point, from nothing but the acts up to and including its own.
    names : tuple of str
        What the columns are.
    side : array (points,)
        The side from which the past is seen: the last actor, the opener after a mutual act.
    """

    table: Floats
    names: tuple[str, ...]
    side: Ints

    def where(self, keep: Bools | Ints) -> "Inputs":
        """Keep some points, by a mask or by their places."""
        return Inputs(self.table[keep], self.names, self.side[keep])

    def with_column(self, name: str, column: Floats) -> "Inputs":
        """Add a column."""
        return Inputs(np.column_stack([self.table, column]), (*self.names, name), self.side)

    def column(self, name: str) -> Floats:
        """Give one column by its name."""
        return self.table[:, self.names.index(name)]


def inputs_of(points: Points) -> Inputs:
    """Describe the past of standing points.

    The past of a point is its own act and the earlier rows of its history.

    Returns
    -------
    Inputs
        Stocks of marks (log(1 + acts)) by half-life, seen from the last actor: its own, the
        other's, mutual; the last three gaps (log(1 + days), an opening counts as 200); the
        number of acts, of acts since the opening or the last 180 quiet days, age and rate;
        who acted last and how; the dead, whether the day is vague, the action code, the year.
    """
    events, row = points.confrontations, points.row
    side = last_side(events.mark[row])
    columns: dict[str, Floats] = {}
    for half_life, stock in zip(HALF_LIVES, np.moveaxis(_stocks(events)[row], 1, 0), strict=True):
        name = "ever" if np.isinf(half_life) else f"{half_life:g}"
        seen = np.take_along_axis(stock, _relative_order(side), axis=1)
        columns |= {f"stock_{name}_{one}": np.log1p(seen[:, one]) for one in range(len(MARKS))}
        columns[f"stock_{name}"] = np.log1p(stock.sum(1))
    columns |= {name: column[row] for name, column in _times(events).items()}
    last = _KIND[events.mark[row]]
    columns |= {f"last_{kind}": (last == kind).astype(float) for kind in range(KINDS)}
    columns["mutual"] = (_ACTOR[events.mark[row]] == MUTUAL).astype(float)
    columns["opener"] = (side == 0).astype(float)
    columns["log_dead"] = events.log_dead[row]
    columns["vague"] = events.vague[row].astype(float)
    columns["year"] = points.year.astype(float)
    columns["action"] = events.action[row].astype(float)
    return Inputs(np.column_stack(list(columns.values())), tuple(columns), side)


def last_side(mark: Ints) -> Ints:
    """Say from which side one looks after a mark: that of its actor, the opener if mutual.

    Examples
    --------
    >>> last_side(np.array([1, 4, 6])).tolist()
    [0, 1, 0]
    """
    return np.where(_ACTOR[mark] == MUTUAL, 0, _ACTOR[mark])


def relative(mark: Ints, side: Ints) -> Ints:
    """Turn marks into marks as seen from a side, and back: its own are 0-2, the other's 3-5.

    Examples
    --------
    >>> relative(np.array([1, 1, 4, 7]), np.array([0, 1, 1, 1])).tolist()
    [1, 4, 1, 7]
    """
    return np.where(mark < SIDED, (mark + LEVELS_A_SIDE * side) % SIDED, mark)


def absolute(chances: Floats, side: Ints) -> Floats:
    """Turn chances of relative marks (points, 8) into chances of marks."""
    return np.take_along_axis(chances, _relative_order(side), axis=1)


def _relative_order(side: Ints) -> Ints:
    return relative(np.arange(len(MARKS))[None, :], side[:, None])


def place_of(events: Confrontations) -> Ints:
    """Count each act's place in its history, from 0."""
    return np.arange(events.count) - events.first[events.history]


def _stocks(events: Confrontations) -> Floats:
    """Count the acts up to each one by mark, with each half-life: (acts, half-lives, 8).

    All histories go forward together, one act at a time.
    """
    decay = 1 / np.array(HALF_LIVES)
    stocks = np.zeros((events.count, len(HALF_LIVES), len(MARKS)))
    stocks[np.arange(events.count), :, events.mark] = 1
    place = place_of(events)
    order = np.argsort(place, kind="stable")
    for rows in np.split(order, np.cumsum(np.bincount(place)))[1:-1]:
        days = events.day[rows] - events.day[rows - 1]
        kept = 2.0 ** -(days[:, None] * decay)
        stocks[rows] += kept[:, :, None] * stocks[rows - 1]
    return stocks


def _times(events: Confrontations) -> dict[str, Floats]:
    """Describe the rhythm of each act's history up to it; each (acts,)."""
    row, place = np.arange(events.count), place_of(events)
    gap = np.diff(events.day, prepend=0)
    opens = place == 0
    gaps = [np.where(opens, _NO_GAP, np.minimum(gap, _LONGEST_GAP))]
    for _ in range(2):
        gaps.append(np.where(opens, _NO_GAP, np.roll(gaps[-1], 1)))
    fresh = np.maximum.accumulate(np.where(opens | (gap > HORIZON), row, 0))
    age = events.day - events.day[events.first[events.history]]
    acts = place + 1.0
    return {
        **{f"gap_{back}": np.log1p(days) for back, days in enumerate(gaps, 1)},
        "acts": np.log(acts),
        "spell": np.log(row - fresh + 1.0),
        "age": np.log1p(age),
        "rate": np.log(acts / (age + 3.0)),
    }
