"""Dates of deeds, as EDTF, and how each was found."""

import re
from dataclasses import replace
from datetime import date

from offramp.reading.english._nlp import Parsed, Sentence, Token
from offramp.reading.english._speech import speech
from offramp.reading.english._syntax import ancestors
from offramp.reading.times._story import BACKWARDS, UNKNOWN, Dated, Story
from offramp.reading.times._time_owner import (
    apart,
    aside,
    base_of,
    flashback,
    leads,
    names_its_day,
    not_when,
    owner,
    pluperfect,
    to_come,
    verb_over,
)
from offramp.reading.times._times import Time, shifted, times_in, with_years
from offramp.record import parse_span

_PRESS = re.compile(
    r"\b[Oo]n (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:[Yy]ester|[Tt]o)day\b|"
    r"\b[Ll]ast (?:week|month|night|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_FROM_A_DEED = frozenset({"after", "before", "of"})
_OPENING = 4
_CLOSER = {"month": ("month",), "year": ("month", "months", "season", "year")}
_DAYS = ("day", "range", "weekday")


class Calendar:
    """Keeps the dates of a text while it is read from beginning to end.

    Parameters
    ----------
    parsed : Parsed
    published : str or None
        When the text was published (EDTF).
    dispatch : bool
        Whether it opened with a dateline.
    """

    def __init__(self, parsed: Parsed, published: str | None, dispatch: bool = False) -> None:
        self.parsed = parsed
        self.story = Story(published, dispatch or is_news(parsed))
        self._events: list[tuple[frozenset[str], date]] = []
        self._before = UNKNOWN
        self._bases: dict[int, date] = {}
        self._sentence: Sentence | None = None
        self._times: list[tuple[Time, Token, Dated]] = []

    def enter(self, sentence: Sentence) -> None:
        """Read the times of the next sentence; the date carried along moves with them."""
        self._sentence = sentence
        self._before = self.story.carried()
        self._times = []
        self._bases = {}
        text = self.parsed.text[sentence.start : sentence.end]
        times = with_years(times_in(text), text)
        placed = [(time, token) for time in times if (token := self._token(time))]
        used: set[int] = set()
        for time, token in placed:
            if time.start in used:
                continue
            base, at = self._base(time, token, placed)
            if at is not None and base is not None:
                used.add(at)
                self._bases[time.start] = base
            ahead = time.sort == "weekday" and to_come(token)
            dated = self.story.place(replace(time, words="next") if ahead else time, base)
            if dated.day is None or not _sound(dated.day):
                continue
            since = text[: time.start].rstrip().lower().endswith("since")
            known = self.story.until_now(dated) if since else dated
            self._times.append((time, token, known))
            if self._moves(time, token, dated.day):
                self.story.move(time, dated.day)

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
            if names_its_day(at, token):
                return Dated(f"{dated.day}".partition("/")[0], dated.found)
            whose, steps = owner(at, others)
            if whose == token.i and not not_when(at, token):
                own.append((self._yields(time), steps, dated))
        if own:
            return min(own, key=lambda one: one[:2])[2]
        shared = self._shared(token, others)
        if shared is not None:
            return shared
        if flashback(token, undated=not self._times):
            return UNKNOWN
        strange = (not_when(at, token) for _, at, _ in self._times)
        # Where no time of the sentence says when, the story has not moved for the deed yet.
        return self._before if self._times and all(strange) else self.story.carried()

    def carried(self) -> Dated:
        """Give the date that the text spoke of last, where the story is still at it."""
        return self.story.carried()

    def remember(self, marks: frozenset[str], day: str) -> None:
        """Note a dated deed by the words that mark it, for "twelve days after the attack"."""
        span = parse_span(day)
        if span.first == span.last:
            self._events.append((marks, span.first))

    # --- inside

    def _moves(self, time: Time, token: Token, day: str) -> bool:
        """Say whether the story goes on from a time: not from one told aside or still to come."""
        # "the armistice of 1988" does not set the story in 1988.
        words = {token.lower_, token.head.lower_}
        if "since" in words or (time.sort in ("year", "decade") and "of" in words):
            return False
        verb = verb_over(token)
        saying = verb is not None and verb.lemma_ in speech("says")
        if saying and len(self._times) > 1:
            return False
        if time.sort == "shift" and (time.words in BACKWARDS or self._stated()):
            return False
        now, first = self.story.current, parse_span(day).first
        published = self.story.published
        if to_come(token) or (published is not None and first > published):
            return False
        opens = self._sentence is not None and token.i - self._sentence.first < _OPENING
        if now is None:
            back = verb is not None and verb.dep_ == "relcl" and pluperfect(verb)
            return opens or not aside(token) or not (time.sort == "year" or back)
        # What opens a sentence in the plain past leads the story; a step back never does.
        return first >= now or not aside(token)

    def _shared(self, token: Token, others: set[int]) -> Dated | None:
        """Give a time that opens the sentence, or stands on the verb above, to all its deeds."""
        for time, at, dated in self._times:
            if _after(time) or apart(at, token) or not_when(at, token):
                continue
            whose, _ = owner(at, others)
            if whose is not None and whose != token.i:
                first = self._sentence is not None and at.i - self._sentence.first < _OPENING
                joined = any(a.i == whose for a in ancestors(token)) and token.pos_ == "VERB"
                if joined and (token.dep_ in ("conj", "advcl") or first):
                    return dated
            elif whose is None and verb_over(at) is not None:
                return dated
        first = self._sentence.first if self._sentence is not None else 0
        opening = (d for t, at, d in self._times if not _after(t) and leads(at, token, first))
        return next(opening, None)

    def _stated(self) -> bool:
        """Say whether the sentence names a day by itself."""
        return any(time.sort in _DAYS for time, _, _ in self._times)

    def _yields(self, time: Time) -> bool:
        """Say whether what is counted yields to what the sentence states as closely."""
        if time.sort != "shift":
            return False
        closer = (*_DAYS, *_CLOSER.get(time.unit, ()))
        return any(other.sort in closer for other, _, _ in self._times)

    def _base(
        self, time: Time, token: Token, placed: list[tuple[Time, Token]]
    ) -> tuple[date | None, int | None]:
        """Give the day from which "two days after the raid of 26 May" counts, and where it is."""
        if time.sort != "shift" or time.words not in _FROM_A_DEED:
            return None, None
        for other, at in placed:
            near = time.end <= other.start <= time.end + 60
            if near and other.sort in _DAYS and self._leads_to(token, time.words, at):
                day = self.story.place(other).day
                return (parse_span(day).first if day else None), other.start
        if time.words == "of":
            return None, None
        return self._event(token), None

    @staticmethod
    def _leads_to(token: Token, word: str, at: Token) -> bool:
        opening = base_of(token, word)
        if opening is None:
            return False
        top = opening.head if opening.dep_ == "mark" else opening
        return any(above.i == top.i for above in ancestors(at))

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
        if time.start in self._bases:
            # "ten days after Iran had struck on 1 May": the day is the clause's own.
            return Dated(self._bases[time.start].isoformat(), "stated")
        days = [dated.day for other, _, dated in self._times if other.sort in ("day", "weekday")]
        base = parse_span(days[0]).first if days and days[0] else None
        if base is None:
            # It is not the day that this counts to.
            return UNKNOWN
        way = -1 if time.words == "after" else 1
        return Dated(shifted(base, way * time.value[0], time.unit).isoformat(), "relative")

    def _token(self, time: Time) -> Token | None:
        """Give the word on which the rest of an expression of time hangs; None for a name."""
        if self._sentence is None:
            return None
        start, end = self._sentence.start + time.start, self._sentence.start + time.end
        tokens = self.parsed.tokens(self._sentence)
        inside = [t for t in tokens if t.idx < end and t.idx + len(t) > start]
        if not inside:
            return None
        span = {t.i for t in inside}
        found = next((t for t in inside if t.head.i not in span or t.head.i == t.i), inside[0])
        return None if _a_name(found, time) else found

    def _event(self, token: Token) -> date | None:
        """Give the day of the deed that "after" or "before" leads to, where it was told before."""
        for child in token.doc[token.i : token.i + 8]:
            if child.dep_ == "pobj" and child.head.lower_ in ("after", "before"):
                marks = {t.text for t in child.subtree if t.pos_ in ("PROPN", "NOUN")}
                for known, day in reversed(self._events):
                    if (marks - {child.text}) & known:
                        return day
        return None


def is_news(parsed: Parsed) -> bool:
    """Say whether a text counts its days from its own, as news does: "on Tuesday"."""
    return bool(_PRESS.search(parsed.text))


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


def _after(time: Time) -> bool:
    return time.words in ("before", "beforehand", "in advance")
