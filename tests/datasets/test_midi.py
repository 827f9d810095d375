"""MID incidents: from participants of two sides to acts of pairs."""

from datetime import date
from math import log
from pathlib import Path

import pytest

from datasets._made import cluster, midi, midip, target, write, write_midi
from offramp.datasets import DatasetError, open_dataset
from offramp.history import BATTLE, CLASH


def test_each_initiator_acts_against_each_target(tmp_path: Path) -> None:
    participants = [midip(), midip(state=903), target(), target(state=904)]
    found = open_dataset(write_midi(tmp_path, [midi()], participants))
    assert found.dataset == "midi-5.0"
    assert found.sides.tolist() == [
        ["901", "902"], ["901", "904"], ["903", "902"], ["903", "904"],
    ]  # fmt: skip
    assert found.mark.tolist() == [1, 1, 1, 1]
    assert found.confrontation.tolist() == [1, 1, 1, 1]


def test_the_initiator_of_an_incident_need_not_have_opened_the_dispute(tmp_path: Path) -> None:
    later = [
        midip(1002, 902, sidea=0, action=16, hostlev=4, stday=9),
        target(1002, 901, sidea=1),
    ]
    found = open_dataset(write_midi(tmp_path, [midi(), midi(1002)], [midip(), target(), *later]))
    assert found.sides.tolist() == [["901", "902"]]
    assert found.mark.tolist() == [1, 5]
    assert found.action.tolist() == [7, 16]


@pytest.mark.parametrize(("action", "level", "mark"), [(17, 4, CLASH), (20, 5, BATTLE),
                                                        (21, 5, BATTLE)])  # fmt: skip
@pytest.mark.parametrize("other", [0, 17])
def test_clashes_and_wars_are_acts_of_both_once(
    action: int, level: int, mark: int, other: int, tmp_path: Path
) -> None:
    participants = [
        midip(action=action, hostlev=level),
        target(action=other, hostlev=4 if other else 1),
    ]
    found = open_dataset(write_midi(tmp_path, [midi()], participants))
    assert found.mark.tolist() == [mark]
    assert found.action.tolist() == [action]


def test_a_declaration_of_war_is_its_maker_s_act_of_force(tmp_path: Path) -> None:
    found = open_dataset(write_midi(tmp_path, [midi()], [midip(action=18, hostlev=4), target()]))
    assert (found.mark.tolist(), found.action.tolist()) == ([2], [18])


def test_what_a_target_does_in_the_incident_is_its_own_act(tmp_path: Path) -> None:
    participants = [midip(), target(action=11, hostlev=3, fatalpre=6)]
    found = open_dataset(write_midi(tmp_path, [midi()], participants))
    assert found.mark.tolist() == [1, 4]
    assert found.action.tolist() == [7, 11]
    assert found.log_dead.tolist() == [pytest.approx(log(7)), 0.0], "the dead count once"


def test_a_participant_without_an_action_acts_against_nobody(tmp_path: Path) -> None:
    participants = [midip(action=0, hostlev=1), target(action=8, hostlev=3)]
    found = open_dataset(write_midi(tmp_path, [midi()], participants))
    assert (found.mark.tolist(), found.sides.tolist()) == ([4], [["901", "902"]])


def test_the_dead_are_shared_over_opponents(tmp_path: Path) -> None:
    participants = [
        midip(fatalpre=8, fatality=1),
        target(fatalpre=-9, fatality=1),
        target(state=904, fatalpre=-9, fatality=-9),
    ]
    found = open_dataset(write_midi(tmp_path, [midi()], participants))
    assert found.log_dead.tolist() == [pytest.approx(log(1 + 4 + 13)), pytest.approx(log(1 + 4))]


def test_where_both_stand_on_one_side_the_initiator_opens(tmp_path: Path) -> None:
    found = open_dataset(write_midi(tmp_path, [midi()], [midip(sidea=0), target(sidea=0)]))
    assert (found.sides.tolist(), found.mark.tolist()) == ([["901", "902"]], [1])


def test_days_are_the_participant_s_own(tmp_path: Path) -> None:
    participants = [midip(), midip(state=903, stday=-9, stmon=4), target()]
    found = open_dataset(write_midi(tmp_path, [midi()], participants))
    assert [date.fromordinal(day) for day in found.day.tolist()] == [
        date(1995, 3, 5),
        date(1995, 4, 15),
    ]
    assert found.vague.tolist() == [False, True]


def test_clusters_are_those_of_disputes(tmp_path: Path) -> None:
    path = write_midi(tmp_path, [midi()], [midip(), target()])
    write(tmp_path, "clusters", [cluster("m", 1, 7)])
    assert open_dataset(path).cluster.tolist() == [7]


def test_participants_are_needed_and_either_file_opens_both(tmp_path: Path) -> None:
    path = write(tmp_path, "midi", [midi()])
    with pytest.raises(DatasetError, match=r"needs MIDIP 5.0.csv too"):
        open_dataset(path)
    other = write(tmp_path, "midip", [midip(), target(), midip(2001), target(2001)])
    assert open_dataset(path).confrontation.tolist() == [1], "the other is no incident"
    assert open_dataset(other).confrontation.tolist() == [1]
    path.unlink()
    assert open_dataset(other).confrontation.tolist() == [1, 2]


def test_another_version_is_refused(tmp_path: Path) -> None:
    path = write_midi(tmp_path, [midi(version=4.3)], [midip(), target()])
    with pytest.raises(DatasetError, match=r'says "4\.3": another version of MIDI 5\.0'):
        open_dataset(path)
    write_midi(tmp_path, [midi(version="5.0")], [midip(), target()])
    assert open_dataset(path).count == 1


def test_the_published_files_are_read(shared: Path) -> None:
    found = open_dataset(shared / "midi-5.0.csv")
    assert (found.count, len(found.confrontation)) == (2829, 514)
    assert set(found.mark.tolist()) == set(range(8))
