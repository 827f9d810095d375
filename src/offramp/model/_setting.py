"""What is given on a day and not chosen: signals in force, the sides' traits, hidden states."""

from typing import NamedTuple

import jax.numpy as jnp
from jax import Array

from offramp.history import MUTUAL, SIGNAL_KINDS

SIGNAL_HALF_LIFE = 14.0
"""Days after which a signal weighs half; the associations in ICBe are over 14 days."""

KIND = {name: index for index, name in enumerate(SIGNAL_KINDS)}


class Setting(NamedTuple):
    """What holds on a day; batch axes come last.

    `signals` (kinds, 2) is how much of each kind of signal is in force for each side, from
    0 to 1; `nuclear` and `democracy` (2,) are traits; `resolve` (2,) is what the other
    side believes of a side's readiness to answer with force; `tempo` () is the log of how
    much faster or slower than history this record runs.
    """

    signals: Array
    nuclear: Array
    democracy: Array
    resolve: Array
    tempo: Array


class Hidden(NamedTuple):
    """What cannot be seen: the tempo regime () and each side's posture (2,)."""

    regime: Array
    posture: Array


def signals_on(
    day: Array, sent: Array, kind: Array, side: Array, ends: Array, valid: Array
) -> Array:
    """Weigh the signals in force on a day.

    A signal counts from the day after it was sent and fades with `SIGNAL_HALF_LIFE`, until
    its maker's force makes it good or breaks it. Said
    twice is not twice as strong: strengths combine as one less the product of what is left.

    Parameters
    ----------
    day : array ()
        The day, counted like `sent`.
    sent, kind, side, ends, valid : array (signals,)
        As in `offramp.history.Signals`.

    Returns
    -------
    array (kinds, 2), each in [0, 1]

    Examples
    --------
    >>> one = jnp.ones(1)
    >>> vow = signals_on(jnp.int32(14), 0 * one, 0 * one, 0 * one, 99 * one, one)[0]
    >>> [round(float(x), 2) for x in vow]
    [0.5, 0.0]
    """
    age = day - sent
    strength = jnp.where((age > 0) & (day <= ends), jnp.exp2(-age / SIGNAL_HALF_LIFE), 0.0) * valid
    strength = jnp.minimum(strength, 0.95)
    of_kind = kind[None, :] == jnp.arange(len(SIGNAL_KINDS))[:, None]
    for_side = (side[None, :] == jnp.arange(2)[:, None]) | (side[None, :] == MUTUAL)
    left = jnp.where(
        of_kind[:, None, :] & for_side[None, :, :], jnp.log1p(-strength)[None, None, :], 0.0
    )
    return jnp.abs(jnp.expm1(left.sum(-1)))


def on_force(values: Array) -> Array:
    """Lay a value for each side on the marks of force: its own use of force and, at half, both's.

    Examples
    --------
    >>> on_force(jnp.array([1.0, 3.0])).tolist()
    [0.0, 0.0, 1.0, 0.0, 0.0, 3.0, 2.0, 2.0]
    """
    zero, both = jnp.zeros_like(values[0]), (values[0] + values[1]) / 2
    return jnp.stack([zero, zero, values[0], zero, zero, values[1], both, both])
