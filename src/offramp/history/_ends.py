"""When a vow is made good, or a limit broken: by their maker's own next use of force."""

import numpy as np
from numpy.typing import NDArray

from offramp.history._arrays import MAIN, MARKS, MUTUAL, NEVER, SIGNAL_KINDS, Events, Signals

ENDED_BY_FORCE = ("vow", "threat", "limit")
"""Signals that their maker's own use of force makes good, or breaks."""


def ends_of(signals: Signals, events: Events) -> NDArray[np.int32]:
    """Find the day on which each signal was made good or broken.

    Parameters
    ----------
    signals : Signals
        Their own `ends` are not looked at.
    events : Events
        Acts that are taken out end nothing.

    Returns
    -------
    array (signals,) of int32
        `NEVER` where nothing ended it.
    """
    levels = np.array([level for _, level in MARKS])[events.mark]
    force = (events.valid > 0) & (events.change >= 0) & (events.stream == MAIN) & (levels >= 4)
    day, maker = events.day[force], events.mark[force] // 3
    mine = (maker[None] == signals.side[:, None]) | (maker[None] == MUTUAL)
    later = np.where(mine & (day[None] > signals.day[:, None]), day[None], NEVER)
    first = later.min(1, initial=NEVER)
    ended = np.isin(signals.kind, [SIGNAL_KINDS.index(kind) for kind in ENDED_BY_FORCE])
    counts = ended & (signals.side != MUTUAL) & (signals.valid > 0)
    return np.where(counts, first, np.where(signals.valid > 0, NEVER, 0)).astype(np.int32)
