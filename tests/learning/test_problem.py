"""What the likelihood needs of standing points, laid out."""

import numpy as np
import pytest

from offramp.history import HORIZON, QUIET, standing_points
from offramp.learning._problem import LENGTHS, lay_out, plain_setting
from offramp.learning._standings import standings

from ._made_up import laid, made_up


def test_each_point_knows_what_came_next() -> None:
    problem = lay_out(standing_points(laid([(0, 1), (0, 2), (10, 5), (200, 0)], [(800, 7)])))
    assert problem.bin.tolist() == [0, 4, QUIET, QUIET, QUIET]
    assert problem.comes.tolist() == [True, True, False, False, False]
    assert problem.mark.tolist() == [2, 5, 0, 0, 0]
    assert problem.gap.tolist() == [0, 10, 190, HORIZON + 1, HORIZON + 1]
    assert problem.year.tolist() == [1980] * 4 + [1982]
    assert problem.count == 5


def test_each_point_knows_whether_its_act_or_the_next_opened_a_confrontation() -> None:
    problem = lay_out(
        standing_points(laid([(0, 2), (100, 0), (190, 0), (195, 2)], [(0, 1), (5, 2)]))
    )
    assert problem.opens.tolist() == [True, False, True, False, True, False]
    # After the last act of a history nothing of it goes on.
    assert problem.renews.tolist() == [False, True, False, True, False, True]


def test_points_stand_where_their_acts_left_them() -> None:
    events = made_up()
    points = standing_points(events)
    problem = lay_out(points)
    every = standings(events)
    for name, array in problem.standing._asdict().items():
        assert np.array_equal(array, getattr(every, name)[..., points.row]), name


def test_each_point_lies_in_one_chain_of_its_history_in_order() -> None:
    lengths = (1, 3, 9, 8, 2, 70, 12)
    points = standing_points(made_up(lengths))
    problem = lay_out(points)
    assert len(problem.chains) == 3, "short, middling and long ones lie apart"
    laid_out = np.concatenate([rows[rows >= 0] for rows in problem.chains])
    assert sorted(laid_out.tolist()) == list(range(problem.count))
    for rows, most in zip(problem.chains, LENGTHS, strict=True):
        assert len(rows) <= most
        for column in rows.T:
            inside = column[column >= 0]
            assert (column[len(inside) :] == -1).all(), "padding comes last"
            assert (np.diff(inside) == 1).all()
            assert len(set(points.history[inside].tolist())) == 1
            assert len(inside) == lengths[points.history[inside[0]]]


def test_a_bucket_is_no_longer_than_its_longest_history() -> None:
    problem = lay_out(standing_points(made_up((2, 3, 10, 20))))
    assert [rows.shape for rows in problem.chains] == [(3, 2), (20, 2)]


@pytest.mark.parametrize("batch", [(), (7,), (3, 7)])
def test_data_without_signals_have_a_plain_setting(batch: tuple[int, ...]) -> None:
    tempo = np.full(batch, 0.3)
    setting = plain_setting(tempo)
    assert setting.tempo is tempo
    for part in (setting.signals, setting.nuclear, setting.democracy):
        assert not part.any()
        assert part.ndim == len(batch) + (2 if part is setting.signals else 1)
    assert np.broadcast_shapes(setting.resolve.shape, (2, *batch)) == (2, *batch)
