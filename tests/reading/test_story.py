"""A story knows what day it is at, and what its expressions of time mean there."""

import pytest

from offramp.reading._story import Story
from offramp.reading._times import Time, times_in


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
