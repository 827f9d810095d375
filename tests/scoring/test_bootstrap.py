"""Intervals from drawing crises again."""

import numpy as np
import pytest

from offramp.history import Points
from offramp.scoring import Bootstrap
from offramp.scoring._differences import differences
from offramp.scoring._losses import MEASURES, losses
from scoring._said import constant, noisy, perfect


def test_equal_forecasters_differ_by_nothing(scored: Points) -> None:
    lost = losses(noisy(scored), scored)
    found = differences(lost, lost, scored, Bootstrap(scored, 200))
    for measure in MEASURES:
        for interval in (found[measure].event, found[measure].confrontation):
            assert (interval.mean, interval.low, interval.high) == (0, 0, 0)
            assert not interval.excludes_zero


def test_the_perfect_beats_the_constant_in_every_draw(scored: Points) -> None:
    ours, theirs = losses(perfect(scored), scored), losses(constant(scored), scored)
    found = differences(ours, theirs, scored, Bootstrap(scored, 200))
    assert all(found[measure].event.high < 0 for measure in MEASURES)
    assert found["when"].confrontation.low == pytest.approx(-np.log(9))


def test_differences_turn_round_with_the_forecasters(scored: Points) -> None:
    one, other = losses(noisy(scored), scored), losses(constant(scored), scored)
    draws = Bootstrap(scored, 200)
    ahead, back = (differences(*pair, scored, draws)["joint"].event
                   for pair in ((one, other), (other, one)))  # fmt: skip
    assert ahead.mean == pytest.approx(-back.mean)
    assert ahead.low == pytest.approx(-back.high)


def test_points_of_one_crisis_are_drawn_together(scored: Points) -> None:
    """What differs between crises alone has the standard error of a mean over crises."""
    _, crisis = np.unique(scored.cluster, return_inverse=True)
    luck = np.random.default_rng(1).normal(size=crisis.max() + 1)
    found = Bootstrap(scored, 4000).intervals(luck[crisis]).event
    counts = np.bincount(crisis)
    error = np.sqrt((counts**2 * (luck - found.mean) ** 2).sum()) / counts.sum()
    assert found.high - found.low == pytest.approx(2 * 1.96 * error, rel=0.25)
    as_if_alone = luck[crisis].std() / np.sqrt(scored.count)
    assert found.high - found.low > 2 * 1.96 * as_if_alone * 1.3


def test_the_same_seed_gives_the_same_interval(scored: Points) -> None:
    lost = losses(noisy(scored), scored)["when"]
    one, same, other = (Bootstrap(scored, 100, seed).intervals(lost) for seed in (1, 1, 2))
    assert one == same
    assert one.event.low != other.event.low


def test_draws_without_any_point_are_left_out(scored: Points) -> None:
    keep = scored.cluster == scored.cluster[0]
    found = Bootstrap(scored, 50).intervals(np.ones(scored.count), keep)
    assert (found.event.low, found.event.high) == (1, 1)
    empty = Bootstrap(scored, 50).intervals(np.ones(scored.count), keep & ~keep)
    assert np.isnan(empty.event.low)
