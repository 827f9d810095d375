"""Which states had nuclear weapons when, for data that do not say."""

import numpy as np
from numpy.typing import NDArray

FROM = {
    2: 1945, 365: 1949, 200: 1952, 220: 1960, 710: 1964, 666: 1967, 560: 1979, 750: 1988,
    770: 1990, 731: 2006,
}  # fmt: skip
"""First year with a weapon, by Correlates of War code, as scholars commonly date it; lists disagree
by some years on the later ones, and which year is taken moves few moments."""

UNTIL = {560: 1991}
"""Last year with one, where it gave them up."""


def nuclear_sides(sides: NDArray[np.str_], year: NDArray[np.int64]) -> NDArray[np.float64]:
    """Count the sides with nuclear weapons: (rows,).

    Parameters
    ----------
    sides : array (rows, 2) of str
        Correlates of War codes.
    year : array (rows,)

    Examples
    --------
    >>> nuclear_sides(np.array([["2", "365"], ["2", "365"]]), np.array([1948, 1962])).tolist()
    [1.0, 2.0]
    """
    count = np.zeros(len(year))
    for code, first in FROM.items():
        has = year >= first
        if code in UNTIL:
            has &= year <= UNTIL[code]
        count += (has[:, None] & (sides == str(code))).sum(1)
    return count
