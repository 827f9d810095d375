import numpy as np

from _invented import AS_OF
from offramp.answers import Run, read_question, stand
from offramp.claims._run_ahead import run_ahead
from offramp.record import Record

ASKED = ("quiet for 20d", "quiet for 40d without salvo", "term(north, pressure) without raid")


def test_each_world_is_run_once_and_as_far_as_any_asks(invented: Record) -> None:
    world, ticks = stand(invented, AS_OF), list[tuple[str, int, int]]()
    questions = [read_question(invented, ask, AS_OF) for ask in ASKED]
    run_ahead([(world, q) for q in questions], 1_000, 3, lambda *tick: ticks.append(tick))
    assert list(world._run) == [Run(40, 5, 3)]
    assert ticks[-1][1] == ticks[-1][2] > 3


def test_a_shorter_run_of_fewer_futures_is_the_start_of_a_longer_one(invented: Record) -> None:
    long, short = stand(invented, AS_OF), stand(invented, AS_OF)
    long.run(Run(45, 1_000, 3))
    one, two = long.run(Run(20, 400, 3)), short.run(Run(20, 400, 3))
    assert (one.days, one.per_draw, one.count) == (two.days, two.per_draw, two.count)
    for name in ("mark", "rung", "channel", "shadow"):
        assert np.array_equal(getattr(one, name), getattr(two, name))
