"""Deeds are dated by what the text says, and it is noted how."""

import pytest

from reading._parsed import draft_of


def dates(text: str, published: str) -> list[tuple[str, str | None, str]]:
    acts = draft_of(text, published).acts
    return [(a.trigger.text if a.trigger else "", a.date, a.date_found) for a in acts]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Iran shelled Iraq on Tuesday.", "1987-06-04", ("shelled", "1987-06-02", "relative")),
        ("Iran shelled Iraq on April 13.", "2001-04-18", ("shelled", "2001-04-13", "stated")),
        ("Iran shelled Iraq on December 30.", "2001-01-05", ("shelled", "2000-12-30", "stated")),
        ("In December Iran shelled Iraq.", "2001-04-18", ("shelled", "2000-12", "stated")),
        ("Iran shelled Iraq ten days ago.", "1997-10-14", ("shelled", "1997-10-04", "relative")),
        (
            "Since October 7 Iran has shelled Iraq.",
            "1998-04-18",
            ("shelled", "1997-10-07/1998-04-18", "stated"),
        ),
        ("Iran shelled Iraq last week.", "1997-10-14", ("shelled", "1997-10", "relative")),
    ],
)
def test_one_deed(text: str, published: str, expected: tuple[str, str, str]) -> None:
    assert dates(text, published) == [expected]


def test_a_story_counts_on_from_its_own_dates() -> None:
    text = (
        "On 14 October 1962 Iran shelled Iraq. Eight days later Iraq bombed Basra in Iran. "
        "On the 26th Iran seized an Iraqi ship. In January Iraq attacked Iran."
    )
    assert [day for _, day, _ in dates(text, "1995-01-01")] == [
        "1962-10-14", "1962-10-22", "1962-10-26", "1963-01",
    ]  # fmt: skip


def test_what_came_before_a_dated_deed_is_counted_back_from_it() -> None:
    text = "Iran seized a ship on 26 July 1956, a week after Iraq had expelled Iranian diplomats."
    found = {word: day for word, day, _ in dates(text, "1990-01-01")}
    assert found == {"seized": "1956-07-26", "expelled": "1956-07-19"}


def test_twelve_days_after_a_named_attack() -> None:
    text = (
        "On April 1 Israeli jets bombed Damascus. Iran protested. "
        "Twelve days after the Damascus attack, Iran launched drones at Israel."
    )
    assert ("launched", "2001-04-13", "relative") in dates(text, "2001-04-18")


def test_an_armistice_of_old_does_not_date_what_follows() -> None:
    text = "The armistice of 1988 held. On 2 June Iran seized an Iraqi trawler."
    assert ("seized", "1995-06-02", "stated") in dates(text, "1995-07-11")


def test_a_year_that_no_record_knows_is_passed_over() -> None:
    assert dates("In 2099 and in 1699 Iran attacked Iraq on 31 June.", "1999-01-01")
