"""How many are killed in futures: by what such acts did in history, and to this pair."""

from functools import lru_cache
from typing import TYPE_CHECKING

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array
from numpy.typing import NDArray
from scipy.special import ndtri

from offramp.futures import Futures, luck
from offramp.history import History
from offramp.model import counted

if TYPE_CHECKING:
    from offramp.answers._world import World

KIND_OF_MARK = np.array([-1, -1, 0, -1, -1, 0, 1, 2])
"""Which marks kill, and as what kind: force, clash, battle."""

PRIOR_ACTS = 6.0
"""How many acts history weighs against this pair's own; judgement."""

MOST_SD = 2.5
"""No act kills more than this many sd above the mean of its kind: tails were hardly seen."""

DEATHS = 2_000_000
"""Added to a day, to draw the dead with luck of their own."""

KEPT_DAYS = 128
"""Of how many days the luck of the dead is kept: worlds of one run share it."""

BASIS = (
    "The dead by kind of act, counted over MIE 1946-2002 and drawn towards this pair's own acts; "
    "history shows no skill in forecasting them."
)


def dead_in(world: "World", futures: Futures, within: int) -> NDArray[np.float64]:
    """Draw how many are killed in each future within some days.

    Acts of the shadow war are not counted in.

    Returns
    -------
    array (futures,)
    """
    share, mean, sd = toll(world.seen).T
    total = np.zeros(futures.count)
    mark = futures.mark[:, :within]
    kinds = np.where(mark >= 0, KIND_OF_MARK[mark], -1)
    for day in np.flatnonzero((kinds >= 0).any((0, 2))):
        own = _luck_of(futures.seed, futures.count, int(day))
        for slot in (0, 1):
            rows = np.flatnonzero(kinds[:, day, slot] >= 0)
            rows = rows[own[2 * slot, rows] < share[kinds[rows, day, slot]]]
            kind = kinds[rows, day, slot]
            size = np.minimum(ndtri(own[2 * slot + 1, rows].astype(float)), MOST_SD)
            total[rows] += np.round(np.exp(mean[kind] + sd[kind] * size)).clip(1)
    return total


@lru_cache(maxsize=KEPT_DAYS)
def _luck_of(seed: int, count: int, day: int) -> NDArray[np.float32]:
    """Draw two numbers for each of a day's two acts: whether it kills, and how many."""
    return np.asarray(_drawn(jnp.int32(seed), jnp.arange(count, dtype=jnp.int32), DEATHS + day))


@jax.jit
def _drawn(seed: Array, futures: Array, day: Array) -> Array:
    return luck(seed, futures, day)[:4]


def toll(history: History) -> NDArray[np.float64]:
    """Give, by kind of act, the share that kills and mean and sd of log(dead) where it does.

    Returns
    -------
    array (3, 3)
        Force, clash, battle; share, mean, sd.
    """
    table = counted("dead").value.copy()
    events = history.events
    seen = (events.valid > 0) & (events.stream == 0)
    kinds = np.where(seen, KIND_OF_MARK[events.mark], -1)
    for kind in range(len(table)):
        logs = events.log_dead[kinds == kind]
        kills = logs[logs > 0]
        share, mean, _ = table[kind]
        table[kind, 0] = (PRIOR_ACTS * share + len(kills)) / (PRIOR_ACTS + len(logs))
        table[kind, 1] = (PRIOR_ACTS * mean + kills.sum()) / (PRIOR_ACTS + len(kills))
    return table
