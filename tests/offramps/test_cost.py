"""What holding costs: provocation left unanswered, vows broken, fear lost."""

import pytest

from _invented import AS_OF, CRISIS, SAID, invent, signal
from offramp.answers import World, stand
from offramp.offramps import cost


def test_who_was_struck_leaves_more_unanswered(world: World) -> None:
    """The salvo, of the day before, is the south's to answer."""
    north, south = cost(world, 0, 14), cost(world, 1, 14)
    assert (north.side, south.side) == ("north", "south")
    assert south.unanswered > north.unanswered >= 0


def test_what_is_left_fades_the_longer_one_waits(world: World) -> None:
    short, long = cost(world, 1, 7), cost(world, 1, 30)
    assert long.unanswered < short.unanswered


def test_a_success_told_leaves_less_unanswered(world: World) -> None:
    told = world.say("framing", 1, (0, 7))
    assert cost(told, 1, 14).unanswered < cost(world, 1, 14).unanswered


def test_a_vow_made_good_is_not_broken_and_one_that_stands_is(world: World) -> None:
    assert cost(world, 0, 14).vows == (), "the salvo made it good"
    vowed = [*SAID, signal("revenge", 13, "vow", "southland", "northland")]
    fresh = cost(stand(invent(CRISIS, vowed), AS_OF), 1, 14)
    assert fresh.vows == ("revenge",)
    assert fresh.weight == pytest.approx(fresh.unanswered + 1)
    faded = [*SAID, signal("revenge", -60, "vow", "southland", "northland")]
    assert cost(stand(invent(CRISIS, faded), AS_OF), 1, 14).vows == ()


def test_who_waits_is_feared_less_or_as_much(world: World) -> None:
    for side in (0, 1):
        assert cost(world, side, 30).fear >= cost(world, side, 7).fear - 0.05
