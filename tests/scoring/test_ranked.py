"""Ranked probability scores."""

import numpy as np
import pytest

from offramp.scoring import ranked_loss


def test_near_misses_cost_less() -> None:
    sure = np.array([[0.0, 1.0, 0.0, 0.0]] * 4)
    assert ranked_loss(sure, np.arange(4)).tolist() == [1.0, 0.0, 1.0, 2.0]


def test_two_categories_are_brier() -> None:
    chances = np.array([[0.3, 0.7], [0.8, 0.2]])
    assert ranked_loss(chances, np.array([1, 1])) == pytest.approx([0.09, 0.64])
