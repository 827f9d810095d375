"""Which rows of numbers lie nearest to one, and what shares of them say."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv

from offramp.answers import Level
from offramp.likeness._results import Share

FURTHEST = 4.0
"""Standard deviations at which a feature is clipped, as the model clips its inputs."""

PER_CRISIS = 2
"""Moments of one crisis share what followed: more of them would be one case counted often."""

INSIDE = 0.9
"""Share of the beta distribution that an interval holds."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def apart(there: Floats, here: Floats) -> Floats:
    """Say how far rows lie from one, in standard deviations over the rows.

    Parameters
    ----------
    there : array (rows, features)
        NaN where a feature is not known.
    here : array (features,)

    Returns
    -------
    array (rows, features)
        Clipped; NaN where either is not known.
    """
    return np.clip((there - here) / spread(there), -FURTHEST, FURTHEST)


def spread(there: Floats) -> Floats:
    """Give the standard deviation of each feature, 1 where it never differs: (features,)."""
    known = np.isfinite(there)
    count = np.maximum(known.sum(0), 1)
    centre = np.where(known, there, 0.0).sum(0) / count
    found = np.sqrt(np.where(known, (there - centre) ** 2, 0.0).sum(0) / count)
    return np.where(found > 0, found, 1.0)


def distances(gaps: Floats) -> Floats:
    """Give the root mean square over the features that are known: (rows,).

    Examples
    --------
    >>> distances(np.array([[3.0, 4.0], [np.nan, 2.0]])).round(2).tolist()
    [3.54, 2.0]
    """
    known = np.isfinite(gaps)
    square = np.where(known, gaps, 0.0) ** 2
    return np.sqrt(square.sum(1) / np.maximum(known.sum(1), 1))


def nearest(distance: Floats, crisis: Ints, most: int, ties: Sequence[Ints] = ()) -> list[int]:
    """List the nearest rows, the nearest first, at most `PER_CRISIS` of each crisis.

    Parameters
    ----------
    distance, crisis : array (rows,)
    most : int
    ties : sequence of array (rows,)
        What decides between equals, so that the order of rows does not.

    Examples
    --------
    >>> nearest(np.array([0.3, 0.1, 0.2, 0.4]), np.array([1, 1, 1, 2]), 3)
    [1, 2, 3]
    """
    # Rounded, since a sum over rows in another order differs in its last bits.
    order = np.lexsort((*reversed(ties), np.round(distance, 9)))
    taken: dict[int, int] = {}
    chosen: list[int] = []
    for row in order.tolist():
        if len(chosen) == most:
            break
        which = int(crisis[row])
        if taken.get(which, 0) < PER_CRISIS:
            taken[which] = taken.get(which, 0) + 1
            chosen.append(row)
    return chosen


def share_of(
    what: str, told: Sequence[bool], crises: Sequence[int], model: Level | None = None
) -> Share | None:
    """Count how often something was so, and bound it; None where nothing can tell.

    Parameters
    ----------
    what : str
    told : sequence of bool
    crises : sequence of int
        Whose crisis each is: the interval counts each crisis once.
    model : Level, optional
        The model's forecast of the same.

    Examples
    --------
    >>> found = share_of("force", [True, False, False, False], [1, 1, 2, 3])
    >>> found.share, found.crises, round(found.low, 2), round(found.high, 2)
    (0.25, 3, 0.04, 0.7)
    """
    if not told:
        return None
    share, cases = sum(told) / len(told), len(set(crises))
    yes, no = share * cases + 0.5, (1 - share) * cases + 0.5
    low, high = (float(betaincinv(yes, no, (1 + side * INSIDE) / 2)) for side in (-1, 1))
    if model is None:
        return Share(what, share, low, high, len(told), cases, None, None, None, None)
    return Share(
        what, share, low, high, len(told), cases,
        model.mean, model.low, model.high, share - model.mean,
    )  # fmt: skip
