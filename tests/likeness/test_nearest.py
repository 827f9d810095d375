import numpy as np
import pytest

from offramp.answers import Level
from offramp.likeness._nearest import FURTHEST, apart, distances, nearest, share_of, spread


def test_distance_is_in_standard_deviations_over_the_rows() -> None:
    there = np.array([[0.0, 10.0], [2.0, 10.0]])
    gaps = apart(there, np.array([1.0, 10.0]))
    np.testing.assert_allclose(gaps, [[-1.0, 0.0], [1.0, 0.0]])
    np.testing.assert_allclose(distances(gaps), [np.sqrt(0.5)] * 2)


def test_what_lies_far_out_is_clipped() -> None:
    there = np.array([[0.0], [1.0]])
    assert apart(there, np.array([100.0])).min() == -FURTHEST


def test_what_is_not_known_counts_neither_way() -> None:
    there = np.array([[0.0, np.nan], [2.0, 5.0]])
    assert spread(there).tolist() == [1.0, 1.0]
    gaps = apart(there, np.array([0.0, np.nan]))
    assert distances(gaps).tolist() == [0.0, 2.0]


def test_no_crisis_is_counted_often_and_ties_are_decided_by_what_is_told() -> None:
    distance, crisis = np.zeros(4), np.array([1, 1, 1, 2])
    assert nearest(distance, crisis, 9, [np.array([3, 2, 1, 0])]) == [3, 2, 1]
    assert nearest(distance, crisis, 2, [np.array([3, 2, 1, 0])]) == [3, 2]


def test_a_share_is_bounded_by_its_crises_and_not_by_its_moments() -> None:
    told = [True, False] * 10
    many = share_of("x", told, list(range(20)))
    few = share_of("x", told, [n // 2 for n in range(20)])
    assert many is not None
    assert few is not None
    assert many.share == few.share == 0.5
    assert few.high - few.low > many.high - many.low
    assert few.low < few.share < few.high


def test_a_share_stands_beside_the_model_where_it_says_the_same() -> None:
    found = share_of("x", [True, True], [1, 2], Level(0.75, 0.5, 0.9, 0.01))
    assert found is not None
    assert found.apart == pytest.approx(0.25)
    assert share_of("x", [], []) is None
