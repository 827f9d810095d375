"""What some parameters say of standing points: each from its own past, the mean over several."""

import numpy as np
import pytest

from offramp.history import TARGETS, Points, standing_points
from offramp.learning._coordinates import coordinates
from offramp.learning._predict import Values, predict

from ._made_up import laid, told, vector_of

PAST = [(0, 1), (3, 5), (3, 5), (9, 2), (12, 6), (40, 0), (41, 5)]
SEEN = 4
YEAR = 1980


def values(seed: int) -> Values:
    space = coordinates(YEAR, YEAR)
    found = space.parameters(vector_of(space, seed).astype(np.float32))
    return {name: np.asarray(value) for name, value in found.items()}


@pytest.fixture(scope="module")
def points() -> Points:
    return standing_points(laid(PAST))


def test_chances_are_those_of_the_likelihood(points: Points) -> None:
    found = predict([values(5)], YEAR, points, 0, 0)
    said, _, _ = told(points.confrontations, values(5), YEAR)
    assert found.when == pytest.approx(np.exp(said.when.T), abs=1e-5)
    assert found.what == pytest.approx(np.exp(said.what.T), abs=1e-5)
    assert (found.targets, found.highest) == ({}, None), "no futures were asked for"


@pytest.mark.slow
def test_asked_for_some_points_it_reads_their_past_all_the_same(points: Points) -> None:
    some = points.where(np.isin(points.row, [SEEN, SEEN - 2]))
    found = predict([values(5)], YEAR, some, 0, 0)
    said, _, _ = told(points.confrontations, values(5), YEAR)
    assert found.when == pytest.approx(np.exp(said.when.T[[SEEN - 2, SEEN]]), abs=1e-5)


def test_over_several_sets_it_is_the_mean_of_their_chances(points: Points) -> None:
    both = predict([values(5), values(6)], YEAR, points, 0, 0)
    each = [np.exp(told(points.confrontations, values(s), YEAR)[0].when.T) for s in (5, 6)]
    assert both.when == pytest.approx(np.mean(each, axis=0), abs=1e-5)
    assert both.when.sum(1) == pytest.approx(np.ones(points.count), abs=1e-5)


@pytest.mark.slow
def test_questions_are_answered_on_evenings_only(points: Points) -> None:
    steps: list[tuple[int, int]] = []
    found = predict([values(5), values(6)], YEAR, points, 100, 0, lambda *step: steps.append(step))
    assert set(found.targets) == set(TARGETS)
    assert found.highest is not None
    for share in (*found.targets.values(), found.highest.sum(1)):
        assert np.array_equal(np.isnan(share), ~points.ends_day)
        asked = share[points.ends_day]
        assert ((asked >= 0) & (asked <= 1 + 1e-9)).all()
    assert steps[-1][0] == steps[-1][1]
    again = predict([values(5), values(6)], YEAR, points, 100, 0)
    for name in TARGETS:
        assert np.array_equal(found.targets[name], again.targets[name], equal_nan=True)
