"""A world keeps apart what is inferred from what happened and what is supposed."""

import numpy as np
import pytest

from offramp._errors import UsageError
from offramp.answers import Run, World, identical
from offramp.futures import Futures, simulate
from offramp.history import MUTUAL, take_out
from offramp.model import Parameters

NAMES = ("mark", "rung", "channel", "shadow")


def same(one: Futures, other: Futures) -> bool:
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in NAMES)


def test_a_world_in_which_nothing_is_supposed_is_the_forecast(
    world: World, parameters: Parameters
) -> None:
    assert same(world.run(Run(30, 1000, 3)), simulate(world.history, parameters, 30, 1000, 3))


def test_futures_are_kept(world: World) -> None:
    assert world.run(Run(30, 1000)) is world.run(Run(30, 1000))
    assert not same(world.run(Run(30, 1000)), world.run(Run(30, 1000, 1)))


def test_fewer_futures_and_days_are_the_first_of_more(world: World) -> None:
    more, less = world.run(Run(40, 1600, 2)), world.run(Run(20, 800, 2))
    assert (less.days, less.count) == (20, 800)
    assert np.array_equal(less.mark, more.mark[:800, :20])


@pytest.mark.parametrize("run", [Run(0), Run(366), Run(9, 0), Run(9, 2_000_000), Run(9, 9, -1)])
def test_a_run_out_of_range_is_refused(world: World, run: Run) -> None:
    with pytest.raises(UsageError, match=r"choose 1 to|choose 0 to"):
        world.run(run)


@pytest.mark.parametrize("side", [0, 1])
def test_a_side_that_is_held_does_nothing(world: World, side: int) -> None:
    futures = world.hold(side, 3, 12).run(Run(30, 1000))
    actor = np.where(futures.mark >= 0, futures.mark // 3, -1)
    own = ((actor == side) | (actor == MUTUAL)).any(2)
    assert not own[:, 2:12].any()
    assert not futures.shadow[:, 2:12, side].any()
    assert own[:, :2].any() and own[:, 12:].any(), "before and after it may act"


def test_a_hold_that_hangs_on_the_other_lapses_with_its_force(world: World) -> None:
    futures = world.hold(0, 1, 30, while_other=True).run(Run(30, 1000))
    actor = np.where(futures.mark >= 0, futures.mark // 3, -1)
    force = np.isin(futures.mark, (5,)).any(2)
    first_force = np.where(force.any(1), force.argmax(1), 30)
    own = ((actor == 0) | (actor == MUTUAL)).any(2)
    first_own = np.where(own.any(1), own.argmax(1), 30)
    acted = first_own < 30
    assert acted.sum() > 20
    assert (first_own[acted] >= first_force[acted]).all()


def test_what_is_inferred_is_not_what_is_supposed(world: World) -> None:
    """Taking an act out moves where the sides stand, and not what happened says of the hidden."""
    from dataclasses import replace

    history = take_out(world.history, ["salvo"])
    gone = replace(world, history=history, supposed={}, _starts={}, _run={})
    for name in ("regime", "posture", "tempo", "rungs", "channels", "shadow"):
        assert np.array_equal(getattr(gone.start, name), getattr(world.start, name)), name
    assert not np.array_equal(gone.start.standing.sting, world.start.standing.sting)
    assert not np.array_equal(gone.start.resolve, world.start.resolve)


def test_what_is_still_to_be_said_moves_no_start(world: World) -> None:
    """Whichever is asked first, both start from the very same place."""
    from dataclasses import replace

    fresh = replace(world, supposed={}, _starts={}, _inferred={}, _run={})
    spoken = fresh.say("limit", 0, tuple(range(0, 28, 7)))
    assert spoken.start is fresh.start
    assert np.array_equal(fresh.start.resolve, world.start.resolve)


def test_the_share_bears_on_what_is_supposed_alone(world: World) -> None:
    assert same(world.at_share(1.0).run(Run(30, 1000)), world.run(Run(30, 1000)))
    assert world.at_share(0.5) is world.at_share(0.5)


def test_identical_sees_each_difference(world: World, parameters: Parameters) -> None:
    from dataclasses import replace

    assert identical(world, replace(world))
    assert not identical(world, world.hold(0, 1, 9))
    assert not identical(world.hold(0, 1, 9), world.hold(0, 1, 9, while_other=True))
    assert not identical(world, world.say("limit", 0))
    assert not identical(world, replace(world, hours={"notice": 3.0}))
    other = parameters.replace("fear.weight", 0.7)
    assert not identical(world, world.with_parameters(other))
