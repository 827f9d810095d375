"""Known names are found, and mean what they meant in the text's own time."""

import pytest

from offramp.reading.english._nlp import parse
from offramp.reading.parties._gazetteer import gazetteer_mentions
from reading._parsed import resolved


def named(text: str, date: str) -> dict[str, str]:
    parsed, parties = resolved(text, date)
    return {parsed.doc[m.start : m.end].text: m.party for m in parties.cast.at.values()}


@pytest.mark.parametrize(
    ("text", "date", "name", "party"),
    [
        ("Moscow protested on Friday.", "1962-10-01", "Moscow", "soviet-union"),
        ("Moscow protested on Friday.", "1999-10-01", "Moscow", "russia"),
        ("Hanoi protested on Friday.", "1966-10-01", "Hanoi", "north-vietnam"),
        ("Prague protested on Friday.", "1968-08-01", "Prague", "czechoslovakia"),
        ("The U.S. Navy sailed.", "1988-04-01", "U.S. Navy", "united-states"),
        ("The IRGC spoke.", "2001-01-01", "IRGC", "irgc"),
        ("UNPROFOR reported it.", "1994-01-01", "UNPROFOR", "united-nations"),
    ],
)
def test_a_name_means_who_bore_it_then(text: str, date: str, name: str, party: str) -> None:
    assert named(text, date)[name] == party


def test_a_surname_means_a_leader_only_in_his_time_and_place() -> None:
    assert named("Washington spoke. Johnson warned Hanoi.", "1965-01-01")["Johnson"] == (
        "united-states"
    )
    assert "Johnson" not in named("A baker, Johnson, spoke.", "1965-01-01")
    assert "Blair" not in named("Britain met them at Blair House.", "1999-01-01")


def test_an_early_year_in_the_news_does_not_move_the_story() -> None:
    _, parties = resolved("On Monday Moscow recalled the treaty of 1952.", "1998-02-20")
    assert parties.cast.year == 1998


def test_a_continent_is_not_a_state() -> None:
    parsed = parse("Two South American states were at war.")
    assert gazetteer_mentions(parsed, 1995) == []
