import jax
import jax.numpy as jnp
import numpy as np
import pytest

from offramp.history import FIRST, MUTUAL, SECOND, SIGNAL_KINDS
from offramp.model import signals_on
from offramp.model._setting import KIND, SIGNAL_HALF_LIFE, on_force

NEVER = 1_000_000
on = jax.jit(signals_on)
SIZE = 4


def in_force(day: int, *sent: tuple[int, str, int, int]) -> np.ndarray:
    """Weigh signals, each (day, kind, side, ends)."""
    rows = np.zeros((SIZE, 4), np.int32)
    for row, (when, kind, side, ends) in enumerate(sent):
        rows[row] = when, SIGNAL_KINDS.index(kind), side, ends
    valid = (np.arange(SIZE) < len(sent)).astype(np.float32)
    return np.asarray(on(jnp.int32(day), *rows.T, valid))


def test_a_signal_counts_from_the_next_day_and_fades() -> None:
    said = (10, "vow", FIRST, NEVER)
    row = KIND["vow"]
    assert in_force(10, said).max() == 0
    assert in_force(9, said).max() == 0
    assert in_force(11, said)[row, FIRST] == pytest.approx(0.95, abs=0.01)
    half = in_force(10 + int(SIGNAL_HALF_LIFE), said)
    assert half[row].tolist() == pytest.approx([0.5, 0.0])
    assert half.sum() == pytest.approx(0.5), "one kind only, one side only"


def test_it_counts_on_the_day_that_ends_it_and_not_after() -> None:
    said = (0, "limit", SECOND, 5)
    assert in_force(5, said)[KIND["limit"], SECOND] > 0
    assert in_force(6, said).max() == 0


def test_one_meant_for_both_counts_for_both() -> None:
    both = in_force(7, (0, "mediation", MUTUAL, NEVER))[KIND["mediation"]]
    assert both[0] == both[1] > 0


def test_said_twice_is_stronger_but_not_twice_as_strong() -> None:
    once = in_force(14, (0, "demand", FIRST, NEVER))[KIND["demand"], 0]
    twice = in_force(14, (0, "demand", FIRST, NEVER), (0, "demand", FIRST, NEVER))
    assert once < twice[KIND["demand"], 0] < 2 * once
    assert twice[KIND["demand"], 0] == pytest.approx(1 - 0.5 * 0.5, abs=1e-5)


def test_many_never_exceed_one() -> None:
    full = in_force(1, *[(0, "vow", FIRST, NEVER)] * SIZE)
    assert 0.95 < full.max() <= 1.0


def test_padding_says_nothing() -> None:
    assert in_force(5).max() == 0


def test_dials_act_on_ones_own_force_and_at_half_on_what_takes_two() -> None:
    assert on_force(jnp.array([1.0, 3.0])).tolist() == [0, 0, 1, 0, 0, 3, 2, 2]
