"""Capabilities of states."""

from pathlib import Path

import pytest

from datasets._made import cinc, write
from offramp.datasets import DatasetError, open_dataset


def test_rows_are_in_order_and_what_is_missing_is_null(tmp_path: Path) -> None:
    rows = [cinc(902, 1990), cinc(901, 1991), cinc(901, 1990, cinc=-9)]
    found = open_dataset(write(tmp_path, "cinc", rows)).to_pydict()
    assert list(zip(found["ccode"], found["year"], strict=True)) == [
        (901, 1990), (901, 1991), (902, 1990),
    ]  # fmt: skip
    assert found["cinc"] == [None, 0.0125, 0.0125]
    assert found["irst"] == found["upop"] == [None] * 3
    assert set(found) == {
        "ccode", "year", "milex", "milper", "irst", "pec", "tpop", "upop", "cinc",
    }  # fmt: skip


@pytest.mark.parametrize("change", [{"cinc": 1.5}, {"year": 1815}, {"ccode": ""}])
def test_what_cannot_be_is_refused(change: dict[str, object], tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=next(iter(change))):
        open_dataset(write(tmp_path, "cinc", [cinc() | change]))


def test_the_published_file_is_read(shared: Path) -> None:
    found = open_dataset(shared / "capabilities-cinc.csv")
    share = found.group_by("year").aggregate([("cinc", "sum")])["cinc_sum"].to_pylist()
    assert all(total == pytest.approx(1, abs=0.08) for total in share)
