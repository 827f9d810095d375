"""Where futures start."""

from dataclasses import replace

from offramp.futures._start import begin
from offramp.history import History
from offramp.model import shipped_parameters


def test_a_pair_without_a_shadow_war_does_nothing_in_it(invented_history: History) -> None:
    values = shipped_parameters()
    plain = replace(invented_history, rungs=replace(invented_history.rungs, usual=None))
    assert invented_history.rungs.usual is not None
    assert (begin(invented_history, values).shadow > 0).all()
    assert not begin(plain, values).shadow.any()
