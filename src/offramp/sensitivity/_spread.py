"""How much of an answer's spread over parameter draws a group of parameters carries."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

AGAIN = 200
"""How often the parameter draws are drawn again to see an error."""


class Moved(NamedTuple):
    """The variance that a group carries, as a share of all, and its standard error."""

    share: float
    error: float


def variance(halves: Floats) -> float:
    """Give the variance of an answer over draws, without simulation's blur.

    Parameters
    ----------
    halves : array (2, draws)
        The answer by draw from two halves of the futures, whose luck is apart.

    Returns
    -------
    float
        At least 0.
    """
    middle = halves - halves.mean(1, keepdims=True)
    return max(float((middle[0] * middle[1]).mean()), 0.0)


def moved(halves: Floats, other: Floats, rng: np.random.Generator) -> Moved:
    """Compare an answer with the same one where a group comes from other draws.

    Half the mean square of what lies between them is the variance that the group carries when
    all else is held (Jansen 1999). The square is taken across halves of the futures, so that
    the blur of simulating, which is apart in them, does not pass for an effect.

    Parameters
    ----------
    halves, other : array (2, draws)
        By draw, from the first and the second half of the futures.
    rng : numpy.random.Generator
        For the error.

    Returns
    -------
    Moved
        A share of 0 where the answer varies over draws by nothing but blur.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> answer = np.tile(rng.normal(size=100), (2, 1))
    >>> moved(answer, answer, rng).share
    0.0
    """
    gap = other - halves
    carried = gap[0] * gap[1] / 2
    whole = variance(halves)
    if whole <= 0:
        return Moved(0.0, 0.0)
    share = max(float(carried.mean()) / whole, 0.0)
    places = rng.integers(0, len(carried), (AGAIN, len(carried)))
    one, two = halves[0][places], halves[1][places]
    wholes = (one * two).mean(1) - one.mean(1) * two.mean(1)
    # Where blur is all there is, a sample without any spread would make the error endless.
    again = carried[places].mean(1) / np.maximum(wholes, whole / 10)
    return Moved(share, float(again.std()))
