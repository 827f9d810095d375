"""ICB: a trigger and a major response for each crisis actor."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from datasets._made import cluster, icb2, write, write_icb
from offramp.datasets import open_dataset
from offramp.history import Confrontations


def opened(folder: Path, *actors: dict[str, Any]) -> Confrontations:
    return open_dataset(write_icb(folder, list(actors)))


def days(found: Confrontations) -> list[date]:
    return [date.fromordinal(day) for day in found.day.tolist()]


def test_a_history_is_a_trigger_and_a_response(tmp_path: Path) -> None:
    found = opened(tmp_path, icb2())
    assert found.dataset == "icb-15"
    assert found.sides.tolist() == [["901", "902"]]
    assert found.mark.tolist() == [2, 5]
    assert found.action.tolist() == [9, 8]
    assert days(found) == [date(1985, 3, 5), date(1985, 3, 9)]
    assert not found.vague.any()
    assert not found.log_dead.any()


@pytest.mark.parametrize(
    ("trigger", "mark"), [(1, 0), (7, 1), (8, 2), (9, 2), *((n, None) for n in (2, 3, 4, 5, 6))]
)
def test_a_trigger_without_military_level_is_left_out(
    trigger: int, mark: int | None, tmp_path: Path
) -> None:
    found = opened(tmp_path, icb2(triggr=trigger), icb2(2, 2))
    assert found.confrontation.tolist() == ([2] if mark is None else [1, 2])
    assert mark is None or found.mark[0] == mark


@pytest.mark.parametrize(
    ("response", "mark"),
    [(2, 3), (6, 4), (7, 4), (8, 5), (9, 5), *((n, None) for n in (1, 3, 4, 5))],
)
def test_a_response_without_military_level_is_no_act(
    response: int, mark: int | None, tmp_path: Path
) -> None:
    found = opened(tmp_path, icb2(majres=response))
    assert found.mark.tolist() == ([2] if mark is None else [2, mark])


@pytest.mark.parametrize("entity", [995, 996, 997, 902, ""])
def test_the_source_of_threat_stands_for_what_is_no_other_state(
    entity: object, tmp_path: Path
) -> None:
    found = opened(tmp_path, icb2(trigent=entity, southv=903))
    assert found.sides.tolist() == [["903", "902"]]


@pytest.mark.parametrize("threat", [997, 902, ""])
def test_an_actor_without_adversary_is_left_out(threat: object, tmp_path: Path) -> None:
    found = opened(tmp_path, icb2(trigent=996, southv=threat), icb2(2, 2))
    assert found.confrontation.tolist() == [2]


def test_a_vague_response_stands_as_far_off_as_is_coded(tmp_path: Path) -> None:
    found = opened(tmp_path, icb2(dayres="", trgresra=20.0), icb2(2, 2, dayres=77.0, trgresra=9))
    assert days(found) == [
        date(1985, 3, 5), date(1985, 3, 24), date(1985, 3, 5), date(1985, 3, 13),
    ]  # fmt: skip
    assert found.vague.tolist() == [False, True, False, True]


def test_a_vague_trigger_stands_as_far_off_as_is_coded(tmp_path: Path) -> None:
    found = opened(tmp_path, icb2(datrig=66.0, dayres=12.0, trgresra=11.0))
    assert days(found) == [date(1985, 3, 2), date(1985, 3, 12)]
    assert found.vague.tolist() == [True, False]


@pytest.mark.parametrize(("part", "day"), [(66, 5), (77, 15), (88, 25), ("", 15)])
def test_parts_of_a_month_have_a_day(part: object, day: int, tmp_path: Path) -> None:
    found = opened(tmp_path, icb2(datrig=part, majres=1, yerres="", monres="", dayres="",
                                  trgresra=""))  # fmt: skip
    assert days(found) == [date(1985, 3, day)]
    assert found.vague.tolist() == [True]


def test_a_response_never_comes_before_its_trigger(tmp_path: Path) -> None:
    found = opened(tmp_path, icb2(dayres=1.0, trgresra=""), icb2(2, 2, datrig=28, dayres="",
                                                                trgresra=""))  # fmt: skip
    assert (found.day[1::2] >= found.day[::2]).all()
    assert found.mark.tolist() == [2, 5, 2, 5]


def test_a_response_in_no_known_month_leaves_the_actor_out(tmp_path: Path) -> None:
    unknown = icb2(yerres="", monres="", dayres="", trgresra="")
    assert opened(tmp_path, unknown, icb2(2, 2)).confrontation.tolist() == [2]


def test_an_unknown_response_leaves_the_actor_out(tmp_path: Path) -> None:
    assert opened(tmp_path, icb2(majres=""), icb2(2, 2)).confrontation.tolist() == [2]


def test_each_actor_has_a_history_of_its_own(tmp_path: Path) -> None:
    answered = icb2(2, cracid=901, trigent=902, southv=902, datrig=9.0, dayres=11.0, trgresra=3.0)
    again = icb2(3, motrig=4, monres=4.0)
    found = opened(tmp_path, again, icb2(), answered)
    assert found.history.tolist() == [0, 0, 1, 1, 2, 2]
    assert found.sides.tolist() == [["901", "902"], ["902", "901"], ["901", "902"]]
    assert found.confrontation.tolist() == [1, 1, 1]
    assert (found.begins == found.day[0]).all()


def test_clusters_are_those_of_crises(tmp_path: Path) -> None:
    path = write_icb(tmp_path, [icb2(), icb2(2, 2)])
    write(tmp_path, "clusters", [cluster("c", 1, 7), cluster("m", 2, 8)])
    known, alone = open_dataset(path).cluster.tolist()
    assert known == 7
    assert alone < -1_000_000, "apart from confrontations that are alone"


def test_the_table_of_crises_opens_the_actors_and_is_not_needed(tmp_path: Path) -> None:
    actors = write_icb(tmp_path, [icb2()])
    crises = tmp_path / "icb1v15.csv"
    assert open_dataset(crises).count == open_dataset(actors).count == 2
    crises.unlink()
    assert open_dataset(actors).count == 2


def test_the_published_files_are_read(shared: Path) -> None:
    found = open_dataset(shared / "icb2v15.csv")
    assert (found.count, len(found.confrontation)) == (1056, 607)
    assert np.bincount(found.history).max() == 2
    violent = found.action[found.first] == 9
    answered = np.bincount(found.history)[violent] == 2
    assert 0.7 < answered.mean() < 0.8


@pytest.mark.parametrize("unknown", ["yerres", "monres"])
def test_a_response_in_no_known_month_says_nothing_of_a_vague_trigger(
    unknown: str, tmp_path: Path
) -> None:
    found = opened(tmp_path, icb2(datrig=66.0, majres=1, **{unknown: ""}))
    assert days(found) == [date(1985, 3, 5)]
    assert found.vague.all()


@pytest.mark.parametrize("unknown", ["yerres", "monres"])
def test_a_response_in_no_known_month_stands_as_far_off_as_is_coded(
    unknown: str, tmp_path: Path
) -> None:
    found = opened(tmp_path, icb2(**{unknown: ""}))
    assert days(found) == [date(1985, 3, 5), date(1985, 3, 9)]
