"""Days and months are found as English writes them."""

import pytest

from offramp.reading.documents._date_words import dates_in, first_date


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("April 13", (4, 13, None)),
        ("13 April", (4, 13, None)),
        ("13th of April", (4, 13, None)),
        ("April 13th, 2001", (4, 13, 2001)),
        ("13 Apr. 1951", (4, 13, 1951)),
        ("1951-04-13", (4, 13, 1951)),
        ("April 1951", (4, None, 1951)),
        ("in April", (4, None, None)),
        ("Sept 3", (9, 3, None)),
        ("the twenty-first of May 1951", (5, 21, 1951)),
    ],
)
def test_dates(text: str, named: tuple[int, int | None, int | None]) -> None:
    (found,) = dates_in(f"It was on {text}, they say.")
    assert (found.month, found.day, found.year) == named


@pytest.mark.parametrize(
    "text", ["it may rain", "troops march on", "april", "April 99", "13/14", ""]
)
def test_what_is_no_date(text: str) -> None:
    assert all(found.day is None for found in dates_in(text))
    assert not any(found.month == 5 for found in dates_in(text))


def test_the_first_date_with_a_year() -> None:
    assert first_date("on 2 May, and on 3 June 1951") == "1951-06-03"
    assert first_date("March 1951") == "1951-03"
    assert first_date("on 2 May") is None
