"""One convention for arrays: a value's own axes come first, then any batch axes.

A number has shape (), one per draw (draws,), one per future (rounds, draws); what is by
side is (2,), (2, draws), (2, rounds, draws). Batch axes broadcast, so each function is
written once and serves a single crisis, a posterior and a simulation alike.
"""

from itertools import accumulate

import jax
import jax.numpy as jnp
from jax import Array
from jax.typing import ArrayLike


def along(values: ArrayLike, like: Array) -> Array:
    """Lay a value's own axes before the batch axes of another.

    Examples
    --------
    >>> along(jnp.arange(3), jnp.zeros((5, 7))).shape
    (3, 1, 1)
    """
    array = jnp.asarray(values)
    return array.reshape(array.shape + (1,) * jnp.ndim(like))


def pick(table: Array, index: Array, inner: int = 0) -> Array:
    """Take the entry of a table at an index that differs over the batch.

    It selects row by row and does not gather: such chains fuse with what follows, which is
    several times faster on a processor for tables as small as these.

    Parameters
    ----------
    table : array (n, *own, *batch)
        Batch axes may be left out, for a table that is the same for all.
    index : array (*batch)
        Entries 0 to n - 1.
    inner : int
        How many own axes follow the first.

    Returns
    -------
    array (*own, *batch)

    Examples
    --------
    >>> pick(jnp.array([10.0, 20.0, 30.0]), jnp.array([2, 0])).tolist()
    [30.0, 10.0]
    """
    index = jnp.asarray(index)
    missing = 1 + inner + index.ndim - table.ndim
    table = table.reshape(table.shape + (1,) * max(missing, 0))
    chosen = table[0]
    for row in range(1, table.shape[0]):
        chosen = jnp.where(index == row, table[row], chosen)
    return jax.lax.optimization_barrier(chosen)


def draw_from(shares: Array, number: Array) -> Array:
    """Draw an index from shares along the first axis; they need not sum to one.

    Parameters
    ----------
    shares : array (n, *batch)
    number : array (*batch)
        Uniform on (0, 1).

    Returns
    -------
    array (*batch) of int

    Examples
    --------
    >>> draw_from(jnp.array([[0.2], [0.5], [0.3]]), jnp.array([0.5])).tolist()
    [1]
    """
    running = list(accumulate(shares[row] for row in range(shares.shape[0])))
    point = number * running[-1]
    passed = [(point >= each).astype(jnp.int32) for each in running[:-1]]
    return sum(passed, jnp.zeros_like(number, jnp.int32))
