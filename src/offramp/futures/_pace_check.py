"""A check on the pace: how soon the other side answers, beside what crises have shown."""

from math import exp, log1p

import numpy as np
from scipy.special import ndtr, ndtri

from offramp.futures import _baseline as baseline
from offramp.futures._climb import Climb
from offramp.model import counted

FORCE = 4


def pace_note(climb: Climb, names: dict[str, str]) -> str:
    """Say how soon the other side answers with force, and how soon it did in ICB's crises.

    Both medians are of answers that come within the horizon at all. ICB dates the major
    response to a trigger; the crises are those of 1946-94 with a violent trigger and a
    violent response. It checks the model and does not feed it.
    """
    days = climb.futures.days
    table = counted("reply_lag").raw["value"]
    centre = table["base"] + table["violent"] + table["violent_reply"]
    reach = ndtr((log1p(days) - centre) / table["sd"])
    icb = exp(centre + table["sd"] * float(ndtri(reach / 2))) - 1
    last = baseline.last_actor(climb.futures.history)
    if last == 2:
        return (
            f"No check on the pace: the last act was mutual. In ICB half answered in {icb:.0f} d."
        )
    other = 1 - last
    force = next(i for i, at in enumerate(climb.futures.history.rungs.level) if at >= FORCE)
    reached = climb.reached[other] >= force
    answered = reached[:, -1]
    if not answered.any():
        return (
            f"No future holds an answer with force within {days} days; in ICB half took {icb:.0f}."
        )
    name = names[climb.futures.history.sides[other]]
    ours = float(np.median(reached[answered].argmax(1) + 1))
    return (
        f"Check on the pace: where {name} answers with force within {days} days, half of the "
        f"futures have it by day {ours:.0f}. In ICB's crises of 1946-94, half of the violent "
        f"replies to a violent trigger came within {icb:.0f} days."
    )
