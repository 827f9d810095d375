"""How much seeing one thing tells of another, from futures alone."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaincinv

Bools = NDArray[np.bool_]


class Information(NamedTuple):
    """What a yes or no tells of another yes or no.

    Attributes
    ----------
    bits : float
        Mutual information, at least 0; half the cells' surplus over N (Miller and Madow 1955)
        is taken off, since a finite sample always seems to tell something.
    error : float
        Its standard error, from so many futures.
    floor : float
        What two things that tell nothing of each other stay below, in 95 % of such tables.
    uncertainty : float
        Entropy of what is asked, in bits: the most that could be told.
    chance : float
        Of what is seen.
    if_seen, if_unseen : float
        Chance of what is asked; NaN where that never comes.
    """

    bits: float
    error: float
    floor: float
    uncertainty: float
    chance: float
    if_seen: float
    if_unseen: float


def information(seen: Bools, came: Bools, looks: int = 1) -> Information:
    """Say how much it tells of what comes whether something is seen.

    Parameters
    ----------
    seen, came : array (futures,) of bool
    looks : int
        Of how many such tables the most telling will be picked; it raises the floor.

    Returns
    -------
    Information

    Examples
    --------
    >>> coin = np.arange(1000) % 2 == 0
    >>> round(information(coin, coin).bits, 2)
    1.0
    >>> information(coin, np.arange(1000) % 4 < 2).bits
    0.0
    """
    count = len(came)
    table = np.zeros((2, 2))
    np.add.at(table, (seen.astype(int), came.astype(int)), 1.0)
    share = table / count
    rows, columns = share.sum(1), share.sum(0)
    there = share > 0
    ratio = np.zeros((2, 2))
    ratio[there] = np.log2(share[there] / np.outer(rows, columns)[there])
    plain = float((share * ratio).sum())
    cells = [int((part > 0).sum()) for part in (rows, columns, share)]
    surplus = (cells[2] - cells[0] - cells[1] + 1) / (2 * count * np.log(2))
    spread = float((share * ratio**2).sum()) - plain**2
    # The quantile of chi-squared with one degree of freedom; scipy.stats takes long to import.
    chance_level = 2 * gammaincinv(0.5, 0.95 ** (1 / looks))
    return Information(
        bits=max(plain - float(surplus), 0.0),
        error=float(np.sqrt(max(spread, 0.0) / count)),
        floor=float(chance_level / (2 * count * np.log(2))),
        uncertainty=_entropy(columns),
        chance=float(rows[1]),
        if_seen=_share(table[1]), if_unseen=_share(table[0]),
    )  # fmt: skip


def _share(counts: NDArray[np.float64]) -> float:
    return float(counts[1] / counts.sum()) if counts.sum() else float("nan")


def _entropy(shares: NDArray[np.float64]) -> float:
    held = shares[shares > 0]
    return float(-(held * np.log2(held)).sum()) + 0.0
