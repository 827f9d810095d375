"""Bins of the time since the last act."""

import jax.numpy as jnp
from jax import Array

from offramp.history import BIN_STARTS, HORIZON

NO_GAP = len(BIN_STARTS)
"""The bin of a gap that is longer than `HORIZON`, or that is not there."""


def bin_of(since: Array) -> Array:
    """Give the bin of a number of days since the last act; the last bin has no end.

    Examples
    --------
    >>> [int(bin_of(jnp.int32(d))) for d in (0, 1, 3, 30, 31, 1000)]
    [0, 1, 2, 5, 6, 7]
    """
    later = (since >= start for start in BIN_STARTS[1:])
    return sum((jnp.asarray(each, jnp.int32) for each in later), jnp.zeros_like(since))


def gap_bin(since: Array) -> Array:
    """Give the bin of a gap between two acts, `NO_GAP` beyond the window.

    Examples
    --------
    >>> [int(gap_bin(jnp.int32(d))) for d in (0, 180, 181)]
    [0, 7, 8]
    """
    return jnp.where(since > HORIZON, NO_GAP, bin_of(since))
