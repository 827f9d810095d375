import numpy as np

from offramp.learning import dials_without
from offramp.model import all_priors, from_draws


def test_every_dial_that_rests_on_a_source_stands_round_zero_and_no_other() -> None:
    draws, bases = dials_without("ICBe", 400)
    resting = {prior.name for prior in all_priors() if prior.is_dial and "ICBe" in prior.basis}
    assert set(draws) == set(bases) == resting
    assert len(resting) >= 8
    for values in draws.values():
        assert abs(float(values.mean())) < 0.1
        assert 0.4 < float(values.std()) < 0.6


def test_the_set_then_names_no_such_source() -> None:
    draws, bases = dials_without("ICBe", 20)
    found = from_draws(draws, "a set", np.datetime64("2002-12-31").astype(object), bases)
    dials = [prior for prior in found.priors if prior.name in draws]
    assert all("nothing from ICBe" in prior.basis for prior in dials)
