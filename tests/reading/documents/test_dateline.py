"""Documents tell their day by a line, a byline or a dateline."""

import pytest

from offramp.reading import Source, code_offline
from offramp.reading.documents._clean import clean
from offramp.reading.documents._dateline import Dateline, dateline, document_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Shots\n\n5 May 1982\n\nShips fired.", "1982-05-05"),
        ("Shots\n\nPublished: May 5, 1982\n\nShips fired.", "1982-05-05"),
        ("ANKARA, 3 July 1997 (Agency) - Ships fired.", "1997-07-03"),
        ("ANKARA, Turkey, July 3, 1997 (AN) -- Ships fired.", "1997-07-03"),
        ("Ankara, July 3, 1997 — Ships fired.", "1997-07-03"),
        ("By Ann Roe, 14 April 2002\n\nShips fired.", "2002-04-14"),
        ("Ann Roe | Athens | 14 April 2002\n\nShips fired.", "2002-04-14"),
        ("Ships fired on 3 July 1997, and on 4 July they left.", ""),
        ("By May 1982 Britain had lost four ships.", ""),
        ("ANKARA, 3 July (Agency) - Ships fired.", ""),
        ("", ""),
    ],
)
def test_the_day_of_a_document(text: str, day: str) -> None:
    assert document_date(text) == day


def test_a_known_year_completes_a_dateline() -> None:
    assert document_date("ANKARA, 3 July (Agency) - Ships fired.", "1997") == "1997-07-03"


def test_a_dateline_of_another_day_is_told_from_that_of_the_document() -> None:
    line = dateline("ANKARA, 3 July (Agency) - Ships fired.")
    assert line is not None
    assert line.on("1997-07-03")
    assert not line.on("1997-07-04")
    assert dateline("PARIS (Agency) - Ships fired.") == Dateline(17)


@pytest.mark.parametrize(
    "line",
    [
        "NATO - the alliance - met.",
        "Iran, on 3 July, fired - twice.",
        "The USS (Stark) - a frigate - burned.",
        "- a dash",
        "(",
        "A, 99 July - x",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    found = dateline(line)
    assert found is None or found.day is None


def test_what_a_dispatch_tells_is_of_about_its_day() -> None:
    text = "ZENDA, 3 March (Agency) - Iran shelled Iraq."
    source = clean(Source("a", text, date="1951-03-03"))
    assert [act.date for act in code_offline(source).acts] == ["1951-03-03~"]
