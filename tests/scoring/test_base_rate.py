"""Base rates are counts."""

import numpy as np
import pytest

from offramp.history import QUIET, Points
from offramp.scoring._base_rate import DECADE, fit_base_rate, fit_recent_base_rate, share, shares
from offramp.scoring._markov import fit_markov
from scoring._made import made, swapped


def test_shares_of_outcomes(train: Points) -> None:
    rate = fit_base_rate(train)
    weights = train.weights()
    quiet = (weights @ (train.bin == QUIET) + 0.5) / (weights.sum() + 4.5)
    assert rate.when[QUIET] == pytest.approx(quiet)
    evening = weights * train.ends_day
    force = (evening @ train.outcome("force_30") + 0.5) / (evening.sum() + 1)
    assert rate.targets["force_30"] == pytest.approx(force)


def test_the_last_ten_years_alone(train: Points) -> None:
    late = train.where(train.year > train.year.max() - DECADE)
    assert late.count < train.count
    assert (fit_recent_base_rate(train).when == fit_base_rate(late).when).all()
    assert (fit_recent_base_rate(train).when != fit_base_rate(train).when).any()


def test_nothing_that_never_happened_is_ruled_out() -> None:
    assert shares(np.array([1, 1]), np.ones(2), 3).tolist() == [1 / 7, 5 / 7, 1 / 7]
    assert share(np.ones(9), np.ones(9)) == 0.95


@pytest.mark.parametrize("fit", [fit_base_rate, fit_markov])
def test_relabelled_sides_swap(fit, train: Points, scored: Points) -> None:
    def other(points: Points) -> Points:
        mark = np.where((points.mark >= 0) & (points.mark < 6), (points.mark + 3) % 6, points.mark)
        turned = swapped(points.confrontations)
        return Points(turned, points.row, points.gap, points.bin, mark)

    # After a mutual act one looks from the opener, who is a side by what he did, not by name.
    keep = scored.confrontations.mark[scored.row] < 6
    asked = scored.where(keep)
    learned = train.where(train.confrontations.mark[train.row] < 6)
    one, two = fit(learned).predict(asked), fit(other(learned)).predict(other(asked))
    assert np.allclose(one.when, two.when)
    assert np.allclose(one.what, two.what[:, [3, 4, 5, 0, 1, 2, 6, 7]])


def test_made_up_confrontations_are_the_same_each_time() -> None:
    assert (made(20, seed=3).day == made(20, seed=3).day).all()
