"""The model's own view: the forecast that the view from outside is set beside."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from offramp.answers import Level, Run, World, level
from offramp.futures import Climb, Futures
from offramp.history import MUTUAL
from offramp.likeness._candidates import NEAR, last_actor

WORDS = {
    "other": "the other side acts next, within 30 days",
    "same": "the side that acted last acts again next, within 30 days",
    "both": "a clash that neither began comes next, within 30 days",
    "nobody": "nobody acts within 30 days",
}
"""Who acts next, as seen from the side that acted last."""

EITHER = 2


@dataclass(frozen=True)
class View:
    """What the model says of a crisis over the next 90 days."""

    world: World
    run: Run

    @cached_property
    def futures(self) -> Futures:
        """The futures that were run."""
        return self.world.run(self.run)

    @cached_property
    def _climb(self) -> Climb:
        return Climb(self.futures)

    @cached_property
    def _last(self) -> int:
        return self.world.side(last_actor(self.world.history))

    @property
    def _force(self) -> int:
        return next(n for n, how in enumerate(self.world.history.rungs.level) if how >= 4)

    def force(self, within: int) -> Level:
        """Force by either side within some days."""
        return self._said(self._climb.at_least(EITHER, self._force, within))

    def force_by_other(self, within: int) -> Level:
        """Force by the side that did not act last."""
        return self._said(self._climb.at_least(1 - self._last, self._force, within))

    def silence_of_other(self, within: int) -> Level:
        """No act by the side that did not act last."""
        return self._said(self._climb.first_day[1 - self._last] > within)

    def battle(self, within: int) -> Level:
        """A battle within some days."""
        return self._said(self._climb.at_least(EITHER, self.world.history.rungs.war, within))

    def next_by(self, who: str) -> Level:
        """Who acts next within 30 days: a key of `WORDS`."""
        near = self._climb.first_day[EITHER] <= NEAR
        if who == "nobody":
            return self._said(~near)
        actor, _ = self._climb.next_act
        is_it = {"same": self._last, "other": 1 - self._last, "both": MUTUAL}[who]
        return self._said(near & (actor == is_it))

    def _said(self, happened: NDArray[np.bool_]) -> Level:
        return level(happened.reshape(self.futures.per_draw, -1).astype(float))
