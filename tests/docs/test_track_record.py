"""The page of the library's track record says what the package carries, and names the misses."""

import re
from pathlib import Path

import pytest

from offramp.record import library
from offramp.report._library import miss_sentence, verdict
from offramp.scoring.library import LibraryRecord, shipped_library_record

HOME = Path(__file__).parents[2]
PAGE = HOME / "docs" / "reference" / "track-record.md"


@pytest.fixture(scope="module")
def shipped() -> LibraryRecord:
    return shipped_library_record()


def test_the_page_leads_with_the_misses_that_ship(shipped: LibraryRecord) -> None:
    text = PAGE.read_text("utf-8")
    told = [text.index(miss_sentence(miss)) for miss in shipped.runs[0].misses]
    assert told == sorted(told)
    assert told[-1] < text.index("## Forward in time")
    assert all(sentence in text for run in shipped.runs for sentence in verdict(run))


def test_both_protocols_are_there_and_nothing_saw_its_own_crisis(shipped: LibraryRecord) -> None:
    assert [run.protocol for run in shipped.runs] == ["forward", "without"]
    for run in shipped.runs:
        assert {source.crisis for source in run.sources} <= set(library())
        assert not any(source.saw for source in run.sources)
    for source in shipped.runs[0].sources:
        assert source.until < _opens(source.crisis)


def _opens(crisis: str) -> object:
    from offramp.record import open_record

    return open_record(library()[crisis]).opens


def test_it_holds_no_path_of_a_machine_and_no_tool(shipped: LibraryRecord) -> None:
    kept = (HOME / "src" / "offramp" / "scoring" / "data" / "library.json").read_text("utf-8")
    for text in (PAGE.read_text("utf-8"), kept):
        assert not re.search(r"(?<![\w.])/(?:work|tmp|opt|home|root)\b", text)
    assert len(kept) < 4_000 * len(library())
