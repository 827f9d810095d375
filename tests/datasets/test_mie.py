"""Militarized Interstate Events: the rules by which they are read."""

from datetime import date
from math import log
from pathlib import Path

import pyarrow.csv as pacsv
import pytest

from datasets._made import cluster, mie, write
from offramp.datasets import DatasetError, open_dataset
from offramp.datasets._acts import LEVEL_OF_ACTION
from offramp.history import BATTLE, CLASH


def test_an_act_is_its_maker_s_side_and_level(tmp_path: Path) -> None:
    rows = [
        mie(1, 1, action=1, hostlev=2),
        mie(1, 2, ccode1=902, ccode2=901, sidea1=0, action=7, hostlev=3),
        mie(1, 3, ccode1=902, ccode2=901, sidea1=0),
    ]
    found = open_dataset(write(tmp_path, "mie", rows))
    assert found.dataset == "mie-1.0"
    assert found.mark.tolist() == [0, 4, 5]
    assert found.action.tolist() == [1, 7, 16]
    assert found.sides.tolist() == [["901", "902"]]


def test_the_opener_is_told_by_side_and_not_by_number(tmp_path: Path) -> None:
    rows = [mie(1, 1, ccode1=902, ccode2=901, sidea1=1), mie(1, 2, sidea1=0)]
    found = open_dataset(write(tmp_path, "mie", rows))
    assert found.sides.tolist() == [["902", "901"]]
    assert found.mark.tolist() == [2, 5]


def test_clashes_and_battles_are_acts_of_both(tmp_path: Path) -> None:
    rows = [
        mie(1, 1, ccode1=901, ccode2=902, sidea1=0, action=17),
        mie(1, 2, ccode1=901, ccode2=902, sidea1=0, action=22, hostlev=5),
    ]
    found = open_dataset(write(tmp_path, "mie", rows))
    assert found.mark.tolist() == [CLASH, BATTLE]
    assert found.sides.tolist() == [["902", "901"]]


def test_what_is_no_militarized_action_is_left_out(tmp_path: Path) -> None:
    rows = [mie(1, 1), mie(1, 2, action=0, hostlev=1), mie(2, 1, action=0, hostlev=1)]
    found = open_dataset(write(tmp_path, "mie", rows))
    assert (found.count, found.confrontation.tolist()) == (1, [1])


def test_an_unknown_day_is_the_fifteenth_and_vague(tmp_path: Path) -> None:
    rows = [mie(1, 1, stday=-9), mie(1, 2, stday=16)]
    found = open_dataset(write(tmp_path, "mie", rows))
    assert [date.fromordinal(day) for day in found.day.tolist()] == [
        date(1990, 3, 15),
        date(1990, 3, 16),
    ]
    assert found.vague.tolist() == [True, False]


def test_the_dead_are_the_middle_of_the_range_over_both(tmp_path: Path) -> None:
    rows = [mie(fatalmin1=1, fatalmax1=3, fatalmin2=10, fatalmax2=20), mie(2, fatalmin1=-9)]
    found = open_dataset(write(tmp_path, "mie", rows))
    assert found.log_dead.tolist() == [pytest.approx(log(1 + 2 + 15)), 0.0]


def test_each_pair_has_a_history_of_its_own_in_order(tmp_path: Path) -> None:
    rows = [
        mie(7, 4, ccode1=903, ccode2=902, stday=2),
        mie(7, 1, ccode1=901, ccode2=902, stday=1),
        mie(3, 1, ccode1=901, ccode2=902, stday=28),
        mie(7, 3, ccode1=901, ccode2=902, stday=9),
        mie(7, 2, ccode1=901, ccode2=902, stday=9, action=7, hostlev=3),
    ]
    found = open_dataset(write(tmp_path, "mie", rows))
    assert found.confrontation.tolist() == [3, 7, 7]
    assert found.history.tolist() == [0, 1, 1, 1, 2]
    assert found.action.tolist() == [16, 16, 7, 16, 16]
    assert found.sides.tolist() == [["901", "902"], ["901", "902"], ["903", "902"]]
    assert (found.begins == found.day[[0, 1, 1]]).all()


def test_a_state_that_changes_sides_keeps_its_marks(tmp_path: Path) -> None:
    rows = [mie(1, 1), mie(1, 2), mie(1, 3, sidea1=0)]
    found = open_dataset(write(tmp_path, "mie", rows))
    assert found.sides.tolist() == [["901", "902"]]
    assert found.mark.tolist() == [2, 2, 5]


def test_clusters_come_from_the_table_beside_it(tmp_path: Path) -> None:
    path = write(tmp_path, "mie", [mie(1), mie(2)])
    assert open_dataset(path).cluster.tolist() == [-2, -3]
    write(tmp_path, "clusters", [cluster("m", 1, 44), cluster("c", 2, 45)])
    assert open_dataset(path).cluster.tolist() == [44, -3]


def test_the_data_end_with_the_year_of_the_last_event(tmp_path: Path) -> None:
    path = write(tmp_path, "mie", [mie(), mie(2, styear=1987)])
    assert date.fromordinal(open_dataset(path).until) == date(1990, 12, 31)
    write(tmp_path, "mie", [mie(2, styear=2015)])
    assert date.fromordinal(open_dataset(path).until) == date(2014, 12, 31)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"action": 18}, 'action is "18". Allowed: 0, 1, 2'),
        ({"hostlev": 6}, 'hostlev is "6". Allowed: 1, 2, 3, 4, 5.'),
        ({"stmon": 13}, 'stmon is "13". It must be a whole number from 1 to 12.'),
        ({"stmon": 2, "stday": 30}, "there is no day 1990-02-30. That month has 28 days"),
        ({"sidea1": ""}, "sidea1 is empty. Allowed: 0, 1."),
        ({"ccode2": 901}, "ccode1 and ccode2 are the same."),
        ({"version": "mie-1.1"}, 'says "mie-1.1": another version of MIE 1.0. Offramp reads'),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    change: dict[str, object], told: str, tmp_path: Path
) -> None:
    path = write(tmp_path, "mie", [mie(1, 1), mie(1, 2), mie(1, 3, **change)])
    with pytest.raises(DatasetError) as caught:
        open_dataset(path)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == (str(path), 4)
    assert told in str(problem)


def test_the_level_is_that_of_the_action(tmp_path: Path) -> None:
    rows = [mie(1, 1, action=7, hostlev=1), mie(1, 2, action=22, hostlev=4)]
    assert open_dataset(write(tmp_path, "mie", rows)).mark.tolist() == [1, BATTLE]


def test_a_file_of_nothing_militarized_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no act of threat or force"):
        open_dataset(write(tmp_path, "mie", [mie(action=0, hostlev=1)]))


def test_the_published_file_is_whole(shared: Path) -> None:
    found = open_dataset(shared / "mie-1.0.csv")
    assert found.count == 25_997
    assert found.cluster.min() >= 0, "all are in the table of clusters"
    table = pacsv.read_csv(shared / "mie-1.0.csv")
    action, level = (table.column(name).to_numpy() for name in ("action", "hostlev"))
    assert (LEVEL_OF_ACTION[action] == level).all()
