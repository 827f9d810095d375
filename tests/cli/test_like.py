"""offramp like."""

import json
from collections.abc import Callable

import pytest
from typer.testing import Result

Call = Callable[..., Result]
ASKED = ("like", "sino-soviet-1969", "--as-of", "1969-03-16", "--draws", "1000")


def test_tables_fit_and_say_how_little_they_rest_on(call: Call) -> None:
    result = call(*ASKED)
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert "cuba-1962" in result.stdout
    assert "a hint, no" in result.stdout
    assert "Left out, since they were not over by then" in result.stdout


def test_json_holds_the_neighbours_and_both_views(call: Call) -> None:
    found = json.loads(call(*ASKED, "--json").stdout)
    assert {each["crisis"] for each in found["neighbours"]} == {"cuba-1962"}
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
    result = call("like", "cuba-1962", "--as-of", "1962-10-24", "--draws", "1000")
    assert result.exit_code == 2
    assert "Give --later" in result.stderr
