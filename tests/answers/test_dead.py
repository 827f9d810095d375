"""The dead of futures: by what acts did in history, drawn towards this pair's own."""

import numpy as np
import pytest

from _invented import AS_OF, CRISIS, SAID, invent
from offramp.answers import Run, World, dead_in, stand
from offramp.answers._dead import KIND_OF_MARK, PRIOR_ACTS, toll
from offramp.history import MARKS, from_record
from offramp.model import counted

RUN = Run(30, 1000)


def test_only_force_kills() -> None:
    kills = [level >= 4 for _, level in MARKS]
    assert (KIND_OF_MARK >= 0).tolist() == kills


def test_the_dead_are_whole_and_add_up(world: World) -> None:
    futures = world.run(RUN)
    by_day = [dead_in(world, futures, days) for days in (1, 7, 30)]
    for each in by_day:
        assert np.array_equal(each, np.round(each)) and (each >= 0).all()
    assert (np.diff(by_day, axis=0) >= 0).all()
    assert np.array_equal(dead_in(world, futures, 30), by_day[2]), "the same luck, the same dead"


def test_the_same_act_kills_the_same_in_both_arms(world: World) -> None:
    """What does not differ between two arms differs in no dead either."""
    held = world.hold(1, 20, 30)
    one, two = (dead_in(each, each.run(RUN), 19) for each in (world, held))
    assert np.array_equal(one, two)


def test_a_pairs_own_acts_draw_the_toll(world: World) -> None:
    bloody = [*CRISIS[:-1], {**CRISIS[-1], "killed": 3000}]
    here, there = (toll(from_record(invent(acts, SAID), AS_OF)) for acts in (CRISIS, bloody))
    assert there[0, 1] > here[0, 1]
    assert np.array_equal(there[1:], here[1:]), "clashes and battles as in history"
    more = stand(invent(bloody, SAID), AS_OF)
    before, after = (dead_in(each, each.run(RUN), 30).mean() for each in (world, more))
    assert after > before


def test_with_no_act_of_its_own_a_pair_has_historys_toll() -> None:
    history = from_record(invent([CRISIS[6]]), AS_OF)
    assert np.array_equal(toll(history), counted("dead").value)


def test_the_share_that_kills_is_that_of_so_many_acts() -> None:
    table = counted("dead").value
    history = from_record(invent(CRISIS, SAID), AS_OF)
    # The raid and the salvo both killed; the shadow war is not counted in.
    assert toll(history)[0, 0] == pytest.approx((PRIOR_ACTS * table[0, 0] + 2) / (PRIOR_ACTS + 2))
