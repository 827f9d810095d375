import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from offramp.sensitivity import moved
from offramp.sensitivity._spread import variance

DRAWS = 4000


def luck() -> np.random.Generator:
    return np.random.default_rng(3)


def test_shares_of_a_sum_are_found_under_blur() -> None:
    """Two parts with variances 4 and 1, and blur as large as both together."""
    rng = np.random.default_rng(5)
    one, two = 2 * rng.normal(size=DRAWS), rng.normal(size=DRAWS)
    other = rng.permutation(two)
    blur = rng.normal(0, np.sqrt(5), (2, DRAWS))
    # Common luck: the same blur in both runs, and some of its own in each.
    own = rng.normal(0, 1, (2, DRAWS))
    found = moved(one + two + blur, one + other + blur + own, luck())
    assert variance(one + two + blur) == pytest.approx(5, rel=0.1)
    assert found.share == pytest.approx(0.2, abs=0.03)
    assert found.error < 0.02


def test_the_error_is_the_spread_over_samples() -> None:
    rng = np.random.default_rng(6)
    found = []
    for _ in range(200):
        one, two, other = rng.normal(size=(3, 200))
        base, changed = np.tile(one + two, (2, 1)), np.tile(one + other, (2, 1))
        found.append(moved(base, changed, luck()))
    assert np.mean([each.share for each in found]) == pytest.approx(0.5, abs=0.05)
    assert np.mean([each.error for each in found]) == pytest.approx(
        np.std([each.share for each in found]), rel=0.35
    )


def test_what_changes_nothing_carries_nothing() -> None:
    answer = np.random.default_rng(1).normal(size=(2, 50))
    assert moved(answer, answer, luck()) == (0.0, 0.0)


@given(st.lists(st.floats(-1, 1), min_size=4, max_size=40))
def test_no_share_is_below_nothing(values: list[float]) -> None:
    answer = np.array([values, values[::-1]])
    other = np.roll(answer, 1, axis=1)
    found = moved(answer, other, luck())
    assert found.share >= 0.0
    assert found.error >= 0.0


def test_blur_alone_is_no_spread() -> None:
    blur = np.random.default_rng(2).normal(size=(2, DRAWS))
    assert variance(blur) < 0.05
