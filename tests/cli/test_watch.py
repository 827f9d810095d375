import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Call = Callable[..., Result]


def test_what_to_watch_is_printed(call: Call, starter: Path) -> None:
    result = call("watch", str(starter), "quiet for 30d", "--draws", "400")
    assert result.exit_code == 0, result.output
    for told in ("quiet for 30d", "north uses force", "If seen", "The forecast after 14 days"):
        assert told in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_json_holds_every_observation(call: Call, starter: Path) -> None:
    words = ("watch", str(starter), "quiet for 30d", "--draws", "400", "--json")
    found = json.loads(call(*words).stdout)
    assert found["ask"] == "quiet for 30d"
    assert {each["by"] for each in found["observations"]} == set(found["days"]) == {1, 3, 7, 14}
    assert all(each["bits"] >= 0 for each in found["observations"])
    assert call(*words).stdout == call(*words).stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["dead within 30d"], "no yes or no in the days to come"),
        (["quiet for 30d without nothing-such"], "nothing-such"),
        (["quiet for 30d", "--draws", "0"], "--draws must be"),
        (["peas for 30d"], "peas"),
    ],
)
def test_wrong_usage_is_told(call: Call, starter: Path, words: list[str], told: str) -> None:
    result = call("watch", str(starter), *words)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
