"""How a value becomes words on the page: numbers, dates, and text made safe to show."""

import math
import re
from collections.abc import Iterable
from datetime import date

NBSP = "\u00a0"
EN_DASH = "–"
MINUS = "−"
NOTHING = "–"

# Control characters have no place in prose, and bidirectional overrides can make a name
# read as another one; a record that holds them is shown without them.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def clean(text: str, limit: int = 2000) -> str:
    r"""Return `text` without unseen control characters, cut to `limit` characters.

    Examples
    --------
    >>> clean("a\x00b\u202ec")
    'abc'
    >>> clean("abcdef", limit=4)
    'abc…'
    """
    seen = _LONE_SURROGATE.sub("\ufffd", _UNSEEN.sub("", text))
    return seen if len(seen) <= limit else seen[: limit - 1].rstrip() + "…"


def short(text: str, limit: int = 60) -> str:
    """Return `text` on one line, cut for a chart or a table cell."""
    return clean(" ".join(text.split()), limit)


def day(when: date) -> str:
    """Write a date as a reader says it.

    Examples
    --------
    >>> day(date(2024, 4, 14)).replace(NBSP, " ")
    '14 April 2024'
    """
    return f"{when.day}{NBSP}{MONTHS[when.month - 1]}{NBSP}{when.year}"


def brief_day(when: date) -> str:
    """Write a date shortly, for axes and tables.

    Examples
    --------
    >>> brief_day(date(2024, 4, 14)).replace(NBSP, " ")
    '14 Apr 2024'
    """
    return f"{when.day}{NBSP}{MONTHS[when.month - 1][:3]}{NBSP}{when.year}"


def days_between(first: date, last: date) -> str:
    """Write a span of days; one day is written once."""
    if first == last:
        return brief_day(first)
    return f"{brief_day(first)} to {brief_day(last)}"


def percent(share: float | None) -> str:
    """Write a chance in per cent; nothing possible is printed as certain.

    Examples
    --------
    >>> [percent(p).replace(NBSP, " ") for p in (0.0, 0.004, 0.341, 0.999)]
    ['under 1 %', 'under 1 %', '34 %', 'over 99 %']
    """
    if share is None or not math.isfinite(share):
        return NOTHING
    if share < 0.005:
        return f"under{NBSP}1{NBSP}%"
    if share > 0.995:
        return f"over{NBSP}99{NBSP}%"
    return f"{share * 100:.0f}{NBSP}%"


def band(low: float, high: float) -> str:
    """Write a 90 % interval of chances, in per cent."""
    return f"({low * 100:.0f}{EN_DASH}{high * 100:.0f})"


def chance(share: float | None, low: float, high: float) -> str:
    """Write a chance with its interval.

    Examples
    --------
    >>> chance(0.34, 0.12, 0.61).replace(NBSP, " ")
    '34 % (12–61)'
    """
    return f"{percent(share)} {band(low, high)}" if share is not None else NOTHING


def history(baseline: float | None) -> str:
    """Write a base rate as it stands beside a chance."""
    return "history: none" if baseline is None else f"history: {percent(baseline)}"


def number(value: float | None, digits: int = 1) -> str:
    """Write a number with a true minus sign."""
    if value is None or not math.isfinite(value):
        return NOTHING
    text = f"{value:,.{digits}f}"
    return MINUS + text[1:] if text.startswith("-") else text


def signed(value: float, digits: int = 2) -> str:
    """Write a term in log-odds, with its sign.

    Examples
    --------
    >>> signed(0.5), signed(-0.25)
    ('+0.50', '−0.25')
    """
    if not math.isfinite(value):
        return NOTHING
    text = number(value, digits)
    return text if text.startswith(MINUS) else f"+{text}"


def listing(words: Iterable[str], joiner: str = "and") -> str:
    """Join words as in a sentence.

    Examples
    --------
    >>> listing(["a", "b", "c"])
    'a, b and c'
    """
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joiner} {items[-1]}"


def sentence_case(text: str) -> str:
    """Put a capital at the front and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def finite(value: float) -> float | None:
    """Return the value rounded for a chart, or None where it is no number."""
    return round(value, 4) if math.isfinite(value) else None
