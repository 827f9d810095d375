"""Hold a date against the words that an item stands on."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from offramp.reading.documents._date_words import dates_in
from offramp.reading.documents._source import Source
from offramp.reading.drafts._items import ActItem, Item
from offramp.reading.verifying._surroundings import Surroundings
from offramp.record import Span, parse_span

_WEEKDAYS = [name.casefold() for name in calendar.day_name]
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b", re.I)


@dataclass(frozen=True)
class HeldDate:
    """The date that stands, or None; whether it was inferred; what was wrong, or nothing."""

    day: str | None
    inferred: bool = False
    fault: str = ""


def hold_date(
    day: str | None, found: str, near: Surroundings, sources: Mapping[str, Source], item: Item
) -> HeldDate:
    """Keep a date that the quote names; mark one that only the text names; drop any other.

    Parameters
    ----------
    day : str or None
        EDTF.
    found : str
        How the coder says that it found it.
    near : Surroundings
    sources : mapping of str to Source
    item : Item

    Returns
    -------
    HeldDate
    """
    if day is None:
        return HeldDate(None)
    try:
        span = parse_span(day)
    except ValueError:
        return HeldDate(None, fault=f'"{day}" is no date.')
    if _is_real(item) and span.first > _published(item, sources):
        return HeldDate(None, fault=f"{day} is later than the document.")
    season = re.fullmatch(r"\d{4}-2[1-4]", day) is not None and day[:4] in near.said
    if found != "stated" or season or _names(near.said, span):
        return HeldDate(day, inferred=found != "stated")
    if _may_be_meant(span, near, sources, item):
        return HeldDate(day, inferred=True)
    return HeldDate(None, fault=f"The quote does not give the date {day}.")


def _may_be_meant(
    span: Span, near: Surroundings, sources: Mapping[str, Source], item: Item
) -> bool:
    """Say whether a date that the quote does not give in full may be the one that it means."""
    if span.days == 1 and re.search(rf"\bthe {span.first.day}(?:st|nd|rd|th)\b", near.said):
        # "on the 26th": the month stands elsewhere.
        return True
    if any(named.day is not None for named in dates_in(near.said)):
        return False
    if any(_names(sources[quote.source].text, span) for quote in item.quotes):
        return True
    # "on Wednesday" is no date, but a day of the week round the document's.
    weekdays = {_WEEKDAYS.index(word.casefold()) for word in _WEEKDAY.findall(near.said)}
    days_ago = (_published(item, sources) - span.first).days
    return (
        span.days == 1
        and span.first.weekday() in weekdays
        and abs(days_ago) <= 7
        and not dates_in(near.said)
    )


def _is_real(item: Item) -> bool:
    return not isinstance(item, ActItem) or item.modality in ("actual", "claimed")


def _published(item: Item, sources: Mapping[str, Source]) -> date:
    dates = [sources[quote.source].date for quote in item.quotes]
    return max((parse_span(day).last for day in dates if day is not None), default=date.max)


def _names(text: str, span: Span) -> bool:
    """Say whether a text names a day or a month, or the year of a longer span."""
    exact = span.days == 1
    if any(
        named.month == span.first.month
        and (not exact or named.day == span.first.day)
        and named.year in (None, span.first.year)
        for named in dates_in(text)
    ):
        return True
    return span.days > 31 and str(span.first.year) in text
