"""Expressions of time in a sentence, such as "on Tuesday", "twelve days after", "the 26th"."""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from offramp.reading.documents._date_words import NTHS

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
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
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
_UNIT = r"hour|day|night|morning|week|fortnight|month|year"


@dataclass(frozen=True)
class Time:
    """An expression of time.

    Attributes
    ----------
    start, end : int
        Offsets in the sentence.
    sort : str
        ``day``, ``month``, ``year``, ``decade``, ``season``, ``range``, ``months`` and ``years``
        (from, to), ``weekday``, ``weekdays``, ``ordinal``, ``deictic`` (counted from the day of
        publication) or ``shift`` (from another date).
    value : tuple of int
        For ``day``: year (0 where left out), month, day; and so on by sort.
    words : str
        For ``deictic`` and ``shift``: the kind, such as ``ago``, ``later``, ``before``, ``next``.
        For days and months: what is said of their year, as in "December last year", or of the
        one that is meant, as in "the following Friday".
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
_WHOSE = r"(?:of )?(?P<w>last year|this year|the (?:same|previous|following) year|that year)"
_YEARED = rf"(?:,? (?P<y>{_Y})|,? {_WHOSE})?"
_DAY1, _DAY2 = r"(?P<d>\d{1,2})", r"(?P<d2>\d{1,2})"
_MONTH1, _MONTH2 = rf"(?P<m>{_M})", rf"(?P<m2>{_M})"
_ORD = r"(?:st|nd|rd|th)"
_NUMBER = rf"(?P<n>(?i:{_N}))"
_NAMED = rf"(?:(?:{_D}),? (?:the )?)?"
_HOUR = r"(?:the (?:morning|afternoon|evening|night) of )?"
_ABOUT = r"(?:(?:early|late|mid)[- ]?)?"
_LATER = (
    "later|afterwards|afterward|thereafter|earlier|beforehand|"
    r"(?:after|before) (?:that|this)(?=[,;.]| [A-Z])|after|before|previously|in advance|on(?=,)"
)
_PARTS = "day|morning|evening|afternoon|night|week|month"
_SPELLS = "spring|summer|autumn|winter"
# "the 7th Fleet", "the 17th parallel": counted, and no day.
_COUNTED = (
    r"(?i:division|brigade|army|corps|fleet|regiment|battalion|airborne|armou?red|infantry|guards|"
    r"squadron|century|parallel|anniversary|congress|session|summit|round|time|day|week|month|year)"
)
_NTH = "|".join(sorted(NTHS, key=len, reverse=True))
_FORMS: tuple[tuple[str, str], ...] = (
    (
        "range",
        rf"\b[Ff]rom {_MONTH1}\.? {_DAY1} (?:to|until|through) {_MONTH2}\.? {_DAY2}\b{_YEARED}",
    ),
    (
        "range",
        rf"\b(?:[Ff]rom|[Bb]etween) {_HOUR}{_DAY1} {_MONTH1}(?: (?P<y0>{_Y}))? {_TILL} "
        rf"{_HOUR}{_DAY2} {_MONTH2}\b"
        rf"{_YEARED}",
    ),
    (
        "range",
        rf"\b(?:(?:[Ff]rom |[Bb]etween |[Oo]n )?(?:the )?)?{_DAY1}{_ORD}? ?{_TILL} ?(?:the )?"
        rf"{_DAY2}{_ORD}?(?: of)? {_MONTH1}\b{_YEARED}",
    ),
    ("range", rf"\b{_MONTH1} {_DAY1} ?{_TILL} ?{_DAY2}\b{_YEARED}"),
    ("day", rf"\b{_NAMED}{_DAY1}{_ORD}?(?: of)? {_MONTH1}\b\.?{_YEARED}"),
    ("day", rf"\b{_NAMED}{_MONTH1}\b\.? {_DAY1}{_ORD}?\b(?!,\d){_YEARED}"),
    ("day", rf"\b{_NAMED}[Tt]he (?P<dw>{_NTH}) of {_MONTH1}\b{_YEARED}"),
    ("day", rf"\b(?P<y>{_Y})-(?P<mm>\d\d)-(?P<d>\d\d)\b"),
    ("day", rf"(?<![\d./])(?P<d>\d\d?)\.(?P<mm>\d\d?)\.(?P<y>{_Y})\b"),
    # Which is the month is plain where the other number is above twelve.
    ("day", rf"(?<![\d./])(?P<d>1[3-9]|2\d|3[01])/(?P<mm>\d\d?)/(?P<y>{_Y})\b"),
    ("day", rf"(?<![\d./])(?P<mm>\d\d?)/(?P<d>1[3-9]|2\d|3[01])/(?P<y>{_Y})\b"),
    # Else no more than the year is sure.
    ("year", rf"(?<![\d./])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/(?P<y>{_Y})\b"),
    (
        "months",
        rf"\b(?:[Ff]rom|[Bb]etween) {_ABOUT}{_MONTH1}(?:,? (?P<y0>{_Y}))? (?:to|until|and|through) "
        rf"{_ABOUT}{_MONTH2}\b(?! \d\d?\b){_YEARED}",
    ),
    (
        "years",
        rf"\b(?:[Ff]rom|[Bb]etween|[Yy]ears) (?P<y0>{_Y}) (?:to|until|and|through) "
        rf"(?P<y>{_Y})\b",
    ),
    ("month", rf"\b{_ABOUT}{_MONTH1}\b\.?(?: of)?,? (?P<y>{_Y})\b"),
    ("month", rf"\b{_ABOUT}{_MONTH1}\b,? {_WHOSE}\b"),
    ("month", rf"\b(?:the )?(?P<w>following|previous) {_MONTH1}\b"),
    ("season", rf"\b(?P<s>{_SPELLS})(?: of)? (?P<y>{_Y})\b"),
    ("season", rf"\b(?P<s>{_SPELLS}) {_WHOSE}\b"),
    ("years", rf"\b(?:[Ii]n|[Dd]uring|of) (?P<y0>{_Y})-(?P<yy>\d\d)\b"),
    (
        "month",
        r"\b(?:[Ii]n|[Dd]uring|[Tt]hroughout|[Ss]ince|[Bb]y|[Uu]ntil|last|of|as (?:early|late) as)"
        rf"(?: (?:early|late|mid)[- ]?| ){_MONTH1}\b(?! \d)",
    ),
    ("decade", rf"\bthe {_ABOUT}(?P<decade>1[789]\d|20\d)0s\b"),
    ("ordinal", rf"\bthe {_DAY1}{_ORD} of (?P<w>last|this|that|the same|the) month\b"),
    ("deictic", r"\b[Tt]he day (?P<w>before yesterday)\b"),
    ("deictic", rf"\b{_NUMBER} (?P<u>{_UNIT})s? (?P<w>ago)\b"),
    ("shift", rf"\b[Ww]ithin {_NUMBER} (?P<u>{_UNIT})s? (?P<w>of)\b"),
    ("shift", rf"\b{_NUMBER}(?: or so)? ?(?P<u>{_UNIT})s?(?:'| time)? (?P<w>{_LATER})\b"),
    ("shift", rf"\b(?P<w>[Ww]ithin) (?:{_NUMBER} )?(?P<u>{_UNIT})s?\b"),
    ("shift", r"\b(?P<w>[Ww]ithin) (?P<u>hour)s\b"),
    ("shift", r"\b(?P<u>[Hh]our)s (?P<w>later|after|before|earlier)\b"),
    ("shift", rf"\b[Tt]he (?P<w>next|following|previous|same) (?P<u>{_PARTS}|year|{_SPELLS})\b"),
    ("shift", rf"\b[Tt]he (?P<u>{_PARTS}|year) (?P<w>before|after|following)\b"),
    ("shift", rf"\b(?P<w>[Tt]hat)(?: same)? (?P<u>{_PARTS}|year|{_SPELLS})\b"),
    ("shift", r"\b(?:end|start|beginning|middle|course|half) of (?P<w>the) (?P<u>month|year)\b"),
    ("deictic", rf"\b(?P<w>[Ll]ast) (?P<k>{_D}|week|month|year|night)\b(?! of\b)"),
    ("deictic", r"\b(?:[Ll]ast|(?:[Oo]ver|[Aa]t|[Dd]uring) the) (?P<w>weekend)\b"),
    ("deictic", r"\b(?P<w>[Yy]esterday|[Tt]oday|[Tt]onight)\b"),
    ("deictic", r"\b(?P<w>[Oo]vernight)\b"),
    ("deictic", r"\b[Aa]s (?:of|from) (?P<w>now|midnight|this moment)\b"),
    ("deictic", r"\b(?P<w>[Tt]his) (?P<k>week|month|morning|year)\b"),
    ("weekdays", rf"\b(?:[Ff]rom|[Bb]etween) (?P<k>{_D}) (?:to|until|and|through) (?P<k2>{_D})\b"),
    ("weekday", rf"\b(?P<w>[Tt]he following|[Tt]he next|[Tt]hat|[Tt]he|[Nn]ext) (?P<k>{_D})\b"),
    ("weekday", rf"\b(?P<k>{_D})\b"),
    (
        "ordinal",
        rf"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|of) the {_DAY1}{_ORD}\b(?! (?:[A-Z]\w+ )*{_COUNTED})",
    ),
    (
        "year",
        r"\b(?:[Ii]n|[Ss]ince|of|[Dd]uring|[Tt]hroughout|from|until|by|early|late|ago as) "
        rf"(?P<y>{_Y})\b",
    ),
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


_LISTED = re.compile(r"(?:,|,? (?:and|or)(?: again)?)(?: on| in)? ?")


def with_years(times: list[Time], text: str) -> list[Time]:
    """Give the dates of a list the year that stands behind its last.

    Examples
    --------
    >>> text = "In December, and in January 1933, it fell."
    >>> [time.value for time in with_years(times_in(text), text)]
    [(1932, 12), (1933, 1)]
    """
    found = list(times)
    for at in range(len(found) - 2, -1, -1):
        one, after = found[at], found[at + 1]
        bare = one.sort in ("day", "month") and not one.value[0] and not one.words
        dated = after.sort in ("day", "month") and after.value[0]
        # An expression for a month begins with its "in".
        listed = _LISTED.fullmatch(text[one.end : after.start])
        if bare and dated and listed:
            year = after.value[0] - (one.value[1] > after.value[1])
            found[at] = replace(one, value=(year, *one.value[1:]))
    return found


def _read(sort: str, form: re.Pattern[str], sentence: str) -> Iterator[Time]:
    for match in form.finditer(sentence):
        part = {name: value for name, value in match.groupdict().items() if value is not None}
        if int(part.get("d", 0)) > 31 or int(part.get("mm", 0)) > 12:
            continue
        unit = (part.get("u") or part.get("k", "")).casefold()
        if part.get("k") in _DAYS:
            unit = "weekday" if sort == "deictic" else ""
        words = part.get("w", "").casefold()
        yield Time(*match.span(), sort, _VALUES[sort](part), words, unit)


def _year(part: dict[str, str]) -> int:
    return int(part.get("y") or part.get("y0") or 0)


def _month(part: dict[str, str], name: str = "m") -> int:
    return _MONTHS[part[name].casefold()] if name in part else int(part.get("mm", 0))


def _days(part: dict[str, str]) -> tuple[int, ...]:
    last = _month(part, "m2") or _month(part)
    return _year(part), _month(part), int(part["d"]), last, int(part["d2"])


def _months(part: dict[str, str]) -> tuple[int, ...]:
    return int(part.get("y0", 0)), _month(part), int(part.get("y", 0)), _month(part, "m2")


def _amount(part: dict[str, str]) -> tuple[int, ...]:
    if part.get("k") in _DAYS:
        return (_DAYS[part["k"]],)
    vague = part.get("u", "").casefold() == "hour" or part.get("w", "").casefold() == "within"
    return (count(part.get("n") or ("zero" if vague else "one")),)


_VALUES: dict[str, Callable[[dict[str, str]], tuple[int, ...]]] = {
    "day": lambda part: (_year(part), _month(part), int(part.get("d") or NTHS[part["dw"]])),
    "range": _days,
    "months": _months,
    "years": lambda part: (int(part["y0"]), int(part.get("y") or part["y0"][:2] + part["yy"])),
    "month": lambda part: (_year(part), _month(part)),
    "season": lambda part: (_year(part), SEASONS[part["s"]]),
    "year": lambda part: (_year(part),),
    "decade": lambda part: (int(part["decade"]),),
    "weekday": lambda part: (_DAYS[part["k"]],),
    "weekdays": lambda part: (_DAYS[part["k"]], _DAYS[part["k2"]]),
    "ordinal": lambda part: (int(part["d"]),),
    "deictic": _amount,
    "shift": _amount,
}


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
