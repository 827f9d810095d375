"""Boosted trees."""

from offramp.history import Points
from offramp.scoring._boosting import _learn
from offramp.scoring._inputs import inputs_of


def test_the_same_points_grow_the_same_trees(train: Points, scored: Points) -> None:
    inputs, asked = inputs_of(train), inputs_of(scored)
    one, same = (_learn(inputs, train.bin, train.weights())(asked) for _ in range(2))
    assert (one == same).all()


def test_the_past_makes_a_difference(train: Points, scored: Points) -> None:
    inputs = inputs_of(train)
    said = _learn(inputs, train.bin, train.weights())(inputs_of(scored))
    assert said.std(axis=0).max() > 0.05
