"""The one shape of what a forecaster says, and of a forecaster."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from offramp.history import MARKS, QUIET, TARGETS, Points, Target
from offramp.scoring._arrays import Bools, Floats
from offramp.scoring._highest import RUNGS

LEAST = 1e-12
"""A chance below counts as this much, lest one outcome outweigh all others."""

_ROUNDING = 1e-5


@dataclass(frozen=True)
class Predictions:
    """What a forecaster says of standing points.

    Attributes
    ----------
    when : array (points, 9)
        Chances that the next act comes in each of the eight bins, and of quiet.
    what : array (points, 8)
        Chances of the next act's mark, given that it comes when it did. Rows of points
        where nothing comes are ignored.
    targets : mapping of Target to array (points,)
        Chance of each question with a yes or no, asked in the evening: rows of points that do
        not end their day are ignored. That of ``other_force_30`` is the mean over the sides,
        weighed by `Points.other`.
    highest : array (points, 5), optional
        Chances of the highest level within 90 days: none, 2, 3, 4, 5; asked likewise.
    """

    when: Floats
    what: Floats
    targets: Mapping[Target, Floats]
    highest: Floats | None = None

    def where(self, keep: Bools) -> "Predictions":
        """Keep those of some points, by a mask (points,)."""
        return Predictions(
            self.when[keep],
            self.what[keep],
            {name: chance[keep] for name, chance in self.targets.items()},
            None if self.highest is None else self.highest[keep],
        )


class Forecaster(Protocol):
    """Something that has been fitted, and says what may come after standing points."""

    def predict(self, points: Points) -> Predictions:
        """Forecast from what is known on the evening of each point's day.

        The past of a point is its own act and the earlier rows of its history; `points` may
        hold any points of any confrontations.
        """
        ...


Fit = Callable[[Points], Forecaster]
"""How a forecaster is fitted to points whose windows have closed."""


def checked(said: Predictions, points: Points, name: str) -> Predictions:
    """Hand predictions on, if they are chances of the right shape.

    Raises
    ------
    ValueError
        When they are not: a defect of the forecaster.
    """
    count = points.count
    _share(f"{name}: when", said.when, (count, QUIET + 1))
    _share(f"{name}: what", said.what[points.comes], (int(points.comes.sum()), len(MARKS)))
    if set(said.targets) != set(TARGETS):
        raise ValueError(f"{name}: targets are {sorted(said.targets)}, not {sorted(TARGETS)}")
    for target, chance in said.targets.items():
        if chance.shape != (count,) or not _chances(chance[points.ends_day]):
            raise ValueError(f"{name}: {target} holds no chances of shape {(count,)}")
    if said.highest is not None:
        asked = said.highest[points.ends_day]
        _share(f"{name}: highest", asked, (int(points.ends_day.sum()), len(RUNGS)))
    return said


def _chances(some: Floats) -> bool:
    return bool(((some >= 0) & (some <= 1)).all())


def _share(name: str, chances: Floats, shape: tuple[int, int]) -> None:
    if chances.shape != shape:
        raise ValueError(f"{name}: the shape is {chances.shape}, not {shape}")
    if not (np.isfinite(chances).all() and (chances >= 0).all()):
        raise ValueError(f"{name}: not all are chances")
    if not np.allclose(chances.sum(1), 1, atol=_ROUNDING):
        raise ValueError(f"{name}: the chances do not sum to one")
