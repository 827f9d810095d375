"""What kind of deed an act was: by the codes of MID and MIE, or by its rung."""

import numpy as np
import pytest

from offramp.history import CLASH_DEED, DEEDS, deed_of_rung, deeds_of_actions
from offramp.history._deeds import ATTACK, BATTLE_DEED, NOT_STATED, SEIZURE
from offramp.ladder import default_ladder

# The codebook of MID: 1 to 6 and 18 threats, 7 to 13 displays, 14 to 19 force, 20 to 22 war.
LEVEL_OF = {
    2: {"threat to use force", "threat to blockade, occupy or go to war"},
    3: {
        "show of force", "alert", "mobilisation", "fortified border", "border violation",
    },
    4: {"blockade", "occupation", "seizure", "attack", "clash"},
    5: {"battle"},
}  # fmt: skip


def of(action: int) -> str:
    return DEEDS[int(deeds_of_actions(np.array([action]))[0])]


def test_named_kinds_stand_where_they_are_said_to() -> None:
    found = [DEEDS[at] for at in (NOT_STATED, SEIZURE, ATTACK, CLASH_DEED, BATTLE_DEED)]
    assert found == ["not stated", "seizure", "attack", "clash", "battle"]
    assert len(set(DEEDS)) == len(DEEDS)


@pytest.mark.parametrize(
    ("actions", "level"),
    [
        ((1, 2, 3, 4, 5, 6, 18), 2), (range(7, 13), 3), ((13, 14, 15, 16, 17, 19), 4),
        (range(20, 23), 5),
    ],
)  # fmt: skip
def test_each_code_is_a_deed_of_its_own_level(actions: range, level: int) -> None:
    assert {of(action) for action in actions} <= LEVEL_OF[level]


def test_every_kind_but_none_has_a_code() -> None:
    assert {of(action) for action in range(23)} == set(DEEDS)


@pytest.mark.parametrize("action", [-9, -1, 0, 23, 99])
def test_a_code_that_says_nothing_states_no_deed(action: int) -> None:
    assert of(action) == "not stated"


def test_many_codes_at_once_are_each_their_own() -> None:
    codes = np.array([[7, 16], [-9, 22]])
    found = deeds_of_actions(codes)
    assert found.shape == codes.shape
    assert [[DEEDS[d] for d in row] for row in found] == [
        ["show of force", "attack"], ["not stated", "battle"],
    ]  # fmt: skip


@pytest.mark.parametrize("rung", default_ladder().rungs, ids=lambda rung: rung.key)
@pytest.mark.parametrize("mutual", [False, True])
def test_a_rung_says_a_deed_of_its_own_level_or_none(rung, mutual: bool) -> None:
    found = DEEDS[deed_of_rung(rung.key, rung.level, mutual)]
    assert found == "not stated" or found in LEVEL_OF[rung.level]
    if rung.level >= 4:
        assert found != "not stated", "force is at least an attack"
