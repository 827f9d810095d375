"""The page about questions lists the grammar as it is, with examples that can be asked."""

import re
from datetime import date
from pathlib import Path

import pytest

from offramp.ladder import default_ladder
from offramp.questions import RECORD_KINDS, check_names, parse_question
from offramp.questions._changes import ACT_CHANGES, GRAVITY, SIGNAL_CHANGES
from offramp.questions._grammar import EDIT
from offramp.record import Record

PAGE = (Path(__file__).parents[2] / "docs/reference/questions.md").read_text("utf-8")
AS_OF = date(2024, 4, 14)


def examples(title: str) -> list[tuple[str, str]]:
    """List form and example of each row of the table under a heading."""
    section = PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]
    rows = [line.split(" | ") for line in section.splitlines() if line.startswith("| `")]
    return [(row[0].strip("| `"), row[1].strip("` ")) for row in rows]


@pytest.mark.parametrize(("_form", "example"), examples("What is asked"))
def test_every_example_can_be_asked(_form: str, example: str, shipped: Record) -> None:
    question = check_names(parse_question(example), shipped, AS_OF, default_ladder())
    assert question.ask == example


@pytest.mark.parametrize(("_form", "example"), examples("What is supposed"))
def test_every_edit_can_be_made(_form: str, example: str, shipped: Record) -> None:
    line = f"quiet for 9d given {example}"
    assert check_names(parse_question(line), shipped, AS_OF, default_ladder()).ask == line


def test_every_attribute_and_edit_is_listed() -> None:
    forms = " ".join(form for form, _ in examples("What is supposed"))
    listed = set(re.findall(r"> ?\.(\w+)|<\w+>\.(\w+)", forms))
    names = {name for pair in listed for name in pair if name}
    assert {*ACT_CHANGES, *SIGNAL_CHANGES} == names
    for word in ("restrain", "back", "hold", "open channel", "close channel", "dial", "does"):
        assert word in forms
        assert word in EDIT


def test_kinds_that_the_page_names_are_those_of_the_code() -> None:
    for word in (*RECORD_KINDS, *GRAVITY):
        assert f"`{word}`" in PAGE
