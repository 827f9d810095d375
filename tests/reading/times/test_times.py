"""Expressions of time are read whole."""

import pytest

from offramp.reading.times._times import times_in


@pytest.mark.parametrize(
    ("text", "sort", "value", "words", "unit"),
    [
        ("On 2 May 1982 it fell.", "day", (1982, 5, 2), "", ""),
        ("On April 13 it fell.", "day", (0, 4, 13), "", ""),
        ("On 12.05.1994 it fell.", "day", (1994, 5, 12), "", ""),
        ("On 13/05/1994 it fell.", "day", (1994, 5, 13), "", ""),
        ("On 05/13/1994 it fell.", "day", (1994, 5, 13), "", ""),
        ("On 12/04/1995 it fell.", "year", (1995,), "", ""),
        ("On May 2, 1982, it fell.", "day", (1982, 5, 2), "", ""),
        ("In May 1982 it fell.", "month", (1982, 5), "", ""),
        ("In December it fell.", "month", (0, 12), "", ""),
        ("In the spring of 1999 it fell.", "season", (1999, 21), "", ""),
        ("In 1981 it fell.", "year", (1981,), "", ""),
        ("From April 1 to April 13 it fell.", "range", (0, 4, 1, 4, 13), "", ""),
        ("From 7 to 9 May it fell.", "range", (0, 5, 7, 5, 9), "", ""),
        ("On 22 and 23 January it fell.", "range", (0, 1, 22, 1, 23), "", ""),
        ("On Tuesday it fell.", "weekday", (1,), "", ""),
        ("On the 26th it fell.", "ordinal", (26,), "", ""),
        ("Ten days ago it fell.", "deictic", (10,), "ago", "day"),
        ("Last week it fell.", "deictic", (1,), "last", "week"),
        ("Twelve days after the raid it fell.", "shift", (12,), "after", "day"),
        ("Seventy-two hours before the raid it fell.", "shift", (72,), "before", "hour"),
        ("The next day it fell.", "shift", (1,), "next", "day"),
        ("That same evening it fell.", "shift", (1,), "that", "evening"),
        ("Within hours it fell.", "shift", (0,), "within", "hour"),
        ("Two years after that Iran fell.", "shift", (2,), "after that", "year"),
        ("A month on, it fell.", "shift", (1,), "on", "month"),
        ("As long ago as 1981 it fell.", "year", (1981,), "", ""),
        (
            "From the evening of 6 April to the morning of 8 April it fell.",
            "range",
            (0, 4, 6, 4, 8),
            "",
            "",
        ),
        ("Three nights later it fell.", "shift", (3,), "later", "night"),
        ("Within two days of the raid it fell.", "shift", (2,), "of", "day"),
        ("The year before it fell.", "shift", (1,), "before", "year"),
        ("The next spring it fell.", "shift", (1,), "next", "spring"),
        ("At the end of the month it fell.", "shift", (1,), "the", "month"),
        ("The day before yesterday it fell.", "deictic", (1,), "before yesterday", ""),
        ("Overnight it fell.", "deictic", (1,), "overnight", ""),
        ("Over the weekend it fell.", "deictic", (1,), "weekend", ""),
        ("On Friday, 7 April 1939, it fell.", "day", (1939, 4, 7), "", ""),
        ("On Saturday the 6th of May it fell.", "day", (0, 5, 6), "", ""),
        ("On 3 May last year it fell.", "day", (0, 5, 3), "last year", ""),
        ("The following March it fell.", "month", (0, 3), "following", ""),
        ("From May to July 1999 it fell.", "months", (0, 5, 1999, 7), "", ""),
        ("Between 1932 and 1935 it fell.", "years", (1932, 1935), "", ""),
        ("In the late 1930s it fell.", "decade", (193,), "", ""),
        ("From Monday to Friday it fell.", "weekdays", (0, 4), "", ""),
        ("On the following Friday it fell.", "weekday", (4,), "the following", ""),
        ("On the fifth of August it fell.", "day", (0, 8, 5), "", ""),
        ("Between the 3rd and the 6th of May it fell.", "range", (0, 5, 3, 5, 6), "", ""),
        ("In the spring of that year it fell.", "season", (0, 21), "that year", ""),
        ("The day following it fell.", "shift", (1,), "following", "day"),
        ("In the years 1932 to 1935 it fell.", "years", (1932, 1935), "", ""),
        ("By the 10th it fell.", "ordinal", (10,), "", ""),
        ("On the 31st of last month it fell.", "ordinal", (31,), "last", ""),
    ],
)
def test_one(text: str, sort: str, value: tuple[int, ...], words: str, unit: str) -> None:
    (time,) = times_in(text)
    assert (time.sort, time.value, time.words, time.unit) == (sort, value, words, unit)


@pytest.mark.parametrize(
    "text",
    [
        "He may march on.",
        "A 1,200 ton ship.",
        "45 May be gone.",
        "By the 7th Fleet.",
        "On the 17th parallel.",
    ],
)
def test_none(text: str) -> None:
    assert not times_in(text)
