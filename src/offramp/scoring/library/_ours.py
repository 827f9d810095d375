"""What Offramp says at a moment, by simulated futures."""

import numpy as np

from offramp.futures import Climb, simulate
from offramp.history import LEVELS, MUTUAL
from offramp.model import Parameters
from offramp.scoring._arrays import Bools, Ints
from offramp.scoring.library._moments import Moment
from offramp.scoring.library._questions import (
    ACTS,
    HOME,
    HORIZONS,
    NEAR,
    QUIET_DAYS,
    RUNGS,
    WAIT_STARTS,
    WAITS,
    WHO,
    Said,
)

DAYS = HORIZONS[-1]
FUTURES = 2_000
"""They blur a chance by about a point, and a mean Brier score by less than .0002."""

_HALF = 0.5


def say_ours(moment: Moment, parameters: Parameters, futures: int = FUTURES, seed: int = 0) -> Said:
    """Answer the questions of a moment, as the forecast of that evening would.

    Parameters
    ----------
    moment : Moment
    parameters : Parameters
        What was learned before; beliefs that an analyst wrote into the record are left aside.
    futures, seed : int
        How many futures are run, and their luck.

    Returns
    -------
    dict of str to tuple of float
        By the key of the question: the chance of yes, or of each outcome. A share of futures is
        kept from passing for a certainty: half a future is added to each outcome.
    """
    climb = Climb(simulate(moment.history, parameters, DAYS, futures, seed))
    rungs = moment.history.rungs
    force = next(rung for rung, level in enumerate(rungs.level) if level >= 4)
    home = rungs.keys.index(HOME)
    said: Said = {}
    for side, who in ((2, WHO[0]), (0, WHO[1]), (1, WHO[2])):
        for days in HORIZONS:
            said[f"force-{who}-{days}"] = _chance(climb.at_least(side, force, days))
            said[f"home-{who}-{days}"] = _chance(climb.at_least(side, home, days))
    said[f"quiet-{QUIET_DAYS}"] = _chance(climb.quiet(QUIET_DAYS))
    near = climb.first_day[2] <= NEAR
    rows = np.arange(len(near))
    day = np.minimum(climb.first_day[2], DAYS) - 1
    mark = climb.futures.mark[rows, day, 0].astype(int)
    act = np.where(near, 1 + mark, 0)
    actor = np.where(near, np.where(mark >= 0, mark // len(LEVELS), MUTUAL), 3)
    wait = np.searchsorted(WAIT_STARTS, climb.first_day[2], side="right") - 1
    wait = np.where(near, wait, len(WAIT_STARTS))
    top = climb.reached[2][:, NEAR - 1]
    place = np.array([*(RUNGS.index(k) if k in RUNGS else 0 for k in rungs.keys), 0])
    said[f"actor-{NEAR}"] = _shares(actor, 4)
    said[f"act-{NEAR}"] = _shares(act, len(ACTS))
    said[f"wait-{NEAR}"] = _shares(wait, len(WAITS))
    said[f"highest-{NEAR}"] = _shares(place[top], len(RUNGS))
    return said


def _chance(happened: Bools) -> tuple[float, ...]:
    return (float((happened.sum() + _HALF) / (len(happened) + 2 * _HALF)),)


def _shares(outcome: Ints, size: int) -> tuple[float, ...]:
    counts = np.bincount(outcome, minlength=size) + _HALF
    return tuple(map(float, counts / counts.sum()))
