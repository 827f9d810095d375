"""How the stopped share of a kind of munition moves from month to month, and its sampler."""

import math
from collections.abc import Callable
from functools import cache, partial
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import numpyro
import numpyro.distributions as dist
from jax import Array
from jax.flatten_util import ravel_pytree
from numpyro.distributions.transforms import LowerCholeskyAffine
from numpyro.infer.hmc import hmc
from numpyro.infer.reparam import Reparam, TransformReparam
from numpyro.infer.util import initialize_model

from offramp.model._exchange import stopped_log_density

TOLD = ("diverging", "num_steps", "potential_energy")

DENSE = 10.0
"""Reports a month from which on a kind's months speak for themselves."""

DRIFT = (math.log(0.7), 0.6)
"""Mean and width of the log of how far months stray: nine in ten between 0.26 and 1.9 in log-odds.

It leaves out drifts near 0, which NUTS does not reach where it samples the months themselves.
"""


class Reports(NamedTuple):
    """Reports as the sampler takes them; arrays (reports,).

    `month` counts from the first. `known` is 1 for what is learned from and 0 for the rest,
    so that one compilation serves every cut.
    """

    kind: Any
    month: Any
    launched: Any
    stopped: Any
    known: Any


def monthly_shares(reports: Reports, kinds: int, months: int) -> None:
    """Say how reports come about, in NumPyro's terms.

    The log-odds of being stopped have a level by kind, and stray from it as an autoregression
    from month to month. Within a month the munitions of a night share their luck.

    Parameters
    ----------
    reports : Reports
    kinds, months : int
    """

    def by_kind(name: str, prior: dist.Distribution) -> Array:
        return jnp.asarray(numpyro.sample(name, prior.expand([kinds]).to_event(1)))

    level = by_kind("level", dist.Normal(0.0, 2.0))
    drift = by_kind("drift", dist.LogNormal(*DRIFT))
    spread = jax.nn.sigmoid(by_kind("spread_logit", dist.Normal(-1.0, 1.0)))
    persistence = jnp.asarray(numpyro.sample("persistence", dist.Beta(2.0, 1.0)))
    shape = _autoregression(persistence, months)
    steps = dist.Normal(0.0, 1.0).expand([months]).to_event(1)
    monthly = jnp.stack(
        [
            numpyro.sample(
                _site(kind),
                dist.TransformedDistribution(
                    steps,
                    LowerCholeskyAffine(jnp.full(months, level[kind]), drift[kind] * shape),
                ),
            )
            for kind in range(kinds)
        ]
    )
    numpyro.deterministic("spread", spread)
    numpyro.deterministic("monthly", monthly)
    likely = stopped_log_density(
        reports.stopped, reports.launched,
        monthly[reports.kind, reports.month], spread[reports.kind],
    )  # fmt: skip
    numpyro.factor("reports", (reports.known * likely).sum())


def sample(
    reports: Reports, seed: int, kinds: int, months: int, chains: int, warmup: int, draws: int
) -> tuple[dict[str, Array], dict[str, Array]]:
    """Draw from the posterior by NUTS, in double precision.

    Returns
    -------
    tuple of dict
        Draws by name, arrays (chains, draws, ...), and the sampler's own statistics.
    """
    counts = np.bincount(reports.kind, reports.known, kinds)
    span = 1 + np.max(reports.month, where=reports.known > 0, initial=0)
    sparse = tuple(int(kind) for kind in np.flatnonzero(counts < DENSE * span))
    with jax.enable_x64(True):
        exact = Reports(*(jnp.asarray(part) for part in reports))
        run = _sampler(kinds, months, sparse, warmup, draws)
        return run(jax.random.split(jax.random.key(seed), chains), exact)


Sampler = Callable[[Array, Reports], tuple[dict[str, Array], dict[str, Array]]]


@cache
def _sampler(kinds: int, months: int, sparse: tuple[int, ...], warmup: int, draws: int) -> Sampler:
    # NUTS is quick where each coordinate is about as wide as its neighbour: for kinds with many
    # reports that holds of the months themselves, for the others of the steps between them.
    config: dict[str, Reparam] = {_site(kind): TransformReparam() for kind in sparse}
    model: Callable[..., Any] = numpyro.handlers.reparam(
        partial(monthly_shares, kinds=kinds, months=months), config=config
    )
    # `MCMC.run` would trace the model anew for every cut; the kernels need it once.
    any_report = Reports(*(jnp.zeros(1, int),) * 2, *jnp.zeros((3, 1)))
    traced: Any = initialize_model(
        jax.random.key(0), model, dynamic_args=True, model_args=(any_report,)
    )
    start, step = hmc(potential_fn_gen=traced.potential_fn, algo="NUTS")
    flat, shaped = ravel_pytree(traced.param_info.z)

    def one_chain(key: Array, reports: Reports) -> tuple[dict[str, Array], dict[str, Array]]:
        place, luck = jax.random.split(key)

        def next_draw(state: Any, _: None) -> tuple[Any, tuple[Any, dict[str, Array]]]:
            state = step(state, (reports,))
            return state, (state.z, {name: getattr(state, name) for name in TOLD})

        state = start(
            shaped(jax.random.uniform(place, flat.shape, minval=-2.0, maxval=2.0)),
            warmup, target_accept_prob=0.9, model_args=(reports,), rng_key=luck,
        )  # fmt: skip
        state = jax.lax.fori_loop(0, warmup, lambda _, state: step(state, (reports,)), state)
        _, (places, stats) = jax.lax.scan(next_draw, state, None, draws)
        return jax.vmap(traced.postprocess_fn(reports))(places), stats

    return jax.jit(jax.vmap(one_chain, in_axes=(0, None)))


def _autoregression(persistence: Array, months: int) -> Array:
    """Give the factor of the correlations of a stationary autoregression, (months, months)."""
    month = jnp.arange(months)
    lag = month[:, None] - month[None, :]
    reach = jnp.where(lag >= 0, persistence ** jnp.maximum(lag, 0), 0.0)
    return reach * jnp.where(month == 0, 1.0, jnp.sqrt(1.0 - persistence**2))


def _site(kind: int) -> str:
    return f"monthly_{kind}"
