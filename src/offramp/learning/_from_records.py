"""What records say of the dials: a Laplace posterior from who acted, and at which level."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.resources import files
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import logsumexp

from offramp.learning._told import Told, stacked
from offramp.model import SEED, Parameters, Prior, normal, read

Floats = NDArray[np.float64]
DRAWS = 8
"""Draws of what was learned from history, over which the likelihood is averaged."""

_STEP = 0.05
"""Step of the numerical Hessian; the gradient is in single precision."""

_APART = "exchange."

LIBRARY, WITH_ICBE = "library", "library and icbe"
"""Who taught the dials that ship."""


@dataclass(frozen=True)
class DialPosterior:
    """What some records say of the dials.

    Attributes
    ----------
    priors : tuple of Prior
    mean : array (dials,)
        The likeliest values.
    covariance : array (dials, dials)
        Of the normal that has the posterior's curvature there.
    """

    priors: tuple[Prior, ...]
    mean: Floats
    covariance: Floats

    @property
    def sd(self) -> Floats:
        """The posterior's standard deviations."""
        return np.sqrt(np.diag(self.covariance))

    @property
    def moved(self) -> Floats:
        """How far each mean moved, in the prior's standard deviations."""
        return (self.mean - _means(self.priors)) / _sds(self.priors)

    @property
    def narrowed(self) -> Floats:
        """How much of each prior's variance the records took away."""
        return 1.0 - np.diag(self.covariance) / _sds(self.priors) ** 2

    def draws(self, count: int, seed: int) -> Floats:
        """Draw dials; (count, dials)."""
        rng = np.random.Generator(np.random.Philox(seed))
        root = np.linalg.cholesky(self.covariance)
        return self.mean + rng.standard_normal((count, len(self.mean))) @ root.T


def dials_in_marks(parameters: Parameters) -> tuple[Prior, ...]:
    """List the dials that move who acts and at which level; what salvoes do is no part of it.

    Examples
    --------
    >>> from offramp.model import shipped_parameters
    >>> names = [prior.name for prior in dials_in_marks(shipped_parameters())]
    >>> "limit.own" in names, "exchange.notice" in names
    (True, False)
    """
    return tuple(p for p in parameters.priors if p.is_dial and not p.name.startswith(_APART))


def log_evidence(dials: Any, priors: Sequence[Prior], learned: dict[str, Any], told: Told) -> Any:
    """Give the log-likelihood of who acted and at which level, since the opening.

    Parameters
    ----------
    dials : array (dials,) or (dials, draws)
    priors : sequence of Prior
        Whose dials they are.
    learned : dict of str to array (..., draws)
        Draws of all parameters; those of the dials are replaced.
    told : Told

    Returns
    -------
    array (draws,)
    """
    names = tuple(prior.name for prior in priors)
    return _evidence(dials, names, learned, (told.events, told.signals, told.traits, told.before))


def likeliest(told: Sequence[Told], parameters: Parameters, start: Floats | None = None) -> Floats:
    """Find the likeliest dials, given who acted and at which level in some records.

    When they acted is left out: timing hardly carries from history to records, and a dial that
    holds a side back would be credited with any quiet.

    Parameters
    ----------
    told : sequence of Told
        In one shape; none leaves the priors' means.
    parameters : Parameters
        The learned ones, and the dials' priors.
    start : array (dials,), optional
        Where to begin; the priors' means where left out.

    Returns
    -------
    array (dials,)
        In the order of `dials_in_marks`.
    """
    priors, learned = dials_in_marks(parameters), on_last(parameters, DRAWS)
    means, sds = _means(priors), _sds(priors)
    if not told:
        return means
    evidence = stacked(told)

    def loss(dials: Floats) -> tuple[float, Floats]:
        apart = (dials - means) / sds
        found, gradients = slopes(dials, priors, learned, evidence)
        value = 0.5 * float(apart @ apart) - float(found.sum())
        return value, apart / sds - gradients.sum(0)

    options = {"maxiter": 60, "ftol": 1e-6}
    first = means if start is None else start
    return np.asarray(minimize(loss, first, jac=True, method="L-BFGS-B", options=options).x)


def curvatures(told: Sequence[Told], dials: Floats, parameters: Parameters) -> Floats:
    """Give minus the Hessian of each record's log-likelihood; (records, dials, dials)."""
    priors, learned = dials_in_marks(parameters), on_last(parameters, DRAWS)
    evidence = stacked(told)
    rows: list[Floats] = []
    for n in range(len(dials)):
        step = np.zeros(len(dials))
        step[n] = _STEP
        ahead = slopes(dials + step, priors, learned, evidence)[1]
        behind = slopes(dials - step, priors, learned, evidence)[1]
        rows.append((behind - ahead) / (2 * _STEP))
    hessians = np.array(rows).transpose(1, 0, 2)
    return (hessians + hessians.transpose(0, 2, 1)) / 2


def posterior_of(mean: Floats, curvature: Floats, parameters: Parameters) -> DialPosterior:
    """Put the normal together that has the priors' curvature and the records'.

    Parameters
    ----------
    mean : array (dials,)
    curvature : array (dials, dials)
        Summed over records.
    parameters : Parameters

    Returns
    -------
    DialPosterior
    """
    priors = dials_in_marks(parameters)
    sds = _sds(priors)
    scale = np.outer(sds, sds)
    # Along no direction may records leave a dial wider than its prior: that is a likelihood that
    # bends the wrong way so near its top, and no knowledge.
    values, vectors = np.linalg.eigh(np.eye(len(sds)) + curvature * scale)
    covariance = (vectors / np.maximum(values, 1.0)) @ vectors.T * scale
    return DialPosterior(priors, mean, covariance)


def predictive(told: Told, dials: Floats, parameters: Parameters) -> float:
    """Give the log-likelihood of a record, averaged over draws of the dials; (draws, dials)."""
    priors = dials_in_marks(parameters)
    learned = on_last(parameters, len(dials))
    found = log_evidence(jnp.asarray(dials.T, jnp.float32), priors, learned, told)
    return float(logsumexp(np.asarray(found, float)) - np.log(len(dials)))


@cache
def _taught() -> dict[str, Any]:
    file = files("offramp.learning") / "data" / "dials.json"
    return json.loads(file.read_text("utf-8"))


def library_dials(parameters: Parameters, with_icbe: bool = False) -> Parameters:
    """Put the dials that crises taught in the place of their priors.

    They come from who acted and at which level in the library's records but the one of April
    2024, and where asked for in ICBe's crises of 1995-2002 too;
    ``docs/reference/dials.md`` says what they are worth. For a crisis that taught them they are
    no forecast.

    Parameters
    ----------
    parameters : Parameters
    with_icbe : bool
        Whether ICBe's crises count beside the library's. Its terms (CC BY-NC-SA 4.0) bind what
        is done with these.

    Returns
    -------
    offramp.model.Parameters
        With as many draws as before.

    Examples
    --------
    >>> from offramp.model import shipped_parameters
    >>> taught = library_dials(shipped_parameters())
    >>> bool(taught.values["pressure.weight"].std() < 0.3)
    True
    """
    data = _taught()[WITH_ICBE if with_icbe else LIBRARY]
    by_name = {prior.name: prior for prior in parameters.priors}
    priors = tuple(by_name[name] for name in data["names"])
    found = DialPosterior(priors, np.array(data["mean"]), np.array(data["covariance"]))
    drawn = found.draws(parameters.count, SEED).astype(np.float32)
    values = {name: drawn[:, n] for n, name in enumerate(data["names"])}
    basis = f"Its prior, and who acted at which level in {data['records']} records of the library"
    basis += f" and {data['icbe']} crises of ICBe." if data["icbe"] else "."
    taught = {
        p.name: normal(p.name, p.label, found.mean[n], found.sd[n], basis, p.acts_on)
        for n, p in enumerate(priors)
    }
    return replace(
        parameters,
        values={**parameters.values, **values},
        priors=tuple(taught.get(prior.name, prior) for prior in parameters.priors),
    )


def on_last(parameters: Parameters, count: int) -> dict[str, Any]:
    """Give the first draws, over again where there are fewer, with the draws on the last axis."""
    which = np.arange(count) % parameters.count
    values = parameters.values.items()
    return {name: jnp.asarray(np.moveaxis(array[which], 0, -1)) for name, array in values}


def slopes(
    dials: Floats, priors: tuple[Prior, ...], learned: dict[str, Any], evidence: Any
) -> tuple[Floats, Floats]:
    """Give crises' log-likelihoods, averaged over what was learned, and their gradients.

    Parameters
    ----------
    dials : array (dials,)
    priors : tuple of Prior
        Whose dials they are.
    learned : dict of str to array (..., draws)
    evidence : tuple
        From `stacked`.

    Returns
    -------
    array (crises,), array (crises, dials)
    """
    names = tuple(prior.name for prior in priors)
    values, gradients = _slopes(jnp.asarray(dials, jnp.float32), names, learned, evidence)
    return np.asarray(values, float), np.asarray(gradients, float)


@partial(jax.jit, static_argnums=1)
def _slopes(dials: Any, names: tuple[str, ...], learned: dict[str, Any], evidence: Any) -> Any:
    def mean(values: Any, told: Any) -> Any:
        found = _evidence(values, names, learned, told)
        return jax.nn.logsumexp(found) - jnp.log(float(found.shape[0]))

    return jax.vmap(jax.value_and_grad(mean), (None, 0))(dials, evidence)


def _evidence(dials: Any, names: tuple[str, ...], learned: dict[str, Any], told: Any) -> Any:
    events, signals, traits, before = told
    shape = learned["tempo.initial"].shape[-1:]
    held = {name: jnp.broadcast_to(dials[n], shape) for n, name in enumerate(names)}
    seen = read({**learned, **held}, events, signals, traits).evidence
    return seen[-1] - jnp.where(before >= 0, seen[before], 0.0)


def _means(priors: Sequence[Prior]) -> Floats:
    return np.array([float(prior.mean) for prior in priors])


def _sds(priors: Sequence[Prior]) -> Floats:
    return np.array([float(prior.sd) for prior in priors])
