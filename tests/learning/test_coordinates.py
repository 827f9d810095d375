"""The parameters as one vector of standard normals."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from offramp.learning._coordinates import APART, WALKS, Coordinates, coordinates
from offramp.model import TERMS, WALK_SD

COUNT = 4000
YEARS = (1980, 1986)


@pytest.fixture(scope="module")
def space() -> Coordinates:
    return coordinates(*YEARS)


@pytest.fixture(scope="module")
def draws(space: Coordinates) -> dict[str, np.ndarray]:
    """Parameters by name, (COUNT, ...), of vectors from the prior."""
    vectors = np.random.default_rng(0).standard_normal((COUNT, space.size)).astype(np.float32)
    found = jax.jit(jax.vmap(space.parameters))(vectors)
    return {name: np.asarray(value, float) for name, value in found.items()}


def test_all_of_the_rate_and_the_choice_is_learned_and_no_dial(space: Coordinates) -> None:
    taught = {p.name for t in TERMS if t.part in ("rate", "choice") for p in t.priors}
    assert set(space.slices) == taught - set(APART)
    assert set(WALKS) <= taught


def test_each_coordinate_belongs_to_one_parameter(space: Coordinates) -> None:
    owned = np.concatenate([np.arange(part.start, part.stop) for part in space.slices.values()])
    assert sorted(owned.tolist()) == list(range(space.size))


def test_normal_vectors_give_the_priors_mean_and_spread(
    space: Coordinates, draws: dict[str, np.ndarray]
) -> None:
    for prior in space.priors:
        values = draws[prior.name]
        assert values.shape == (COUNT, *prior.mean.shape)
        if prior.family == "lognormal":
            assert values.min() > 0
            values = np.log(values)
        error = prior.sd / np.sqrt(COUNT)
        assert (np.abs(values.mean(0) - prior.mean) <= 5 * error + 1e-6).all(), prior.name
        assert values.std(0) == pytest.approx(prior.sd, rel=0.07, abs=1e-6), prior.name


def test_at_nought_stands_the_centre_of_the_prior(space: Coordinates) -> None:
    found = space.parameters(jnp.zeros(space.size))
    for prior in space.priors:
        centre = np.exp(prior.mean) if prior.family == "lognormal" else prior.mean
        assert np.allclose(found[prior.name], centre, rtol=1e-5), prior.name
    for name in WALKS:
        assert not np.asarray(found[name]).any()


@pytest.mark.parametrize("name", list(WALKS))
def test_what_walks_starts_wide_and_spreads_year_by_year(
    name: str, draws: dict[str, np.ndarray]
) -> None:
    first, step = WALKS[name]
    path = draws[name]
    span = YEARS[1] - YEARS[0] + 1
    assert path.shape == (COUNT, span)
    assert path.std(0) == pytest.approx(np.sqrt(first**2 + step**2 * np.arange(span)), rel=0.07)
    steps = np.diff(path, axis=1)
    assert steps.std(0) == pytest.approx(np.full(span - 1, step), rel=0.07)
    together = np.corrcoef(np.column_stack([path[:, :1], steps]).T)
    assert np.abs(together - np.eye(span)).max() < 0.08, "each year has luck of its own"


def test_the_pace_walks_as_the_model_says() -> None:
    assert WALKS["pace.era"][1] == WALKS["early.ratio"][1] == WALK_SD


def test_a_year_alone_has_no_step() -> None:
    alone = coordinates(1990, 1990)
    assert alone.span == 1
    vector = np.zeros(alone.size)
    vector[alone.slices["pace.era"]] = 2.0
    assert np.asarray(alone.parameters(vector)["pace.era"]).tolist() == [1.0]


def test_the_last_year_is_what_ships(space: Coordinates) -> None:
    vector = np.random.default_rng(3).standard_normal(space.size)
    whole, last = space.parameters(vector), space.last(vector)
    assert set(whole) == set(last)
    for name, value in last.items():
        path = np.asarray(whole[name])
        assert np.allclose(value, path[-1] if name in WALKS else path, rtol=1e-5), name
        assert value.dtype == np.float32
    shapes = {p.name: p.mean.shape for t in TERMS for p in t.priors}
    assert all(last[name].shape == shapes[name] for name in last)


def test_one_more_year_moves_no_parameter_that_does_not_walk() -> None:
    short, long = coordinates(1980, 1985), coordinates(1980, 1986)
    assert long.size - short.size == len(WALKS)
    for prior in short.priors:
        assert short.slices[prior.name] == long.slices[prior.name]


def test_what_is_tied_stays_at_nothing() -> None:
    free, tied = coordinates(*YEARS), coordinates(*YEARS, tied=("posture.level", "tempo.regime"))
    assert tied.size == free.size
    vector = np.random.default_rng(3).standard_normal(free.size)
    one, other = free.parameters(vector), tied.parameters(vector)
    for name in one:
        if name in ("posture.level", "tempo.regime"):
            assert not np.asarray(other[name]).any()
        else:
            assert np.array_equal(one[name], other[name]), name
