import math

import jax.numpy as jnp
import pytest

from offramp.model import Draw, provocation
from offramp.model._provocation import LEVEL_WEIGHT

from .conftest import deed, turned


def weigh(draw: Draw, mark: int = 2, **more: float) -> float:
    return float(provocation(draw, deed(mark, **more)))


def test_force_abroad_by_ones_own_is_the_unit(centre: Draw) -> None:
    assert weigh(centre) == 1.0


@pytest.mark.parametrize("side", [0, 3])
def test_a_higher_level_provokes_more(centre: Draw, side: int) -> None:
    threat, display, force = (weigh(centre, side + level) for level in range(3))
    assert threat < display < force
    assert weigh(centre, 6) <= weigh(centre, 7)


def test_both_sides_weigh_alike() -> None:
    assert LEVEL_WEIGHT[:3].tolist() == LEVEL_WEIGHT[3:6].tolist()


@pytest.mark.parametrize(
    ("field", "value", "parameter", "factor"),
    [
        ("proxy", 1.0, "provocation.proxy", 0.6),
        ("sovereign", 1.0, "provocation.sovereign", math.exp(0.6)),
        ("leader", 0.5, "provocation.leader", math.exp(0.3)),
        ("log_dead", math.log1p(9), "provocation.dead", 10**0.6),
        ("non_state", 1.0, "provocation.sovereign", 1.0),
        ("exposed", 1.0, "provocation.dead", 1.0),
    ],
)
def test_each_trait_weighs_by_its_own_parameter(
    centre: Draw, field: str, value: float, parameter: str, factor: float
) -> None:
    draw = turned(centre, parameter, 0.6)
    assert weigh(draw, **{field: value}) == pytest.approx(factor, rel=1e-5)


def test_a_proxys_act_weighs_less_in_nearly_all_draws(draws: Draw) -> None:
    assert float((jnp.asarray(draws["provocation.proxy"]) < 1).mean()) > 0.9
