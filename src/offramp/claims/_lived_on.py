"""A history as it would stand some days later, had one of its futures come."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from offramp.futures import Futures
from offramp.history import (
    CHANNELS,
    CLASH,
    CLASH_DEED,
    MAIN,
    Events,
    History,
    Signals,
    ends_of,
    padded,
)

PROXY = CHANNELS.index("proxy")


def lived_on(history: History, futures: Futures, which: int, days: int) -> History:
    """Give a history as it would stand some days later, had one future come.

    Parameters
    ----------
    history : History
        What happened by the day from which the futures run.
    futures : Futures
        Continuations from that day, of this history or of one that is supposed.
    which : int
        The number of the future that comes.
    days : int
        How many of its days pass.

    Returns
    -------
    History
        What is dated, moved by so many days, with the future's acts after it. Nothing is said
        in futures, and the dead of their acts are not counted.
    """
    come = _events(futures, which, days)
    count, size = len(history.acts), padded(len(history.acts) + len(come["day"]) + 1)
    columns = {
        name: _joined(column[:count], come.get(name, np.zeros(len(come["day"]))), size)
        for name, column in history.events._asdict().items()
    }
    events = Events(**columns)
    events.day[:count] -= days
    valid = history.signals.valid > 0
    signals = history.signals._replace(
        day=np.where(valid, history.signals.day - days, 0).astype(np.int32)
    )
    return replace(
        history,
        as_of=history.as_of + timedelta(days=days),
        events=events,
        signals=_ended(signals, events),
        acts=(*history.acts, *(f"simulated-{at}" for at in range(len(come["day"])))),
        shadow_acts=history.shadow_acts + futures.shadow[which, :days].sum(0).astype(np.float32),
        shadow_days=history.shadow_days + days,
    )


def _events(futures: Futures, which: int, days: int) -> Mapping[str, NDArray[np.generic]]:
    """Lay a future's acts out as rows of `Events`, dated from the later day."""
    mark = futures.mark[which, :days].ravel()
    at = np.flatnonzero(mark >= 0)
    rung = futures.rung[which, :days].ravel()[at]
    channel = futures.channel[which, :days].ravel()[at]
    rungs, mutual = futures.history.rungs, mark[at] >= CLASH
    ones = np.ones(len(at))
    return {
        "day": at // 2 + 1 - days,
        "mark": mark[at],
        "deed": np.where(mutual, CLASH_DEED + mark[at] - CLASH, np.asarray(rungs.deed)[rung]),
        "stream": MAIN * ones,
        "proxy": channel == PROXY,
        "sovereign": np.asarray(rungs.home)[rung],
        "exposed": -ones,
        "valid": ones,
    }


def _joined(
    before: NDArray[np.generic], after: NDArray[np.generic], size: int
) -> NDArray[np.generic]:
    grown = np.zeros(size, before.dtype)
    grown[: len(before)] = before
    grown[len(before) : len(before) + len(after)] = after
    return grown


def _ended(signals: Signals, events: Events) -> Signals:
    return signals._replace(ends=ends_of(signals, events))
