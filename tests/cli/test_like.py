"""offramp like."""

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from datasets._made import icb2, mie, write, write_icb
from offramp.record import library, open_record

Call = Callable[..., Result]
ASKED = ("like", "sino-soviet-1969", "--as-of", "1969-03-16", "--draws", "1000")


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "store"
    monkeypatch.setenv("OFFRAMP_DATA_DIR", str(folder))
    return folder


def bring(folder: Path) -> None:
    """Add three early confrontations and an early crisis, all made up."""
    pytest.importorskip("pyarrow")
    from offramp.datasets import add

    # What the data observe runs to the last act's year.
    rows = [mie(n, styear=1950 + n, endyear=1950 + n) for n in (1, 2, 3)]
    add("mie", [write(folder, "mie", [*rows, mie(4, styear=1968, endyear=1968)])])
    ended: dict[str, Any] = {
        "crisname": "RIVER",
        "yrterm": 1955,
        "moterm": 6,
        "daterm": 5,
        "viol": 2,
        "outfor": 1,
    }
    add("icb", [write_icb(folder, [icb2(yrtrig=1955, yerres=1955, **ended)])])


def over_by(day: str) -> set[str]:
    """Name the crises of the library whose records close before a day."""
    return {name for name, end in closes().items() if end and end < date.fromisoformat(day)}


@cache
def closes() -> dict[str, date | None]:
    return {name: open_record(folder).closes for name, folder in library().items()}


def test_tables_fit_and_say_how_little_they_rest_on(call: Call) -> None:
    result = call(*ASKED)
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert any(crisis in result.stdout for crisis in over_by("1969-03-16"))
    assert "a hint, no" in result.stdout
    assert "Left out, since they were not over by then" in result.stdout
    told = " ".join(result.stdout.split())
    assert "offramp data add mie PATH" in told, "how to bring published data"
    assert "offramp data add icb PATH" in told


def test_json_holds_the_neighbours_and_both_views(call: Call) -> None:
    found = json.loads(call(*ASKED, "--json").stdout)
    assert {each["crisis"] for each in found["neighbours"]} <= over_by("1969-03-16")
    assert "falklands-1982" in found["left_out"]
    assert all(one["count"] <= len(found["neighbours"]) for one in found["outside"])


@pytest.mark.slow
def test_later_crises_are_let_in_when_asked(call: Call) -> None:
    found = json.loads(call(*ASKED, "--json", "--later").stdout)
    assert found["later"] is True
    assert found["left_out"] == []
    assert found["crises"] > 8
    assert max(each["day"] for each in found["neighbours"]) > "1970"


def test_the_first_crisis_has_none_before_it(call: Call) -> None:
    result = call("like", "agadir-1911", "--as-of", "1911-07-21", "--draws", "1000")
    assert result.exit_code == 2
    assert "Give --later" in result.stderr


def test_published_data_stand_beside_the_library(call: Call, tmp_path: Path) -> None:
    bring(tmp_path)
    result = call(*ASKED)
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80
    told = " ".join(result.stdout.split())
    assert "In MIE: the nearest" in told
    assert "In ICB: the nearest 1 of 1 moments" in told
    assert "It cannot tell whether force struck home soil" in told


def test_json_holds_the_view_of_each_source(call: Call, tmp_path: Path) -> None:
    bring(tmp_path)
    found = json.loads(call(*ASKED, "--json").stdout)
    there = {each["dataset"]: each for each in found["elsewhere"]}
    assert len(there["mie"]["cases"]) == there["mie"]["moments"] >= 3
    assert all(case["day"] < "1969" for case in there["mie"]["cases"])
    assert {"share", "low", "high", "count", "probability", "apart"} <= set(
        there["icb"]["shares"][0]
    )


def test_an_early_crisis_is_compared_with_published_data(call: Call, tmp_path: Path) -> None:
    bring(tmp_path)
    asked = ("like", "cuba-1962", "--as-of", "1962-10-24", "--draws", "1000")
    found = json.loads(call(*asked, "--json").stdout)
    assert {each["crisis"] for each in found["neighbours"]} <= over_by("1962-10-24")
    assert all(each["cases"] for each in found["elsewhere"])
