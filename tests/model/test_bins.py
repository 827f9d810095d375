"""Bins of the time since the last act."""

import jax.numpy as jnp
import numpy as np
import pytest

from offramp.history import BIN_DAYS, BIN_STARTS, HORIZON, QUIET
from offramp.model import NO_GAP, bin_of, gap_bin


@pytest.mark.parametrize(
    ("days", "bin_"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (7, 3), (8, 4), (14, 4),
                       (15, 5), (30, 5), (31, 6), (90, 6), (91, 7), (5000, 7)],
)  # fmt: skip
def test_bins_of_time_begin_where_the_design_has_them(days: int, bin_: int) -> None:
    assert int(bin_of(np.int32(days))) == bin_


def test_bins_lie_end_to_end_and_fill_the_window() -> None:
    ends = np.array(BIN_STARTS) + np.array(BIN_DAYS)
    assert ends[:-1].tolist() == list(BIN_STARTS[1:])
    assert ends[-1] == HORIZON + 1
    every = bin_of(jnp.arange(HORIZON + 1))
    assert np.bincount(np.asarray(every)).tolist() == list(BIN_DAYS)


def test_a_gap_beyond_the_window_has_a_bin_of_its_own() -> None:
    days = jnp.array([0, 15, HORIZON, HORIZON + 1, 10_000])
    assert gap_bin(days).tolist() == [0, 5, 7, NO_GAP, NO_GAP]
    assert NO_GAP == QUIET, "what is learned as quiet is read as quiet"


def test_each_of_a_batch_has_its_own_bin() -> None:
    days = jnp.array([[0, 1], [30, 31]])
    assert bin_of(days).tolist() == [[0, 1], [5, 6]]
