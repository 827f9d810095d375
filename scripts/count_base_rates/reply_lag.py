"""How long a state takes to answer violence by violence, from ICB."""

from datetime import date

import numpy as np
from resample import Entry, cluster_draws, entry, means

from offramp.history import Confrontations

VIOLENT = 9
VIOLENT_REPLIES = (8, 9)
DAYS = (0, 1, 2, 3, 4, 5, 6, 7, 10, 14, 21, 30, 45, 60, 90, 180, 365)


def reply_lag(icb: Confrontations, years: tuple[int, int], replicates: int, seed: int) -> Entry:
    """Count by which day a violent major response to a violent trigger had come.

    Crisis actors count whose trigger fell in these years.
    """
    trigger = icb.first
    last = np.append(trigger[1:], icb.count) - 1
    # A history holds the trigger and, where there was one, the major response.
    reply = np.minimum(trigger + 1, last)
    since, until = date(years[0], 1, 1).toordinal(), date(years[1], 12, 31).toordinal()
    kept = (
        (reply > trigger)
        & (icb.day[trigger] >= since)
        & (icb.day[trigger] <= until)
        & (icb.action[trigger] == VIOLENT)
        & np.isin(icb.action[reply], VIOLENT_REPLIES)
    )
    lag = (icb.day[reply] - icb.day[trigger])[kept]
    draws = cluster_draws(icb.cluster[kept], np.ones(len(lag)), replicates, seed)
    return entry(
        means(draws, (lag[:, None] <= np.array(DAYS)).astype(float)),
        {"by day": [str(day) for day in DAYS]},
        "Shares of ICB's crisis actors with a violent trigger and a violent major response, whose"
        f" trigger fell in {years[0]}-{years[1]}, whose response had come so many days after the"
        " trigger. A check on the tempo, not a second prior.",
        len(lag),
    )
