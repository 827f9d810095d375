"""Where a text stands in time, and the days that its expressions of time mean there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from offramp.reading.drafts._items import DateFound
from offramp.reading.times._times import SEASONS, Time, shifted
from offramp.record import parse_span

HALF_A_YEAR = 183
# A text that tells of days so long before its own counts its weekdays from the story.
_LONG_AGO = 60
BACKWARDS = frozenset(
    {
        "earlier",
        "before that",
        "before this",
        "before",
        "beforehand",
        "previously",
        "in advance",
        "previous",
    }
)
_SAME = frozenset({"same", "that", "the", "within", "of"})
_OF_THE_STORY = frozenset({"the following", "the next", "that", "the"})
_YEARS = {"that year": 0, "the same year": 0, "the previous year": -1, "the following year": 1}


@dataclass(frozen=True)
class Dated:
    """A date (EDTF) and how it was found; None where nothing says when."""

    day: str | None
    found: DateFound


UNKNOWN = Dated(None, "unknown")


class Story:
    """The day that a text is at, and the day on which it was published.

    Parameters
    ----------
    published : str or None
        When the text was published (EDTF).
    press : bool
        Whether it counts its days from its own, as news does.

    Attributes
    ----------
    current : datetime.date or None
        The first day of the date that the story was at last.
    precise : bool
        Whether that date is a day.

    Examples
    --------
    >>> from offramp.reading.times._times import times_in
    >>> story = Story("1990-01-01", press=False)
    >>> story.move(Time(0, 0, "day", (1962, 10, 14)), "1962-10-14")
    >>> [story.place(time).day for time in times_in("Eight days later, on the 26th, it fell.")]
    ['1962-10-22', '1962-10-26']
    """

    def __init__(self, published: str | None, press: bool) -> None:
        self.published = parse_span(published).last if published else None
        self.press = press
        self.current: date | None = None
        self.precise = False
        self._at = ""

    def move(self, time: Time, day: str) -> None:
        """Let the story stand at a date (EDTF) from now on."""
        span = parse_span(day)
        self.current = span.first
        self.precise = span.first == span.last or time.sort == "range"
        whole = time.sort == "season" or (len(day) <= len("2000-01") and span.days < HALF_A_YEAR)
        self._at = day if whole else day[:4]

    def carried(self) -> Dated:
        """Give the date that the text spoke of last, where the story is still at it."""
        if self.current is not None:
            return Dated(self.current.isoformat() if self.precise else self._at, "carried")
        if self.press and self.published is not None:
            return Dated(f"{self.published.isoformat()}~", "document")
        return UNKNOWN

    def place(self, time: Time, base: date | None = None) -> Dated:
        """Turn an expression of time into a date.

        Parameters
        ----------
        time : Time
        base : datetime.date, optional
            The day from which the text itself counts: 26 May in "two days after the raid of
            26 May".

        Returns
        -------
        Dated
            Unknown where nothing says from when to count, or no calendar knows the day.
        """
        try:
            return self._placed(time, base)
        except (ValueError, OverflowError):
            # "Ninety thousand years ago".
            return UNKNOWN

    def _placed(self, time: Time, base: date | None) -> Dated:
        value = time.value
        if time.sort == "shift":
            return self._shift(time, base)
        if time.sort in ("weekday", "deictic", "weekdays"):
            return self._from_publication(time)
        how: dict[str, Callable[[], str | None]] = {
            "day": lambda: _iso(self._day(*value, words=time.words)),
            "month": lambda: self._month(*value, words=time.words),
            "season": lambda: self._season(*value, words=time.words),
            "year": lambda: f"{value[0]}",
            "decade": lambda: f"{value[0]}X",
            "range": lambda: self._range(*value, words=time.words),
            "months": lambda: self._months(*value, words=time.words),
            "years": lambda: f"{value[0]}/{value[1]}" if value[0] < value[1] else None,
            "ordinal": lambda: self._ordinal(value[0], time.words),
        }
        found = how[time.sort]()
        return Dated(found, "stated" if found else "unknown")

    def until_now(self, dated: Dated) -> Dated:
        """Let "since October 7" reach to the day of publication."""
        if self.published is None or parse_span(f"{dated.day}").first > self.published:
            return dated
        if "/" in f"{dated.day}":
            return dated
        return Dated(f"{dated.day}/{self.published.isoformat()}", dated.found)

    # --- days and months as written

    def _month(self, year: int, month: int, *, words: str) -> str | None:
        if words in ("following", "previous"):
            base = self.current or self.published
            if base is None:
                return None
            step = 1 if words == "following" else -1
            for away in range(1, 13):
                if (day := shifted(base.replace(day=1), step * away, "month")).month == month:
                    return day.isoformat()[:7]
        year = year or self._said(words) or self._year_of(month, 1)
        return f"{year}-{month:02d}" if year else None

    def _season(self, year: int, number: int, *, words: str) -> str | None:
        year = year or self._said(words)
        return f"{year}-{number}" if year else None

    def _months(
        self, year: int, month: int, last: int, last_month: int, *, words: str
    ) -> str | None:
        last = last or self._said(words) or self._year_of(last_month, 1)
        year = year or last - (month > last_month)
        sound = last and (year, month) < (last, last_month)
        return f"{year}-{month:02d}/{last}-{last_month:02d}" if sound else None

    def _range(
        self, year: int, month: int, day: int, last_month: int, last_day: int, *, words: str
    ) -> str | None:
        first = self._day(year, month, day, words=words)
        last = self._day(year, last_month, last_day, words=words)
        sound = first is not None and last is not None and first <= last
        return f"{_iso(first)}/{_iso(last)}" if sound else None

    def _ordinal(self, day: int, words: str) -> str | None:
        """Place "on the 26th" in the month that the story is at, or in the next."""
        if words in ("last", "this") and self.published is not None:
            base = shifted(self.published.replace(day=1), -(words == "last"), "month")
            return _iso(_valid(base.year, base.month, day))
        base = self.current
        if base is not None and day < base.day and not words:
            base = shifted(base.replace(day=1), 1, "month")
        return _iso(_valid(base.year, base.month, day)) if base is not None else None

    def _day(self, year: int, month: int, day: int, *, words: str) -> date | None:
        return _valid(year or self._said(words) or self._year_of(month, day), month, day)

    def _said(self, words: str) -> int:
        """Give the year of "last year", "of that year"; 0 where nothing is said."""
        if words in ("last year", "this year"):
            return self.published.year - (words == "last year") if self.published else 0
        base = self.current or self.published
        return base.year + _YEARS[words] if words in _YEARS and base is not None else 0

    def _year_of(self, month: int, day: int) -> int:
        """Give the year that a day without one lies in: that of the story, or of publication."""
        if self.current is not None and self._away() > 2 * HALF_A_YEAR:
            year = self.current.year
            near = _valid(year, month, min(day, 28))
            if near is not None and (self.current - near).days > HALF_A_YEAR:
                return year + 1
            return year
        if self.published is None:
            return 0
        near = _valid(self.published.year, month, min(day, 28))
        later = near is not None and near > self.published + timedelta(days=7)
        return self.published.year - later

    def _away(self) -> int:
        """Count the days from those of the story to publication."""
        if self.current is None or self.published is None:
            return 0
        return (self.published - self.current).days

    # --- what is counted from another day

    def _from_publication(self, time: Time) -> Dated:
        """Count back from the day of publication: "on Tuesday", "ten days ago", "last week"."""
        base = self.published
        if time.sort != "deictic" and (told := self._told(time)) is not None:
            return _ahead(told, time)
        if base is None:
            return UNKNOWN
        if time.words == "next":
            return _ahead(base, time)
        if time.words == "ago":
            return self._counted(base, -time.value[0], time.unit)
        return Dated(_back(base, time), "relative")

    def _told(self, time: Time) -> date | None:
        """Give the day from which a story of days long past counts its weekdays."""
        known = self.current is not None and self.precise
        if known and (time.words in _OF_THE_STORY or self._away() > _LONG_AGO):
            return self.current
        return None

    def _shift(self, time: Time, base: date | None) -> Dated:
        how = time.words
        if base is not None:
            way = -1 if how == "before" else 1
            return Dated(shifted(base, way * time.value[0], time.unit).isoformat(), "relative")
        base = self.current or (self.published if self.press else None)
        if base is None:
            return UNKNOWN
        if how == "within" and time.unit != "hour" and (time.value[0], time.unit) != (1, "day"):
            return self._within(base, time)
        if how in _SAME or time.value[0] == 0:
            return self._same(base, time.unit)
        if time.unit in SEASONS:
            return _season(base, time)
        amount = -time.value[0] if how in BACKWARDS else time.value[0]
        unit = time.unit if time.unit in ("hour", "week", "month", "year", "fortnight") else "day"
        return self._counted(base, amount, unit)

    def _within(self, base: date, time: Time) -> Dated:
        """Give the days of "within a fortnight"; none for "within weeks"."""
        if not time.value[0] or not (self.precise or self.current is None):
            return UNKNOWN
        return Dated(f"{base}/{shifted(base, time.value[0], time.unit)}", "relative")

    def _same(self, base: date, unit: str) -> Dated:
        """Give the day, month or year that the story is at: "that night", "the same month"."""
        if unit in ("month", "year", *SEASONS):
            return Dated(base.isoformat()[: 4 if unit == "year" else 7], "carried")
        exact = self.precise or self.current is None
        return Dated(base.isoformat() if exact else self._at, "relative")

    def _counted(self, base: date, amount: int, unit: str) -> Dated:
        """Count from a day; what is counted in months is no surer than a month."""
        day = shifted(base, amount, unit).isoformat()
        if not (self.precise or base == self.published):
            return Dated(day[: min(len(self._at), 4 if unit == "year" else 7)], "relative")
        return Dated(day[: {"month": 7, "year": 4}.get(unit, 10)], "relative")


def _back(base: date, time: Time) -> str:
    """Give what "on Tuesday", "yesterday" or "last week" means on a day, as EDTF."""
    last = time.words == "last"
    if time.sort in ("weekday", "weekdays") or time.unit == "weekday":
        back = (base.weekday() - time.value[-1]) % 7
        return _until(base - timedelta(days=7 if last and not back else back), time)
    if time.words == "overnight":
        return f"{base - timedelta(days=1)}/{base}"
    if time.words == "weekend":
        sunday = base - timedelta(days=base.weekday() + 1)
        return f"{sunday - timedelta(days=1)}/{sunday}"
    if time.unit in ("week", "month", "year"):
        return shifted(base, -last, time.unit).isoformat()[: 4 if time.unit == "year" else 7]
    back = {"yesterday": 1, "before yesterday": 2}.get(time.words, int(time.unit == "night"))
    return (base - timedelta(days=back)).isoformat()


def _season(base: date, time: Time) -> Dated:
    """Give the season before or after a day: "the next spring"."""
    number = SEASONS[time.unit]
    month = 3 * (number - 20)
    if time.words == "previous":
        return Dated(f"{base.year - (base.month <= month + 2)}-{number}", "relative")
    return Dated(f"{base.year + (base.month >= month)}-{number}", "relative")


def _ahead(base: date, time: Time) -> Dated:
    """Give the next such weekday from a day on."""
    away = (time.value[-1] - base.weekday()) % 7 or 7
    return Dated(_until(base + timedelta(days=away), time), "relative")


def _until(day: date, time: Time) -> str:
    """Give a weekday, or the days from one to another, as EDTF."""
    if time.sort != "weekdays":
        return day.isoformat()
    return f"{day - timedelta(days=(day.weekday() - time.value[0]) % 7)}/{day}"


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
