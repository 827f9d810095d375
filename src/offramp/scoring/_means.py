"""Means per event and per confrontation."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from offramp.scoring._arrays import Bools, Floats, Ints


class Grouped(Protocol):
    """What has a confrontation and a crisis for each of its rows, as `Points` do."""

    @property
    def count(self) -> int:
        """How many rows there are."""
        ...

    @property
    def confrontation(self) -> Ints:
        """Each row's confrontation: the rows of each weigh 1 together."""
        ...

    @property
    def cluster(self) -> Ints:
        """Each row's crisis: what is drawn together in a bootstrap."""
        ...


@dataclass(frozen=True)
class Mean:
    """One mean, taken in two ways.

    Attributes
    ----------
    event : float
        Mean over the standing points: long confrontations weigh more.
    confrontation : float
        Mean over the confrontations of the mean over the points of each: all weigh the same.
    """

    event: float
    confrontation: float


def mean_of(values: Floats, points: Grouped, keep: Bools | None = None) -> Mean:
    """Average values (points,), over some of the points by a mask; NaN if there are none."""
    kept = np.ones(points.count, bool) if keep is None else keep
    if not kept.any():
        return Mean(float("nan"), float("nan"))
    share = equal_shares(points, kept)
    return Mean(float(values[kept].mean()), float(values[kept] @ share / share.sum()))


def equal_shares(points: Grouped, keep: Bools) -> Floats:
    """Weigh the points that are kept so that each confrontation weighs 1."""
    _, group, counts = np.unique(
        points.confrontation[keep], return_inverse=True, return_counts=True
    )
    return 1.0 / counts[group]
