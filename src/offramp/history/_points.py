"""Standing points: the moments after an act at which one can ask what comes next."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from offramp.history._arrays import BATTLE, MARKS, MUTUAL
from offramp.history._confrontations import HORIZON, Bools, Confrontations, Floats, Ints

BIN_STARTS = (0, 1, 2, 4, 8, 15, 31, 91)
"""First day of each bin of time since the last act; the last bin ends with `HORIZON`."""

BIN_DAYS = (1, 1, 2, 4, 7, 16, 60, 90)

QUIET = len(BIN_STARTS)
"""The outcome in which no act comes within `HORIZON` days."""

Target = Literal["force_30", "other_force_30", "quiet_60", "battle_90"]

TARGETS: tuple[Target, ...] = ("force_30", "other_force_30", "quiet_60", "battle_90")
"""Questions with a yes or no: a use of force by anyone within 30 days, one by the side that did not
act last, no act of level 3 or more within 60 days, a battle within 90."""

_LEVEL = np.array([level for _, level in MARKS])
_ACTOR = np.array([actor for actor, _ in MARKS])
_FAR = 10**6


@dataclass(frozen=True)
class Points:
    """Standing points, each after one act, with what came next; all arrays have shape (points,).

    Attributes
    ----------
    confrontations : Confrontations
        Where they stand.
    row : array
        Row of the act after which one stands.
    gap : array
        Days to the next act of the same history; -1 where none comes within `HORIZON`.
    bin : array
        Its bin, 0 to 7, or `QUIET`.
    mark : array
        The next act's mark; -1 where none comes.
    """

    confrontations: Confrontations
    row: Ints
    gap: Ints
    bin: Ints
    mark: Ints

    @property
    def count(self) -> int:
        """How many points there are."""
        return len(self.row)

    @property
    def comes(self) -> Bools:
        """Whether an act comes within `HORIZON` days."""
        return self.bin < QUIET

    @property
    def ends_day(self) -> Bools:
        """Whether no further act comes on the same day, so that one stands on its evening.

        Questions with a yes or no are asked on evenings only, as the program's own are.
        """
        return self.bin > 0

    @property
    def history(self) -> Ints:
        """Index of each point's history."""
        return self.confrontations.history[self.row]

    @property
    def confrontation(self) -> Ints:
        """Each point's confrontation, as the data number it."""
        return self.confrontations.confrontation[self.history]

    @property
    def cluster(self) -> Ints:
        """Each point's crisis: what is drawn together in a bootstrap."""
        return self.confrontations.cluster[self.history]

    @property
    def day(self) -> Ints:
        """Ordinal of the day on whose evening one stands."""
        return self.confrontations.day[self.row]

    @property
    def year(self) -> Ints:
        """Year of that day."""
        days = self.day
        seen, back = np.unique(days, return_inverse=True)
        return np.array([date.fromordinal(int(day)).year for day in seen])[back]

    def where(self, keep: Bools) -> "Points":
        """Keep some points, by a mask (points,)."""
        return Points(
            self.confrontations, self.row[keep], self.gap[keep], self.bin[keep], self.mark[keep]
        )

    def closed_before(self, day: date) -> "Points":
        """Keep the points whose whole window had closed before a day.

        A point that is dropped only because nothing has come yet would bias what is left, so
        all open windows go.
        """
        return self.where(self.day + HORIZON < day.toordinal())

    def begun_from(self, day: date) -> "Points":
        """Keep the points of confrontations that began on a day or later."""
        begins = self.confrontations.begins[self.history]
        return self.where(begins >= day.toordinal())

    def weights(self) -> Floats:
        """Weigh each point n^-1/2 by the n points of its confrontation."""
        _, group, counts = np.unique(self.confrontation, return_inverse=True, return_counts=True)
        return np.asarray(counts[group] ** -0.5, float)

    def outcome(self, target: Target) -> Floats:
        """Say what came of a question with a yes or no.

        Returns
        -------
        array (points,)
            1 for yes, 0 for no; days are counted from the next, so that an act on the same day
            answers nothing, and only points that end their day should be asked. After a mutual
            act either side is the other one, and ``other_force_30`` is the mean of both.
        """
        if target == "quiet_60":
            return (self.days_until(_LEVEL >= 3) > 60).astype(float)
        if target == "battle_90":
            return (self.days_until(np.arange(len(MARKS)) == BATTLE) <= 90).astype(float)
        force = _LEVEL >= 4
        if target == "force_30":
            return (self.days_until(force) <= 30).astype(float)
        by_side = np.stack(
            [self.days_until(force & ((s == _ACTOR) | (_ACTOR == MUTUAL))) <= 30 for s in (0, 1)]
        )
        return (self.other() * by_side).sum(0)

    def other(self) -> Floats:
        """Say which side is the other one than the last actor: (2, points), summing to one."""
        last = _ACTOR[self.confrontations.mark[self.row]]
        return np.stack([np.where(last == MUTUAL, 0.5, last == 1 - side) for side in (0, 1)])

    def days_until(self, wanted: Bools) -> Ints:
        """Count the days to the next act of one of some marks, of the same history.

        Parameters
        ----------
        wanted : array (8,) of bool
            Which of `MARKS`.

        Returns
        -------
        array (points,)
            A million where none comes.
        """
        events = self.confrontations
        rows = np.where(wanted[events.mark], np.arange(events.count), events.count)
        ahead = np.append(np.minimum.accumulate(rows[::-1])[::-1], events.count)
        at = ahead[self.row + 1]
        stop = np.append(events.first[1:], events.count)[self.history]
        day = events.day[np.minimum(at, events.count - 1)]
        return np.where(at < stop, day - self.day, _FAR)


def standing_points(events: Confrontations) -> Points:
    """List the points whose window of `HORIZON` days the data observe to its end.

    Examples
    --------
    >>> from offramp.history import Confrontations
    >>> two = Confrontations(
    ...     "made up", np.array([0, 0]), np.array([1000, 1003]), np.array([1, 5]),
    ...     np.array([7, 16]), np.zeros(2), np.zeros(2, bool), np.array([1]), np.array([1]),
    ...     np.array([["A", "B"]]), until=2000,
    ... )
    >>> points = standing_points(two)
    >>> points.gap.tolist(), points.bin.tolist(), points.mark.tolist()
    ([3, -1], [2, 8], [5, -1])
    >>> points.outcome("force_30").tolist(), points.outcome("quiet_60").tolist()
    ([1.0, 0.0], [0.0, 1.0])
    """
    seen = events.day + HORIZON <= events.until
    return _every_point(events).where(seen if events.watched is None else seen & events.watched)


def with_past(points: Points) -> tuple[Points, Ints]:
    """Put before each point those of the same history that came earlier, all of them.

    A history that is read forward needs every earlier act; a point that was left out of a
    sample, since its window is open or it belongs to a subset, is still part of the past of
    those that follow it.

    Returns
    -------
    every : Points
        All points of the histories up to the last one asked for.
    where : array (points,)
        Index in `every` of each point asked for.
    """
    events = points.confrontations
    last = np.full(len(events.confrontation), -1)
    np.maximum.at(last, points.history, points.row)
    keep = np.arange(events.count) <= last[events.history]
    every = _every_point(events).where(keep)
    return every, np.searchsorted(every.row, points.row)


def _every_point(events: Confrontations) -> Points:
    row = np.arange(events.count)
    follows = np.append(events.history[1:] == events.history[:-1], False)[: events.count]
    ahead = np.minimum(row + 1, max(events.count - 1, 0))
    gap = np.where(follows, events.day[ahead] - events.day, HORIZON + 1)
    comes = gap <= HORIZON
    bins = np.searchsorted(BIN_STARTS, np.where(comes, gap, 0), side="right") - 1
    return Points(
        events, row, np.where(comes, gap, -1), np.where(comes, bins, QUIET),
        np.where(comes, events.mark[ahead], -1),
    )  # fmt: skip
