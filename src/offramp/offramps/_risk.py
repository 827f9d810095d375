"""What a plan does to the risk: bloodshed, a long cycle, war."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from offramp.answers import Run, World, dead_in
from offramp.history import BATTLE, MARKS

DAYS = 90
"""How far the risk is looked at: a hold only counts if it outlasts itself."""

CYCLE_DAYS = 3
"""A long cycle: force by both sides, on at least so many days."""


@dataclass(frozen=True)
class Risk:
    """What came of each future of a world, run under one luck.

    Attributes
    ----------
    bloodshed, cycle, war : array (rounds, draws) of bool
        A use of force outside the shadow war; one in which both sides use it, on
        `CYCLE_DAYS` days or more; a battle.
    first_force : array (2, rounds, draws)
        The day of each side's first use of force, a clash counted for both; `DAYS` + 1 for none.
    log_dead : float
        The mean of log(1 + dead).
    """

    bloodshed: NDArray[np.bool_]
    cycle: NDArray[np.bool_]
    war: NDArray[np.bool_]
    first_force: NDArray[np.int16]
    log_dead: float

    def kept(self, held: dict[int, int]) -> float:
        """Give the chance that sides use no force for so many days, though nothing holds them."""
        whole = np.ones(self.bloodshed.shape, bool)
        for side, days in held.items():
            whole &= self.first_force[side] > days
        return float(whole.mean())


_FORCE = np.array([level >= 4 for _, level in MARKS])
_ACTOR = np.array([actor for actor, _ in MARKS])


def risk(world: World, run: Run) -> Risk:
    """Run a world on for `DAYS` days, and say what came."""
    futures = world.run(run)
    mark = futures.mark
    force = (mark >= 0) & _FORCE[mark]
    actor = _ACTOR[mark]
    by_side = np.stack([(force & (actor != other)).any(2) for other in (1, 0)])
    came = by_side.any(2)
    first = np.where(came, by_side.argmax(2) + 1, futures.days + 1).astype(np.int16)
    days = force.any(2).sum(1)
    shape = futures.per_draw, -1
    return Risk(
        bloodshed=np.asarray(came.any(0)).reshape(shape),
        cycle=(came.all(0) & (days >= CYCLE_DAYS)).reshape(shape),
        war=(mark == BATTLE).any((1, 2)).reshape(shape),
        first_force=first.reshape(2, *shape),
        log_dead=float(np.log1p(dead_in(world, futures, futures.days)).mean()),
    )
