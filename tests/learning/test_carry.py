"""Draws in other coordinates: the same parameters, in the years that both know."""

import numpy as np

from offramp.learning._carry import carried
from offramp.learning._coordinates import WALKS, coordinates

SHORT, LONG = coordinates(1946, 1960), coordinates(1946, 1970)
VECTORS = np.random.default_rng(4).standard_normal((3, SHORT.size))


def test_parameters_stay_and_walks_go_on_without_a_step() -> None:
    on = carried(VECTORS, SHORT, LONG)
    for old, new in zip(VECTORS, on, strict=True):
        before, after = SHORT.parameters(old), LONG.parameters(new)
        for name, value in before.items():
            if name in WALKS:
                assert np.array_equal(after[name][:15], value)
                assert np.array_equal(after[name][15:], np.full(10, value[-1]))
            else:
                assert np.array_equal(after[name], value)


def test_there_and_back_changes_nothing() -> None:
    assert np.array_equal(carried(carried(VECTORS, SHORT, LONG), LONG, SHORT), VECTORS)
