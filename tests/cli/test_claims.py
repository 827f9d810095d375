import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from _invented import plain
from claims._cases import claimed
from offramp.record import Record, write_record

Call = Callable[..., Result]
DRAWS = ("--draws", "1000", "--as-of", "2024-03-14")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    raw: dict[str, Any] = plain(claimed())
    raw["sources"][0]["date"] = "2020-01-01"
    for entry in (*raw["acts"], *raw["signals"]):
        entry["sources"] = [{"id": "press", "quote": "It came to pass."}]
    path = tmp_path_factory.mktemp("claimed") / "crisis.yaml"
    write_record(path, Record.model_validate(raw))
    return path


def test_verdicts_are_printed_with_what_they_hang_on(call: Call, record: Path) -> None:
    result = call("claims", str(record), *DRAWS)
    assert result.exit_code == 0, result.output
    text = " ".join(result.stdout.split())
    assert text.startswith("7 claims: ")
    assert "“It is pressed.” pressed, by press supported: It expects lower" in text
    assert "not testable: Acts show no intent." in text
    assert "A hold is quiet by construction for its days" in text
    assert "times likelier than one that does not (a Bayes factor" in text
    assert "claims about acts that had none" in text
    assert "Run again" not in text
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_named_claims_are_looked_at_closely(call: Call, record: Path) -> None:
    result = call("claims", str(record), "vow-binds", *DRAWS)
    text = " ".join(result.stdout.split())
    assert text.startswith("1 claim: ")
    assert "Across: " in text
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_json_holds_each_verdict_with_its_difference(call: Call, record: Path) -> None:
    found = json.loads(call("claims", str(record), "pressed", "no-war", "--json", *DRAWS).stdout)
    one, two = found["claims"]
    assert one["difference"]["mean"] < 0 == (two["difference"] or 0)
    assert {"id", "quote", "verdict", "must_believe", "surface"} <= set(one)
    assert one["must_believe"]["turns"][0]["rerun"] is not None
    assert len(one["surface"]["signs"]) == 7


def test_whose_priors_they_are_is_said(call: Call, record: Path) -> None:
    result = call("claims", str(record), "no-war", "--set", "fear=0.6", *DRAWS)
    assert "fear = 0.6, set on the command line" in " ".join(result.stdout.split())


@pytest.mark.parametrize(
    ("words", "told"), [(["nobody-said"], "nobody-said"), (["--set", "hope=1"], "no dial")]
)
def test_wrong_usage_is_told(call: Call, record: Path, words: list[str], told: str) -> None:
    result = call("claims", str(record), *words, *DRAWS)
    assert result.exit_code != 0
    assert told in " ".join(result.stderr.split())


def test_a_record_without_claims_is_told(call: Call, starter: Path) -> None:
    result = call("claims", str(starter), "--draws", "1000")
    assert result.exit_code == 2
    assert "holds no claims" in result.stderr
