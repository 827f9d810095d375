"""How the stopped share of a kind of munition moves from month to month, and its sampler."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import numpyro
import numpyro.distributions as dist
from jax import Array
from numpyro.distributions.transforms import LowerCholeskyAffine
from numpyro.infer import MCMC, NUTS
from numpyro.infer.reparam import Reparam, TransformReparam

from offramp.model._exchange import stopped_log_density

DENSE = 10.0
"""Reports a month from which on a kind's months speak for themselves."""


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
    drift = by_kind("drift", dist.HalfNormal(1.0))
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
        run = _sampler(kinds, months, sparse, chains, warmup, draws)
        exact = Reports(*(jnp.asarray(part) for part in reports))
        run.run(
            jax.random.key(seed), exact, extra_fields=("diverging", "num_steps", "potential_energy")
        )
        return run.get_samples(group_by_chain=True), run.get_extra_fields(group_by_chain=True)


@cache
def _sampler(
    kinds: int, months: int, sparse: tuple[int, ...], chains: int, warmup: int, draws: int
) -> MCMC:
    # NUTS is quick where each coordinate is about as wide as its neighbour: for kinds with many
    # reports that holds of the months themselves, for the others of the steps between them.
    config: dict[str, Reparam] = {_site(kind): TransformReparam() for kind in sparse}
    model: Callable[..., Any] = numpyro.handlers.reparam(
        partial(monthly_shares, kinds=kinds, months=months), config=config
    )
    return MCMC(
        NUTS(model, target_accept_prob=0.9),
        num_warmup=warmup,
        num_samples=draws,
        num_chains=chains,
        chain_method="vectorized",
        progress_bar=False,
        jit_model_args=True,
    )


def _autoregression(persistence: Array, months: int) -> Array:
    """Give the factor of the correlations of a stationary autoregression, (months, months)."""
    month = jnp.arange(months)
    lag = month[:, None] - month[None, :]
    reach = jnp.where(lag >= 0, persistence ** jnp.maximum(lag, 0), 0.0)
    return reach * jnp.where(month == 0, 1.0, jnp.sqrt(1.0 - persistence**2))


def _site(kind: int) -> str:
    return f"monthly_{kind}"
