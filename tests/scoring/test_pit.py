"""Where outcomes fall in what was said of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from offramp.scoring._pit import COVERED, PIT_BINS, spread


def test_honest_distributions_are_flat_and_cover_what_they_say() -> None:
    luck = np.random.default_rng(0)
    chances = luck.dirichlet(np.ones(9), 40_000)
    outcome = (chances.cumsum(1) < luck.random((40_000, 1))).sum(1)
    where = spread(chances, np.minimum(outcome, 8))
    assert where.histogram() == pytest.approx(1 / PIT_BINS, abs=0.006)
    for share in COVERED:
        assert where.covered(share).mean() == pytest.approx(share, abs=0.01)


def test_too_sure_covers_too_little() -> None:
    luck = np.random.default_rng(0)
    chances = luck.dirichlet(np.ones(9), 20_000)
    outcome = np.minimum((chances.cumsum(1) < luck.random((20_000, 1))).sum(1), 8)
    sharp = chances**3 / (chances**3).sum(1, keepdims=True)
    assert spread(sharp, outcome).covered(0.8).mean() < 0.75


@given(st.integers(0, 8), st.integers(0, 1000))
def test_the_tenths_hold_every_outcome_once(outcome: int, seed: int) -> None:
    chances = np.random.default_rng(seed).dirichlet(np.ones(9), 1)
    assert spread(chances, np.array([outcome])).histogram().sum() == pytest.approx(1)


def test_an_outcome_that_was_ruled_out_lies_at_one_point() -> None:
    where = spread(np.array([[0.5, 0.0, 0.5]]), np.array([1]))
    assert where.low.tolist() == where.high.tolist() == [0.5]
    assert where.covered(0.8).tolist() == [1.0]
    assert where.histogram().sum() == 1


def test_randomising_agrees_with_its_average() -> None:
    luck = np.random.default_rng(2)
    chances = luck.dirichlet(np.ones(4), 50)
    where = spread(chances, luck.integers(0, 4, 50))
    drawn = luck.uniform(where.low, where.high, (20_000, 50))
    inside = ((drawn >= 0.1) & (drawn < 0.9)).mean(0)
    assert where.inside(0.1, 0.9) == pytest.approx(inside, abs=0.02)
