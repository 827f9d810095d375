"""Luck that is shared: each draw is a pure function of seed, future, day and purpose."""

import jax
import jax.numpy as jnp
from jax import Array
from jax.extend.random import threefry2x32_p
from jax.typing import ArrayLike

PURPOSES = (
    "first acts", "second acts", "both clash", "level", "rung", "channel", "tempo",
    "first posture", "second posture",
    "first shadow", "second shadow",
    "same day: first acts", "same day: second acts", "same day: both clash", "same day: level",
    "same day: rung", "same day: channel", "same day: tempo",
)  # fmt: skip
"""What each number of a day is for. A new purpose goes at the end, so that it moves no other."""

ACTS, LEVEL, RUNG, CHANNEL, TEMPO, POSTURE, SHADOW = (
    slice(0, 3),
    3,
    4,
    5,
    6,
    slice(7, 9),
    slice(9, 11),
)
AN_ACT = 7
"""How many numbers an act takes."""

SAME_DAY = 11
"""Where the purposes of a second act on the same day begin, in the order of the first."""


def luck(seed: ArrayLike, futures: Array, day: Array) -> Array:
    """Draw a day's numbers for some futures.

    Parameters
    ----------
    seed : int, or array ()
        The run's seed.
    futures : array of int
        Which futures, by number; a future's luck does not depend on which others are asked.
    day : array ()
        The day, counted from the as-of date.

    Returns
    -------
    array (purposes, *futures.shape)
        Uniform on (0, 1).

    Examples
    --------
    >>> two = luck(1, jnp.arange(2), jnp.int32(5))
    >>> one = luck(1, jnp.arange(1, 2), jnp.int32(5))
    >>> bool((two[:, 1:] == one).all())
    True
    """
    key = jax.random.key_data(jax.random.fold_in(jax.random.key(seed), day))
    pairs = jnp.arange((len(PURPOSES) + 1) // 2, dtype=jnp.uint32)
    counter = jnp.broadcast_arrays(
        futures.astype(jnp.uint32)[None], pairs.reshape((-1,) + (1,) * futures.ndim)
    )
    bits = jnp.concatenate(threefry2x32_p.bind(key[0], key[1], *counter))
    return ((bits[: len(PURPOSES)] >> 9).astype(jnp.float32) + 0.5) * 2.0**-23
