"""Logistic regression on clipped inputs."""

import numpy as np

from offramp.history import Points
from offramp.scoring._inputs import inputs_of
from offramp.scoring._logistic import learn_logistic


def test_what_lies_far_out_is_not_extrapolated(train: Points) -> None:
    inputs = inputs_of(train)
    chances = learn_logistic(inputs, train.bin, train.weights())
    far = inputs.table[:1].repeat(2, axis=0)
    at = inputs.names.index("acts")
    far[:, at] = (1e3, 1e6)
    said = chances(type(inputs)(far, inputs.names, inputs.side[:1].repeat(2)))
    assert (said[0] == said[1]).all()


def test_a_code_never_seen_is_no_other_code(train: Points) -> None:
    inputs = inputs_of(train)
    chances = learn_logistic(inputs, train.bin, train.weights())
    at = inputs.names.index("action")
    new = inputs.table[:1].repeat(2, axis=0)
    new[:, at] = (98, 99)
    said = chances(type(inputs)(new, inputs.names, inputs.side[:1].repeat(2)))
    assert (said[0] == said[1]).all()
    assert np.isfinite(said).all()
