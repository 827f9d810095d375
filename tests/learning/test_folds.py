"""Folds: nothing later reaches a forward one, nothing of the crisis the other."""

import numpy as np

from _invented import act, invent
from offramp.history import HORIZON, standing_points
from offramp.learning import folds_of
from offramp.learning._folds import Fold
from scoring._made import made

EVENTS = made(60)
EVERY = standing_points(EVENTS)


def test_a_forward_fold_knows_only_what_had_closed() -> None:
    record = invent([act("show", "1990-05-01")], opens="1990-05-01")
    forward, _ = folds_of([record], EVENTS)
    points = forward.points(EVERY)
    assert 0 < points.count < EVERY.count
    assert (points.day + HORIZON < record.opens.toordinal()).all()


def test_the_other_leaves_the_crisis_out_and_keeps_what_came_later() -> None:
    left = tuple(int(each) for each in np.unique(EVERY.cluster)[3:5])
    fold = Fold("rivals", "without", invent().opens, left)
    points = fold.points(EVERY)
    assert not np.isin(points.cluster, left).any()
    assert points.count == EVERY.count - np.isin(EVERY.cluster, left).sum()
    assert points.day.max() == EVERY.day[~np.isin(EVERY.cluster, left)].max()


def test_forward_folds_come_first_and_in_the_order_of_time() -> None:
    late = invent([act("a", "1995-01-01")], id="late", opens="1995-01-01")
    early = invent([act("a", "1980-01-01")], id="early", opens="1980-01-01")
    names = [fold.name for fold in folds_of([late, early], EVENTS)]
    assert names == ["forward/early", "forward/late", "without/early", "without/late"]


def test_a_crisis_after_the_data_has_no_fold() -> None:
    assert folds_of([invent([act("a", 0)])], EVENTS) == ()
