import jax.numpy as jnp
import numpy as np
import pytest

from offramp.model import along, draw_from, pick


def test_own_axes_come_before_the_batch() -> None:
    assert along(jnp.zeros((8, 2)), jnp.zeros((25, 200))).shape == (8, 2, 1, 1)
    assert along(3.0, jnp.zeros(())).shape == ()


def test_pick_takes_each_its_own_row() -> None:
    table = jnp.arange(12.0).reshape(3, 4)
    assert pick(table, jnp.array([2, 0, 1, 2])).tolist() == [8.0, 1.0, 6.0, 11.0]


def test_pick_keeps_the_inner_axes() -> None:
    table = jnp.arange(12.0).reshape(3, 4)
    rows = pick(table, jnp.array([2, 0]), inner=1)
    assert rows.T.tolist() == [[8.0, 9.0, 10.0, 11.0], [0.0, 1.0, 2.0, 3.0]]


@pytest.mark.parametrize(
    ("number", "index"), [(0.0, 0), (0.19, 0), (0.21, 1), (0.69, 1), (0.71, 2)]
)
def test_a_draw_falls_in_its_share(number: float, index: int) -> None:
    shares = jnp.array([[0.4], [1.0], [0.6]])
    assert draw_from(shares, jnp.array([number])).tolist() == [index]


def test_a_share_of_nothing_is_never_drawn() -> None:
    numbers = jnp.asarray(np.linspace(1e-6, 1 - 1e-6, 1001), jnp.float32)
    shares = jnp.broadcast_to(jnp.array([0.0, 0.5, 0.0, 0.5, 0.0])[:, None], (5, 1001))
    assert set(np.asarray(draw_from(shares, numbers)).tolist()) == {1, 3}
