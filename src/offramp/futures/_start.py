"""Where futures start: what a history says, under each draw of the parameters."""

import zlib
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array
from numpy.typing import NDArray
from scipy.special import gammaincinv, ndtr

from offramp.history import History, Signals
from offramp.model import (
    Beliefs,
    Draw,
    Parameters,
    Standing,
    Traits,
    after_silence,
    pace_shape,
    read_last,
    resolve,
    setting_at,
)


class Start(NamedTuple):
    """The standing and beliefs at the as-of date; the last axis runs over parameter draws.

    `rungs` (rungs, 3, 4) and `channels` (3, 2) are shares along their first axis, by
    actor and level; `shadow` (2,) is each side's shadow acts per day.
    """

    standing: Standing
    regime: Array
    posture: Array
    resolve: Array
    tempo: Array
    rungs: Any
    channels: Any
    shadow: Array


SHADOW_PRIOR = (0.5, 30.0)
"""Gamma prior of a side's shadow acts per day, where a pair wages a shadow war: half an act in
thirty days, soon outweighed."""


def begin(history: History, parameters: Parameters) -> Start:
    """Read a history and stand at its as-of date.

    Parameters
    ----------
    history : History
    parameters : Parameters

    Returns
    -------
    Start
    """
    values = on_last_axis(parameters)
    traits = Traits(history.nuclear, history.democracy)
    now = read_last(values, history.events, history.signals, traits)
    regime, expected, resolved = _now(values, now, history.signals, traits)
    count = parameters.count
    shape = pace_shape((history.as_of - parameters.until).days / 365.25)
    pace = gammaincinv(
        shape + np.asarray(now.acts, float), ndtr(np.asarray(parameters.values["pace.luck"], float))
    ) / (shape + np.asarray(expected, float))
    return Start(
        standing=now.standing,
        regime=regime,
        posture=now.posture,
        resolve=resolved,
        tempo=values["pace.era"] + np.log(pace).astype(np.float32),
        rungs=_dirichlet("rungs", np.moveaxis(history.rungs.weights, -1, 0), count),
        channels=_dirichlet("channels", history.rungs.channels.T, count),
        shadow=_shadow(history, count),
    )


def _shadow(history: History, count: int) -> Array:
    """Draw each side's shadow acts per day; none where the pair wages no shadow war."""
    if history.rungs.usual is None:
        return jnp.zeros((2, count), jnp.float32)
    prior, span = SHADOW_PRIOR
    acts = prior + history.shadow_acts[:, None]
    days = span + history.shadow_days
    return jnp.asarray(gammaincinv(acts, _quantiles("shadow", (2, count))) / days, jnp.float32)


def on_last_axis(parameters: Parameters) -> Draw:
    """Give the parameters as the model takes them, with the draws on the last axis."""
    values = parameters.values.items()
    return {name: np.ascontiguousarray(np.moveaxis(array, 0, -1)) for name, array in values}


@jax.jit
def _now(
    values: Draw, now: Beliefs, signals: Signals, traits: Traits
) -> tuple[Array, Array, Array]:
    """Take in the silence since the last act, and say how resolved each side seems."""
    setting = setting_at(jnp.int32(0), signals, traits, now.posture, values["pace.era"])
    regime, expected = after_silence(values, now, setting)
    return regime, expected, resolve(now.posture)


def _quantiles(name: str, shape: tuple[int, ...]) -> NDArray[np.float64]:
    """Give fixed uniforms by purpose, so that a changed count moves a share and not the luck."""
    return np.random.Generator(np.random.Philox([20, zlib.crc32(name.encode())])).random(shape)


def _dirichlet(name: str, weights: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """Draw shares along the first axis; weights of 0 stay out."""
    wide = np.broadcast_to(weights[..., None], (*weights.shape, count))
    parts = gammaincinv(np.maximum(wide, 1e-6), _quantiles(name, wide.shape))
    parts = np.where(wide > 0, np.maximum(parts, 1e-12), 0.0)
    return (parts / np.maximum(parts.sum(0), 1e-12)).astype(np.float32)
