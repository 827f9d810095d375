"""The likeliest parameters: pulled by the prior where the data are silent."""

import jax.numpy as jnp
import numpy as np
import pytest

from offramp.learning import Prepared


@pytest.fixture(scope="module")
def nothing(prepared: Prepared) -> np.ndarray:
    return np.zeros(prepared.points.count)


def elsewhere(prepared: Prepared, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal(prepared.space.size)


# With a stand-in for the model: where the climb begins, ends and how often it tells.


def test_it_climbs_to_where_data_and_prior_balance(stand_in: Prepared) -> None:
    weights, centre = np.linspace(0.1, 2.0, stand_in.points.count), elsewhere(stand_in, 2)
    found = stand_in.objective.climb(weights, centre)
    _, slope = stand_in.objective.value(
        jnp.asarray(found), jnp.asarray(weights), jnp.asarray(centre)
    )
    assert np.abs(slope).max() < 1e-2
    # Without data one comes to wherever the prior is centred, at nought where nothing is said.
    none = np.zeros_like(weights)
    assert stand_in.objective.climb(none, centre) == pytest.approx(centre, abs=1e-3)
    away = elsewhere(stand_in, 3)
    assert np.abs(stand_in.objective.climb(none, start=away)).max() < 1e-3


def test_it_tells_each_round_and_makes_no_more_than_it_may(stand_in: Prepared) -> None:
    told: list[int] = []
    weights = np.linspace(0.1, 2.0, stand_in.points.count)
    stand_in.objective.climb(weights, most=1, progress=told.append)
    assert told == [1]
    stand_in.objective.climb(weights, progress=told.append)
    assert told[1:] == list(range(1, len(told)))


# With the model's own objective.


@pytest.mark.slow
def test_without_data_one_comes_back_to_the_centre_of_the_prior(
    prepared: Prepared, nothing: np.ndarray
) -> None:
    found = prepared.objective.climb(nothing, start=elsewhere(prepared, 1))
    assert np.abs(found).max() < 1e-3


@pytest.mark.slow
def test_without_data_one_comes_to_wherever_the_prior_is_centred(
    prepared: Prepared, nothing: np.ndarray
) -> None:
    centre = elsewhere(prepared, 2)
    found = prepared.objective.climb(nothing, centre, start=elsewhere(prepared, 1))
    assert found == pytest.approx(centre, abs=1e-3)


def value(prepared: Prepared, vector: np.ndarray, weights: np.ndarray) -> float:
    whole, _ = prepared.objective.value(
        vector.astype(np.float32), weights.astype(np.float32),
        np.zeros(prepared.space.size, np.float32),
    )  # fmt: skip
    return float(whole)


@pytest.mark.slow
def test_the_climb_goes_uphill_and_tells_each_step(prepared: Prepared) -> None:
    weights, told = np.ones(prepared.points.count), list[int]()
    found = prepared.objective.climb(weights, most=15, progress=told.append)
    assert value(prepared, found, weights) < value(prepared, np.zeros_like(found), weights) - 1.0
    assert told == list(range(1, len(told) + 1))
    assert 1 <= len(told) <= 15


@pytest.mark.slow
def test_the_slope_is_that_of_the_loss(prepared: Prepared) -> None:
    """Against differences, along some directions."""
    weights, at = np.ones(prepared.points.count), 0.3 * elsewhere(prepared, 3)
    _, slope = prepared.objective.value(
        at.astype(np.float32), weights.astype(np.float32), np.zeros(len(at), np.float32)
    )
    for seed in (4, 5, 6):
        way = elsewhere(prepared, seed)
        way /= np.linalg.norm(way)
        rise = value(prepared, at + 0.05 * way, weights) - value(prepared, at - 0.05 * way, weights)
        assert float(np.asarray(slope) @ way) == pytest.approx(rise / 0.1, abs=0.05)


@pytest.mark.slow
def test_what_is_weighed_more_is_fitted_better(prepared: Prepared) -> None:
    count = prepared.points.count
    one = np.arange(count) < count // 2
    first, second = (
        prepared.objective.climb(np.where(own, 5.0, 0.0), most=15) for own in (one, ~one)
    )
    weights = np.where(one, 5.0, 0.0)
    assert value(prepared, first, weights) < value(prepared, second, weights)
