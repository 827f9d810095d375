import pytest

from offramp.history import BATTLE, CLASH, FIRST, LEVELS, MARKS, MUTUAL, SECOND, mark_of, padded


def test_every_mark_is_found_by_who_and_level() -> None:
    assert [mark_of(who, level) for who, level in MARKS] == list(range(len(MARKS)))


@pytest.mark.parametrize("who", [FIRST, SECOND, MUTUAL])
def test_a_battle_takes_two_whoever_began_it(who: int) -> None:
    assert mark_of(who, 5) == BATTLE


@pytest.mark.parametrize("level", LEVELS)
def test_a_mutual_act_below_war_is_a_clash(level: int) -> None:
    assert mark_of(MUTUAL, level) == CLASH


@pytest.mark.parametrize(("size", "room"), [(0, 64), (1, 64), (64, 64), (65, 128)])
def test_lengths_are_rounded_up_to_whole_blocks(size: int, room: int) -> None:
    assert padded(size) == room
