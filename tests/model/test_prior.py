import math

import numpy as np
import pytest

from offramp.model._prior import Prior, logdirichlet, lognormal, normal

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


def test_shares_sum_to_one_and_tighten_with_the_counts_behind_them() -> None:
    shares = [[0.2, 0.8], [0.2, 0.8]]
    values = np.exp(
        logdirichlet("a.b", "x", shares, [10.0, 1000.0], "counted", "who").draws(COUNT, 1)
    )
    assert values.sum(-1) == pytest.approx(1.0, abs=1e-5)
    assert values.mean(0)[:, 0] == pytest.approx([0.2, 0.2], abs=0.01)
    few, many = values[:, 0, 0].std(), values[:, 1, 0].std()
    assert few == pytest.approx(math.sqrt(0.16 / 11), rel=0.05)
    assert many == pytest.approx(math.sqrt(0.16 / 1001), rel=0.05)


def test_each_parameter_has_luck_of_its_own() -> None:
    def draws(name: str, seed: int = 1) -> list[float]:
        return normal(name, "x", 0.0, 1.0, "judgement", "force").draws(5, seed).tolist()

    assert draws("a.b") == draws("a.b")
    assert draws("a.b") != draws("a.c")
    assert draws("a.b") != draws("a.b", seed=2)


@pytest.mark.parametrize(("share", "z"), [(0.8, 1.2815516), (0.9, 1.6448536)])
def test_bands(share: float, z: float) -> None:
    low, mean, high = normal("a.b", "x", 1.0, 2.0, "judgement", "force").band(share)
    assert (low, mean, high) == pytest.approx((1 - 2 * z, 1.0, 1 + 2 * z))
    low, mean, high = lognormal("a.b", "x", 0.0, 1.0, "judgement", "weight").band(share)
    assert (low, mean, high) == pytest.approx((math.exp(-z), 1.0, math.exp(z)))


def test_a_band_holds_its_share_of_the_draws() -> None:
    prior: Prior = lognormal("a.b", "x", 1.0, 0.7, "judgement", "weight")
    low, _, high = prior.band(0.8)
    values = prior.draws(COUNT, 3)
    assert ((values > low) & (values < high)).mean() == pytest.approx(0.8, abs=0.015)
