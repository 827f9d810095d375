"""Points before any battle."""

import numpy as np

from offramp.history import BATTLE, Points
from offramp.scoring._before_battle import before_battle


def test_before_the_first_battle_of_the_confrontation(scored: Points) -> None:
    events, found = scored.confrontations, before_battle(scored)
    assert 0 < found.sum() < scored.count
    numbers = events.confrontation[events.history]
    for at, row in enumerate(scored.row):
        past = (numbers == numbers[row]) & (events.day <= events.day[row])
        assert found[at] == (not (events.mark[past] == BATTLE).any())


def test_without_battles_all_points_are_before(scored: Points) -> None:
    events = scored.confrontations
    peaceful = type(events)(**{**vars_of(events), "mark": np.zeros(events.count, int)})
    points = Points(peaceful, scored.row, scored.gap, scored.bin, scored.mark)
    assert before_battle(points).all()


def vars_of(events):
    return {name: getattr(events, name) for name in type(events).__dataclass_fields__}
