"""Moments as standing points: the same marks, days and dead, and nothing later."""

import numpy as np

from _invented import act, invent
from offramp.history import MARKS
from offramp.scoring._inputs import inputs_of
from offramp.scoring.library import moments_of
from offramp.scoring.library._as_points import points_at

from ._heard import crisis


def test_each_moment_is_the_last_act_of_a_history_of_its_own() -> None:
    moments = moments_of(crisis())
    points = points_at(moments)
    assert points.count == 3
    assert points.day.tolist() == [moment.day.toordinal() for moment in moments]
    marks = [MARKS[mark] for mark in points.confrontations.mark[points.row]]
    assert marks == [(0, 3), (1, 4), (0, 4)]
    assert np.bincount(points.history, minlength=3).tolist() == [1, 1, 1]
    assert np.bincount(points.confrontations.history).tolist() == [1, 3, 4]


def test_seizures_and_attacks_have_their_own_codes() -> None:
    points = points_at(moments_of(crisis()))
    assert points.confrontations.action.tolist() == [7, 7, 7, 15, 7, 7, 15, 16]


def test_the_shadow_war_and_what_lies_before_a_new_opening_are_left_out() -> None:
    assert points_at(moments_of(crisis(shadow=True))).confrontations.count == 8
    acts = (act("long-ago", -2000), act("show", 0))
    assert points_at(moments_of(invent(acts))).confrontations.count == 1


def test_the_baselines_can_look_at_them() -> None:
    inputs = inputs_of(points_at(moments_of(crisis())))
    assert np.isfinite(inputs.table).all()
    assert inputs.column("year").tolist() == [2024.0] * 3
