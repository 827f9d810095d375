import jax
import jax.numpy as jnp
import numpy as np
import pytest

from offramp.futures._luck import (
    ACTS,
    CHANNEL,
    LEVEL,
    POSTURE,
    PURPOSES,
    RUNG,
    SAME_DAY,
    SHADOW,
    TEMPO,
    luck,
)

drawn = jax.jit(luck)
FUTURES = jnp.arange(5000, dtype=jnp.int32).reshape(25, 200)


def numbers(seed: int = 0, day: int = 1) -> np.ndarray:
    return np.asarray(drawn(jnp.int32(seed), FUTURES, jnp.int32(day)))


def test_each_purpose_has_uniform_numbers_of_its_own() -> None:
    found = numbers().reshape(len(PURPOSES), -1)
    assert found.min() > 0 and found.max() < 1
    assert found.mean(1) == pytest.approx(np.full(len(PURPOSES), 0.5), abs=0.02)
    assert found.var(1) == pytest.approx(np.full(len(PURPOSES), 1 / 12), rel=0.06)
    related = np.corrcoef(found) - np.eye(len(PURPOSES))
    assert np.abs(related).max() < 0.07


def test_days_seeds_and_futures_share_no_luck() -> None:
    base = numbers()
    for other in (numbers(day=2), numbers(seed=1)):
        assert abs(np.corrcoef(base.ravel(), other.ravel())[0, 1]) < 0.02
        assert (base == other).mean() < 0.001
    assert len(np.unique(base[0])) > 4990


def test_a_futures_luck_does_not_hang_on_which_others_are_asked() -> None:
    few = luck(jnp.int32(3), jnp.array([17, 4]), jnp.int32(9))
    many = luck(jnp.int32(3), jnp.arange(20), jnp.int32(9))
    assert np.array_equal(few, many[:, jnp.array([17, 4])])


def test_every_number_has_its_purpose() -> None:
    where = np.arange(len(PURPOSES))
    own = [ACTS, LEVEL, RUNG, CHANNEL, TEMPO]
    first = np.concatenate([np.atleast_1d(where[part]) for part in own])
    second = np.concatenate([np.atleast_1d(where[SAME_DAY:][part]) for part in own])
    rest = np.concatenate([where[POSTURE], where[SHADOW]])
    assert sorted([*first, *second, *rest]) == where.tolist()
    for one, other in zip(first, second, strict=True):
        assert PURPOSES[other] == f"same day: {PURPOSES[one]}"
