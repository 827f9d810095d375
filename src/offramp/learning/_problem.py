"""What the likelihood needs of a set of standing points, laid out once."""

from dataclasses import dataclass

import jax.numpy as jnp
import numpy as np
from jax import Array
from numpy.typing import NDArray

from offramp.history import HORIZON, SIGNAL_KINDS, Points
from offramp.learning._standings import fresh, standings
from offramp.model import Setting, Standing

LENGTHS = (8, 64, 1 << 20)
"""Histories are laid out in buckets of up to so many points, so that short ones stay short."""

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Problem:
    """Standing points with where they stood, and the chains in which they follow each other.

    Attributes
    ----------
    standing : Standing
        After the act of each point; arrays (..., points).
    year : array (points,)
        Year of each point.
    bin, mark, gap : array (points,)
        What came next: the bin of time (the last is quiet), the mark (0 where none comes),
        and the days to the next act of the history, however late.
    comes : array (points,) of bool
        Whether an act comes within the window.
    opens, renews : array (points,) of bool
        Whether the point's act opened a confrontation, and whether the next act does.
    chains : tuple of array (steps, histories)
        Indices of points in order, -1 for padding; a bucket each.
    """

    standing: Standing
    year: Ints
    bin: Ints
    mark: Ints
    gap: Floats
    comes: NDArray[np.bool_]
    opens: NDArray[np.bool_]
    renews: NDArray[np.bool_]
    chains: tuple[Ints, ...]

    @property
    def count(self) -> int:
        """How many points there are."""
        return len(self.bin)


def lay_out(points: Points) -> Problem:
    """Lay out standing points for the likelihood.

    Parameters
    ----------
    points : Points
        The points of each history must follow each other without a hole.

    Returns
    -------
    Problem
    """
    events, row = points.confrontations, points.row
    opens = fresh(events)
    ahead = np.minimum(row + 1, events.count - 1)
    goes_on = (row + 1 < events.count) & (events.history[ahead] == events.history[row])
    gap = np.where(goes_on, events.day[ahead] - events.day[row], HORIZON + 1)
    every = standings(events)
    return Problem(
        standing=Standing(*(array[..., row] for array in every)),
        year=points.year.astype(np.int32),
        bin=points.bin.astype(np.int32),
        mark=np.where(points.comes, points.mark, 0).astype(np.int32),
        gap=gap.astype(float),
        comes=points.comes,
        opens=opens[row],
        renews=np.where(goes_on, opens[ahead], True),
        chains=_chains(points.history),
    )


def plain_setting(tempo: Array) -> Setting:
    """Give the setting of data that hold no signals and no traits; batch axes as in `tempo`."""
    ones = (1,) * tempo.ndim
    return Setting(
        signals=jnp.zeros((len(SIGNAL_KINDS), 2, *ones)),
        nuclear=jnp.zeros((2, *ones)),
        democracy=jnp.zeros((2, *ones)),
        resolve=jnp.full((2, *ones), 0.5),
        tempo=tempo,
    )


def _chains(history: NDArray[np.int64]) -> tuple[Ints, ...]:
    begins = np.flatnonzero(np.diff(history, prepend=history[:1] - 1) != 0)
    length = np.diff(np.append(begins, len(history)))
    found: list[Ints] = []
    for least, most in zip((0, *LENGTHS), LENGTHS, strict=False):
        inside = np.flatnonzero((length > least) & (length <= most))
        if not len(inside):
            continue
        steps = np.arange(length[inside].max())[:, None]
        rows = np.where(steps < length[inside], begins[inside] + steps, -1)
        found.append(rows.astype(np.int32))
    return tuple(found)
