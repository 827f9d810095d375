import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from offramp._errors import Problem, UsageError
from offramp.ladder import default_ladder, load_ladder

Problems = Callable[[str | bytes], tuple[Problem, ...]]

GOOD = """\
offramp-ladder: 1
rungs:
  - key: peace
    order: 0
    name: Peace
    description: No force.
    level: 1
    blood: no
  - key: force
    order: 5
    name: Force
    description: Any force.
    level: 4
    blood: yes
    cameo: ["190", "195"]
    plover: [{event: ASSAULT, mode: aerial}, {event: MOBILIZE}]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def at(problem: Problem) -> tuple[int, int]:
    return problem.line, problem.column


def test_a_ladder_of_ones_own(tmp_path: Path) -> None:
    ladder = load_ladder(write(tmp_path, GOOD))
    assert ladder.keys == ("peace", "force")
    force = ladder.rung("force")
    assert (force.order, force.level, force.blood) == (5, 4, True)
    assert force.cameo == ("190", "195")
    assert force.plover == (("ASSAULT", "aerial"), ("MOBILIZE", None))
    assert ladder.rung("peace").cameo == ()


def test_a_path_may_be_text_and_the_file_may_begin_with_a_bom(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert load_ladder(str(path)).keys == ("peace", "force")


def test_the_shipped_ladder_is_read_once_and_is_what_no_path_means() -> None:
    assert load_ladder() is default_ladder()


def test_the_shipped_file_can_be_copied_and_loaded(tmp_path: Path) -> None:
    from importlib.resources import files

    text = (files("offramp.ladder") / "data" / "ladder.yaml").read_text(encoding="utf-8")
    assert load_ladder(write(tmp_path, text)) == default_ladder()


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "said", "right"),
    [
        ("offramp-ladder: 1", "offramp-ladder: 2", 1, 17, 'Format "2"', "Write 1"),
        ("offramp-ladder: 1", "offramp: 1", 1, 1, 'No field "offramp"', "offramp-ladder"),
        ("key: peace", "key: Peace Time", 3, 10, "not one short word", "strike-home"),
        ("key: force", "key: peace", 9, 10, "taken by rung 1", "of its own"),
        ("key: peace", "key: [peace]", 3, 10, "A list is no text", "words"),
        ("key: peace", "key:", 3, 9, "Nothing is no text", "words"),
        ("order: 0", 'order: "0"', 4, 12, '"0" is no whole number', "without quotes"),
        ("order: 0", "order: 0.5", 4, 12, '"0.5" is no whole number', "such as 3"),
        ("order: 0", "order: 1", 3, 3, "No rung stands at order 0", "calm"),
        ("order: 5", "order: 0", 10, 12, "does not rise", "write 1 or more"),
        ("order: 5", "order: -1", 10, 12, "does not rise", "lowest up"),
        ("level: 4", "level: 0", 13, 12, "Level 0 is no hostility level", "to 5"),
        ("level: 1", "level: 5", 13, 12, "falls below the 5", "5 or more"),
        ("blood: yes", "blood: true", 14, 12, '"true" is neither yes nor no', "yes or no"),
        ("name: Force", 'name: "For\\ece"', 11, 11, "not one line", "cannot be printed"),
        ("name: Force", "name: " + "x" * 61, 11, 11, "60 characters", "Shorten"),
        ("name: Force", "nmae: Force", 11, 5, 'No field "nmae"', "name"),
        ("name: Force", "name: Force\n    name: F", 12, 5, "a second time", "one of the two"),
        ("    name: Force\n", "", 9, 5, "The field name is missing", "Add name"),
        ('"195"', '"1955"', 15, 20, '"1955" is no CAMEO code', "195"),
        ('"195"', '"190"', 15, 20, "listed twice", "Keep one"),
        ("mode: aerial", "mode: ariel", 16, 14, '"ariel" is no mode of ASSAULT', "aerial"),
        ("event: MOBILIZE", "event: AID, mode: x", 16, 46, '"x" is no mode of AID', "none"),
        ("event: MOBILIZE", "event: MOBILISE", 16, 46, "no PLOVER event", "MOBILIZE"),
        ("event: MOBILIZE", "mode: troops", 16, 46, "event is missing", "Add event"),
        ("level: 1", "level: &a 1", 7, 12, "An anchor", "&"),
        ("level: 1", "level: !!int 1", 7, 12, "A tag", "!"),
        ("level: 1", "level: *a", 7, 12, "An alias", "out"),
        ("level: 1", "level: [1", 8, 10, "cannot be read", "Mend"),
        ("level: 1", "level: \x07", 7, 12, "U+0007", "Take it out"),
    ],
)
def test_each_problem_has_its_place_and_says_what_is_right(
    problems_of: Problems, old: str, new: str, line: int, column: int, said: str, right: str
) -> None:
    assert GOOD.count(old) == 1
    text = GOOD.replace(old, new)
    found = [p for p in problems_of(text) if at(p) == (line, column) and said in p.what]
    assert found, problems_of(text)
    assert right in found[0].right


def test_a_cameo_code_without_quotes_keeps_its_zero(tmp_path: Path) -> None:
    ladder = load_ladder(write(tmp_path, GOOD.replace('"195"', "010")))
    assert ladder.rung("force").cameo == ("190", "010")


def test_all_problems_are_told_at_once_in_the_order_of_the_file(problems_of: Problems) -> None:
    text = GOOD.replace("order: 0", "order: low").replace("blood: yes", "blood: maybe")
    text = text.replace("level: 4", "level: 9").replace("Peace", "''")
    found = problems_of(text)
    assert [p.line for p in found] == [4, 5, 13, 14]
    assert [p.where for p in found] == [
        "rungs[0].order",
        "rungs[0].name",
        "rungs[1].level",
        "rungs[1].blood",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "empty"),
        ("# nothing\n", "empty"),
        ("just words", "should stand as fields"),
        ("- a\n- b\n", "should stand as fields"),
        ("offramp-ladder: 1\nrungs: []\n", "no rungs"),
        ("offramp-ladder: 1\nrungs: {a: 1}\n", "no list"),
        ("offramp-ladder: 1\nrungs: [a]\n", "should stand as fields"),
        ("offramp-ladder: 1\n", "rungs is missing"),
        (GOOD + "---\n" + GOOD, "second document"),
        ("a: " + "[" * 30 + "]" * 30, "over 20 deep"),
        (b"offramp-ladder: 1\nrungs: \xff\n", "not UTF-8"),
        (b"\x00\x01", "U+0000"),
        ("a: " + "x" * 1_000_000, "over 1 MB"),
        ("[" + "a," * 60_000 + "]", "over 50,000 values"),
        ("offramp-ladder: 1\nrungs: [" + "{}, " * 101 + "]", "101 rungs"),
    ],
)
def test_files_that_are_no_ladder(problems_of: Problems, content: str | bytes, said: str) -> None:
    assert any(said in problem.what for problem in problems_of(content))


def test_a_file_full_of_mistakes_is_told_briefly(problems_of: Problems) -> None:
    codes = ", ".join(f"x{number}" for number in range(40_000))
    found = problems_of(GOOD.replace('"190"', codes))
    assert len(found) == 100


def test_what_is_quoted_back_is_short_and_printable(problems_of: Problems) -> None:
    text = GOOD.replace("order: 0", 'order: "\\e[2J' + "y" * 500 + '"')
    (problem,) = [p for p in problems_of(text) if p.line == 4]
    assert str(problem).isprintable()
    assert len(problem.what) < 100


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no ladder file"):
        load_ladder(tmp_path / "none.yaml")
    with pytest.raises(UsageError, match="There is no ladder file"):
        load_ladder(tmp_path)
    with pytest.raises(UsageError, match="ladder file"):
        load_ladder("a\0b")


def test_importing_the_room_imports_nothing_heavy() -> None:
    code = (
        "import sys, offramp.ladder; "
        "print([m for m in ('ruamel.yaml', 'pydantic', 'numpy', 'jax') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
