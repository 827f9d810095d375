"""How high each side stands in each future, day by day."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from offramp.futures._futures import Futures
from offramp.history import MARKS, MUTUAL

NONE = -1


@dataclass(frozen=True)
class Climb:
    """Futures seen as climbs on the ladder.

    Attributes
    ----------
    futures : Futures
        What is seen.
    order : (int, int)
        The sides in the order in which to speak of them, as indices of the history's.
    """

    futures: Futures
    order: tuple[int, int] = (0, 1)

    @cached_property
    def reached(self) -> NDArray[np.int8]:
        """Highest rung so far: (3, futures, days) of rung index, -1 for none.

        The first axis is the first side, the second, and either; a mutual act counts for
        both sides.
        """
        mark, rung = self.futures.mark, self.futures.rung
        actor = np.where(mark >= 0, mark // 3, NONE)
        found = np.empty((3, *mark.shape[:2]), np.int8)
        for side in (0, 1):
            own = (actor == side) | (actor == MUTUAL)
            found[side] = np.where(own, rung, NONE).max(-1)
        found[2] = rung.max(-1)
        return np.maximum.accumulate(found, axis=2)

    @cached_property
    def first_day(self) -> NDArray[np.int32]:
        """Day of the first act: (3, futures), `days` + 1 where none comes."""
        acts = self.reached >= 0
        day = acts.argmax(-1) + 1
        return np.where(acts[:, :, -1], day, self.futures.days + 1).astype(np.int32)

    @cached_property
    def next_act(self) -> tuple[NDArray[np.int8], NDArray[np.int8]]:
        """Actor and rung of the first act of each future: (futures,), actor -1 where none."""
        day = np.minimum(self.first_day[2], self.futures.days) - 1
        rows = np.arange(self.futures.count)
        mark = self.futures.mark[rows, day, 0]
        rung = self.futures.rung[rows, day, 0]
        return np.where(mark >= 0, mark // 3, NONE).astype(np.int8), rung

    def at_least(self, side: int, rung: int, within: int) -> NDArray[np.bool_]:
        """Say in which futures a side (2: either) reaches a rung or higher within some days."""
        return self.reached[side, :, within - 1] >= rung

    def quiet(self, within: int, shadow: bool = False) -> NDArray[np.bool_]:
        """Say in which futures no act of level 3 or more comes within some days.

        Parameters
        ----------
        within : int
            Days.
        shadow : bool
            Whether acts of the shadow war break the quiet too.
        """
        levels = np.array([level for _, level in MARKS], np.int8)
        mark = self.futures.mark[:, :within]
        loud = np.where(mark >= 0, levels[np.clip(mark, 0, None)], 0).max((1, 2)) >= 3
        if shadow:
            loud |= self.futures.shadow[:, :within].any((1, 2))
        return ~loud
