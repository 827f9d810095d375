"""A story knows what day it is at, and what its expressions of time mean there."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offramp.reading.times._story import Story
from offramp.reading.times._times import Time, times_in, with_years


def placed(text: str, published: str | None, at: str = "", press: bool = False) -> str | None:
    story = Story(published, press)
    if at:
        story.move(Time(0, 0, "day", ()), at)
    (time,) = times_in(text)
    return story.place(time).day


@pytest.mark.parametrize(
    ("text", "at", "day"),
    [
        ("eight days later", "1962-10-14", "1962-10-22"),
        ("nineteen days later", "1988", "1988"),
        ("a month later", "1999-06", "1999-07"),
        ("on the 26th", "1962-10-14", "1962-10-26"),
        ("on the 3rd", "1962-10-14", "1962-11-03"),
        ("the previous autumn", "1962-10-14", "1961-23"),
        ("the following winter", "1962-10-14", "1962-24"),
        ("the previous March", "1962-10-14", "1962-03"),
        ("on that Tuesday", "1962-10-14", "1962-10-16"),
        ("that year", "1962-10-14", "1962"),
        ("in May of that year", "1962-10-14", "1962-05"),
        ("from December to March", "1962-10-14", "1962-12/1963-03"),
    ],
)
def test_from_the_story(text: str, at: str, day: str) -> None:
    assert placed(text, "1995-01-01", at) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Tuesday", "2002-05-14"),
        ("next Tuesday", "2002-05-21"),
        ("overnight", "2002-05-15/2002-05-16"),
        ("at the weekend", "2002-05-11/2002-05-12"),
        ("the day before yesterday", "2002-05-14"),
        ("as of midnight", "2002-05-16"),
        ("in May", "2002-05"),
        ("in June", "2001-06"),
    ],
)
def test_from_publication(text: str, day: str) -> None:
    assert placed(text, "2002-05-16", press=True) == day


def test_without_any_day_nothing_is_placed() -> None:
    for text in ("on Tuesday", "two days later", "on the 5th", "in May", "from May to June"):
        assert placed(text, None) is None


WORDS = st.sampled_from(
    [
        "the", "on", "in", "from", "to", "between", "and", "of", "that", "last", "next", "within",
        "May", "February", "Monday", "31st", "31", "29", "0", "1900", "1999", "2000-02-31", "three",
        "days", "years", "later", "before", "spring", "1930s", "month", "following", "year", ",",
        "ago", "previous", "fifth", "999999999", "weekend", "overnight", "99", "half",
    ]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(
    st.lists(WORDS, max_size=14).map(" ".join),
    st.sampled_from([None, "1700", "2000-02-29", "2100-12-31"]),
    st.sampled_from(["", "1988", "1988-02", "1988-02-29", "2100-12-31", "1700-01-01"]),
)
def test_whatever_is_written_is_placed_on_a_sound_day_or_not_at_all(
    text: str, published: str | None, at: str
) -> None:
    story = Story(published, press=True)
    if at:
        story.move(Time(0, 0, "day", ()), at)
    for time in with_years(times_in(text), text):
        assert 0 <= time.start < time.end <= len(text)
        day = story.place(time).day
        if day is not None:
            # Years that no record knows are passed over by who asks.
            with suppress(ValueError):
                story.move(time, day)


def test_a_day_that_no_calendar_knows_is_no_day() -> None:
    for text in ("99999 years ago", "999999999999 days ago", "999999999999 days later"):
        assert placed(text, "2002-05-16", at="2002-05-01") is None
