"""Where a confrontation opens anew: after a long quiet, or where a record says so."""

import numpy as np
from numpy.typing import NDArray

CLOSES_AFTER = 180
"""Days without an act of level 3 or more after which a confrontation is over."""


def renewals(
    day: NDArray[np.int64], level: NDArray[np.int64], opens: int | None = None
) -> NDArray[np.bool_]:
    """Mark the acts with which a confrontation opens, or opens anew.

    Parameters
    ----------
    day, level : array (acts,)
        Day and MID level of the acts of one pair of sides, in order of time.
    opens : int, optional
        A day, counted like `day`, on or after which the first act opens one whatever went
        before.

    Returns
    -------
    array (acts,) of bool

    Examples
    --------
    >>> renewals(np.array([0, 10, 150, 200, 500]), np.array([4, 4, 2, 2, 4])).tolist()
    [True, False, False, True, True]
    """
    marks = np.zeros(len(day), bool)
    last: int | None = None
    for at, (now, how) in enumerate(zip(day.tolist(), level.tolist(), strict=True)):
        quiet = last is None or now - last > CLOSES_AFTER
        marks[at] = quiet or (opens is not None and last is not None and last < opens <= now)
        # A threat that opens a confrontation opens it once: those that follow belong to it.
        last = now if how >= 3 or marks[at] else last
    return marks
