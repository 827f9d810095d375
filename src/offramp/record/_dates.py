"""Dates as historians write them (EDTF), and the days that they may mean."""

import calendar
import re
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib import import_module
from io import StringIO

FIRST_YEAR, LAST_YEAR = 1700, 2100
EARLIEST, LATEST = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
EXAMPLES = (
    "Write 2024-04-13, 2024-04, 2024, 2024-04-13~ (about), "
    "2024-04-01/2024-04-13 (from, to) or 1982/.. (from, still going on)."
)

# Padding of "~" and "?" by precision, in days, months and years: the edtf
# library's own would make a whole year out of "2024-04~".
PAD_DAYS, PAD_MONTHS, PAD_YEARS = 3, 1, 1

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_SIMPLE = re.compile(r"([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([~?%]?)", re.ASCII)
_SEASON = re.compile(r"\d{4}-2[1-4]", re.ASCII)
_MARKED = r"[~?%]?\d{4}[~?%]?(?:-[~?%]?\d\d[~?%]?){0,2}"
_RARE = re.compile(rf"{_SEASON.pattern}|{_MARKED}|[\[{{](?=.{{4,48}}$)[\d~?%,. -]+[\]}}]", re.ASCII)


@dataclass(frozen=True, order=True)
class Span:
    """The first and the last day that a date may mean, both included.

    Parameters
    ----------
    first, last : datetime.date
        Whole days; `first` is not after `last`.

    Raises
    ------
    ValueError
        When `first` is after `last`.

    Examples
    --------
    >>> parse_span("2024-02").last
    datetime.date(2024, 2, 29)
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"The first day {self.first} is after the last day {self.last}.")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """How many days the span has, 1 or more."""
        return (self.last - self.first).days + 1


def parse_day(text: str) -> date:
    """Read one exact day, written year-month-day.

    Parameters
    ----------
    text : str
        Such as ``"2024-04-13"``.

    Returns
    -------
    datetime.date

    Raises
    ------
    ValueError
        When it is no such day, or lies outside 1700 to 2100.

    Examples
    --------
    >>> parse_day("2024-04-13")
    datetime.date(2024, 4, 13)
    """
    match = _DAY.fullmatch(text)
    if match is None:
        raise ValueError(f"{_shown(text)} is not a single day. Write it as 2024-04-13.")
    year, month, day = map(int, match.groups())
    try:
        found = date(year, month, day)
    except ValueError:
        raise ValueError(f"There is no day {text} in the calendar.") from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"The year of {text} must be {FIRST_YEAR} to {LAST_YEAR}.")
    return found


@lru_cache(maxsize=65536)
def parse_span(text: str) -> Span:
    """Read an EDTF date and say which days it may mean.

    Parameters
    ----------
    text : str
        A day, a month, a year, an interval ``a/b``, an open one ``1982/..``, each
        part with ``~`` or ``?`` where it is uncertain and ``X`` for unknown digits.

    Returns
    -------
    Span
        Uncertain dates are padded: a day by 3 days, a month by one month, a year by
        one year, on either side.

    Raises
    ------
    ValueError
        When it is no date, the interval runs backwards or the year lies outside
        1700 to 2100; the message says what would be right.

    Examples
    --------
    >>> parse_span("2024-04-14~")
    Span(first=datetime.date(2024, 4, 11), last=datetime.date(2024, 4, 17))
    """
    start, slash, end = text.partition("/")
    if not slash:
        first, last = _point(text, text)
    else:
        if "/" in end or not (start and end) or start == end == "..":
            raise ValueError(f"{_shown(text)} is not an interval. {EXAMPLES}")
        first, start_last = (EARLIEST, EARLIEST) if start == ".." else _point(start, text)
        end_first, last = (LATEST, LATEST) if end == ".." else _point(end, text)
        # An uncertain end may overlap its start; a certain one may not precede it.
        if first > last or start_last > last or first > end_first:
            raise ValueError(f"The interval {text} ends before it begins.")
    return Span(first, last)


def is_rare(text: str) -> bool:
    """Say whether a date takes the slow way, through the edtf library.

    Examples
    --------
    >>> is_rare("2024-04-13~"), is_rare("2024-22")
    (False, True)
    """
    return len(text) <= 120 and any(
        _SEASON.fullmatch(part) or (not _SIMPLE.fullmatch(part) and _RARE.fullmatch(part))
        for part in text.split("/")
    )


def _point(part: str, whole: str) -> tuple[date, date]:
    """Return the first and last day of one part of a date."""
    match = None if _SEASON.fullmatch(part) else _SIMPLE.fullmatch(part)
    if match is None:
        return _by_library(part, whole)
    year, month, day, mark = match.groups()
    if "X" in year and (month is not None or "X" in year.rstrip("X")):
        raise ValueError(f"{_shown(whole)} leaves a digit of the year open. {EXAMPLES}")
    low_year, high_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if low_year < FIRST_YEAR or high_year > LAST_YEAR:
        raise ValueError(f"The year of {_shown(whole)} must be {FIRST_YEAR} to {LAST_YEAR}.")
    months = range(1, 13) if month is None else _matching(month, 12)
    if not months:
        raise ValueError(f"There is no month {month} in {_shown(whole)}. {EXAMPLES}")
    first = date(low_year, months[0], 1)
    last = _month_end(high_year, months[-1])
    if day is not None:
        found = [
            date(low_year, m, d)
            for m in months
            for d in _matching(day, calendar.monthrange(low_year, m)[1])
        ]
        if not found:
            raise ValueError(f"There is no day {part} in the calendar.")
        first, last = found[0], found[-1]
    return _padded(first, last, month is not None, day is not None) if mark else (first, last)


def _matching(pattern: str, highest: int) -> list[int]:
    """List the numbers from 1 to `highest` that fit two digits with ``X`` for any."""
    return [
        n
        for n in range(1, highest + 1)
        if all(p in ("X", c) for p, c in zip(pattern, f"{n:02d}", strict=True))
    ]


def _padded(first: date, last: date, has_month: bool, has_day: bool) -> tuple[date, date]:
    if has_day:
        pad = timedelta(days=PAD_DAYS)
        return first - pad, last + pad
    if has_month:
        return _month_start(first, -PAD_MONTHS), _month_end_after(last, PAD_MONTHS)
    return first.replace(year=first.year - PAD_YEARS), last.replace(year=last.year + PAD_YEARS)


def _month_start(day: date, shift: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + shift, 12)
    return date(year, month + 1, 1)


def _month_end_after(day: date, shift: int) -> date:
    moved = _month_start(day, shift)
    return _month_end(moved.year, moved.month)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _by_library(part: str, whole: str) -> tuple[date, date]:
    """Read the rarer forms (seasons, marks inside a date, sets) with the edtf library."""
    wrong = f"{_shown(whole)} is not a date that Offramp can read. {EXAMPLES}"
    if _RARE.fullmatch(part) is None:
        raise ValueError(wrong)
    edtf = import_module("edtf")
    answered = edtf.parser.edtf_exceptions.EDTFParseException
    try:
        # The library prints to stdout on some bad digits, where only data may go.
        with redirect_stdout(StringIO()):
            found = edtf.parse_edtf(part)
            low, high = found.lower_strict(), found.upper_strict()
            first = date(low.tm_year, low.tm_mon, low.tm_mday)
            last = date(high.tm_year, high.tm_mon, high.tm_mday)
    except (answered, ValueError, TypeError, AttributeError, KeyError, IndexError) as error:
        raise ValueError(wrong) from error
    if first > last or not (FIRST_YEAR <= first.year <= last.year <= LAST_YEAR):
        raise ValueError(wrong)
    marked = _coarsest_mark(part)
    return _padded(first, last, marked > 0, marked > 1) if marked is not None else (first, last)


def _coarsest_mark(part: str) -> int | None:
    """Say which part carries the widest "~" or "?": 0 the year, 1 the month, 2 the day."""
    pieces = part.strip("[]{}").split("-")
    marks = [n for n, piece in enumerate(pieces) if any(c in "~?%" for c in piece)]
    return min(marks[0], 2) if marks else None


def _shown(text: str) -> str:
    return f'"{text if len(text) <= 40 else text[:37] + "..."}"'
