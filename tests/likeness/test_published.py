"""What the user has added is found, and what is not there says how to bring it."""

from pathlib import Path

import pytest

from datasets._made import icb2, mie, write, write_icb
from offramp.datasets import add
from offramp.likeness import published
from offramp.likeness._published import BRING

pytest.importorskip("pyarrow")


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "store"
    monkeypatch.setenv("OFFRAMP_DATA_DIR", str(folder))
    return folder


def test_without_data_it_says_how_to_bring_them() -> None:
    there = published()
    assert there.events is None
    assert there.crises is None
    assert there.notes == BRING


def test_what_was_added_is_there(tmp_path: Path) -> None:
    add("mie", [write(tmp_path, "mie", [mie(), mie(2)])])
    add("icb", [write_icb(tmp_path, [icb2()])])
    there = published()
    assert there.events is not None
    assert there.crises is not None
    assert there.events.events.count == 2
    assert there.crises.actor.tolist() == [902]
    assert there.crises.name == ("crisis 1",)


def test_what_is_damaged_is_told_and_stops_nothing(tmp_path: Path, data_folder: Path) -> None:
    add("mie", [write(tmp_path, "mie", [mie(), mie(2)])])
    for path in (data_folder / "mie").glob("*.parquet"):
        path.write_bytes(b"no such thing")
    there = published()
    assert there.events is None
    assert "offramp data add mie" in there.notes["mie"]
