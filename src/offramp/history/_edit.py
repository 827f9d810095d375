"""A history as one supposes it: acts and signals taken out, put in or altered."""

from collections.abc import Collection
from dataclasses import replace
from typing import Literal

import numpy as np

from offramp.history._arrays import (
    MAIN,
    MARKS,
    NEVER,
    SIGNAL_KINDS,
    Events,
    Signals,
    mark_of,
    padded,
)
from offramp.history._ends import ends_of
from offramp.history._history import History
from offramp.history._renewals import CLOSES_AFTER

Weighs = Literal["proxy", "sovereign", "leader", "log_dead", "non_state", "exposed"]
"""What weighs an act as a provocation, and can be supposed otherwise."""

SUPPOSED = "supposed"
"""The id of what a counterfactual puts in."""


def take_out(history: History, ids: Collection[str]) -> History:
    """Suppose that acts and signals had not been.

    Parameters
    ----------
    history : History
    ids : collection of str
        Ids of acts and signals; those that the arrays do not hold change nothing.

    Returns
    -------
    History
        What follows is held as it was. A vow that an act made good stands again without it.

    Examples
    --------
    >>> from offramp.history import from_record
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> history = from_record(record, record.acts[-1].span.last)
    >>> int(take_out(history, history.acts[-1:]).events.change.min())
    -1
    """
    out = np.zeros(len(history.events.day), bool)
    out[: len(history.acts)] = [act in ids for act in history.acts]
    history = unsay(history, ids)
    if not out.any():
        return history
    events = history.events._replace(
        change=np.where(out, -1, history.events.change).astype(np.int32)
    )
    return _with(history, events._replace(renews=_renewed(events)), history.signals)


def unsay(history: History, ids: Collection[str]) -> History:
    """Suppose that signals had not been sent, or that nobody had been kept out of an act."""
    gone = np.zeros(len(history.signals.day), bool)
    gone[: len(history.said)] = [said in ids for said in history.said]
    if not (gone & (history.signals.valid > 0)).any():
        return history
    valid = np.where(gone, 0.0, history.signals.valid).astype(np.float32)
    return _with(history, history.events, history.signals._replace(valid=valid))


def alter(history: History, act: str, **weighs: float) -> History:
    """Suppose that an act had weighed otherwise as a provocation.

    Parameters
    ----------
    history : History
    act : str
        Its id.
    **weighs : float
        New values of fields of `Events` that `Weighs` names.

    Returns
    -------
    History
    """
    row = history.acts.index(act)
    events = history.events
    for field, value in weighs.items():
        column = getattr(events, field).copy()
        column[row] = value
        events = events._replace(**{field: column})
    return replace(history, events=events)


def say(history: History, kind: str, side: int, day: int = 0) -> History:
    """Suppose a signal, on the as-of date unless told otherwise; it counts from the next day on.

    Parameters
    ----------
    history : History
    kind : str
        One of `SIGNAL_KINDS`.
    side : int
        The side whose dial it turns: 0, 1, or `MUTUAL` for both.
    day : int
        Counted from the as-of date; 0 or earlier.
    """
    count = len(history.said)
    size = padded(count + 1)
    row = Signals(day, SIGNAL_KINDS.index(kind), side, NEVER, 1.0)
    columns = [
        _inserted(column, value, count, size)
        for column, value in zip(history.signals, row, strict=True)
    ]
    supposed = replace(history, said=(*history.said, SUPPOSED))
    return _with(supposed, history.events, Signals(*columns))


def put_in(history: History, side: int, level: int, deed: int) -> History:
    """Suppose one more act on the as-of date, outside the shadow war.

    Parameters
    ----------
    history : History
    side : int
        Whose act: 0 or 1.
    level : int
        Hostility level, 2 or 3.
    deed : int
        Index in `DEEDS`.

    Returns
    -------
    History
        The act carries the share of momentum that the model lets an act cause.
    """
    count = len(history.acts)
    size = padded(count + 2)
    row = Events(
        day=0, mark=mark_of(side, level), deed=deed, stream=MAIN, renews=0, change=1, proxy=0.0,
        sovereign=0.0, leader=0.0, log_dead=0.0, non_state=0.0, exposed=-1.0, valid=1.0,
    )  # fmt: skip
    columns = [
        _inserted(column, value, count, size)
        for column, value in zip(history.events, row, strict=True)
    ]
    supposed, events = replace(history, acts=(*history.acts, SUPPOSED)), Events(*columns)
    return _with(supposed, events._replace(renews=_renewed(events)), history.signals)


def _renewed(events: Events) -> np.ndarray:
    """Mark the acts with which a confrontation opens, once some are taken out or put in.

    Where the act that opened one is gone, the next one opens it; and what is gone may leave a
    quiet so long that the act after it opens one anew.
    """
    marks, opens, last = events.renews.copy(), False, None
    for row in np.flatnonzero((events.valid > 0) & (events.stream == MAIN)):
        if events.change[row] < 0:
            opens |= bool(marks[row])
            continue
        day = int(events.day[row])
        opens |= bool(marks[row]) or last is None or day - last > CLOSES_AFTER
        marks[row] = opens
        if opens or MARKS[events.mark[row]][1] >= 3:
            last = day
        opens = False
    return marks


def _with(history: History, events: Events, signals: Signals) -> History:
    return replace(history, events=events, signals=signals._replace(ends=ends_of(signals, events)))


def _inserted(column: np.ndarray, value: float, at: int, size: int) -> np.ndarray:
    """Write a value after the last valid entry, and pad to a size."""
    grown = np.zeros(max(size, len(column)), column.dtype)
    grown[: len(column)] = column
    grown[at] = value
    return grown
