from dataclasses import replace

import pytest

from _invented import AS_OF
from offramp.answers import answer, read_question, stand
from offramp.claims import must_believe, rerun, verdict, what_is_judged
from offramp.claims._rerun import NEAREST
from offramp.record import Record

DRAWS = 1_000
ASK = "term(north, third-parties) given restrain north by neighbour"


def test_a_turn_that_is_linear_does_what_the_line_says(invented: Record) -> None:
    world, question = stand(invented, AS_OF), read_question(invented, ASK, AS_OF)
    said = verdict(answer(world, question, DRAWS, 0), "lower")
    by_draw = what_is_judged(world, question, DRAWS, 0)
    needed = must_believe(by_draw, world.parameters, said != "not decided", -1, 0.1)
    tried = rerun(world, question, "lower", said, needed, DRAWS, 0)
    first = tried.turns[0]
    assert first.dial == "restraint-force"
    assert first.rerun is not None
    assert first.rerun.flips
    assert first.rerun.verdict == "supported"
    assert first.rerun.value == pytest.approx(first.needed + 0.1 * first.sds * first.sd, abs=1e-6)
    assert all(turn.rerun is None for turn in tried.turns[NEAREST:])
    assert [replace(turn, rerun=None) for turn in tried.turns] == list(needed.turns)


def test_a_line_that_is_wrong_is_told(invented: Record) -> None:
    """A turn of a dial that the answer does not know cannot flip it."""
    world, question = stand(invented, AS_OF), read_question(invented, ASK, AS_OF)
    by_draw = world.parameters.values["fear.weight"].astype(float) - 0.5
    needed = must_believe(by_draw, world.parameters, True, -1)
    tried = rerun(world, question, "lower", "not decided", needed, DRAWS, 0)
    assert tried.turns[0].dial == "fear"
    assert tried.turns[0].rerun is not None
    assert not tried.turns[0].rerun.flips
