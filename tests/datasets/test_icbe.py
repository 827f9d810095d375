"""ICBe: codings of sentences as a table."""

from datetime import date
from pathlib import Path

import pytest

from datasets._made import icbe, write
from offramp.datasets import open_dataset


def test_a_coding_keeps_its_words_and_gets_its_day(tmp_path: Path) -> None:
    row = icbe(sayintkind="accuse;demand", sayintkind_react="3;4")
    found = open_dataset(write(tmp_path, "icbe", [row])).to_pydict()
    assert found["day"] == [date(1985, 3, 5).toordinal()]
    assert found["crisno"] == [1]
    assert found["interact_escalate"] == ["attack"]
    assert found["sayintkind"] == ["accuse;demand"]
    assert found["answers"] == ["3;4"]
    assert found["thinkkind"] == [None]


@pytest.mark.parametrize(
    "change",
    [
        {"date_earliest_day": ""},
        {"date_earliest_day": "5;6"},
        {"date_earliest_day": "31", "date_earliest_month": "4"},
        {"date_earliest_day": "0"},
        {"date_earliest_month": "13"},
        {"date_earliest_year": "85"},
        {"date_earliest_year": "1895"},
        {"date_earliest_year": "198500"},
    ],
)
def test_a_day_that_is_not_given_once_or_not_there_is_none(
    change: dict[str, str], tmp_path: Path
) -> None:
    found = open_dataset(write(tmp_path, "icbe", [icbe(), icbe(), icbe(), icbe(**change)]))
    days = found.to_pydict()["day"]
    assert days[3] is None
    assert None not in days[:3]


def test_numbers_that_went_through_a_spreadsheet_are_read(tmp_path: Path) -> None:
    row = icbe(date_earliest_year="1985.0", date_earliest_month="3.0", date_earliest_day="5.0")
    found = open_dataset(write(tmp_path, "icbe", [row])).to_pydict()
    assert found["day"] == [date(1985, 3, 5).toordinal()]


def test_the_published_file_is_read(shared: Path) -> None:
    found = open_dataset(shared / "icbe-1.1-events.csv")
    assert found.num_rows == 16_440
    assert 0.5 < 1 - found["day"].null_count / found.num_rows < 0.55
