"""Which states had nuclear weapons when, for data that do not say."""

import numpy as np
from numpy.typing import NDArray

FROM = {
    2: 1945, 365: 1949, 200: 1952, 220: 1960, 710: 1964, 666: 1967, 560: 1979, 750: 1990,
    770: 1990, 731: 2006,
}  # fmt: skip
"""First year with a weapon, by Correlates of War code; each was checked in two public places.

2, 365, 200, 220, 710 and 731: the first test (the Test-Ban Treaty Organization, and papers). 666:
open lists, and the first count of the Federation of American Scientists. 560: open lists; the
Federation counts from 1982. 750: an arsenal was ordered in March 1989 and lay unassembled by 1990
(the Nuclear Weapon Archive; Narang in International Security); a device of 1974 was no weapon,
and others have 1994 or 1998. 770: nobody would certify from October 1990 on that it had none
(GlobalSecurity, the Nuclear Weapon Archive); others have 1987 to 1998.
"""

UNTIL = {560: 1991}
"""Last year with one, where it gave them up: all were taken apart before July 1991 (its president
and the head of its programme; the Nuclear Weapon Archive). The Federation counts none from 1990."""


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
