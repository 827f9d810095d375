"""Parameters that were learned before, as a forecaster of standing points."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from offramp.history import Points
from offramp.learning._coordinates import WALKS
from offramp.learning._predict import Predicted, Values, predict
from offramp.model import Parameters

Progress = Callable[[str, int, int], None]

MOST = 10
"""Draws over which the chances are averaged; more change little and take longer."""


@dataclass(frozen=True)
class Shipped:
    """Learned parameters; each point gets the tempo of the last learned year.

    Attributes
    ----------
    learned : Parameters
    """

    learned: Parameters

    def predict(
        self, points: Points, draws: int = 250, seed: int = 0, progress: Progress | None = None
    ) -> Predicted:
        """Say what may come next at each point; as `Fitted.predict`, averaged over draws."""
        step = max(self.learned.count // MOST, 1)
        chosen = [self._values(row) for row in range(0, self.learned.count, step)][:MOST]
        told = None if progress is None else partial(progress, "futures")
        return predict(chosen, self.learned.until.year, points, draws, seed, told)

    def _values(self, row: int) -> Values:
        found = {name: self.learned.values[name][row] for name in self.learned.learned}
        return {name: value[None] if name in WALKS else value for name, value in found.items()}
