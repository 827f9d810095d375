"""The pool averages joint chances."""

from dataclasses import replace

import numpy as np
import pytest

from offramp.history import Points
from offramp.scoring._losses import losses
from offramp.scoring._pool import best_share, pooled
from offramp.scoring._predictions import checked
from scoring._said import constant, noisy, perfect


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_the_chance_of_when_and_what_together_is_the_mean(share: float, scored: Points) -> None:
    one, other = noisy(scored, 1), noisy(scored, 2)
    both = checked(pooled(one, other, scored, share), scored, "pool")

    def joint(said):
        rows = np.arange(scored.count)
        then = said.when[rows, scored.bin]
        return np.where(scored.comes, then * said.what[rows, np.maximum(scored.mark, 0)], then)

    assert joint(both) == pytest.approx(share * joint(one) + (1 - share) * joint(other))


def test_who_held_it_likelier_then_has_more_say_in_what(scored: Points) -> None:
    one, other = perfect(scored), constant(scored)
    both = pooled(one, other, scored, 0.5)
    rows = np.flatnonzero(scored.comes)
    assert both.what[rows, scored.mark[rows]] == pytest.approx((1 + 1 / 72) / (1 + 1 / 9))


def test_all_of_one_is_that_one(scored: Points) -> None:
    one, other = noisy(scored, 1), noisy(scored, 2)
    alone = pooled(one, other, scored, 1.0)
    assert np.allclose(alone.when, one.when)
    assert np.allclose(alone.what, one.what)
    assert alone.targets["quiet_60"] == pytest.approx(one.targets["quiet_60"])


def test_the_better_gets_the_larger_share(scored: Points) -> None:
    assert best_share(perfect(scored), constant(scored), scored) == 1.0
    assert best_share(constant(scored), perfect(scored), scored) == 0.0


def test_two_that_err_apart_are_better_together(scored: Points) -> None:
    one, other = noisy(scored, 1), noisy(scored, 2)
    share = best_share(one, other, scored)
    assert 0 < share < 1
    both = losses(pooled(one, other, scored, share), scored)["joint"].mean()
    assert both < min(losses(said, scored)["joint"].mean() for said in (one, other))


def test_what_one_does_not_say_the_pool_does_not_say(scored: Points) -> None:
    silent = replace(noisy(scored), highest=None)
    assert pooled(silent, noisy(scored), scored, 0.5).highest is None
