"""Expressions of time in a sentence, such as "on Tuesday", "twelve days after", "the 26th"."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS |= {
    name.casefold(): n for n, name in enumerate(calendar.month_abbr) if name and name != "May"
} | {"sept": 9}
_M = "|".join(name.capitalize() for name in sorted(_MONTHS, key=len, reverse=True))
_DAYS = {name: n for n, name in enumerate(calendar.day_name)}
_D = "|".join(_DAYS)
_Y = r"1[789]\d\d|20\d\d"
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_COUNTS = {
    word: n
    for n, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
    )
} | {"a": 1, "an": 1, "the": 1, "some": 1, "thirty": 30, "forty": 40, "sixty": 60, "ninety": 90,
     "several": 3, "few": 3, "couple": 2, "seventy-two": 72, "forty-eight": 48,
     "twenty-four": 24, "thirty-six": 36, "twenty-one": 21, "half": 0}  # fmt: skip
_N = r"\d+|" + "|".join(sorted(_COUNTS, key=len, reverse=True))
_UNIT = r"hour|day|week|fortnight|month|year"


@dataclass(frozen=True)
class Time:
    """An expression of time.

    Attributes
    ----------
    start, end : int
        Offsets in the sentence.
    sort : str
        ``day``, ``month``, ``year``, ``season``, ``range``, ``weekday``, ``ordinal``,
        ``deictic`` (counted from the day of publication) or ``shift`` (from another date).
    value : tuple of int
        For ``day``: year (0 where left out), month, day; and so on by sort.
    words : str
        For ``deictic`` and ``shift``: the kind, such as ``ago``, ``later``, ``before``, ``next``.
    unit : str
        ``hour``, ``day``, ``week``, ``month`` or ``year`` for what is counted.
    """

    start: int
    end: int
    sort: str
    value: tuple[int, ...]
    words: str = ""
    unit: str = ""


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("range", _re(rf"\b[Ff]rom (?P<m>{_M})\.? (?P<d>\d{{1,2}}) (?:to|until|through) (?P<m2>{_M})\.? (?P<d2>\d{{1,2}})\b(?:,? (?P<y>{_Y}))?")),
    ("range", _re(rf"\b(?:[Ff]rom|[Bb]etween) (?P<d>\d{{1,2}}) (?P<m>{_M})(?: (?P<y0>{_Y}))? (?:to|until|and|through) (?P<d2>\d{{1,2}}) (?P<m2>{_M})\b(?:,? (?P<y>{_Y}))?")),
    ("range", _re(rf"\b(?:[Ff]rom |[Bb]etween |[Oo]n )?(?P<d>\d{{1,2}})(?: ?(?:to|and|until|through|[-–]) ?)(?P<d2>\d{{1,2}}) (?P<m>{_M})\b(?:,? (?P<y>{_Y}))?")),
    ("range", _re(rf"\b(?P<m>{_M}) (?P<d>\d{{1,2}}) ?(?:to|and|until|through|[-–]) ?(?P<d2>\d{{1,2}})\b(?:,? (?P<y>{_Y}))?")),
    ("day", _re(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m>{_M})\b\.?(?:,? (?P<y>{_Y}))?")),
    ("day", _re(rf"\b(?P<m>{_M})\b\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,\d)(?:,? (?P<y>{_Y}))?")),
    ("day", _re(rf"\b(?P<y>{_Y})-(?P<mm>\d\d)-(?P<d>\d\d)\b")),
    ("month", _re(rf"\b(?:(?:early|late|mid)[- ])?(?P<m>{_M})\b\.?(?: of)?,? (?P<y>{_Y})\b")),
    ("season", _re(rf"\b(?P<s>spring|summer|autumn|winter)(?: of)? (?P<y>{_Y})\b")),
    ("month", _re(rf"\b(?:[Ii]n|[Dd]uring|[Ss]ince|[Bb]y|[Uu]ntil|last|of)(?: (?:early|late|mid)[- ]?| )(?P<m>{_M})\b(?! \d)")),
    ("deictic", _re(rf"\b(?P<n>(?i:{_N})) (?P<u>{_UNIT})s? (?P<w>ago)\b")),
    ("shift", _re(rf"\b(?P<n>(?i:{_N}))(?: or so)? ?(?P<u>{_UNIT})s?(?:'| time)? (?P<w>later|afterwards|afterward|thereafter|earlier|beforehand|after|before|previously|in advance)\b")),
    ("shift", _re(rf"\b(?P<w>[Ww]ithin) (?:(?P<n>(?i:{_N})) )?(?P<u>{_UNIT})s?\b")),
    ("shift", _re(r"\b(?P<w>[Ww]ithin) (?P<u>hour)s\b")),
    ("shift", _re(r"\b(?P<u>[Hh]our)s (?P<w>later|after|before|earlier)\b")),
    ("shift", _re(r"\b[Tt]he (?P<w>next|following|previous|same) (?P<u>day|morning|evening|afternoon|night|week|month|year)\b")),
    ("shift", _re(r"\b[Tt]he (?P<u>day|night|evening) (?P<w>before|after)\b")),
    ("shift", _re(r"\b(?P<w>[Tt]hat)(?: same)? (?P<u>day|morning|evening|afternoon|night|week|month|spring|summer|autumn|winter)\b")),
    ("deictic", _re(rf"\b(?P<w>[Ll]ast) (?P<k>{_D}|week|month|year|night)\b")),
    ("deictic", _re(r"\b(?P<w>[Yy]esterday|[Tt]oday|[Tt]onight)\b")),
    ("deictic", _re(r"\b(?P<w>[Tt]his) (?P<k>week|month|morning|year)\b")),
    ("weekday", _re(rf"\b(?P<k>{_D})\b")),
    ("ordinal", _re(r"\b[Oo]n the (?P<d>\d{1,2})(?:st|nd|rd|th)\b")),
    ("ordinal", _re(r"\b(?:by|until) the (?P<d>\d{1,2})(?:st|nd|rd|th)\b")),
    ("year", _re(rf"\b(?:[Ii]n|[Ss]ince|of|[Dd]uring|from|until|by|early|late) (?P<y>{_Y})\b")),
)  # fmt: skip


def times_in(sentence: str) -> list[Time]:
    """List the expressions of time of a sentence, in order, none overlapping another.

    Examples
    --------
    >>> [(t.sort, t.value, t.words) for t in times_in("On 2 May 1982, and two days later, it fell.")]
    [('day', (1982, 5, 2), ''), ('shift', (2,), 'later')]
    """
    found: list[Time] = []
    for sort, form in _FORMS:
        for time in _read(sort, form, sentence):
            if all(time.end <= f.start or time.start >= f.end for f in found):
                found.append(time)
    return sorted(found, key=lambda time: time.start)


def _read(sort: str, form: re.Pattern[str], sentence: str) -> Iterator[Time]:
    for match in form.finditer(sentence):
        part = match.groupdict()
        year = int(part.get("y") or part.get("y0") or 0)
        month = _MONTHS[part["m"].casefold()] if part.get("m") else int(part.get("mm") or 0)
        day = int(part["d"]) if part.get("d") else 0
        span = match.start(), match.end()
        if day > 31 or month > 12:
            continue
        if sort == "day":
            yield Time(*span, sort, (year, month, day))
        elif sort == "range":
            last = _MONTHS[part["m2"].casefold()] if part.get("m2") else month
            yield Time(*span, sort, (year, month, day, last, int(part["d2"])))
        elif sort == "month":
            yield Time(*span, sort, (year, month))
        elif sort == "season":
            yield Time(*span, sort, (year, _SEASONS[part["s"]]))
        elif sort == "year":
            yield Time(*span, sort, (year,))
        elif sort == "weekday":
            yield Time(*span, sort, (_DAYS[part["k"]],))
        elif sort == "ordinal":
            yield Time(*span, sort, (day,))
        elif sort == "deictic":
            key = part.get("k") or ""
            value = (_DAYS[key],) if key in _DAYS else (count(part.get("n") or "one"),)
            unit = (part.get("u") or ("weekday" if key in _DAYS else key)).casefold()
            yield Time(*span, sort, value, part["w"].casefold(), unit)
        else:
            unit = part["u"].casefold()
            amount = count(part.get("n") or ("zero" if unit == "hour" else "one"))
            yield Time(*span, sort, (amount,), part["w"].casefold(), unit)


def count(word: str) -> int:
    """Read a small number in figures or words.

    Examples
    --------
    >>> count("twelve"), count("72")
    (12, 72)
    """
    return int(word) if word.isdigit() else _COUNTS.get(word.casefold(), 1)


def shifted(day: date, amount: int, unit: str) -> date:
    """Move a day by hours, days, weeks, months or years.

    Examples
    --------
    >>> shifted(date(1962, 10, 14), 8, "day"), shifted(date(1962, 10, 31), 6, "month")
    (datetime.date(1962, 10, 22), datetime.date(1963, 4, 30))
    """
    if unit in ("month", "year"):
        months = day.year * 12 + day.month - 1 + amount * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    if unit == "hour":
        return day + timedelta(days=round(amount / 24))
    return day + timedelta(days=amount * {"week": 7, "fortnight": 14}.get(unit, 1))
