"""From acts of pairs to histories."""

import doctest
from typing import Any

import numpy as np
import pytest

from offramp.datasets import _acts
from offramp.datasets._acts import (
    BOTH,
    LEVEL_OF_ACTION,
    OPENER,
    OTHER,
    Acts,
    confrontations,
    joined,
    marks,
)
from offramp.history import MARKS


def acts(*rows: tuple[int, int, int, int, int], **more: Any) -> Acts:
    """Rows of confrontation, number, opener, other, day."""
    columns = np.array(rows, dtype=np.int64).reshape(-1, 5).T
    size = columns.shape[1]
    plain = {
        "actor": np.full(size, OPENER), "level": np.full(size, 3), "action": columns[1],
        "day": columns[4], "vague": np.zeros(size, dtype=bool), "dead": np.zeros(size),
    }  # fmt: skip
    return Acts(*columns[:4], **{**plain, **more})


def built(of: Acts, apart: Any = None) -> Any:
    return confrontations("made", of, of.confrontation * 10, 99, apart)


def test_marks_are_those_of_history() -> None:
    for number, (who, level) in enumerate(MARKS):
        actor = (OPENER, OTHER, BOTH)[who]
        assert marks(np.array([actor]), np.array([level])) == number


def test_a_single_side_s_battle_is_force() -> None:
    assert marks(np.array([OPENER, OTHER]), np.array([5, 5])).tolist() == [2, 5]


def test_an_action_has_the_level_of_its_codebook() -> None:
    assert LEVEL_OF_ACTION.tolist() == [
        1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5,
    ]  # fmt: skip


def test_order_is_history_day_number() -> None:
    found = built(acts((2, 1, 5, 6, 9), (1, 3, 8, 7, 4), (1, 2, 8, 7, 4), (1, 1, 7, 9, 8)))
    assert found.confrontation.tolist() == [1, 1, 2]
    assert found.history.tolist() == [0, 0, 1, 2]
    assert found.action.tolist() == [2, 3, 1, 1]
    assert found.sides.tolist() == [["8", "7"], ["7", "9"], ["5", "6"]]
    assert found.cluster.tolist() == [10, 10, 20]


def test_the_larger_part_of_the_rows_tells_who_opened() -> None:
    found = built(acts((1, 1, 7, 8, 1), (1, 2, 8, 7, 2), (1, 3, 8, 7, 3)))
    assert found.sides.tolist() == [["8", "7"]]


@pytest.mark.parametrize("first", [(7, 8), (8, 7)])
def test_in_a_tie_the_earlier_row_tells(first: tuple[int, int]) -> None:
    found = built(acts((1, 2, *first[::-1], 5), (1, 1, *first, 4)))
    assert found.sides.tolist() == [[str(state) for state in first]]


def test_histories_of_one_pair_can_be_held_apart() -> None:
    of = acts((1, 1, 7, 8, 5), (1, 2, 8, 7, 4))
    assert built(of).history.tolist() == [0, 0]
    found = built(of, np.array([2, 1]))
    assert found.history.tolist() == [0, 1]
    assert found.sides.tolist() == [["8", "7"], ["7", "8"]]


def test_no_act_makes_no_history() -> None:
    found = built(acts())
    assert (found.count, len(found.confrontation), found.sides.shape) == (0, 0, (0, 2))


def test_lots_are_put_one_after_the_other() -> None:
    found = joined(acts((1, 1, 7, 8, 5)), acts((2, 1, 7, 8, 5)))
    assert found.confrontation.tolist() == [1, 2]


def test_examples_run() -> None:
    assert doctest.testmod(_acts).failed == 0
