import numpy as np
import pytest

from _invented import AS_OF
from offramp import UsageError
from offramp.answers import Run, arm, arms, read_question, stand
from offramp.claims import Surface, surface
from offramp.claims._surface import OTHERS, SIZE
from offramp.record import Record


def seen(record: Record, ask: str, first: str, second: str) -> Surface:
    return surface(stand(record, AS_OF), read_question(record, ask, AS_OF), first, second, seed=2)


def test_what_holds_a_side_back_lowers_its_force(invented: Record) -> None:
    ask = "south >= strike-abroad within 30d given restrain south by neighbour"
    found = seen(invented, ask, "restraint-force", "fear")
    means = np.array(found.means).mean(1)
    assert means[0] < 0 < means[-1]
    assert found.signs[0].count(1) == 0 == found.signs[-1].count(-1)
    assert found.first.low < found.first.now < found.first.high
    assert list(found.first.values) == sorted(found.first.values)
    assert 0 < found.mc_error < 0.05


def test_a_point_is_what_a_world_with_both_dials_answers(invented: Record) -> None:
    """A stock takes no luck, so the grid and a run by hand must agree."""
    ask = "term(north, pressure) without raid"
    found = seen(invented, ask, "provocation-sovereign", "provocation-dead")
    world, question = stand(invented, AS_OF), read_question(invented, ask, AS_OF)
    parameters = world.parameters.replace("provocation.sovereign", found.first.values[5])
    parameters = parameters.replace("provocation.dead", found.second.values[1])
    factual, supposed = arms(world.with_parameters(parameters), question)
    one, two = (arm(each, question, Run(0, 1, 2)).by_draw for each in (factual, supposed))
    chosen = np.linspace(0, parameters.count - 1, OTHERS).round().astype(int)
    assert found.means[5][1] == pytest.approx((two - one)[chosen].mean(), rel=1e-4)
    assert len(found.means) == SIZE


def test_a_forecast_is_drawn_against_even(invented: Record) -> None:
    found = seen(invented, "either >= war within 10d", "fear", "vow")
    assert all(sign == -1 for row in found.signs for sign in row)
    assert all(-0.5 <= mean < 0 for row in found.means for mean in row)


def test_a_dial_held_at_a_value_is_spread_as_its_prior(invented: Record) -> None:
    world = stand(invented, AS_OF)
    held = world.with_parameters(world.parameters.replace("fear.weight", 0.6))
    asked = read_question(invented, "term(north, fear)", AS_OF)
    found = surface(held, asked, "fear", "vow")
    assert found.first.values[SIZE // 2] == pytest.approx(0.6, abs=1e-6)
    assert found.first.values[-1] - found.first.values[0] > 1.0


def test_an_unknown_dial_is_told(invented: Record) -> None:
    with pytest.raises(UsageError, match='no dial "hope"'):
        seen(invented, "quiet for 10d", "hope", "fear")
