"""How much of an act's momentum goes when a counterfactual takes the act out, or comes with it."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from offramp.model import SHARE, Beliefs, Draw, all_priors, leave_trace, stocks_now

from .conftest import turned
from .test_filter import Row, last, seen

BEFORE: tuple[Row, ...] = ((-60, 1, {"renews": 1}), (-50, 5, {"log_dead": 1.4}), (-46, 0, {}))
AFTER: tuple[Row, ...] = ((-20, 2, {"sovereign": 1.0}), (-6, 6, {}))
STRUCK: Row = (-30, 5, {"log_dead": 2.0, "sovereign": 1.0, "deed": 11})


def told(draws: Draw, share: float, change: int | None) -> Beliefs:
    """Read the story with the act as it is, taken out (-1), put in (1), or never told (None)."""
    day, mark, more = STRUCK
    middle = [] if change is None else [(day, mark, {**more, "change": change})]
    return last(seen(turned(draws, SHARE, share), [*BEFORE, *middle, *AFTER]))


def same(one: Beliefs, other: Beliefs, tolerance: float = 2e-4) -> bool:
    pairs = zip(jax.tree.leaves(one), jax.tree.leaves(other), strict=True)
    return all(np.allclose(a, b, rtol=tolerance, atol=1e-5) for a, b in pairs)


def test_its_prior_is_a_share_that_nothing_has_taught() -> None:
    (prior,) = (prior for prior in all_priors() if prior.name == SHARE)
    assert (prior.family, float(prior.mean), float(prior.sd)) == ("beta", 2.0, 2.0)


def test_at_one_an_act_taken_out_leaves_nothing_of_itself(draws: Draw) -> None:
    assert same(told(draws, 1.0, -1), told(draws, 1.0, None))
    assert not same(told(draws, 1.0, -1), told(draws, 1.0, 0))


def test_at_nought_it_leaves_all_of_its_momentum_and_nothing_else(draws: Draw) -> None:
    out, never, real = (told(draws, 0.0, change).standing for change in (-1, None, 0))
    assert np.allclose(stocks_now(out), stocks_now(real), rtol=1e-4, atol=1e-6)
    assert not np.allclose(stocks_now(never), stocks_now(real), rtol=1e-4, atol=1e-6)
    for name in set(out._fields) - {"stocks"}:
        one, other = getattr(out, name), getattr(never, name)
        assert np.allclose(one, other, rtol=2e-4, atol=1e-5), name


def test_at_one_an_act_put_in_is_as_one_that_happened(draws: Draw) -> None:
    assert same(told(draws, 1.0, 1), told(draws, 1.0, 0))


def test_at_nought_an_act_put_in_brings_no_momentum_and_all_else(draws: Draw) -> None:
    put, never, real = (told(draws, 0.0, change).standing for change in (1, None, 0))
    assert np.allclose(stocks_now(put), stocks_now(never), rtol=1e-4, atol=1e-6)
    for name in set(put._fields) - {"stocks"}:
        assert np.allclose(getattr(put, name), getattr(real, name), rtol=2e-4, atol=1e-5), name


@pytest.mark.parametrize(("change", "moves"), [(-1, -1.0), (1, 1.0)])
def test_in_between_it_goes_or_comes_in_proportion(change: int, moves: float, draws: Draw) -> None:
    none, some, all_ = (
        np.asarray(stocks_now(told(draws, share, change).standing)) for share in (0.0, 0.25, 1.0)
    )
    assert some - none == pytest.approx(0.25 * (all_ - none), abs=1e-4)
    assert moves * (all_ - none)[STRUCK[1]].min() > 0
    others = [mark for mark in range(8) if mark != STRUCK[1]]
    assert np.abs(all_ - none)[others].max() < 1e-5


def test_what_happened_is_no_concern_of_the_share(draws: Draw) -> None:
    assert same(told(draws, 0.0, 0), told(draws, 1.0, 0), tolerance=0.0)


def test_a_trace_fades_as_the_act_itself_would_have(draws: Draw) -> None:
    """Taken out a day or a hundred days after the last act before it."""
    for day in (-45, -21):
        out = last(seen(turned(draws, SHARE, 0.0), [*BEFORE, (day, 5, {"change": -1})])).standing
        real = last(seen(draws, [*BEFORE, (day, 5, {})])).standing
        assert np.allclose(stocks_now(out), stocks_now(real), rtol=1e-4, atol=1e-6)


def test_a_trace_long_after_the_last_act_stays_finite() -> None:
    from offramp.model import at_peace

    late = at_peace()._replace(since=jnp.int32(5000))
    found = leave_trace(late, jnp.int32(2), jnp.float32(0.5))
    assert np.isfinite(found.stocks).all()
    assert np.isfinite(stocks_now(found)).all()
