"""Moments of a record as standing points, so that baselines see what they learned from."""

from collections.abc import Sequence

import numpy as np

from offramp.history import MAIN, QUIET, Confrontations, Points
from offramp.scoring.library._moments import Moment

_ACTION_OF_MARK = (1, 7, 16, 1, 7, 16, 17, 22)
"""MIE's commonest codes: a threat of force, a show of force, an attack; a clash, a battle."""
_SEIZURE = 10
_SEIZES = 15


def points_at(moments: Sequence[Moment]) -> Points:
    """Lay moments out as the last points of a history each.

    A history begins where the confrontation opened anew, as it would in MIE, and holds the main
    acts alone, which MIE's coders would have kept: of a shadow war it knows nothing.

    Parameters
    ----------
    moments : sequence of Moment
        At least one.

    Returns
    -------
    Points
        One for each moment, with no word of what came next.
    """
    columns: dict[str, list[np.ndarray]] = {
        name: [] for name in ("history", "day", "mark", "action", "log_dead")
    }
    for number, moment in enumerate(moments):
        events = moment.history.events
        main = np.flatnonzero((events.valid > 0) & (events.stream == MAIN))
        opened = np.flatnonzero(events.renews[main] > 0)
        rows = main[opened[-1] if len(opened) else 0 :]
        mark, deed = events.mark[rows].astype(int), events.deed[rows]
        columns["history"].append(np.full(len(rows), number))
        columns["day"].append(events.day[rows].astype(int) + moment.day.toordinal())
        columns["mark"].append(mark)
        columns["action"].append(
            np.where(deed == _SEIZURE, _SEIZES, np.array(_ACTION_OF_MARK)[mark])
        )
        columns["log_dead"].append(events.log_dead[rows].astype(float))
    joined = {name: np.concatenate(parts) for name, parts in columns.items()}
    number = np.arange(len(moments))
    acts = len(joined["day"])
    events = Confrontations(
        dataset="records", **joined, vague=np.zeros(acts, bool), confrontation=number,
        cluster=number, sides=np.array([moment.history.sides for moment in moments]),
        until=int(joined["day"].max()),
    )  # fmt: skip
    last = np.append(events.first[1:], acts) - 1
    nothing = np.full(len(moments), -1)
    return Points(events, last, nothing, np.full(len(moments), QUIET), nothing)
