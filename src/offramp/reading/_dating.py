"""Dates of deeds, as EDTF, and how each was found."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from offramp.reading._items import DateFound
from offramp.reading._nlp import Parsed, Sentence, Token
from offramp.reading._speech import speech
from offramp.reading._syntax import ancestors
from offramp.reading._times import Time, shifted, times_in
from offramp.record import parse_span

_HALF_A_YEAR = 183
_PRESS = re.compile(
    r"\b[Oo]n (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:[Yy]ester|[Tt]o)day\b|"
    r"\b[Ll]ast (?:week|month|night|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_BACKWARDS = frozenset({"earlier", "before", "beforehand", "previously", "in advance", "previous"})


@dataclass(frozen=True)
class Dated:
    """A date (EDTF) and how it was found; None where nothing says when."""

    day: str | None
    found: DateFound


class Calendar:
    """Keeps the dates of a text while it is read from beginning to end.

    Parameters
    ----------
    parsed : Parsed
    published : str or None
        When the text was published (EDTF).
    """

    def __init__(self, parsed: Parsed, published: str | None) -> None:
        self.parsed = parsed
        self.published = parse_span(published).last if published else None
        self.press = is_news(parsed)
        self.current: date | None = None
        self.precise = False
        self._length = 4
        self._events: list[tuple[frozenset[str], date]] = []
        self._sentence: Sentence | None = None
        self._times: list[tuple[Time, Token, Dated]] = []

    def enter(self, sentence: Sentence) -> None:
        """Read the times of the next sentence; the date carried along moves with them."""
        self._sentence = sentence
        self._times = []
        text = self.parsed.text[sentence.start : sentence.end]
        for time in times_in(text):
            token = self._token_at(sentence, sentence.start + time.start, sentence.start + time.end)
            if token is None or _a_name(token, time):
                continue
            dated = self._resolve(time, token)
            if dated.day is not None and _sound(dated.day):
                open_ended = text[: time.start].rstrip().lower().endswith("since")
                self._times.append((time, token, self._until_now(dated) if open_ended else dated))
                verb = _verb_over(token)
                # "the armistice of 1988" does not set the story in 1988.
                leads = {token.lower_, token.head.lower_}
                aside = time.sort == "year" and bool(leads & {"of", "since"})
                told = not aside and (
                    verb is None or verb.lemma_ not in speech("says") or len(self._times) == 1
                )
                if told and not (time.sort == "shift" and (_after(time) or self._stated())):
                    self._carry(time, dated.day)

    def of(self, token: Token, others: set[int]) -> Dated:
        """Date the deed that a word of the sentence names.

        Parameters
        ----------
        token : Token
        others : set of int
            The tokens of all triggers of the sentence: a time belongs to the nearest.

        Returns
        -------
        Dated
        """
        own: list[tuple[bool, int, Dated]] = []
        for time, at, dated in self._times:
            if (inside := self._counted_from(time, at, token)) is not None:
                return inside
            owner, steps = _owner(at, others)
            if owner == token.i:
                own.append((time.sort == "shift" and self._stated(), steps, dated))
        if own:
            return min(own, key=lambda one: one[:2])[2]
        shared = self._shared(token, others)
        if shared is not None:
            return shared
        return self.carried()

    def carried(self) -> Dated:
        """Give the date that the text spoke of last, where the story is still at it."""
        if self.current is not None:
            day = self.current.isoformat()
            return Dated(day if self.precise else day[: self._length], "carried")
        if self.press and self.published is not None:
            return Dated(f"{self.published.isoformat()}~", "document")
        return Dated(None, "unknown")

    # --- inside

    def _shared(self, token: Token, others: set[int]) -> Dated | None:
        """Give a time that opens the sentence, or stands on the verb above, to all its deeds."""
        for time, at, dated in self._times:
            owner, _ = _owner(at, others)
            verb = _verb_over(at)
            if owner is not None and owner != token.i:
                first = self._sentence is not None and at.i - self._sentence.first < 4
                joined = any(a.i == owner for a in ancestors(token)) and token.pos_ == "VERB"
                if joined and (token.dep_ in ("conj", "advcl") or first) and not _after(time):
                    return dated
                continue
            if owner is None and verb is not None and not _after(time):
                return dated
        return None

    def _stated(self) -> bool:
        """Say whether the sentence names a day by itself."""
        return any(time.sort in ("day", "range", "weekday") for time, _, _ in self._times)

    def _counted_from(self, time: Time, at: Token, token: Token) -> Dated | None:
        """Date the deed in "on 26 July, a week after Washington had withdrawn its offer"."""
        if time.sort != "shift" or time.words not in ("after", "before") or token.pos_ != "VERB":
            return None
        opening = next((t for t in at.doc[at.i : at.i + 4] if t.lower_ == time.words), None)
        if opening is None or token.i < opening.i:
            return None
        inside = opening.head.i == token.i or any(a.i == opening.i for a in ancestors(token))
        if not (inside and (opening.dep_ == "mark" or token.dep_ == "pcomp")):
            return None
        days = [dated.day for other, _, dated in self._times if other.sort in ("day", "weekday")]
        base = parse_span(days[0]).first if days and days[0] else None
        if base is None:
            return None
        way = -1 if time.words == "after" else 1
        return Dated(shifted(base, way * time.value[0], time.unit).isoformat(), "relative")

    def _token_at(self, sentence: Sentence, start: int, end: int) -> Token | None:
        inside = [t for t in self.parsed.tokens(sentence) if t.idx < end and t.idx + len(t) > start]
        if not inside:
            return None
        span = {t.i for t in inside}
        return next((t for t in inside if t.head.i not in span or t.head.i == t.i), inside[0])

    def _carry(self, time: Time, day: str) -> None:
        span = parse_span(day)
        self.current = span.first
        self.precise = span.first == span.last or time.sort == "range"
        self._length = 7 if len(day) == len("2000-01") and span.days < _HALF_A_YEAR else 4

    def _until_now(self, dated: Dated) -> Dated:
        """Let "since October 7" reach to the day of publication."""
        if self.published is None or parse_span(f"{dated.day}").first > self.published:
            return dated
        return Dated(f"{dated.day}/{self.published.isoformat()}", dated.found)

    def remember(self, marks: frozenset[str], day: str) -> None:
        """Note a dated deed by the words that mark it, for "twelve days after the attack"."""
        span = parse_span(day)
        if span.first == span.last:
            self._events.append((marks, span.first))

    def _event(self, token: Token) -> date | None:
        """Give the day of the deed that "after" or "before" leads to, where it was told before."""
        for child in token.doc[token.i : token.i + 8]:
            if child.dep_ == "pobj" and child.head.lower_ in ("after", "before"):
                marks = {t.text for t in child.subtree if t.pos_ in ("PROPN", "NOUN")}
                for known, day in reversed(self._events):
                    if (marks - {child.text}) & known:
                        return day
        return None

    def _resolve(self, time: Time, token: Token) -> Dated:
        """Turn an expression of time into a date."""
        value = time.value
        if time.sort == "shift":
            return self._shift(time, token)
        if time.sort in ("weekday", "deictic"):
            return self._from_publication(time)
        found = {
            "day": lambda: _iso(self._day(*value)),
            "month": lambda: self._month(*value),
            "season": lambda: f"{value[0]}-{value[1]}",
            "year": lambda: f"{value[0]}",
            "range": lambda: self._range(*value),
            "ordinal": lambda: self._ordinal(value[0]),
        }[time.sort]()
        return Dated(found, "stated" if found else "unknown")

    def _month(self, year: int, month: int) -> str | None:
        year = year or self._year_of(month, 28)
        return f"{year}-{month:02d}" if year else None

    def _range(self, year: int, month: int, day: int, last_month: int, last_day: int) -> str | None:
        first, last = self._day(year, month, day), self._day(year, last_month, last_day)
        sound = first is not None and last is not None and first <= last
        return f"{_iso(first)}/{_iso(last)}" if sound else None

    def _ordinal(self, day: int) -> str | None:
        """Place "on the 26th" in the month that the story is at, or in the next."""
        base = self.current
        if base is not None and day < base.day:
            base = shifted(base.replace(day=1), 1, "month")
        return _iso(self._valid(base.year, base.month, day)) if base is not None else None

    def _from_publication(self, time: Time) -> Dated:
        """Count back from the day of publication: "on Tuesday", "ten days ago", "last week"."""
        base = self.published
        if base is None:
            return Dated(None, "unknown")
        last = time.words == "last"
        if time.sort == "weekday" or time.unit == "weekday":
            back = (base.weekday() - time.value[0]) % 7
            return Dated(_iso(base - timedelta(days=7 if last and not back else back)), "relative")
        if time.words == "ago":
            return self._counted(base, -time.value[0], time.unit)
        if time.words == "yesterday" or time.unit == "night":
            return Dated(_iso(base - timedelta(days=1)), "relative")
        if time.unit in ("week", "month", "year"):
            length = 4 if time.unit == "year" else 7
            return Dated(shifted(base, -last, time.unit).isoformat()[:length], "relative")
        return Dated(_iso(base), "relative")

    def _shift(self, time: Time, token: Token) -> Dated:
        base = self.current or (self.published if self.press else None)
        how = time.words
        if how in ("after", "before") and (event := self._event(token)) is not None:
            way = 1 if how == "after" else -1
            return Dated(shifted(event, way * time.value[0], time.unit).isoformat(), "relative")
        if base is None:
            return Dated(None, "unknown")
        if how in ("same", "that", "within") or time.value[0] == 0:
            if time.unit in ("month", "spring", "summer", "autumn", "winter"):
                return Dated(base.isoformat()[:7], "carried")
            exact = self.precise or self.current is None
            return Dated(base.isoformat() if exact else base.isoformat()[:7], "relative")
        amount = -time.value[0] if how in _BACKWARDS else time.value[0]
        unit = time.unit if time.unit in ("hour", "week", "month", "year", "fortnight") else "day"
        return self._counted(base, amount, unit)

    def _counted(self, base: date, amount: int, unit: str) -> Dated:
        """Count from a day; what is counted in months is no surer than a month."""
        day = shifted(base, amount, unit).isoformat()
        precise = self.precise or base == self.published
        length = {"month": 7, "year": 4}.get(unit, 10 if precise else 7)
        return Dated(day[:length], "relative")

    def _day(self, year: int, month: int, day: int) -> date | None:
        return self._valid(year or self._year_of(month, day), month, day)

    def _year_of(self, month: int, day: int) -> int:
        """Give the year that a day without one lies in: that of the story, or of publication."""
        if self.current is not None and self._in_the_past():
            year = self.current.year
            near = self._valid(year, month, min(day, 28))
            if near is not None and (self.current - near).days > _HALF_A_YEAR:
                return year + 1
            return year
        if self.published is None:
            return 0
        near = self._valid(self.published.year, month, min(day, 28))
        later = near is not None and near > self.published + timedelta(days=7)
        return self.published.year - later

    def _in_the_past(self) -> bool:
        return (
            self.current is not None
            and self.published is not None
            and (self.published - self.current).days > 2 * _HALF_A_YEAR
        )

    @staticmethod
    def _valid(year: int, month: int, day: int) -> date | None:
        try:
            return date(year, month, day)
        except ValueError:
            return None


def is_news(parsed: Parsed) -> bool:
    """Say whether a text counts its days from its own, as news does: "on Tuesday"."""
    return bool(_PRESS.search(parsed.text))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _sound(day: str) -> bool:
    """Say whether a date lies in the years that a record knows."""
    try:
        parse_span(day)
    except ValueError:
        return False
    return True


def _a_name(token: Token, time: Time) -> bool:
    """Say whether a month or a day of the week is part of a name."""
    return time.sort in ("weekday", "month") and token.ent_type_ in ("PERSON", "ORG")


def _owner(at: Token, triggers: set[int]) -> tuple[int | None, int]:
    """Give the trigger that a time stands on, and how far it is."""
    if at.i in triggers:
        return at.i, 0
    for steps, above in enumerate(ancestors(at), start=1):
        if above.i in triggers:
            return above.i, steps
        if above.pos_ in ("VERB", "AUX"):
            inner = [
                c
                for c in above.children
                if c.i in triggers and c.dep_ in ("dobj", "nsubjpass", "nsubj")
            ]
            if inner and above.i < at.i:
                return inner[0].i, steps
            return None, steps
    return None, 0


def _verb_over(at: Token) -> Token | None:
    return next((a for a in ancestors(at) if a.pos_ in ("VERB", "AUX")), None)


def _after(time: Time) -> bool:
    return time.words in ("before", "beforehand", "in advance")
