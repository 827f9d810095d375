from datetime import date
from typing import Any

from offramp.learning._icbe_days import Row, days_of, span_of

OPENS = date(1996, 8, 31)


def row(sentence: int, when: str = "", **more: Any) -> Row:
    """Give a coding on ``year-month-day``, any part of which may be empty."""
    year, month, day = (*when.split("-"), "", "", "")[:3]
    parts = {"date_earliest_year": year, "date_earliest_month": month, "date_earliest_day": day}
    return {"sentence": sentence, "thinkkind": None, **parts, **more}


def days(*rows: Row) -> list[date]:
    return [day for _, day in days_of(rows, OPENS)]


def test_a_sentence_without_a_date_has_that_of_the_one_before() -> None:
    assert days(row(1), row(2, "1996-9-3"), row(3)) == [date(1996, 9, 3)] * 2


def test_it_is_held_within_the_month_that_is_coded() -> None:
    found = days(row(1, "1996-9-3"), row(2, "1996-9"), row(3, "1996-10"), row(4, "1996-9"))
    assert found == [date(1996, 9, 3), date(1996, 9, 3), date(1996, 10, 1), date(1996, 9, 30)]


def test_a_missing_year_is_the_nearest() -> None:
    assert days(row(1, "1996-12-20"), row(2, "-1-5")) == [date(1996, 12, 20), date(1997, 1, 5)]
    assert days(row(1, "-9-3")) == [date(1996, 9, 3)]


def test_where_coders_differ_the_first_that_is_not_too_early_stands() -> None:
    assert days(row(1, "1996-8-31"), row(2, "1996-8;9-1;31"))[1] == OPENS
    assert days(row(1, "1996-9-5"), row(2, "1996-9-1;3"))[1] == date(1996, 9, 3)


def test_a_coding_with_a_date_dates_its_sentence() -> None:
    assert days(row(1, "1996-9-1"), row(2), row(2, "1996-9-4")) == [
        date(1996, 9, 1), date(1996, 9, 4), date(1996, 9, 4)
    ]  # fmt: skip


def test_a_garbage_year_and_a_day_that_does_not_exist_are_none() -> None:
    assert days(row(1, "1996-9-1"), row(2, "2980-9-4"))[1] == date(1996, 9, 4)
    assert days(row(1, "1996-9-1"), row(2, "1996-9-31"))[1] == date(1996, 9, 1)


def test_a_crisis_lasts_from_its_first_start_to_its_last_end() -> None:
    start, end = {"thinkkind": "fear;start of crisis"}, {"thinkkind": "end of crisis"}
    rows = [row(1, "1996-9-1", **start), row(2, "1996-8-31", **start), row(9, "1996-9-14", **end)]
    assert span_of(rows) == (OPENS, date(1996, 9, 14))
    assert span_of(rows[:2]) is None
    assert span_of([*rows[:2], row(9, "-9-14", **end)]) is None
