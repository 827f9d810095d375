"""The day of a document by its own words: a line that is a date, a byline, a dateline."""

import re
from dataclasses import dataclass

from offramp.reading.documents._date_words import MONTHS, dates_in, first_date

_LABEL = re.compile(r"^(?:published|posted|updated|issued|date)\b(?: on)?:?\s*", re.I)
_MONTH = "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))
_DAY = rf"(?:\d{{1,2}} (?:{_MONTH})\b\.?|(?:{_MONTH})\b\.? \d{{1,2}})(?:,? \d{{4}})?"
_CAPITALS = r"[A-Z][A-Z.'’\- ]{2,40}(?:, [A-Z][\w.'’\- ]{1,30}?)?"
_PLACE = r"[A-Z][\w.'’\-]{2,25}(?: [A-Z][\w.'’\-]{2,25}){0,2}"
_AGENCY = r"\((?P<agency>[A-Z][\w .'&/\-]{1,30})\)"
_DASH = r"\s?(?:--|[-–—])\s+"
_DATELINE = re.compile(
    rf"\s*(?:(?:{_CAPITALS}|{_PLACE}), (?P<day>{_DAY})(?: {_AGENCY})?{_DASH}"
    rf"|{_CAPITALS} {_AGENCY.replace('agency', 'agency2')}{_DASH})"
)
# "By May 1982 the islands had fallen" is no byline.
_BYLINE = re.compile(rf"^(?:By|BY) (?!(?:{_MONTH}|\w+day)\b)[A-Z]")
_LINES, _LONGEST_LINE, _LONGEST_BYLINE = 25, 40, 140


@dataclass(frozen=True)
class Dateline:
    """The dateline that opens a paragraph: where it ends, and its day as far as it tells."""

    end: int
    month: int | None = None
    day: int | None = None
    year: int | None = None

    def on(self, date: str) -> bool:
        """Say whether it tells no other day than a date (EDTF)."""
        if self.month is None:
            return True
        told = f"{self.month:02d}" + (f"-{self.day:02d}" if self.day is not None else "")
        year = f"{self.year:04d}" if self.year is not None else date[:4]
        return date.startswith(f"{year}-{told}")


def dateline(line: str) -> Dateline | None:
    """Find the dateline at the beginning of a paragraph.

    Examples
    --------
    >>> dateline("ANKARA, 3 July (Agency) - Greek ships fired.")
    Dateline(end=26, month=7, day=3, year=None)
    >>> dateline("Greece, on 3 July, fired - twice.") is None
    True
    """
    match = _DATELINE.match(line[:160])
    if match is None:
        return None
    named = dates_in(match["day"] or "")
    if not named:
        return Dateline(match.end())
    return Dateline(match.end(), named[0].month, named[0].day, named[0].year)


def is_dispatch(text: str) -> bool:
    r"""Say whether a text opens with a dateline, as what an agency sends does.

    Examples
    --------
    >>> is_dispatch("Shots\n\nANKARA, July 3 (AN) -- Ships fired."), is_dispatch("Ships fired.")
    (True, False)
    """
    return any(dateline(line) is not None for line in text[:3000].split("\n")[:_LINES])


def document_date(text: str, year: str | None = None) -> str:
    r"""Find the day of a document at its top.

    Parameters
    ----------
    text : str
    year : str, optional
        The year, where it is known and a dateline leaves it out.

    Returns
    -------
    str
        EDTF; empty where nothing says.

    Examples
    --------
    >>> document_date("Shots at the strait\n\nANKARA, July 3, 1997 (Agency) -- Ships fired.")
    '1997-07-03'
    >>> document_date("By Ann Roe | 14 April 2002\n\nShips fired.")
    '2002-04-14'
    """
    for line in text[:3000].split("\n")[:_LINES]:
        bare = _LABEL.sub("", line.strip())
        found = first_date(bare) if 0 < len(bare) <= _LONGEST_BYLINE else None
        whole = len(bare) <= _LONGEST_LINE and _is_only_a_date(bare)
        if found is not None and (whole or _BYLINE.match(bare) or "|" in bare):
            return found
        opens = dateline(line)
        known = f"{opens.year:04d}" if opens is not None and opens.year is not None else year
        if opens is not None and opens.month is not None and known:
            day = f"-{opens.day:02d}" if opens.day is not None else ""
            return f"{known}-{opens.month:02d}{day}"
    return ""


def _is_only_a_date(line: str) -> bool:
    words = re.findall(r"[A-Za-z]+", line)
    return len(words) <= 3 and bool(re.search(r"\d{4}", line))
