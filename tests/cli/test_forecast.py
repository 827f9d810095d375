"""offramp forecast: the tables, the JSON, and hindsight kept apart."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from offramp.cli._app import app
from offramp.cli._say import plain
from offramp.cli._tables import chance, percent
from offramp.record import new_record

Call = Callable[..., Result]

HEAD = ["crisis", "as_of", "horizon_days", "seed", "draws", "run", "answers"]
ANSWER = {
    "ask", "low", "high", "mc_error", "words", "baseline", "kind", "basis",
    "topic", "side", "rung", "within",
}  # fmt: skip
ASKED = ["forecast", "iran-israel-2024", "--as-of", "2024-04-14", "--draws", "400"]


@pytest.fixture(scope="module")
def plainly() -> dict[str, Any]:
    return json.loads(_invoke("--json").stdout)


@pytest.fixture(scope="module")
def wholly() -> dict[str, Any]:
    days = ("--from", "2024-04-13", "--to", "2024-04-14")
    return json.loads(_invoke("--json", "--reveal", *days).stdout)


@pytest.fixture(scope="module")
def tables() -> str:
    return _invoke("--from", "2024-04-14", "--reveal").stdout


def _invoke(*more: str) -> Result:
    result = CliRunner().invoke(app, [*ASKED, *more])
    assert result.exit_code == 0, result.output
    return result


def test_json_has_exactly_what_was_promised(plainly: dict[str, Any]) -> None:
    assert list(plainly) == HEAD
    assert (plainly["as_of"], plainly["seed"]) == ("2024-04-14", 0)
    assert plainly["horizon_days"] == 90
    for answer in plainly["answers"]:
        quantity = {"value", "unit"} if "value" in answer else {"probability"}
        assert set(answer) == ANSWER | quantity
        assert answer["low"] <= answer.get("probability", answer.get("value")) <= answer["high"]


def test_what_happened_changes_no_answer(plainly: dict[str, Any], wholly: dict[str, Any]) -> None:
    assert list(wholly) == [*HEAD, "odds", "reveals"]
    assert {name: wholly[name] for name in HEAD} == plainly


def test_odds_are_told_by_day(wholly: dict[str, Any]) -> None:
    odds = wholly["odds"]
    assert odds["days"] == ["2024-04-13", "2024-04-14"]
    assert odds["horizon_days"] == 30
    assert all(len(line["probability"]) == 2 for line in odds["lines"])


def test_reveals_answer_questions_of_the_forecast(wholly: dict[str, Any]) -> None:
    asked = {answer["ask"] for answer in wholly["answers"]}
    assert {found["ask"] for found in wholly["reveals"]} <= asked
    assert any(found["by_act"] for found in wholly["reveals"])


def test_tables_fit_a_terminal_and_say_all(tables: str) -> None:
    for part in (
        "Who acts next", "Israel: this rung or higher", "Iran: this rung or higher",
        "Either side: this rung or higher", "within 7 days", "within 90 days", "quiet for 60d",
        "The simulation's own error", "day by day", "What happened afterwards", "Brier",
    ):  # fmt: skip
        assert part in tables
    assert max(map(len, tables.splitlines())) <= 80
    assert "\x1b" not in tables


def test_the_page_is_not_written(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "crisis.yaml").write_text(new_record("mine"), "utf-8")
    result = call("forecast", "mine", "--draws", "200", "--days", "7")
    assert result.exit_code == 0
    assert "within 7 days" in result.stdout
    assert "within 30 days" not in result.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.0, "<1 %"), (0.0049, "<1 %"), (0.34, "34 %"), (0.9951, ">99 %"), (1.0, ">99 %")],
)
def test_nothing_is_printed_as_certain(share: float, text: str) -> None:
    assert percent(share) == text
    assert chance(share, 0.0, 1.0) == f"{text} (0–100)"


def test_what_is_no_number_is_null_in_json() -> None:
    assert plain({"a": float("inf"), "b": (1.0, float("nan"))}) == {"a": None, "b": [1.0, None]}


def test_a_term_that_is_off_is_told_and_moves_the_forecast(plainly: dict[str, Any]) -> None:
    off = json.loads(_invoke("--json", "--off", "momentum").stdout)
    assert off["run"] != plainly["run"]
    assert off["answers"] != plainly["answers"]
    assert "Switched off: momentum." in _invoke("--off", "momentum").stdout.replace("\n", " ")


def test_a_term_that_cannot_be_switched_off_is_told() -> None:
    result = CliRunner().invoke(app, [*ASKED, "--off", "momentun"])
    assert result.exit_code == 2
    assert '"momentum"' in result.stderr


def test_a_belief_about_what_is_switched_off_is_told(tmp_path: Path) -> None:
    own = tmp_path / "crisis.yaml"
    belief = "beliefs:\n  fear: {mean: 1.0, sd: 0.1, why: my own reading}\n"
    own.write_text(new_record("two-rivals") + belief, "utf-8")
    result = CliRunner().invoke(app, ["forecast", str(own), "--draws", "200", "--off", "fear"])
    assert result.exit_code == 2
    assert "belief about fear" in result.stderr
