"""What kind of deed an act was, finer than its mark, where the data or the rung say."""

import numpy as np
from numpy.typing import NDArray

DEEDS = (
    "not stated", "threat to use force", "threat to blockade, occupy or go to war",
    "show of force", "alert", "mobilisation", "fortified border", "border violation",
    "blockade", "occupation", "seizure", "attack", "clash", "battle",
)  # fmt: skip
"""Kinds of deed; an act whose kind nobody states moves nothing beyond its mark."""

NOT_STATED, SEIZURE, ATTACK, CLASH_DEED, BATTLE_DEED = 0, 10, 11, 12, 13

_OF_ACTION = {
    0: 0, 1: 1, 2: 2, 3: 2, 4: 2, 5: 2, 6: 2, 7: 3, 8: 4, 9: 4, 10: 5, 11: 6, 12: 7, 13: 8, 14: 9,
    15: 10, 16: 11, 17: 12, 18: 2, 19: 11, 20: 13, 21: 13, 22: 13,
}  # fmt: skip

_TABLE = np.zeros(max(_OF_ACTION) + 1, np.int64)
_TABLE[list(_OF_ACTION)] = list(_OF_ACTION.values())


def deeds_of_actions(action: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give the index in `DEEDS` of the action codes of MID and MIE.

    Examples
    --------
    >>> [DEEDS[d] for d in deeds_of_actions(np.array([7, 16, 17]))]
    ['show of force', 'attack', 'clash']
    """
    known = (action >= 0) & (action < len(_TABLE))
    return np.where(known, _TABLE[np.where(known, action, 0)], NOT_STATED)


def deed_of_rung(key: str, level: int, mutual: bool) -> int:
    """Give the index in `DEEDS` of an act on a rung: no more than the rung says.

    Examples
    --------
    >>> DEEDS[deed_of_rung("display", 3, False)], DEEDS[deed_of_rung("strike-home", 4, False)]
    ('not stated', 'attack')
    """
    if level >= 5:
        return BATTLE_DEED
    if level < 4:
        return NOT_STATED
    if mutual:
        return CLASH_DEED
    return SEIZURE if key == "seizure" else ATTACK
