"""The reference pages say what the code says."""

import re
import runpy
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def writer() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "scripts" / "write_reference.py"))


def test_the_reference_is_up_to_date(writer: dict[str, Any]) -> None:
    for path, text in writer["pages"]().items():
        stale = f"{path.name} is out of date: run python scripts/write_reference.py"
        assert path.read_text("utf-8") == text, stale


def test_every_part_of_the_record_is_in_it(writer: dict[str, Any]) -> None:
    assert set(writer["PARTS"]) == set(writer["record_schema"]()["$defs"])


def test_no_cell_breaks_its_table(writer: dict[str, Any]) -> None:
    for text in writer["pages"]().values():
        bars = 0
        for line in text.splitlines():
            if not line.startswith("|"):
                bars = 0
                continue
            bars = bars or line.count("|")
            assert line.count("|") == bars, line


def test_the_page_about_the_model_names_every_term() -> None:
    from offramp.model import TERMS

    page = (ROOT / "docs" / "explanation" / "model.md").read_text("utf-8")
    assert [term.label for term in TERMS if f"| {term.label} | {term.part} |" not in page] == []


def test_the_words_are_those_of_the_program() -> None:
    from offramp.futures._estimate import ICD_203

    page = (ROOT / "docs" / "explanation" / "honesty.md").read_text("utf-8")
    for end, word in ICD_203[:-1]:
        assert re.search(rf"\*{word}\*( up)? to {end * 100:.0f} %", page), word
