"""The inputs of the learned baselines, against a slow reading of the same words."""

import numpy as np
import pytest

from offramp.history import Confrontations, Points, standing_points
from offramp.scoring._inputs import HALF_LIVES, absolute, inputs_of, last_side, relative
from scoring._made import until_row


def test_stocks_are_counts_that_decay(events: Confrontations, scored: Points) -> None:
    inputs = inputs_of(scored)
    for at in range(0, scored.count, 7):
        row, side = scored.row[at], inputs.side[at]
        first = events.first[events.history[row]]
        past = np.arange(first, row + 1)
        seen = relative(events.mark[past], np.full(len(past), side))
        for half_life in HALF_LIVES:
            name = "ever" if np.isinf(half_life) else f"{half_life:g}"
            weight = 0.5 ** ((events.day[row] - events.day[past]) / half_life)
            for mark in range(8):
                expected = np.log1p(weight[seen == mark].sum())
                assert inputs.column(f"stock_{name}_{mark}")[at] == pytest.approx(expected)
            assert inputs.column(f"stock_{name}")[at] == pytest.approx(np.log1p(weight.sum()))


def test_the_rhythm_of_a_history() -> None:
    events = Confrontations(
        "made-up", np.zeros(5, int), np.array([10, 13, 13, 300, 301]) + 700_000,
        np.array([0, 5, 5, 6, 3]), np.full(5, 7), np.zeros(5), np.zeros(5, bool),
        np.array([1]), np.array([1]), np.array([["A", "B"]]), until=710_000,
    )  # fmt: skip
    inputs = inputs_of(standing_points(events))

    def column(name: str) -> list[float]:
        return inputs.column(name).round(9).tolist()

    assert column("gap_1") == np.log1p([200, 3, 0, 287, 1]).round(9).tolist()
    assert column("gap_2") == np.log1p([200, 200, 3, 0, 287]).round(9).tolist()
    assert column("spell") == np.log([1, 2, 3, 1, 2]).round(9).tolist()
    assert column("acts") == np.log([1, 2, 3, 4, 5]).round(9).tolist()
    assert column("age") == np.log1p([0, 3, 3, 290, 291]).round(9).tolist()
    assert column("opener") == [1, 0, 0, 1, 0]
    assert column("mutual") == [0, 0, 0, 1, 0]
    assert column("last_3") == [0, 0, 0, 1, 0]


def test_what_comes_later_changes_nothing(events: Confrontations, scored: Points) -> None:
    whole = inputs_of(scored)
    for at in range(0, scored.count, 11):
        row = int(scored.row[at])
        cut = until_row(events, row)
        points = Points(cut, np.array([row]), *(np.array([-1]) for _ in range(3)))
        assert inputs_of(points).table[0].tolist() == whole.table[at].tolist()


def test_codes_of_states_are_no_input(events: Confrontations, scored: Points) -> None:
    inputs = inputs_of(scored)
    assert not [name for name in inputs.names if "side" in name]
    assert inputs.table.shape == (scored.count, len(inputs.names))
    assert np.isfinite(inputs.table).all()


def test_marks_seen_from_a_side_and_back() -> None:
    marks, sides = np.repeat(np.arange(8), 2), np.tile([0, 1], 8)
    seen = relative(marks, sides)
    assert relative(seen, sides).tolist() == marks.tolist()
    chances = np.eye(8)[seen]
    assert absolute(chances, sides).argmax(1).tolist() == marks.tolist()


def test_the_opener_looks_after_a_mutual_act() -> None:
    assert last_side(np.arange(8)).tolist() == [0, 0, 0, 1, 1, 1, 0, 0]
