"""offramp ask: answers on stdout, and what cannot be asked is told with the word."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Call = Callable[..., Result]

LIBRARY = "iran-israel-2024"
DAY = "2024-04-14"


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_forecast_a_contrast_and_a_quantity_are_printed(call: Call, starter: Path) -> None:
    result = call(
        "ask", str(starter), "quiet for 30d", "north >= display within 9d given hold south for 9d",
        "dead within 30d", "next within 30d", "--draws", "400",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    told = flat(result.stdout)
    for word in ("quiet for 30d", "dead within 30d", "next within 30d", "south does nothing"):
        assert word in told, word
    assert max(map(len, result.stdout.splitlines())) <= 100


def test_json_holds_both_arms(call: Call, starter: Path) -> None:
    line = "south >= strike-home within 30d given hold south for 9d"
    result = call("ask", str(starter), line, "--draws", "400", "--seed", "3", "--json")
    found = json.loads(result.stdout)
    assert (found["seed"], found["draws"]) == (3, 400)
    (answer,) = found["answers"]
    assert answer["kind"] == "counterfactual" and answer["ask"] == line
    gap = answer["counterfactual"]["probability"] - answer["factual"]["probability"]
    assert answer["difference"]["mean"] == pytest.approx(gap)
    assert answer["effects"] == ["south does nothing for 9 days, whatever comes."]


def test_a_dial_that_is_set_is_told(call: Call, starter: Path) -> None:
    words = ("ask", str(starter), "quiet for 9d", "--draws", "200", "--json")
    plain, turned = (json.loads(call(*words, *more).stdout) for more in ((), ("--set", "fear=2")))
    assert "fear = 2, set on the command line" in turned["beliefs"]
    assert plain["beliefs"] == "The program's."
    assert plain["run"] != turned["run"]


def test_the_records_own_questions_are_asked_where_none_is_given(call: Call) -> None:
    result = call("ask", LIBRARY, "--as-of", DAY, "--metaculus")
    assert result.exit_code == 0, result.output
    assert len(json.loads(result.stdout)) >= 1


BAD = [
    ("jordan-x >= display within 9d", "jordan-x", "no party"),
    ("jordan >= display within 9d", "jordan", "third party"),
    ("israel >= nuke within 9d", "nuke", "no rung of the ladder; the nearest is"),
    ("quiet for 9d without nothing-of-it", "nothing-of-it", "no act or signal"),
    ("quiet for 9d without isfahan-strike", "isfahan-strike", "lies after 2024-04-14"),
    ("stopped(notice-72h)", "notice-72h", "an act is meant here"),
    ("stopped(damascus-consulate)", "damascus-consulate", "no exchange"),
    ("quiet for 9d given hold iran for 9d + iran does display", "iran does display",
     "cannot be two things at once"),
    ("quiet for 9d given restrain israel by united-states + back israel by united-states",
     "back israel by united-states", "cannot be two things at once"),
    ("quiet for 9d given true-promise.killed = 0 without true-promise", "without true-promise",
     "cannot be taken out and changed"),
    ("quiet for 9d given israel does strike-home", "strike-home", "a use of force"),
    ("quiet for 9d given damascus-consulate.killed = 500", "500", "never maps an attack"),
    ("quiet for 9d given dial hope = 1", "hope", "no dial"),
    ("term(iran, hope)", "hope", "no term"),
    ("record(loudest)", "loudest", "no record of"),
    ("quiet for 9 d", "9", "a number of days"),
    ("quiet for 900d", "900", "365"),
    ("posture(iran) if israel >= display within 9d", "if", "settled on the as-of date"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "word", "says"), BAD)
def test_what_cannot_be_asked_is_told_with_the_word(
    call: Call, line: str, word: str, says: str
) -> None:
    result = call("ask", LIBRARY, line, "--as-of", DAY, "--draws", "200")
    assert result.exit_code == 2, result.output
    told = flat(result.stderr)
    assert word in told and says in told, told
    assert "Traceback" not in told and result.stdout == ""


def test_the_word_is_pointed_at(call: Call) -> None:
    line = "israel >= nuke within 9d"
    found = call("ask", LIBRARY, line, "--as-of", DAY).stderr.splitlines()
    at = next(n for n, each in enumerate(found) if line in each)
    where = found[at].index("nuke")
    assert found[at + 1][where : where + 4] == "^^^^"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("hope=1", 'no dial "hope"'),
        ("fear", "sets no number"),
        ("fear=loud", "sets no number"),
        ("fear=nan", "must lie between -20 and 20"),
        ("fear=21", "must lie between -20 and 20"),
    ],
)
def test_a_dial_that_cannot_be_set_is_told(call: Call, given: str, says: str) -> None:
    result = call("ask", LIBRARY, "quiet for 9d", "--as-of", DAY, "--set", given)
    assert result.exit_code == 2
    assert says in flat(result.stderr) and result.stdout == ""


def test_a_dial_that_is_set_twice_is_told(call: Call) -> None:
    twice = ("--set", "fear=1", "--set", "fear=2")
    result = call("ask", LIBRARY, "quiet for 9d", "--as-of", DAY, *twice)
    assert result.exit_code == 2 and "fear is set twice" in flat(result.stderr)


@pytest.mark.parametrize("line", ["quiet for 9d", "quiet for 9d given hold iran for 9d"])
def test_a_day_before_the_first_act_is_told(call: Call, line: str) -> None:
    result = call("ask", LIBRARY, line, "--as-of", "1980-01-01")
    assert result.exit_code == 2
    assert "Nothing was known to have happened between the sides by 1980-01-01" in flat(
        result.stderr
    )


def test_a_day_on_which_the_record_asks_nothing_is_told(call: Call) -> None:
    result = call("ask", LIBRARY, "--as-of", "2024-03-03")
    assert result.exit_code == 2 and "asks nothing on 2024-03-03" in flat(result.stderr)


def test_a_condition_that_never_comes_about_is_told(call: Call) -> None:
    line = "quiet for 9d if iran >= war within 1d"
    result = call("ask", LIBRARY, line, "--as-of", DAY, "--draws", "200")
    assert result.exit_code == 2
    assert "In none of 200 futures" in flat(result.stderr)
