"""What came of each future: bloodshed, a long cycle, war, and who would have kept quiet."""

import numpy as np

from offramp.answers import Run, World
from offramp.offramps import risk
from offramp.offramps._risk import CYCLE_DAYS, DAYS

RUN = Run(DAYS, 1000)


def test_it_is_what_the_futures_hold(world: World) -> None:
    futures, found = world.run(RUN), risk(world, RUN)
    for at in range(0, 1000, 97):
        mark = futures.mark[at]
        days = {d for d in range(DAYS) if np.isin(mark[d], (2, 5, 6, 7)).any()}
        one = [d for d in days if np.isin(mark[d], (2, 6, 7)).any()]
        two = [d for d in days if np.isin(mark[d], (5, 6, 7)).any()]
        assert found.bloodshed.ravel()[at] == bool(days)
        assert found.war.ravel()[at] == bool((mark == 7).any())
        assert found.cycle.ravel()[at] == (bool(one and two) and len(days) >= CYCLE_DAYS)
        first = [min(side, default=DAYS) + 1 for side in (one, two)]
        assert found.first_force.reshape(2, -1)[:, at].tolist() == first


def test_a_cycle_or_a_war_is_bloodshed(world: World) -> None:
    found = risk(world, RUN)
    assert (found.cycle <= found.bloodshed).all() and (found.war <= found.bloodshed).all()
    assert 0 < found.cycle.mean() < found.bloodshed.mean() < 1


def test_nobody_bound_is_kept_and_the_more_are_bound_the_less(world: World) -> None:
    found = risk(world, RUN)
    assert found.kept({}) == 1.0
    one, two, both = found.kept({0: 14}), found.kept({1: 14}), found.kept({0: 14, 1: 14})
    assert 0 < both <= min(one, two) and max(one, two) < 1
    assert found.kept({0: 30}) <= one <= found.kept({0: 7})


def test_who_is_held_uses_no_force_meanwhile(world: World) -> None:
    held = risk(world.hold(0, 1, 14), RUN)
    assert held.kept({0: 14}) == 1.0
    assert held.first_force[0].min() > 14


def test_fewer_die_where_both_are_held(world: World) -> None:
    both = world.hold(0, 1, DAYS).hold(1, 1, DAYS)
    assert risk(both, RUN).log_dead == 0.0 < risk(world, RUN).log_dead
