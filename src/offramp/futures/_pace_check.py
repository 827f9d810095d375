"""A check on the pace: how soon the other side answers, beside what crises have shown."""

import numpy as np

from offramp.futures import _baseline as baseline
from offramp.futures._climb import Climb
from offramp.history import MAIN, MARKS, MUTUAL, History
from offramp.model import counted

FORCE = 4

FRESH = 2
"""Days since the last act up to which its answer is still to be waited for."""


def pace_notes(climb: Climb, names: dict[str, str]) -> tuple[str, ...]:
    """Say how soon the other side answers with force, and how soon it did in ICB's crises.

    Both medians are of answers that come within the horizon at all. ICB dates the major
    response to a trigger; the crises are those of 1946-2002 with a violent trigger and a
    violent response. It checks the model and does not feed it. Nothing is said where the
    last act was not a fresh use of force by one side.
    """
    history, days = climb.futures.history, climb.futures.days
    last = baseline.last_actor(history)
    if last == MUTUAL or history.days_since_last > FRESH or _last_level(history) < FORCE:
        return ()
    other = 1 - last
    force = next(i for i, at in enumerate(history.rungs.level) if at >= FORCE)
    reached = climb.reached[other] >= force
    answered = reached[:, -1]
    if not answered.any():
        return ()
    ours = float(np.median(reached[answered].argmax(1) + 1)) + history.days_since_last
    return (
        f"Check on the pace: where {names[history.sides[other]]} answers with force within {days} "
        f"days, half of the futures have it by {ours:.0f} days after the last act. In ICB's crises "
        f"of 1946-2002, half of the violent replies to a violent trigger came {_usual_lag(days)}.",
    )


def _usual_lag(within: int) -> str:
    """Say by when half of those replies had come that came within so many days."""
    lag = counted("reply_lag")
    counted_at = [int(day) for day in lag.axes["by day"]]
    # Shares are counted at some days only; between them replies come ever more thinly.
    by_day = np.interp(np.log1p(np.arange(within + 1)), np.log1p(counted_at), lag.value)
    half = int((by_day >= by_day[-1] / 2).argmax())
    if half == 0:
        return "on the same day"
    return f"within {half} day{'s' if half > 1 else ''}"


def _last_level(history: History) -> int:
    main = np.flatnonzero((history.events.valid > 0) & (history.events.stream == MAIN))
    return MARKS[int(history.events.mark[main[-1]])][1]
