from pathlib import Path

import pytest

from offramp._errors import OfframpError, UsageError
from offramp.exporting import _folder, write_folder


def test_all_files_are_written_and_nothing_else(tmp_path: Path) -> None:
    write_folder(tmp_path / "new", {"a.txt": b"1", "in/b.txt": b"2"})
    assert (tmp_path / "new" / "in" / "b.txt").read_bytes() == b"2"
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    write_folder(tmp_path / "new", {"a.txt": b"1"})
    assert (tmp_path / "new" / "a.txt").read_bytes() == b"1"


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "mine.txt").write_text("mine")
    for place in (tmp_path / "old", tmp_path / "old" / "mine.txt"):
        with pytest.raises(UsageError, match="There is something at"):
            write_folder(place, {"a.txt": b"1"})
    assert [path.name for path in (tmp_path / "old").iterdir()] == ["mine.txt"]


def test_a_failure_midway_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = _folder.write_atomic

    def full(path: Path, content: str | bytes) -> None:
        if path.name == "b.txt":
            raise OfframpError("The disk is full.")
        real(path, content)

    monkeypatch.setattr(_folder, "write_atomic", full)
    with pytest.raises(OfframpError, match="disk is full"):
        write_folder(tmp_path / "new", {"a.txt": b"1", "b.txt": b"2"})
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OfframpError, match="Nothing was written"):
        write_folder(tmp_path / "nowhere" / "new", {"a.txt": b"1"})
