"""Means per event and per confrontation."""

import numpy as np
import pytest

from offramp.history import Points
from offramp.scoring._means import equal_shares, mean_of


def test_long_confrontations_weigh_more_per_event_only(scored: Points) -> None:
    number, counts = np.unique(scored.confrontation, return_counts=True)
    longest = number[np.argmax(counts)]
    lost = (scored.confrontation == longest).astype(float)
    mean = mean_of(lost, scored)
    assert mean.event == pytest.approx(counts.max() / scored.count)
    assert mean.confrontation == pytest.approx(1 / len(number))


def test_over_some_points_only_their_confrontations_count(scored: Points) -> None:
    keep = scored.confrontation == scored.confrontation[0]
    mean = mean_of(np.where(keep, 2.0, 99.0), scored, keep)
    assert (mean.event, mean.confrontation) == pytest.approx((2.0, 2.0))


def test_the_mean_of_nothing_is_no_number(scored: Points) -> None:
    mean = mean_of(np.zeros(scored.count), scored, np.zeros(scored.count, bool))
    assert np.isnan([mean.event, mean.confrontation]).all()


def test_each_confrontation_weighs_one(scored: Points) -> None:
    shares = equal_shares(scored, np.ones(scored.count, bool))
    assert shares.sum() == pytest.approx(len(np.unique(scored.confrontation)))
