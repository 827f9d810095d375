"""Expressions of time in a sentence, such as "on Tuesday", "twelve days after", "the 26th"."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {
    name.casefold(): n
    for names in (calendar.month_name, calendar.month_abbr)
    for n, name in enumerate(names)
    if name
} | {"sept": 9}
_M = "|".join(name.capitalize() for name in sorted(_MONTHS, key=len, reverse=True))
_DAYS = {name: n for n, name in enumerate(calendar.day_name)}
_D = "|".join(_DAYS)
_Y = r"1[789]\d\d|20\d\d"
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_COUNTS = {word: n for n, word in enumerate(re.split(" ", _TO_TWENTY))} | {
    "a": 1,
    "an": 1,
    "the": 1,
    "some": 1,
    "few": 3,
    "several": 3,
    "couple": 2,
    "half": 0,
    "twenty-one": 21,
    "twenty-four": 24,
    "thirty": 30,
    "thirty-six": 36,
    "forty": 40,
    "forty-eight": 48,
    "sixty": 60,
    "seventy-two": 72,
    "ninety": 90,
}
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


_TILL = r"(?:to|until|and|through|[-–])"
_YEARED = rf"(?:,? (?P<y>{_Y}))?"
_DAY1, _DAY2 = r"(?P<d>\d{1,2})", r"(?P<d2>\d{1,2})"
_MONTH1, _MONTH2 = rf"(?P<m>{_M})", rf"(?P<m2>{_M})"
_ORD = r"(?:st|nd|rd|th)"
_NUMBER = rf"(?P<n>(?i:{_N}))"
_LATER = (
    "later|afterwards|afterward|thereafter|earlier|beforehand|after|before|previously|in advance"
)
_PARTS = "day|morning|evening|afternoon|night|week|month"
_FORMS: tuple[tuple[str, str], ...] = (
    (
        "range",
        rf"\b[Ff]rom {_MONTH1}\.? {_DAY1} (?:to|until|through) {_MONTH2}\.? {_DAY2}\b{_YEARED}",
    ),
    (
        "range",
        rf"\b(?:[Ff]rom|[Bb]etween) {_DAY1} {_MONTH1}(?: (?P<y0>{_Y}))? {_TILL} {_DAY2} {_MONTH2}\b"
        rf"{_YEARED}",
    ),
    (
        "range",
        rf"\b(?:[Ff]rom |[Bb]etween |[Oo]n )?{_DAY1} ?{_TILL} ?{_DAY2} {_MONTH1}\b{_YEARED}",
    ),
    ("range", rf"\b{_MONTH1} {_DAY1} ?{_TILL} ?{_DAY2}\b{_YEARED}"),
    ("day", rf"\b{_DAY1}{_ORD}?(?: of)? {_MONTH1}\b\.?{_YEARED}"),
    ("day", rf"\b{_MONTH1}\b\.? {_DAY1}{_ORD}?\b(?!,\d){_YEARED}"),
    ("day", rf"\b(?P<y>{_Y})-(?P<mm>\d\d)-(?P<d>\d\d)\b"),
    ("month", rf"\b(?:(?:early|late|mid)[- ])?{_MONTH1}\b\.?(?: of)?,? (?P<y>{_Y})\b"),
    ("season", rf"\b(?P<s>spring|summer|autumn|winter)(?: of)? (?P<y>{_Y})\b"),
    (
        "month",
        r"\b(?:[Ii]n|[Dd]uring|[Ss]ince|[Bb]y|[Uu]ntil|last|of)(?: (?:early|late|mid)[- ]?| )"
        rf"{_MONTH1}\b(?! \d)",
    ),
    ("deictic", rf"\b{_NUMBER} (?P<u>{_UNIT})s? (?P<w>ago)\b"),
    ("shift", rf"\b{_NUMBER}(?: or so)? ?(?P<u>{_UNIT})s?(?:'| time)? (?P<w>{_LATER})\b"),
    ("shift", rf"\b(?P<w>[Ww]ithin) (?:{_NUMBER} )?(?P<u>{_UNIT})s?\b"),
    ("shift", r"\b(?P<w>[Ww]ithin) (?P<u>hour)s\b"),
    ("shift", r"\b(?P<u>[Hh]our)s (?P<w>later|after|before|earlier)\b"),
    ("shift", rf"\b[Tt]he (?P<w>next|following|previous|same) (?P<u>{_PARTS}|year)\b"),
    ("shift", r"\b[Tt]he (?P<u>day|night|evening) (?P<w>before|after)\b"),
    ("shift", rf"\b(?P<w>[Tt]hat)(?: same)? (?P<u>{_PARTS}|spring|summer|autumn|winter)\b"),
    ("deictic", rf"\b(?P<w>[Ll]ast) (?P<k>{_D}|week|month|year|night)\b"),
    ("deictic", r"\b(?P<w>[Yy]esterday|[Tt]oday|[Tt]onight)\b"),
    ("deictic", r"\b(?P<w>[Tt]his) (?P<k>week|month|morning|year)\b"),
    ("weekday", rf"\b(?P<k>{_D})\b"),
    ("ordinal", rf"\b[Oo]n the {_DAY1}{_ORD}\b"),
    ("ordinal", rf"\b(?:by|until) the {_DAY1}{_ORD}\b"),
    ("year", rf"\b(?:[Ii]n|[Ss]ince|of|[Dd]uring|from|until|by|early|late) (?P<y>{_Y})\b"),
)
_COMPILED = tuple((sort, re.compile(form)) for sort, form in _FORMS)


def times_in(sentence: str) -> list[Time]:
    """List the expressions of time of a sentence, in order, none overlapping another.

    Examples
    --------
    >>> [(t.sort, t.value, t.words) for t in times_in("On 2 May 1982, two days later, it fell.")]
    [('day', (1982, 5, 2), ''), ('shift', (2,), 'later')]
    """
    found: list[Time] = []
    for sort, form in _COMPILED:
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
