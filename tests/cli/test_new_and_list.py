"""offramp new, and offramp list."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from offramp.record import library, open_record

Call = Callable[..., Result]


def test_new_writes_a_sound_record_and_says_what_next(call: Call, tmp_path: Path) -> None:
    result = call("new", "my-crisis")
    assert result.exit_code == 0
    assert result.stdout == "my-crisis/crisis.yaml\n"
    assert "offramp check my-crisis" in result.stderr
    assert open_record(tmp_path / "my-crisis").id == "my-crisis"


def test_new_writes_where_it_is_told(call: Call, tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    assert call("new", "my-crisis", "--out", "records").exit_code == 0
    assert (tmp_path / "records" / "my-crisis" / "crisis.yaml").is_file()


def test_new_never_overwrites(call: Call, starter: Path) -> None:
    before = (starter / "crisis.yaml").read_bytes()
    result = call("new", starter.name)
    assert result.exit_code == 2
    assert "There is a record at two-rivals/crisis.yaml already." in result.stderr
    assert (starter / "crisis.yaml").read_bytes() == before


def test_new_fills_an_empty_folder(call: Call, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert call("new", "mine").exit_code == 0


@pytest.mark.parametrize("name", ["", "Two Rivals", "../up", "a/b", ".", "x" * 200, "a\nb"])
def test_new_refuses_what_is_no_id(call: Call, tmp_path: Path, name: str) -> None:
    result = call("new", name)
    assert result.exit_code == 2
    assert "cannot be the name of a record" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_new_needs_a_folder_to_put_it_in(call: Call) -> None:
    result = call("new", "mine", "--out", "nowhere")
    assert result.exit_code == 2
    assert "There is no folder nowhere" in result.stderr


def test_list_shows_the_library(call: Call) -> None:
    result = call("list")
    assert result.exit_code == 0
    assert all(name in result.stdout for name in library())
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_list_as_json(call: Call) -> None:
    rows = {row["id"]: row for row in json.loads(call("list", "--json").stdout)}
    assert set(rows) == set(library())
    record = open_record("iran-israel-2024")
    row = rows["iran-israel-2024"]
    assert (row["acts"], row["signals"]) == (len(record.acts), len(record.signals))
    assert (row["title"], row["closes"]) == (record.title, "2024-07-18")
