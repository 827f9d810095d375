"""offramp check."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Call = Callable[..., Result]


def test_a_sound_record_is_counted(call: Call, starter: Path) -> None:
    for path in (str(starter), str(starter / "crisis.yaml")):
        result = call("check", path)
        assert result.exit_code == 0
        assert "2 acts, 1 signal, 2 sources; nothing amiss." in result.stdout
        assert result.stderr == ""


def test_a_record_of_the_library_is_found_by_name(call: Call) -> None:
    result = call("check", "iran-israel-2024")
    assert result.exit_code == 0
    assert re.search(r"\d+ acts, \d+ signals, \d+ sources", result.stdout)


def test_every_problem_is_one_line_with_its_place(call: Call, bad_record: Path) -> None:
    result = call("check", str(bad_record))
    assert result.exit_code == 3
    *problems, last = result.stdout.splitlines()
    file = re.escape(str(bad_record / "crisis.yaml"))
    assert len(problems) >= 3
    assert all(re.match(rf"{file}:\d+:\d+: ", line) for line in problems)
    assert last == f"{len(problems)} problems; the record cannot be used."


def test_warnings_are_allowed_unless_strict(call: Call, starter: Path) -> None:
    file = starter / "crisis.yaml"
    text = file.read_text("utf-8").replace("    date: 2024-03-05\n    url", "    url", 1)
    file.write_text(text, "utf-8")
    plainly, strictly = call("check", str(starter)), call("check", str(starter), "--strict")
    assert plainly.exit_code == 0
    assert "(warning)" in plainly.stdout
    assert strictly.exit_code == 1


def test_strict_asks_for_more(call: Call, starter: Path) -> None:
    result = call("check", str(starter), "--strict")
    assert result.exit_code == 1
    assert "rests on one publisher" in result.stdout


def test_a_bad_record_is_bad_under_strict_too(call: Call, bad_record: Path) -> None:
    assert call("check", str(bad_record), "--strict").exit_code == 3


def test_no_such_record_is_wrong_usage(call: Call) -> None:
    result = call("check", "nowhere")
    assert (result.exit_code, result.stdout) == (2, "")
    assert 'There is no record "nowhere".' in result.stderr


def test_json(call: Call, starter: Path, bad_record: Path) -> None:
    sound = json.loads(call("check", str(starter), "--json").stdout)
    assert (sound["usable"], sound["exit_code"], sound["acts"]) == (True, 0, 2)
    bad = json.loads(call("check", str(bad_record), "--json").stdout)
    assert (bad["usable"], bad["exit_code"]) == (False, 3)
    assert {"file", "line", "column", "where", "what", "right"} == set(bad["errors"][0])
