import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Call = Callable[..., Result]


def test_the_matrix_is_printed(call: Call, starter: Path) -> None:
    result = call("hypotheses", str(starter))
    assert result.exit_code == 0, result.output
    for told in ("north: what is it disposed to do?", "south:", "patient", "N by construction"):
        assert told in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_json_holds_every_cell(call: Call, starter: Path) -> None:
    found = json.loads(call("hypotheses", str(starter), "--json").stdout)
    assert len(found["hypotheses"]) == 6
    for row in found["rows"]:
        assert len(row["cells"]) == 6
        assert {cell["grade"] for cell in row["cells"]} <= {"CC", "C", "N", "I", "II"}


def test_csv_is_written_whole(call: Call, starter: Path, tmp_path: Path) -> None:
    result = call("hypotheses", str(starter), "--csv", "m.csv", "--json")
    rows = list(csv.reader((tmp_path / "m.csv").open(encoding="utf-8")))
    assert len(rows) == 1 + len(json.loads(result.stdout)["rows"])
    assert "rows written to m.csv" in result.stderr
    assert [path.name for path in tmp_path.glob("*m.csv*")] == ["m.csv"]


def test_a_file_that_cannot_be_written_is_told_first(call: Call, starter: Path) -> None:
    result = call("hypotheses", str(starter), "--csv", "no/such/m.csv")
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert "Cannot write no/such/m.csv" in result.stderr


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["--as-of", "1999-01-01"], 2, "Nothing was known to have happened between the sides"),
        (["--set", "grief=1"], 2, 'there is no dial "grief"'),
    ],
)
def test_wrong_usage_is_told(
    call: Call, starter: Path, words: list[str], status: int, told: str
) -> None:
    result = call("hypotheses", str(starter), *words)
    assert result.exit_code == status
    assert told in " ".join(result.stderr.split())
