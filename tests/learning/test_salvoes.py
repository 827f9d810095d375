"""The shapes of the exchange: what is learned of them, and whether the sampler can be trusted."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.stats import chisquare

pytest.importorskip("numpyro")

from numpyro.infer import Predictive

from offramp._errors import OfframpError
from offramp.datasets import MUNITIONS
from offramp.learning._salvo_model import Reports, monthly_shares, sample
from offramp.learning._salvoes import (
    BASIS,
    Salvoes,
    SalvoPosterior,
    exchange_draws,
    fit_salvoes,
    month_name,
)
from offramp.model import KINDS, all_priors, exchange
from offramp.model._exchange import SPREAD_BOUNDS, UNDEFENDED

FIRST = 12 * 1900 + 1
ROCKET = MUNITIONS.index("rocket")


def invented(seed: int = 5, months: int = 14, a_month: int = 4) -> Salvoes:
    """Salvoes of every kind, stopped the less the later the kind is listed."""
    rng = np.random.default_rng(seed)
    kind, month = (
        axis.ravel()
        for axis in np.meshgrid(np.repeat(np.arange(5), a_month), np.arange(months), indexing="ij")
    )
    launched = rng.integers(1, 40, len(kind))
    share, size = np.array([0.9, 0.8, 0.5, 0.3, 0.1])[kind], 1 / 0.3 - 1
    stopped = rng.binomial(launched, rng.beta(share * size, (1 - share) * size))
    return Salvoes(kind, FIRST + month, launched * 1.0, stopped * 1.0)


def fit(salvoes: Salvoes, seed: int = 1, **more: Any) -> SalvoPosterior:
    """Fit as briefly as the other tests, so that all share one compilation."""
    return fit_salvoes(salvoes, seed, **{"chains": 2, "warmup": 150, "draws": 100, **more})


@pytest.fixture(scope="module")
def posterior() -> SalvoPosterior:
    return fit(invented())


@pytest.mark.slow
def test_kinds_order_as_they_were_stopped(posterior: SalvoPosterior) -> None:
    order = posterior.order.mean((0, 1))
    assert (posterior.order[..., 0] == 0).all()
    assert (np.diff(order) < 0).all()
    truth = np.log(1 / 9) - np.log(9)
    assert order[ROCKET] == pytest.approx(truth, abs=1.2)


@pytest.mark.slow
def test_nights_that_share_their_luck_are_seen_as_such(posterior: SalvoPosterior) -> None:
    low, high = np.quantile(posterior.draws["spread"], [0.005, 0.995], axis=(0, 1))
    assert (low < 0.3).all()
    assert (high > 0.3).all()
    assert low.min() > 0.1


@pytest.mark.slow
def test_the_sampler_tells_how_it_did(posterior: SalvoPosterior) -> None:
    assert posterior.stats["diverging"].shape == (2, 100)
    assert 0 <= posterior.divergences <= 10
    assert set(posterior.r_hat) == set(posterior.ess) == {*posterior.draws, "order"}
    assert max(posterior.r_hat.values()) < 1.15
    assert min(posterior.ess.values()) > 15
    assert posterior.reports == (56,) * 5


@pytest.mark.slow
def test_chains_that_disagree_show(posterior: SalvoPosterior) -> None:
    apart = posterior.draws["level"] + np.array([0.0, 5.0])[:, None, None]
    assert replace(posterior, draws={**posterior.draws, "level": apart}).r_hat["level"] > 1.5


@pytest.mark.slow
def test_same_seed_same_draws(posterior: SalvoPosterior) -> None:
    again, other = fit(invented()), fit(invented(), seed=2)
    assert np.array_equal(again.draws["monthly"], posterior.draws["monthly"])
    assert not np.array_equal(other.draws["monthly"], posterior.draws["monthly"])


@pytest.mark.slow
def test_what_comes_later_cannot_be_seen() -> None:
    cut, salvoes = FIRST + 12, invented()
    later = salvoes.month >= cut
    other = replace(salvoes, stopped=np.where(later, 0.0, salvoes.stopped))
    one, two = (fit(each, before=cut) for each in (salvoes, other))
    for name, draws in one.draws.items():
        assert np.array_equal(draws, two.draws[name])
    assert one.reports == (48,) * 5
    assert not np.array_equal(fit(other).draws["level"], fit(salvoes).draws["level"])


@pytest.mark.slow
def test_months_ahead_are_less_sure_than_months_known() -> None:
    known = fit(invented(), before=FIRST + 12).draws["monthly"].std((0, 1))
    assert (known[:, -1] > known[:, 11]).all()


@pytest.mark.slow
def test_a_posterior_opens_in_arviz(posterior: SalvoPosterior, tmp_path: Path) -> None:
    pytest.importorskip("arviz_base")
    tree = posterior.inference_data()
    assert tree["posterior"]["spread"].sizes == {"chain": 2, "draw": 100, "kind": 5}
    assert tree["posterior"]["kind"].values.tolist() == list(MUNITIONS)
    assert tree["posterior"]["month"].values[[0, -1]].tolist() == ["1900-01", "1901-02"]
    assert tree["sample_stats"]["diverging"].dtype == bool
    assert set(tree.children) == {"posterior", "sample_stats"}
    pytest.importorskip("h5netcdf")
    import xarray

    tree.to_netcdf(tmp_path / "salvoes.nc", engine="h5netcdf")
    with xarray.open_datatree(tmp_path / "salvoes.nc", engine="h5netcdf") as back:
        assert np.array_equal(back["posterior"]["order"].values, posterior.order)


@pytest.mark.slow
def test_draws_stand_in_for_the_priors(posterior: SalvoPosterior) -> None:
    learned = exchange_draws(posterior, 4000, seed=3)
    priors = {prior.name: prior for prior in all_priors()}
    assert set(learned) == set(BASIS) <= set(priors)
    for name, values in learned.items():
        assert values.shape == (4000, len(KINDS))
        assert values.dtype == np.float32
        artillery = priors[name]
        assert values[:, -1].mean() == pytest.approx(artillery.mean[-1], abs=0.06)
        assert values[:, -1].std() == pytest.approx(artillery.sd[-1], rel=0.1)
    order = posterior.order.reshape(-1, 5)
    stop, width = learned["exchange.stop-kind"][:, :5], priors["exchange.stop-kind"].sd[:5]
    assert stop.mean(0) == pytest.approx(order.mean(0) * UNDEFENDED, abs=0.15)
    assert stop.std(0) == pytest.approx(np.hypot(order.std(0) * UNDEFENDED, width), rel=0.1)
    assert learned["exchange.spread"].min() >= SPREAD_BOUNDS[0]
    assert learned["exchange.spread"].max() <= SPREAD_BOUNDS[1]
    spread = posterior.draws["spread"].mean((0, 1))
    assert learned["exchange.spread"][:, :5].mean(0) == pytest.approx(spread, abs=0.02)


@pytest.mark.slow
def test_draws_are_fixed_by_their_seed(posterior: SalvoPosterior) -> None:
    one, same, other = (exchange_draws(posterior, 20, seed=seed) for seed in (1, 1, 2))
    for name in BASIS:
        assert np.array_equal(one[name], same[name])
        assert not np.array_equal(one[name], other[name])


@pytest.mark.slow
def test_an_exchange_runs_on_learned_draws(posterior: SalvoPosterior) -> None:
    drawn = {prior.name: prior.draws(50, 1) for prior in all_priors() if "exchange" in prior.name}
    drawn |= exchange_draws(posterior, 50, seed=1)
    last = {name: jnp.moveaxis(jnp.asarray(value), 0, -1) for name, value in drawn.items()}
    sizes = jnp.full(len(KINDS), 20.0)
    fates = exchange(last, sizes, sizes, jnp.float32(0), jnp.float32(0), jnp.int32(1))
    stopped = np.asarray(fates.stopped).mean((1, 2))
    assert stopped[KINDS.index("drone")] > stopped[ROCKET] > 0


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"stopped": 6.0}, "Report 1: kind 0, 5 launched, 6 stopped"),
        ({"stopped": -1.0}, "-1 stopped"),
        ({"stopped": 1.5}, "whole numbers"),
        ({"launched": 0.0, "stopped": 0.0}, "at least 1 launched"),
        ({"kind": 5}, "a kind from 0 to 4"),
        ({"kind": -1}, "kind -1"),
    ],
)
def test_a_report_that_cannot_be_is_refused(change: dict[str, float], says: str) -> None:
    row = {"kind": 0, "month": FIRST, "launched": 5.0, "stopped": 5.0, **change}
    with pytest.raises(OfframpError, match=says):
        Salvoes(**{name: np.array([value]) for name, value in row.items()})


def test_nothing_is_learned_from_nothing() -> None:
    none = np.array([])
    with pytest.raises(OfframpError, match="no salvo to learn from"):
        Salvoes(none.astype(int), none.astype(int), none, none)
    with pytest.raises(OfframpError, match="No report is left"):
        fit(invented(), before=FIRST)


def test_a_table_of_the_dataset_is_taken() -> None:
    arrow = pytest.importorskip("pyarrow")
    salvoes = invented()
    columns = {name: getattr(salvoes, name) for name in ("kind", "month", "launched", "stopped")}
    taken = Salvoes.from_table(arrow.table(columns))
    for name, column in columns.items():
        assert np.array_equal(getattr(taken, name), column)
    assert (taken.first, taken.months) == (FIRST, 14)


def test_months_are_named() -> None:
    assert [month_name(12 * 1900 + month) for month in (1, 12, 13)] == [
        "1900-01", "1900-12", "1901-01",
    ]  # fmt: skip


def test_the_model_needs_nothing_of_learning() -> None:
    asks = "import sys, offramp.model, offramp.futures; sys.exit('numpyro' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asks], check=False).returncode == 0


# Simulation-based calibration: parameters from the prior, reports from them, and back.

SHAPE = {"kinds": 2, "months": 4}
A_MONTH = (12, 2)
"""One kind is sampled by its months and one by the steps between them."""
WARMUP, DRAWS, THIN = 200, 297, 3
RANKS = DRAWS // THIN + 1


def prior_draws(count: int, seed: int) -> dict[str, NDArray[np.float64]]:
    """Draw from the very model that is sampled, with no report known."""
    none = Reports(*(np.zeros(1, int),) * 2, *np.zeros((3, 1)))
    with jax.enable_x64(True):
        found = Predictive(monthly_shares, num_samples=count)(jax.random.key(seed), none, **SHAPE)
    return {name: np.asarray(values) for name, values in found.items()}


def reported(truth: dict[str, NDArray[np.float64]], rng: np.random.Generator) -> Reports:
    """Make up what was launched, and draw what was stopped of it."""
    kind, month = np.array(
        [(k, m) for k in range(2) for m in range(4) for _ in range(A_MONTH[k])]
    ).T
    launched = rng.integers(1, 21, len(kind))
    mean = 1 / (1 + np.exp(-truth["monthly"][kind, month]))
    size = 1 / truth["spread"][kind] - 1
    # A generator refuses shapes that round to nothing.
    share = rng.beta(np.maximum(mean * size, 1e-12), np.maximum((1 - mean) * size, 1e-12))
    stopped = rng.binomial(launched, share)
    return Reports(kind, month, launched * 1.0, stopped * 1.0, np.ones(len(kind)))


QUANTITIES: dict[str, Callable[[Any], Any]] = {
    "level of a dense kind": lambda of: of["level"][..., 0],
    "level of a sparse kind": lambda of: of["level"][..., 1],
    "drift of a dense kind": lambda of: of["drift"][..., 0],
    "drift of a sparse kind": lambda of: of["drift"][..., 1],
    "spread of a dense kind": lambda of: of["spread"][..., 0],
    "spread of a sparse kind": lambda of: of["spread"][..., 1],
    "persistence": lambda of: of["persistence"],
    "last month of a dense kind": lambda of: of["monthly"][..., 0, -1],
    "last month of a sparse kind": lambda of: of["monthly"][..., 1, -1],
    "order": lambda of: (of["monthly"][..., 1, :] - of["monthly"][..., 0, :]).mean(-1),
}


def ranks(runs: int, seed: int) -> NDArray[np.int64]:
    """Rank each true value among the draws of its posterior; (runs, quantities)."""
    truths, rng = prior_draws(runs, seed), np.random.default_rng(seed)
    found = np.zeros((runs, len(QUANTITIES)), int)
    for run in range(runs):
        truth = {name: values[run] for name, values in truths.items()}
        chains, _ = sample(
            reported(truth, rng), seed + run, **SHAPE, chains=1, warmup=WARMUP, draws=DRAWS
        )
        drawn = {name: np.asarray(values)[0, ::THIN] for name, values in chains.items()}
        for column, quantity in enumerate(QUANTITIES.values()):
            found[run, column] = (quantity(drawn) < quantity(truth)).sum()
    return found


def uniform(found: NDArray[np.int64], bins: int) -> NDArray[np.float64]:
    """Give the chance, by quantity, of ranks as uneven as these where the sampler is right."""
    counts = np.stack([np.bincount(column * bins // RANKS, minlength=bins) for column in found.T])
    return np.asarray(chisquare(counts, axis=1).pvalue)


@pytest.mark.slow
def test_truth_ranks_anywhere_in_a_few_posteriors() -> None:
    found = ranks(40, seed=11)
    assert uniform(found, 5).min() > 0.01 / len(QUANTITIES)
    assert abs(found.mean(0) / (RANKS - 1) - 0.5).max() < 4 / np.sqrt(12 * len(found))


@pytest.fixture(scope="module")
def many() -> NDArray[np.int64]:
    return ranks(500, seed=12)


@pytest.mark.nightly
@pytest.mark.parametrize("quantity", QUANTITIES)
def test_truth_ranks_anywhere_in_its_posterior(many: NDArray[np.int64], quantity: str) -> None:
    column = list(QUANTITIES).index(quantity)
    assert uniform(many[:, [column]], 20)[0] > 0.01 / len(QUANTITIES)


def test_uneven_ranks_are_seen() -> None:
    rng = np.random.default_rng(4)
    even = rng.integers(RANKS, size=(500, 3))
    narrow = np.floor(rng.beta(0.7, 0.7, (500, 1)) * RANKS).astype(int)
    moved = np.floor(rng.beta(1.3, 1.0, (500, 1)) * RANKS).astype(int)
    assert uniform(even, 20).min() > 0.01
    assert uniform(narrow, 20).max() < 0.001
    assert uniform(moved, 20).max() < 0.001
