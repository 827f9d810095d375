"""The table of salvos: which rows it keeps."""

from pathlib import Path
from typing import Any

import pytest

from datasets._made import ukraine, write
from offramp.datasets import MUNITIONS, DatasetError, open_dataset
from offramp.datasets._ukraine import MODELS
from offramp.record._exchange import MUNITIONS as IN_RECORDS


def read(folder: Path, *rows: dict[str, Any]) -> dict[str, list[Any]]:
    return open_dataset(write(folder, "ukraine", [ukraine(), *rows])).slice(1).to_pydict()


def test_a_row_is_kind_month_launched_and_stopped(tmp_path: Path) -> None:
    found = read(tmp_path, ukraine(model="X-47 Kinzhal", launched=6.0, destroyed=0.0))
    assert found == {"kind": [3], "month": [12 * 2023 + 2], "launched": [6.0], "stopped": [0.0]}
    assert MUNITIONS[3] == "air-launched"


@pytest.mark.parametrize(
    "change",
    [
        {"model": "Iskander-M and Iskander-K"},
        {"model": "Orlan-10"},
        {"source": "PvKPivden/posts/made-up"},
        {"source": ""},
        {"launched": ""},
        {"destroyed": ""},
        {"launched": 0.0, "destroyed": 0.0},
        {"launched": 3.0, "destroyed": 4.0},
    ],
)
def test_what_says_nothing_of_one_kind_is_left_out(change: dict[str, Any], tmp_path: Path) -> None:
    assert read(tmp_path, ukraine(**change))["kind"] == []


def test_kinds_are_those_that_a_record_can_hold() -> None:
    assert set(MUNITIONS) <= set(IN_RECORDS)
    assert set(MODELS.values()) == set(range(len(MUNITIONS)))


@pytest.mark.parametrize("when", ["5 February 2023", "2023-13-01", "2023-2-5", ""])
def test_another_way_to_write_days_is_refused(when: str, tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="time_start"):
        read(tmp_path, ukraine(time_start=when))


def test_the_published_file_is_read(shared: Path) -> None:
    found = open_dataset(shared / "ukraine-strikes.csv")
    assert found.num_rows == 1321
    assert max(found["stopped"].to_numpy() - found["launched"].to_numpy()) <= 0
