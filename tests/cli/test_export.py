"""offramp export."""

import json
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

from offramp.record import library

Call = Callable[..., Result]


def test_one_record_is_written_and_its_place_printed(call: Call, tmp_path: Path) -> None:
    result = call("export", "imia-1996", "--out", "out")
    assert result.exit_code == 0
    assert result.stdout == "out/datapackage.json\n"
    assert "CC BY 4.0" in result.stderr
    assert json.loads((tmp_path / "out" / "datapackage.json").read_text())["name"] == "imia-1996"


def test_the_library_is_written_whole(call: Call, tmp_path: Path) -> None:
    assert call("export", "--library", "--out", "out").exit_code == 0
    assert {path.name for path in (tmp_path / "out" / "records").iterdir()} == set(library())


def test_a_record_of_ones_own_has_no_licence_yet(call: Call, starter: Path) -> None:
    result = call("export", starter.name, "--out", "out")
    assert result.exit_code == 0
    assert "states no licence" in result.stderr


def test_what_is_there_stays(call: Call, starter: Path) -> None:
    result = call("export", "imia-1996", "--out", starter.name)
    assert result.exit_code == 2
    assert "There is something at two-rivals already." in result.stderr


def test_either_a_crisis_or_the_library(call: Call, tmp_path: Path) -> None:
    for words in ((), ("imia-1996", "--library")):
        result = call("export", *words, "--out", "out")
        assert result.exit_code == 2
        assert "--library" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_bad_record_is_told_in_full(call: Call, bad_record: Path, tmp_path: Path) -> None:
    result = call("export", bad_record.name, "--out", "out")
    assert result.exit_code == 3
    assert not (tmp_path / "out").exists()
