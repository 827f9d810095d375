"""What a spreadsheet would run is marked as text; the rest is left alone."""

import pytest

from offramp._spreadsheet import STEERS, harmless


@pytest.mark.parametrize("start", STEERS)
def test_what_a_spreadsheet_would_run_is_marked(start: str) -> None:
    assert harmless(f"{start}1") == f"'{start}1"
    assert harmless(f"  {start}1").startswith("'")


@pytest.mark.parametrize("text", ["", "a quiet day", "1-2", "'quoted", "x=1"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text
