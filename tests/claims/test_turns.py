import numpy as np
import pytest

from offramp import UsageError
from offramp.claims import must_believe, turnable
from offramp.claims._turns import dial_name, off_scale, prior_of, to_scale
from offramp.model import Parameters


def test_a_line_through_the_draws_finds_the_dial_that_matters(parameters: Parameters) -> None:
    fear = parameters.values["fear.weight"].astype(float)
    found = must_believe(0.3 * fear - 0.2, parameters, decided=True, wanted=-1)
    turn = found.turns[0]
    assert (turn.dial, found.steepest[0]) == ("fear", "fear")
    assert turn.needed == pytest.approx(0.2 / 0.3, rel=0.05)
    assert turn.sds == pytest.approx((turn.needed - fear.mean()) / fear.std(), rel=0.01)
    assert found.explained > 0.95
    assert turn.allowed == (turn.low <= turn.needed <= turn.high)


def test_what_is_undecided_is_turned_to_where_the_draws_agree(parameters: Parameters) -> None:
    values = parameters.values
    by_draw = values["fear.weight"] - 0.2 * values["vow.weight"]
    for wanted in (1, -1):
        turn = must_believe(np.asarray(by_draw, float), parameters, False, wanted).turns[0]
        assert turn.dial == "fear"
        assert turn.sds * wanted > 0


def test_what_no_dial_moves_has_no_turns(parameters: Parameters) -> None:
    luck = np.random.default_rng(0).normal(1.0, 0.01, parameters.count)
    assert must_believe(luck, parameters, True, 1).turns == ()


def test_every_turnable_parameter_is_found_by_its_name(parameters: Parameters) -> None:
    for prior in turnable(parameters):
        assert prior_of(parameters, dial_name(prior)) is prior
        draws = parameters.values[prior.name]
        there = np.array([off_scale(prior, float(x)) for x in to_scale(prior, draws)])
        assert there == pytest.approx(draws, rel=1e-3, abs=2e-4)
    with pytest.raises(UsageError, match="There is no dial"):
        prior_of(parameters, "hope")
