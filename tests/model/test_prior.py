import math

import numpy as np
import pytest

from offramp.model._prior import PACE, Prior, beta, lognormal, normal

COUNT = 20_000


def test_normal_draws_have_their_mean_and_spread() -> None:
    values = normal("a.b", "x", [1.0, -2.0], [0.5, 2.0], "judgement", "force").draws(COUNT, 1)
    assert values.shape == (COUNT, 2)
    assert values.mean(0) == pytest.approx([1.0, -2.0], abs=0.06)
    assert values.std(0) == pytest.approx([0.5, 2.0], rel=0.03)


def test_lognormal_draws_are_positive_round_their_median() -> None:
    values = lognormal("a.b", "x", math.log(0.55), 0.35, "judgement", "weight").draws(COUNT, 1)
    assert values.min() > 0
    assert np.median(values) == pytest.approx(0.55, rel=0.02)
    assert np.log(values).std() == pytest.approx(0.35, rel=0.03)


@pytest.mark.parametrize(("one", "two"), [(2.0, 2.0), (1.5, 6.0)])
def test_beta_draws_are_shares_with_the_mean_and_spread_of_their_shapes(
    one: float, two: float
) -> None:
    values = beta("a.b", "x", one, two, "judgement", "momentum").draws(COUNT, 1)
    assert 0 <= values.min() < values.max() <= 1
    total = one + two
    assert values.mean() == pytest.approx(one / total, abs=0.01)
    assert values.std() == pytest.approx(math.sqrt(one * two / (total + 1)) / total, rel=0.03)


def test_each_parameter_has_luck_of_its_own() -> None:
    def draws(name: str, seed: int = 1) -> list[float]:
        return normal(name, "x", 0.0, 1.0, "judgement", "force").draws(5, seed).tolist()

    assert draws("a.b") == draws("a.b")
    assert draws("a.b") != draws("a.c")
    assert draws("a.b") != draws("a.b", seed=2)


def test_a_spread_is_laid_over_the_shape_of_the_mean() -> None:
    prior = normal("a.b", "x", np.zeros((2, 3)), [0.0, 1.0, 2.0], "judgement", "force")
    assert prior.sd.tolist() == [[0.0, 1.0, 2.0]] * 2
    values = prior.draws(COUNT, 1)
    assert (values[..., 0] == 0).all(), "an entry without spread stays where it is"
    assert values.std(0)[:, 2] == pytest.approx([2.0, 2.0], rel=0.03)


@pytest.mark.parametrize(
    ("prior", "dial"),
    [
        (normal("a.b", "x", 0.0, 1.0, "judgement", "force"), True),
        (normal("a.b", "x", 0.0, 1.0, "judgement", PACE), False),
        (normal("a.b", "x", [0.0], 1.0, "judgement", "force"), False),
        (lognormal("a.b", "x", 0.0, 1.0, "judgement", "weight"), False),
        (beta("a.b", "x", 2.0, 2.0, "judgement", "momentum"), False),
    ],
)
def test_a_dial_is_one_number_on_its_own_scale(prior: Prior, dial: bool) -> None:
    assert prior.is_dial is dial
