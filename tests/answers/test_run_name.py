"""A run's name tells apart what its answers depend on."""

from datetime import timedelta

from _invented import AS_OF, CRISIS, SAID, act, invent
from offramp.answers import run_name, whose_beliefs
from offramp.model import Parameters
from offramp.record import Record


def test_equal_runs_have_equal_names(invented: Record, parameters: Parameters) -> None:
    name = run_name(invented, AS_OF, parameters, 1000, 0)
    assert run_name(invented, AS_OF, parameters, 1000, 0) == name
    later = invent([*CRISIS, act("later", 40)], SAID)
    assert run_name(later, AS_OF, parameters, 1000, 0) == name, "what is later changes nothing"


def test_all_that_answers_depend_on_is_in_it(invented: Record, parameters: Parameters) -> None:
    names = {
        run_name(invented, AS_OF, parameters, 1000, 0),
        run_name(invented, AS_OF, parameters, 2000, 0),
        run_name(invented, AS_OF, parameters, 1000, 1),
        run_name(invented, AS_OF - timedelta(1), parameters, 1000, 0),
        run_name(invented, AS_OF, parameters.replace("fear.weight", 1.0), 1000, 0),
        run_name(invent([*CRISIS, act("more", 13)], SAID), AS_OF, parameters, 1000, 0),
    }
    assert len(names) == 6


def test_whose_beliefs_they_are_is_told() -> None:
    held = invent(CRISIS, beliefs={"fear": {"mean": 0.4, "sd": 0.1, "why": "Said so."}})
    assert (
        whose_beliefs(held) == "The program's, but for fear (0.4 ± 0.1), the record's own: Said so."
    )
    assert whose_beliefs(held, {"fear": 1}).endswith("fear = 1, set on the command line.")
    assert whose_beliefs(invent(CRISIS)) == "The program's."
