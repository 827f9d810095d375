"""Every mechanism: switched off it moves nothing, and it leaves the others alone."""

from collections.abc import Callable

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from offramp._errors import UsageError
from offramp.model import (
    MECHANISMS,
    TERMS,
    Parameters,
    Standing,
    contributions,
    readiness,
    switched_off,
)

from .conftest import deed, hidden, setting

OFF = sorted({name for mechanism in MECHANISMS for name in mechanism.terms})
IN_LEDGER = [name for name in OFF if name in {term.name for term in TERMS}]

parts = jax.jit(contributions)


def scene(after: Callable[..., Standing]) -> tuple:
    """A moment in which every term has something to say."""
    struck = after(
        2, 5, deed(4), deed(5, sovereign=1.0, leader=1.0, log_dead=2.0, non_state=1.0, exposed=0.8)
    )
    struck = struck._replace(last_deed=jnp.int32(11), k=jnp.int32(2))
    kinds = (
        "vow", "demand", "notice", "limit", "ceasefire", "mediation", "restraint", "backing",
        "framing", "withheld",
    )  # fmt: skip
    every = dict.fromkeys(kinds, (0.6, 0.4))
    said = setting(nuclear=(1, 0), democracy=(0, 1), resolve=(0.9, 0.8), **every)
    return struck, hidden(0, 2, 0), said


def centre(parameters: Parameters) -> dict[str, jnp.ndarray]:
    """One draw that is no mean: means of dials round zero would say nothing."""
    return {name: jnp.asarray(values[0]) for name, values in parameters.values.items()}


def test_there_are_twenty_and_each_is_seen_somewhere() -> None:
    assert [mechanism.number for mechanism in MECHANISMS] == list(range(1, 21))
    assert all(mechanism.terms or mechanism.where for mechanism in MECHANISMS)


def test_every_term_that_is_not_base_belongs_to_a_mechanism() -> None:
    assert {term.name for term in TERMS if term.group != "base"} <= set(OFF)


@pytest.mark.parametrize("name", IN_LEDGER)
def test_a_term_that_is_off_says_nothing_and_changes_no_other(
    name: str, parameters: Parameters, after: Callable[..., Standing]
) -> None:
    at = scene(after)
    on = parts(centre(parameters), *at)
    off = parts(centre(switched_off(parameters, name)), *at)
    assert np.abs(on[name]).max() > 0, "the scene gives the term something to say"
    assert np.abs(off[name]).max() == 0
    for other in set(on) - {name, "share"}:
        assert np.array_equal(on[other], off[other])


def test_without_provocations_weights_an_act_weighs_by_its_level(
    parameters: Parameters, after: Callable[..., Standing]
) -> None:
    off = switched_off(parameters, "provocation")
    assert (off.values["provocation.proxy"] == 1).all()
    assert (off.values["provocation.sovereign"] == 0).all()
    assert (off.values["limit.own"] == parameters.values["limit.own"]).all()


def test_without_readiness_notice_and_allies_do_nothing(parameters: Parameters) -> None:
    days, allies = jnp.float32(3.0), jnp.float32(2.0)
    assert float(readiness(centre(parameters), days, allies)) != 0
    assert float(readiness(centre(switched_off(parameters, "readiness")), days, allies)) == 0


def test_what_is_off_is_told(parameters: Parameters) -> None:
    assert "Switched off: fear" in switched_off(parameters, "fear").basis


@pytest.mark.parametrize("name", ["tempo", "momentun", ""])
def test_what_cannot_be_switched_off_is_told(name: str, parameters: Parameters) -> None:
    with pytest.raises(UsageError, match=r"Terms are: .*momentum"):
        switched_off(parameters, name)
