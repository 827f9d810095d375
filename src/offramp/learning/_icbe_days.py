"""On which day each sentence of an ICBe narrative stands, where not all bear a date."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from itertools import product
from typing import Any

Row = dict[str, Any]
MOST_OFF = 3
"""A year further than this from the year of the crisis's start is a slip, or says nothing here."""


def span_of(rows: Sequence[Row]) -> tuple[date, date] | None:
    """Find when a crisis began and ended, by the sentences that say so.

    Parameters
    ----------
    rows : sequence of dict
        All codings of one crisis, as the dataset ``icbe`` gives them.

    Returns
    -------
    (date, date) or None
        The first day that a sentence gives for the start, the last for the end; None where no
        sentence gives the year, month and day of either.
    """
    starts, ends = (_dates(rows, f"{what} of crisis") for what in ("start", "end"))
    if not starts or not ends or max(ends) < min(starts):
        return None
    return min(starts), max(ends)


def days_of(rows: Sequence[Row], opens: date) -> list[tuple[Row, date]]:
    """Give each coding a day, in the order of the narrative.

    A day that is coded stands; where coders differ, the first of theirs that is not before the
    sentence before, else the last. A missing year is the one that lies nearest to the sentence
    before. Where the day is missing, and where all of it is, the sentence before gives it, held
    within the month or the year that is coded.

    Parameters
    ----------
    rows : sequence of dict
    opens : datetime.date
        When the crisis began.

    Returns
    -------
    list of (dict, datetime.date)
        Without those that stand before any date.
    """
    found: list[tuple[Row, date]] = []
    carried: date | None = None
    # Within a sentence, a coding with a date dates those without.
    for row in sorted(rows, key=lambda row: (row["sentence"], not _parts(row)[2])):
        day = _day(row, carried, opens)
        if day is not None:
            carried = day
            found.append((row, day))
    return found


def _dates(rows: Sequence[Row], thought: str) -> list[date]:
    said = (_there(*_parts(row)) for row in rows if thought in (row["thinkkind"] or ""))
    # A day on which coders do not agree counts once it is past.
    return [max(days) for days in said if days]


def _day(row: Row, carried: date | None, opens: date) -> date | None:
    years, months, days = _parts(row)
    years = [year for year in years if year <= opens.year + MOST_OFF]
    if not years and months:
        near = carried or opens
        wide = product((near.year - 1, near.year, near.year + 1), months)
        years = [min(wide, key=lambda ym: abs((date(*ym, 15) - near).days))[0]]
    if days and months:
        there = _there(years, months, days)
        later = [day for day in there if carried is None or day >= carried]
        return min(later, default=max(there, default=carried))
    if not years:
        return carried
    first = date(min(years), min(months, default=1), 1)
    year, month = max(years), max(months, default=12)
    last = date(year, month, monthrange(year, month)[1])
    return min(max(carried, first), last) if carried else last


def _there(years: list[int], months: list[int], days: list[int]) -> list[date]:
    return [
        date(year, month, day)
        for year, month, day in product(years, months, days)
        if day <= monthrange(year, month)[1]
    ]


def _parts(row: Row) -> tuple[list[int], list[int], list[int]]:
    """Years, months and days as coded; several where coders differ, none where none is given."""
    limits = {"year": (1800, 2100), "month": (1, 12), "day": (1, 31)}
    return tuple(
        [n for n in _numbers(row[f"date_earliest_{part}"]) if low <= n <= high]
        for part, (low, high) in limits.items()
    )  # pyright: ignore[reportReturnType]


def _numbers(cell: str | None) -> list[int]:
    pieces = [piece.split(".")[0] for piece in (cell or "").split(";")]
    return [int(piece) for piece in pieces if piece.isascii() and piece.isdigit()]
