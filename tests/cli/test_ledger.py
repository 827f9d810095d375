import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Call = Callable[..., Result]


def test_each_side_has_its_table(call: Call, starter: Path) -> None:
    result = call("ledger", str(starter))
    assert result.exit_code == 0, result.output
    assert result.stdout.count("log-hazard of force, on the day after") == 2
    for told in ("Northland", "Southland", "Base", "Learned", "Dials", "sum"):
        assert told in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_what_an_act_changed_is_printed(call: Call, starter: Path) -> None:
    result = call("ledger", str(starter), "--act", "southern-alert", "--draws", "400")
    assert result.exit_code == 0, result.output
    for told in ("With the act less without it", "Was deterrence restored?", "Through its terms"):
        assert told in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_json_holds_every_term(call: Call, starter: Path) -> None:
    words = ("ledger", str(starter), "--act", "southern-alert", "--draws", "400", "--json")
    told = call(*words).stdout
    found = json.loads(told)
    assert found["effect"]["act"] == "southern-alert"
    assert {row["side"] for row in found["effect"]["at_once"]["totals"]} == {"north", "south"}
    assert found["effect"]["deterrence"]["contrasts"]
    assert call(*words).stdout == told


def test_json_of_the_ledger_sums(call: Call, starter: Path) -> None:
    found = json.loads(call("ledger", str(starter), "--json").stdout)["ledger"]
    for total in found["totals"]:
        told = sum(row["mean"][-1] for row in found["terms"] if row["side"] == total["side"])
        assert told == pytest.approx(total["mean"][-1], abs=1e-3)


def test_a_page_is_drawn(call: Call, starter: Path, tmp_path: Path) -> None:
    result = call("ledger", str(starter), "--draws", "400", "--out", "page.html")
    assert result.exit_code == 0, result.output
    assert "The page is page.html" in result.stderr
    assert 'id="spec-ledger-terms"' in (tmp_path / "page.html").read_text("utf-8")


def test_a_dial_is_turned(call: Call, starter: Path) -> None:
    words = ("ledger", str(starter), "--json")
    plain = json.loads(call(*words).stdout)
    turned = json.loads(call(*words, "--set", "grievance=2").stdout)
    assert turned["ledger"]["totals"] != plain["ledger"]["totals"]
    assert "grievance" in turned["beliefs"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--act", "nothing-such"], 'no act "nothing-such"'),
        (["--act", "southern-alert", "--draws", "0"], "--draws must be"),
        (["--set", "hope=1"], 'there is no dial "hope"'),
        (["--act", "river-post", "--as-of", "2024-02-01"], "Stand on"),
        (["--as-of", "2024-03-01", "--act", "southern-alert"], "Stand on"),
    ],
)
def test_wrong_usage_is_told(call: Call, starter: Path, words: list[str], told: str) -> None:
    result = call("ledger", str(starter), *words)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
