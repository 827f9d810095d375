"""Standings and settings to put the terms to the test."""

from collections.abc import Callable

import jax
import jax.numpy as jnp
import pytest
from jax import Array

from offramp.history import SIGNAL_KINDS
from offramp.history._deeds import NOT_STATED
from offramp.model import (
    Deed,
    Draw,
    Hidden,
    Parameters,
    Setting,
    Standing,
    all_priors,
    along,
    at_peace,
    happen,
    pass_days,
)

DRAWS = 200


@pytest.fixture(scope="session")
def draws(parameters: Parameters) -> Draw:
    """The shipped parameters with their draws on the last axis."""
    return {
        name: jnp.moveaxis(jnp.asarray(array), 0, -1) for name, array in parameters.values.items()
    }


@pytest.fixture(scope="session")
def centre(draws: Draw) -> Draw:
    """One draw: the mean of all."""
    return {name: array.mean(-1) for name, array in draws.items()}


def deed(mark: int, kind: int = NOT_STATED, **more: float) -> Deed:
    carried = {
        "proxy": 0.0, "sovereign": 0.0, "leader": 0.0, "log_dead": 0.0, "non_state": 0.0,
        "exposed": -1.0, "counts": 1.0, **more,
    }  # fmt: skip
    values = {name: jnp.float32(value) for name, value in carried.items()}
    return Deed(mark=jnp.int32(mark), deed=jnp.int32(kind), **values)


@pytest.fixture(scope="session")
def after(centre: Draw) -> Callable[..., Standing]:
    """Give the standing after some acts, each a mark or a deed, a day apart."""
    one_act, one_day = jax.jit(happen), jax.jit(pass_days)

    def after(*acts: int | Deed, days: int = 0) -> Standing:
        standing = at_peace()
        for each in acts:
            act = each if isinstance(each, Deed) else deed(each)
            standing = one_day(one_act(centre, standing, act), jnp.float32(1.0))
        standing = standing._replace(acted=jnp.zeros(2))
        return one_day(standing, jnp.float32(days))

    return after


def setting(
    nuclear: tuple[int, int] = (0, 0), democracy: tuple[int, int] = (0, 0),
    resolve: tuple[float, float] = (0.5, 0.5), tempo: float = 0.0, **signals: tuple[float, float],
) -> Setting:  # fmt: skip
    """Give a setting; signals by kind, as how much is in force for each side."""
    table = jnp.zeros((len(SIGNAL_KINDS), 2))
    for kind, sides in signals.items():
        table = table.at[SIGNAL_KINDS.index(kind)].set(jnp.array(sides))
    return Setting(
        signals=table,
        nuclear=jnp.array(nuclear, jnp.float32),
        democracy=jnp.array(democracy, jnp.float32),
        resolve=jnp.array(resolve, jnp.float32),
        tempo=jnp.float32(tempo),
    )


def hidden(regime: int = 1, first: int = 1, second: int = 1) -> Hidden:
    return Hidden(jnp.int32(regime), jnp.array([first, second]))


def turned(draw: Draw, name: str, value: float) -> Draw:
    """Turn one parameter, in a draw."""
    changed: Array = jnp.full_like(draw[name], value)
    return {**draw, name: changed}


def as_judged(draw: Draw, *terms: str) -> Draw:
    """Put the parameters of some terms back to the centres of their priors, in every draw."""
    centres = {
        prior.name: jnp.exp(prior.mean) if prior.family == "lognormal" else jnp.asarray(prior.mean)
        for prior in all_priors()
        if prior.name.split(".")[0] in terms
    }
    return {
        **draw,
        **{
            name: jnp.broadcast_to(
                along(value.astype(jnp.float32), draw[name][(0,) * value.ndim]), draw[name].shape
            )
            for name, value in centres.items()
        },
    }
