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


STORY = [
    # The day of the week belongs to the date beside it.
    ("On Monday 8 October 1973 Israel bombed Damascus.", "1985-01-01", ["1973-10-08"]),
    # In a story of long ago days of the week count on from the story.
    (
        "On 9 October 1973 Israel bombed Damascus. On the following Friday Syria attacked Israel.",
        "1985-01-01",
        ["1973-10-09", "1973-10-12"],
    ),
    ("From Monday to Wednesday Iran shelled Iraq.", "2002-05-16", ["2002-05-13/2002-05-15"]),
    ("From May to July 1999 Iran shelled Iraq.", "2000-01-01", ["1999-05/1999-07"]),
    ("Iran shelled Iraq throughout June.", "1999-09-01", ["1999-06"]),
    ("In October Iran shelled Iraq.", "2001-10-10", ["2001-10"]),
    ("In December last year Iran shelled Iraq.", "1996-12-30", ["1995-12"]),
    ("In the 1930s Japan invaded China.", "1995-01-01", ["193X"]),
    ("On the 31st of last month Iran shelled Iraq.", "1996-02-02", ["1996-01-31"]),
    (
        "In October 1935 Italy invaded Ethiopia. The next spring Italy bombed Harar in Ethiopia.",
        "1995-01-01",
        ["1935-10", "1936-21"],
    ),
    (
        "In November 1939 Russia attacked Finland. The following March Finland attacked Russia.",
        "1995-01-01",
        ["1939-11", "1940-03"],
    ),
    # A step back has its own date, and the story goes on from where it was.
    (
        "On 6 October 1973 Egypt attacked Israel. In 1967 Israel had bombed Egypt. "
        "Israel now attacked Syria.",
        "1985-01-01",
        ["1973-10-06", "1967", "1973-10-06"],
    ),
    (
        "On 6 October 1973 Egypt attacked Israel. Six years earlier Israel had bombed Egypt. "
        "On 14 October Egypt attacked Israel.",
        "1985-01-01",
        ["1973-10-06", "1967", "1973-10-14"],
    ),
    # Nothing tells when: no date that was carried along.
    (
        "On 7 October Iran bombed Iraq. Iraq had earlier expelled Iranian diplomats.",
        "2001-10-10",
        ["2001-10-07", None],
    ),
    (
        "Iran, which had attacked Iraq twice before, shelled Basra in Iraq on 3 October.",
        "2001-10-10",
        [None, "2001-10-03"],
    ),
    # What is counted from a day that stands behind it.
    ("Two days after the raid of 26 May, Iran bombed Iraq.", "1999-09-01", ["1999-05-28"]),
    ("Within two days of the 26 May raid, Iran bombed Iraq.", "1999-09-01", ["1999-05-28"]),
    # A day told by what was done on it.
    (
        "It has lasted since 2 September, the day on which Iran shelled Iraq.",
        "2000-09-14",
        ["2000-09-02"],
    ),
    # A time that is still to come does not move the story.
    (
        "On Monday Iran expelled Iraqi diplomats. Iraq threatened to act by Friday. "
        "Iran bombed Iraq.",
        "2002-05-16",
        ["2002-05-13", "2002-05-13"],
    ),
    (
        "On 5 June 1967 Israel bombed Egypt. Eleven years before, in October 1956, Israel had "
        "attacked Egypt. By dusk Israel had bombed Syria.",
        "1988-01-01",
        ["1967-06-05", "1956-10", "1967-06-05"],
    ),
    ("The talks came ten days after Iran seized a ship on 1 May.", "1999-06-01", ["1999-05-01"]),
    ("In the winter of 1968-69 Egypt shelled Israel.", "1988-01-01", ["1968-24"]),
    ("In 1968-70 Egypt shelled Israel.", "1988-01-01", ["1968/1970"]),
    (
        "It is the third clash since May. On Tuesday Iran shelled Iraq. Iraq bombed Iran.",
        "1997-07-03",
        ["1997-07-01", "1997-07-01"],
    ),
    # What a time says of a deed is not always when it was done.
    (
        "On 9 January Iran seized a ship. Iran shelled Iraq until 2 February.",
        "1999-03-01",
        ["1999-01-09", "1999-01-09"],
    ),
    ("It was the largest Iranian attack on Iraq since 1971.", "1999-03-01", [None]),
    (
        "On 9 January Iran seized a ship. Within a fortnight Iran bombed Iraq.",
        "1999-03-01",
        ["1999-01-09", "1999-01-09/1999-01-23"],
    ),
    # The time of a clause about a noun is not that of the sentence.
    (
        "Iran seized the ship that Iraq had bombed in June.",
        "1999-08-01",
        [None, "1999-06"],
    ),
    # A time that opens the sentence is that of its main verbs.
    (
        "During the fighting on 8 August, Iran had seized a ship and bombed Iraq.",
        "1999-01-20",
        ["1998-08-08", "1998-08-08"],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), STORY)
def test_the_days_of_a_story(text: str, published: str, expected: list[str | None]) -> None:
    told = [
        day
        for word, day, _ in dates(text, published)
        if word not in ("raid", "fighting", "clash", "talks")
    ]
    assert told == expected


def test_a_carried_date_is_marked_as_carried() -> None:
    text = "On 14 October 1962 Iran shelled Iraq. Iraq bombed Iran."
    assert dates(text, "1995-01-01")[1] == ("bombed", "1962-10-14", "carried")


def test_where_a_sentence_ends_nothing_of_the_next_counts() -> None:
    assert dates("Iran shelled Iraq. It was 3 May 1962.", "1995-01-01")[0][1] is None


def test_friday_in_what_is_still_to_come_lies_ahead() -> None:
    text = "Iran seized a ship on Monday. Iraq threatened to attack Iran by Friday."
    acts = {a.trigger.text: a for a in draft_of(text, "2002-05-16").acts if a.trigger}
    assert acts["seized"].date == "2002-05-13"
    assert acts["attack"].modality != "actual"
    assert acts["attack"].date == "2002-05-17"
