"""A small set of points to learn from, with the model's objective and with a stand-in."""

from dataclasses import replace

import numpy as np
import pytest

from offramp.history import standing_points
from offramp.learning import Fitted, Prepared, prepare

from ._made_up import made_up


@pytest.fixture(scope="session")
def prepared() -> Prepared:
    """Some forty made-up points; the objective is compiled at its first use, which takes long."""
    return prepare(standing_points(made_up((6, 8, 7, 5, 8, 6))))


@pytest.fixture(scope="session")
def stand_in(prepared: Prepared) -> Prepared:
    """The same points, with a bowl for an objective: each point pulls to a place of its own."""
    size, count = prepared.space.size, prepared.points.count
    places = np.random.default_rng(9).standard_normal((count, size))

    def value(vector: object, weights: object, centre: object) -> tuple[float, np.ndarray]:
        at, weighed, pull = (np.asarray(each, float) for each in (vector, weights, centre))
        off = at - places
        whole = 0.5 * (weighed * (off**2).sum(1)).sum() + 0.5 * ((at - pull) ** 2).sum()
        return whole, weighed @ off + at - pull

    return replace(prepared, objective=replace(prepared.objective, value=value))


@pytest.fixture(scope="session")
def centred(prepared: Prepared) -> Fitted:
    """What was fitted to nothing: the centre of the prior."""
    return Fitted(prepared.space, np.zeros(prepared.space.size))
