"""What becomes of a salvo: each munition fails in flight, is stopped, or hits."""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array
from jax.scipy.special import gammaln

from offramp.model._prior import normal
from offramp.model._standing_types import Draw

KINDS = ("drone", "cruise", "ballistic", "air-launched", "rocket", "artillery")

_EXPERT = "Judgement; a defender's level is the analyst's own prior."
_FATE = "what becomes of what is launched"

UNDEFENDED = np.array([1.0, 1.0, 0.5, 0.5, 0.5])
"""What of the order of kinds in the log of strikes on Ukraine carries over to another defender:
most ballistic missiles and rockets of that log flew at undefended targets, so half counts."""
SPREAD_BOUNDS = (0.01, 0.9)
"""The correlation between munitions of a night that an exchange can be drawn with."""

PRIORS = (
    normal(
        "exchange.fail", "failing in flight by kind, log-odds",
        [-2.9, -2.4, -1.7, -2.4, -1.7, -2.4], 0.7, _EXPERT, _FATE,
    ),
    normal(
        "exchange.stop-level", "being stopped: the defender's level, log-odds",
        0.8, 0.8, _EXPERT, _FATE,
    ),
    normal(
        "exchange.stop-kind", "being stopped: kinds against drones, log-odds",
        [0.0, 0.3, -1.5, -0.6, -2.7, -3.0], [0.2, 0.3, 0.8, 0.5, 1.0, 1.0],
        "Judgement, in round numbers: drones and cruise missiles are stopped most, ballistic "
        "missiles and rockets least, as in the log of strikes on Ukraine, halved and widened "
        "for ballistic and air-launched missiles and rockets, which there flew mostly at "
        "undefended targets.", _FATE,
    ),
    normal(
        "exchange.spread", "how much munitions of a night share their luck, by kind",
        [0.2, 0.2, 0.5, 0.6, 0.5, 0.5], [0.1, 0.1, 0.15, 0.15, 0.15, 0.15],
        "Judgement, in round numbers: nights differ by far more than a binomial allows, as in "
        "the log of strikes on Ukraine.", _FATE,
    ),
    normal(
        "exchange.notice", "readiness per log(1 + notice in days)",
        0.6, 0.4, "Judgement: warning readies a defence; no dataset at hand codes it.", _FATE,
    ),
    normal(
        "exchange.allies", "readiness per log(1 + allied defenders)",
        0.4, 0.3, "Judgement: allies add layers; no dataset at hand codes it.", _FATE,
    ),
)  # fmt: skip


SINGLY = 512
"""Munitions of one kind that are drawn one at a time; the share has settled by then."""


class Fates(NamedTuple):
    """What became of a salvo in each draw; arrays (kinds, repeats, draws) of counts.

    `ready` (draws,) is the factor on the odds of stopping that warning and allies brought.
    """

    launched: Array
    failed: Array
    stopped: Array
    hit: Array
    ready: Array


def readiness(draw: Draw, notice_days: Array, allies: Array) -> Array:
    """Give the log of the factor on the odds of stopping that warning and allies bring.

    Examples
    --------
    >>> one = {"exchange.notice": jnp.ones(()), "exchange.allies": jnp.zeros(())}
    >>> round(float(readiness(one, jnp.float32(0.0), jnp.float32(3.0))), 2)
    0.0
    """
    return draw["exchange.notice"] * jnp.log1p(notice_days) + draw["exchange.allies"] * jnp.log1p(
        allies
    )


@partial(jax.jit, static_argnames=("repeats",))
def exchange(
    draws: Draw, low: Array, high: Array, notice_days: Array, allies: Array,
    seed: Array, repeats: int = 20,
) -> Fates:  # fmt: skip
    """Draw what becomes of a salvo that the record holds.

    Parameters
    ----------
    draws : Draw
        Parameters; each array has shape (..., draws).
    low, high : array (kinds,)
        How many of each kind were launched, at least and at most, as claimed.
    notice_days, allies : array ()
        Days of warning that the defence had, and allied parties that joined it.
    seed : int or array ()
        Fixes the luck of the draws.
    repeats : int
        Salvoes per parameter draw.

    Returns
    -------
    Fates
        For every draw and repeat, failed + stopped + hit = launched.
    """
    count = draws["exchange.spread"].shape[-1]
    sizes, fails, stops = jax.random.split(jax.random.key(seed), 3)
    # Axes: kinds, repeats, draws.
    of_kinds = {
        name: draws[f"exchange.{name}"][:, None] for name in ("fail", "stop-kind", "spread")
    }
    spread = jnp.clip(of_kinds["spread"], *SPREAD_BOUNDS)
    ready = readiness(draws, notice_days, allies)
    stop = of_kinds["stop-kind"] + draws["exchange.stop-level"] + ready
    share = jax.random.uniform(sizes, (len(KINDS), repeats, count))
    launched = jnp.round(low[:, None, None] + share * (high - low)[:, None, None])
    failed = _beta_binomial(fails, launched, of_kinds["fail"], spread)
    stopped = _beta_binomial(stops, launched - failed, stop, spread)
    hit = launched - failed - stopped
    return Fates(launched, failed, stopped, hit, jnp.exp(ready))


def stopped_log_density(stopped: Array, launched: Array, logit: Array, spread: Array) -> Array:
    """Give the log-probability that so many of a salvo are stopped: a beta-binomial.

    It is what `exchange` draws from, and what learning the shapes of exchanges rests on.

    Parameters
    ----------
    stopped, launched : array
        Whole numbers, with 0 <= stopped <= launched.
    logit : array
        Log-odds that a munition is stopped.
    spread : array
        Correlation between two munitions of one night, above 0 and below 1.

    Returns
    -------
    array
        Of the shape to which the four broadcast.

    Examples
    --------
    >>> even = stopped_log_density(jnp.arange(3.0), 2.0, 0.0, 1 / 3)
    >>> [round(float(chance), 3) for chance in jnp.exp(even)]
    [0.333, 0.333, 0.333]
    """
    stops, hits, both = _urn(logit, spread)
    hit = launched - stopped
    orders = gammaln(launched + 1) - gammaln(stopped + 1) - gammaln(hit + 1)
    return orders + _rising(stops, stopped) + _rising(hits, hit) - _rising(both, launched)


def _urn(logit: Array, spread: Array) -> tuple[Array, Array, Array]:
    """Fill Polya's urn: the balls for "stopped", those for "not stopped", and all of them."""
    size = 1.0 / spread - 1.0
    return jax.nn.sigmoid(logit) * size, jax.nn.sigmoid(-logit) * size, size


def _rising(start: Array, steps: Array) -> Array:
    """Give log(start (start + 1) ... (start + steps - 1))."""
    return gammaln(start + steps) - gammaln(start)


def _beta_binomial(key: Array, count: Array, logit: Array, spread: Array) -> Array:
    """Draw counts that share the luck of their night, one munition at a time.

    A beta-binomial is Polya's urn: each munition that is stopped makes the next likelier to
    be. `spread` is the correlation between two munitions of one night. Beyond `SINGLY`
    munitions the rest shares the luck of those.
    """
    stops, _, both = _urn(logit, spread)
    singly = jnp.minimum(count, SINGLY)

    def one_more(done: Array, stopped: Array) -> Array:
        chance = (stops + stopped) / (both + done)
        number = jax.random.uniform(jax.random.fold_in(key, done), count.shape)
        return stopped + ((number < chance) & (done < singly))

    most = jnp.max(singly).astype(jnp.int32)
    drawn = jax.lax.fori_loop(0, most, one_more, jnp.zeros_like(count))
    return jnp.where(count > SINGLY, jnp.round(drawn * (count / SINGLY)), drawn)
