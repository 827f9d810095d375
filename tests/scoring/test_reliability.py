"""CORP: reliability without bins of anyone's choice."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from offramp.scoring import reliability

CHANCES = arrays(float, 30, elements=st.sampled_from([0.0, 0.1, 0.35, 0.5, 0.8, 1.0]))
OUTCOMES = arrays(float, 30, elements=st.sampled_from([0.0, 0.5, 1.0]))


@given(CHANCES, OUTCOMES)
def test_the_parts_make_up_the_score_and_none_is_negative(chance, came) -> None:
    found = reliability(chance, came)
    parts = found.miscalibration - found.discrimination + found.uncertainty
    assert parts == pytest.approx(((chance - came) ** 2).mean(), abs=1e-9)
    assert found.miscalibration >= -1e-12
    assert found.discrimination >= -1e-12
    assert sum(step.share for step in found.steps) == pytest.approx(1)


@given(CHANCES, OUTCOMES)
def test_steps_rise(chance, came) -> None:
    steps = reliability(chance, came).steps
    assert all(a.came < b.came and a.high < b.low for a, b in pairwise(steps))


def test_one_chance_for_all_has_no_discrimination() -> None:
    found = reliability(np.full(10, 0.3), np.array([1.0] * 5 + [0.0] * 5))
    assert found.discrimination == pytest.approx(0, abs=1e-12)
    assert found.miscalibration == pytest.approx(0.04)
    assert found.steps[0].came == pytest.approx(0.5)


def test_honest_chances_are_hardly_miscalibrated() -> None:
    luck = np.random.default_rng(0)
    chance = luck.random(20_000)
    came = (luck.random(20_000) < chance).astype(float)
    assert reliability(chance, came).miscalibration < 0.002
    assert reliability(chance**3, came).miscalibration > 0.02


def test_weights_count_as_repeated_forecasts() -> None:
    chance, came = np.array([0.2, 0.6, 0.9]), np.array([1.0, 0.0, 1.0])
    weighed = reliability(chance, came, np.array([2.0, 1.0, 1.0]))
    again = reliability(np.append(chance, 0.2), np.append(came, 1.0))
    assert weighed.miscalibration == pytest.approx(again.miscalibration)
    assert weighed.uncertainty == pytest.approx(again.uncertainty)
