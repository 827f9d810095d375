"""Days and months as English prose writes them."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_name) if name} | {
    name.casefold(): n for n, name in enumerate(calendar.month_abbr) if name
} | {"sept": 9}  # fmt: skip
_IN_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth twenty-ninth thirtieth thirty-first"
)
NTHS = {word: n for n, word in enumerate(re.split(" ", _IN_WORDS), start=1)}
_NTH = "|".join(sorted(NTHS, key=len, reverse=True))
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[789]\d\d|20\d\d)"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"(?<![\d./])(?P<day>\d\d?)\.(?P<month>\d\d?)\.{_YEAR}(?!\d)",
        rf"(?<![\d./])(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d\d?)/{_YEAR}(?!\d)",
        rf"(?<![\d./])(?P<month>\d\d?)/(?P<day>1[3-9]|2\d|3[01])/{_YEAR}(?!\d)",
        rf"\b(?P<month>{_MONTH})\b\.?\s+{_DAY}(?!\d)(?:,?\s+{_YEAR}\b)?",
        rf"\b{_DAY}(?:\s+of)?\s+(?P<month>{_MONTH})\b\.?(?:,?\s+{_YEAR}\b)?",
        rf"\bthe\s+(?P<nth>{_NTH})\s+of\s+(?P<month>{_MONTH})\b(?:,?\s+{_YEAR}\b)?",
        rf"\b(?P<month>{_MONTH})\b\.?,?\s+{_YEAR}\b",
        rf"\b(?P<month>{_MONTH})\b",
    )
)


@dataclass(frozen=True)
class Mentioned:
    """A day or a month that a text names; `year` and `day` are None where it leaves them out."""

    start: int
    end: int
    month: int
    day: int | None
    year: int | None


def dates_in(text: str) -> tuple[Mentioned, ...]:
    """List the days and months that a text names, in order.

    Examples
    --------
    >>> text = "On April 13, by 2 May 1951, and in December he may go."
    >>> [(d.month, d.day, d.year) for d in dates_in(text)]
    [(4, 13, None), (5, 2, 1951), (12, None, None)]
    """
    found: list[Mentioned] = []
    for form in _FORMS:
        for mention in _matches(form, text):
            if all(mention.end <= f.start or mention.start >= f.end for f in found):
                found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.start))


def _matches(form: re.Pattern[str], text: str) -> Iterator[Mentioned]:
    for match in form.finditer(text):
        groups = match.groupdict()
        named = groups["month"]
        # "may" is a verb and "mar" too; written small no month is meant.
        if not named[0].isupper() and not named.isdigit():
            continue
        month = int(named) if named.isdigit() else MONTHS[named.casefold()]
        day = int(groups["day"]) if groups.get("day") else NTHS.get(groups.get("nth", "").lower())
        if 1 <= month <= 12 and (day is None or 1 <= day <= 31):
            year = int(groups["year"]) if groups.get("year") else None
            yield Mentioned(match.start(), match.end(), month, day, year)


def first_date(text: str) -> str | None:
    """Give the first date of a text that has a year, as EDTF; None where there is none.

    Examples
    --------
    >>> first_date("Published April 16, 2024"), first_date("16 Apr 2024"), first_date("in April")
    ('2024-04-16', '2024-04-16', None)
    """
    for mention in dates_in(text):
        if mention.year is not None:
            day = f"-{mention.day:02d}" if mention.day is not None else ""
            return f"{mention.year}-{mention.month:02d}{day}"
    return None
