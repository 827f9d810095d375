import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

pytestmark = pytest.mark.slow

Call = Callable[..., Result]


def test_what_an_answer_hinges_on_is_printed(call: Call, starter: Path) -> None:
    result = call("hinges", str(starter), "quiet for 30d", "--draws", "1000")
    assert result.exit_code == 0, result.output
    assert "The answer is" in result.stdout
    assert "more groups carry less than" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_json_holds_every_group(call: Call, starter: Path) -> None:
    words = ("hinges", str(starter), "term(south, grievance)", "--draws", "400", "--json")
    found = json.loads(call(*words).stdout)
    shares = [each["share"] for each in found["hinges"]]
    assert shares == sorted(shares, reverse=True)
    assert found["hinges"][0]["group"] == "provocation-proxy"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["quiet for 10d", "--draws", "399"], "Ask for --draws 400 or more"),
        (["next within 10d"], "ask next = <side>"),
        (["term(north, hope)"], "hope"),
    ],
)
def test_wrong_usage_is_told(call: Call, starter: Path, words: list[str], told: str) -> None:
    result = call("hinges", str(starter), *words)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())


def test_too_few_futures_are_remarked(call: Call, starter: Path) -> None:
    asked = ("hinges", str(starter), "north >= display within 2d", "--draws", "400")
    found = json.loads(call(*asked, "--json").stdout)
    assert found["noise"] > found["sd"]
    assert "ask for more futures with --draws" in " ".join(call(*asked).stdout.split())
