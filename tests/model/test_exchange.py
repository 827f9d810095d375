"""What becomes of a salvo."""

import jax.numpy as jnp
import numpy as np
import pytest
from scipy.stats import betabinom, chisquare

from offramp.model import KINDS, Draw, Fates, exchange, readiness
from offramp.model._exchange import stopped_log_density

from .conftest import turned

DRONE = KINDS.index("drone")
REPEATS = 20


def salvo(
    draw: Draw, notice: float = 0.0, allies: int = 0, seed: int = 0, **launched: object
) -> Fates:
    """Run a salvo; kinds are given as a count or (low, high)."""
    sizes = np.zeros((2, len(KINDS)), np.float32)
    for kind, count in launched.items():
        sizes[:, KINDS.index(kind.replace("_", "-"))] = count
    fates = exchange(
        draw, *map(jnp.asarray, sizes), jnp.float32(notice), jnp.float32(allies),
        seed, REPEATS,
    )  # fmt: skip
    return Fates(*map(np.asarray, fates))


def fixed(draws: Draw, stop: float, spread: float) -> Draw:
    """Let nothing fail, and every munition be stopped with the same chance."""
    for name, value in (
        ("fail", -30.0), ("stop-kind", 0.0), ("stop-level", np.log(stop / (1 - stop))),
        ("spread", spread),
    ):  # fmt: skip
        draws = turned(draws, f"exchange.{name}", float(value))
    return draws


def test_each_munition_fails_is_stopped_or_hits(draws: Draw) -> None:
    fates = salvo(draws, drone=(150, 200), ballistic=110, cruise=36, rocket=3)
    assert fates.launched.shape == (len(KINDS), REPEATS, 200)
    assert np.array_equal(fates.failed + fates.stopped + fates.hit, fates.launched)
    for part in fates[:4]:
        assert (part >= 0).all()
        assert np.array_equal(part, np.round(part))


def test_sizes_lie_within_what_is_claimed(draws: Draw) -> None:
    drones = salvo(draws, drone=(150, 200)).launched[DRONE]
    assert drones.min() >= 150
    assert drones.max() <= 200
    assert len(np.unique(drones)) > 40


def test_what_was_not_launched_does_nothing(draws: Draw) -> None:
    fates = salvo(draws, drone=10)
    rest = [row for row in range(len(KINDS)) if row != DRONE]
    assert all(part[rest].sum() == 0 for part in fates[:4])


def test_same_luck_same_fates(draws: Draw) -> None:
    one, same, other = (salvo(draws, seed=seed, drone=40).stopped for seed in (1, 1, 2))
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)


@pytest.mark.parametrize("spread", [0.1, 0.3, 0.6])
@pytest.mark.parametrize(("count", "stop"), [(30, 0.5), (30, 0.8)])
def test_munitions_of_a_night_share_their_luck(
    draws: Draw, spread: float, count: int, stop: float
) -> None:
    """The variance is that of a beta-binomial, n p (1-p) (1 + (n-1) rho): well above binomial."""
    draw = fixed(draws, stop, spread)
    stopped = np.stack([salvo(draw, seed=s, drone=count).stopped[DRONE] for s in range(5)])
    binomial = count * stop * (1 - stop)
    expected = binomial * (1 + (count - 1) * spread)
    assert stopped.mean() == pytest.approx(count * stop, abs=4 * np.sqrt(expected / stopped.size))
    assert stopped.var() == pytest.approx(expected, rel=0.06)
    assert stopped.var() > 2 * binomial


@pytest.mark.parametrize(
    ("less", "more"), [((0.0, 0), (1.0, 0)), ((1.0, 0), (9.0, 0)), ((1.0, 0), (1.0, 3))]
)
def test_more_notice_or_allies_never_stop_fewer(
    draws: Draw, less: tuple[float, int], more: tuple[float, int]
) -> None:
    """Salvo by salvo, with the same luck, where readiness helps at all."""
    for name in ("exchange.notice", "exchange.allies"):
        draws = turned(draws, name, 0.5)
    before, now = (salvo(draws, *how, drone=60, ballistic=30) for how in (less, more))
    assert np.array_equal(before.failed, now.failed)
    assert (now.stopped >= before.stopped).all()
    assert now.stopped.mean() > before.stopped.mean()


def test_readiness_that_helps_nothing_changes_nothing(draws: Draw) -> None:
    for name in ("exchange.notice", "exchange.allies"):
        draws = turned(draws, name, 0.0)
    before, now = (salvo(draws, notice, drone=60) for notice in (0.0, 30.0))
    assert np.array_equal(before.stopped, now.stopped)


def test_readiness_grows_with_notice_and_allies() -> None:
    draw = {"exchange.notice": jnp.float32(0.6), "exchange.allies": jnp.float32(0.4)}

    def of(days: float, allies: float) -> float:
        return float(readiness(draw, jnp.float32(days), jnp.float32(allies)))

    assert of(0, 0) == 0.0
    assert of(0, 0) < of(1, 0) < of(10, 0)
    assert of(1, 3) - of(1, 0) == pytest.approx(0.4 * np.log(4), rel=1e-5)


def test_a_barrage_is_spread_like_a_salvo(draws: Draw) -> None:
    """Numbers far beyond a night's munitions keep the same shares and the same spread."""
    draw = fixed(draws, 0.7, 0.2)
    fates = salvo(draw, artillery=1_000_000, drone=3_000)
    assert np.array_equal(fates.failed + fates.stopped + fates.hit, fates.launched)
    for kind in ("artillery", "drone"):
        row = KINDS.index(kind)
        share = fates.stopped[row] / fates.launched[row]
        assert share.mean() == pytest.approx(0.7, abs=0.02)
        assert share.std() == pytest.approx(np.sqrt(0.21 * 0.2), rel=0.06)


@pytest.mark.parametrize("spread", [0.02, 0.3, 0.85])
@pytest.mark.parametrize("stop", [0.02, 0.5, 0.97])
@pytest.mark.parametrize("launched", [1, 7, 40])
def test_the_density_is_a_beta_binomial(launched: int, stop: float, spread: float) -> None:
    logit, size = np.log(stop / (1 - stop)), 1 / spread - 1
    each = np.arange(launched + 1.0)
    density = np.asarray(stopped_log_density(each, launched, logit, spread))
    ours = betabinom(launched, stop * size, (1 - stop) * size)
    assert np.exp(density).sum() == pytest.approx(1, abs=1e-4)
    assert density == pytest.approx(ours.logpmf(each), abs=2e-4)


@pytest.mark.parametrize(("stop", "spread"), [(0.2, 0.5), (0.7, 0.1), (0.9, 0.8)])
def test_exchanges_are_drawn_from_the_density(draws: Draw, stop: float, spread: float) -> None:
    draw, launched = fixed(draws, stop, spread), 8
    stopped = np.stack([salvo(draw, seed=s, drone=launched).stopped[DRONE] for s in range(5)])
    seen = np.bincount(stopped.astype(int).ravel(), minlength=launched + 1)

    def matches(spread: float) -> float:
        each, logit = np.arange(launched + 1.0), np.log(stop / (1 - stop))
        log_chance = np.asarray(stopped_log_density(each, launched, logit, spread), float)
        chance = np.exp(log_chance)
        return float(chisquare(seen, chance / chance.sum() * seen.sum()).pvalue)

    assert matches(spread) > 0.001
    assert matches(0.7 * spread) < 1e-6
