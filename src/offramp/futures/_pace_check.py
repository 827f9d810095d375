"""A check on the pace: how soon the other side answers, beside what crises have shown."""

from math import exp, log1p

import numpy as np
from scipy.special import ndtr, ndtri

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
    response to a trigger; the crises are those of 1946-94 with a violent trigger and a
    violent response. It checks the model and does not feed it. Nothing is said where the
    last act was not a fresh use of force by one side.
    """
    history, days = climb.futures.history, climb.futures.days
    last = baseline.last_actor(history)
    if last == MUTUAL or history.days_since_last > FRESH or _last_level(history) < FORCE:
        return ()
    table = counted("reply_lag").raw["value"]
    centre = table["base"] + table["violent"] + table["violent_reply"]
    reach = ndtr((log1p(days) - centre) / table["sd"])
    icb = exp(centre + table["sd"] * float(ndtri(reach / 2))) - 1
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
        f"of 1946-94, half of the violent replies to a violent trigger came within {icb:.0f} days.",
    )


def _last_level(history: History) -> int:
    main = np.flatnonzero((history.events.valid > 0) & (history.events.stream == MAIN))
    return MARKS[int(history.events.mark[main[-1]])][1]
