"""Names that the gazetteer knows, found in a parsed text and placed in their time."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from statistics import median_low
from typing import Any

from offramp.reading.english._nlp import Parsed, model
from offramp.reading.english._tables import Known, known_leaders, known_parties

_YEAR = re.compile(r"\b(1[789]\d\d|20\d\d)\b")
_NOW = re.compile(
    r"\b[Oo]n (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yester|to)day\b|\blast week"
)
_MISSION = re.compile(r"UN[A-Z]{2,7}")
# How many years before and after his time in office a leader's bare surname still means him.
_BEFORE, _AFTER = 3, 8
_PERSONAL = ("person", "surname")
# Last words of leaders' names that by themselves mean someone or something else.
_COMMON = frozenset({"II", "Sung", "Il-sung", "Il", "Un", "Khan", "Minh", "Thant", "Pot", "Meir"})


@dataclass(frozen=True)
class Mention:
    """Words that name a party: tokens from `start` to `end`, the end excluded.

    `form` is ``name``, ``adjective``, ``capital``, ``person`` or ``group``.
    """

    start: int
    end: int
    party: str
    form: str


def story_year(text: str, published: str | None) -> int:
    """Guess in which year the events of a text lie.

    Parameters
    ----------
    text : str
    published : str or None
        When it was published (EDTF).

    Returns
    -------
    int
        That of publication where the text speaks of weekdays or of last week; else the middle
        of the years that it names, else that of publication, else 2000.

    Examples
    --------
    >>> story_year("In 1961 the wall went up; in 1962 came Cuba.", "1995")
    1961
    >>> story_year("", "1995-03")
    1995
    """
    years = [int(year) for year in _YEAR.findall(text)]
    found = _YEAR.search(published or "")
    if found and (not years or _NOW.search(text)):
        return int(found[1])
    return median_low(years) if years else 2000


@cache
def _patterns() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """Give the names by their first word: their words, the party and the form; longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    tokenizer = model().tokenizer
    for name, party, form in _all_names():
        words = tuple(token.text for token in tokenizer(name.replace("’", "'")))
        found.setdefault(words[0], []).append((words, party, form))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


def _all_names() -> Iterator[tuple[str, str, str]]:
    for party in known_parties().values():
        for form, names in party.forms.items():
            for name in names:
                yield name, party.id, form if party.kind == "state" else "group"
                if form == "adjective" and not name.endswith(("s", "sh", "ch", "ese", "i.", "S.")):
                    yield name + "s", party.id, "name"
    for leader in known_leaders():
        yield leader.name, leader.party, "person"
        surname = leader.name.rpartition(" ")[2]
        if surname != leader.name and surname not in _COMMON:
            yield surname, leader.party, "surname"


def gazetteer_mentions(parsed: Parsed, year: int) -> list[Mention]:
    """Find the names that the gazetteer knows.

    Parameters
    ----------
    parsed : Parsed
    year : int
        The year in which the events lie: it says which state a capital stands for.

    Returns
    -------
    list of Mention
        In order, none overlapping another.
    """
    doc = parsed.doc
    patterns = _patterns()
    found: list[tuple[int, int, tuple[tuple[str, str], ...]]] = []
    at = 0
    while at < len(doc):
        hits: list[tuple[str, str]] = []
        longest = 1
        for words, party, form in patterns.get(doc[at].text, ()):
            if hits and len(words) < longest:
                break
            if all(at + n < len(doc) and doc[at + n].text == word for n, word in enumerate(words)):
                hits.append((party, form))
                longest = len(words)
        if _MISSION.fullmatch(doc[at].text):
            hits, longest = [("united-nations", "group")], 1
        apart = (_personal(hits) and _goes_on(doc, at + longest)) or _of_a_continent(doc, at)
        if hits and not apart:
            found.append((at, at + longest, tuple(hits)))
        at += longest if hits else 1
    sure = Counter(
        several[0][0]
        for *_, several in found
        if len({party for party, _ in several}) == 1 and several[0][1] not in _PERSONAL
    )
    people = _people_in_time(parsed, year)
    mentions: list[Mention] = []
    for start, end, several in found:
        if (one := _meant(several, year, sure, people)) is not None:
            party, form = one
            mentions.append(Mention(start, end, party, "person" if form == "surname" else form))
    return mentions


def _of_a_continent(doc: Any, at: int) -> bool:
    """Say whether "American" stands in "South American", which is nobody's adjective."""
    return (
        at > 0
        and doc[at].text.startswith("American")
        and doc[at - 1].text in ("South", "Latin", "Central", "North")
    )


def _personal(hits: list[tuple[str, str]]) -> bool:
    return all(form in _PERSONAL for _, form in hits)


def _goes_on(doc: Any, after: int) -> bool:
    """Say whether a name goes on behind a surname, as in "Blair House"."""
    return after < len(doc) and doc[after].text[:1].isupper() and doc[after].is_alpha


def _meant(
    hits: Iterable[tuple[str, str]], year: int, sure: Counter[str], people: frozenset[str]
) -> tuple[str, str] | None:
    """Choose among the parties that a name may stand for."""
    known = known_parties()
    fit = [
        (party, form)
        for party, form in hits
        if (form == "person" and party in people)
        or (form == "surname" and party in people and sure[party])
        or (form not in _PERSONAL and known[party].lived(year))
    ]
    loose = [(party, form) for party, form in hits if form not in _PERSONAL]
    choice = fit or loose
    if not choice:
        return None
    return max(choice, key=lambda one: (sure[one[0]], -_span(known[one[0]])))


def _span(party: Known) -> int:
    return (party.last or 2100) - (party.first or 1700)


def _people_in_time(parsed: Parsed, year: int) -> frozenset[str]:
    """Give the parties whose leaders' names may be meant in a text of this time."""
    text = parsed.text
    return frozenset(
        leader.party
        for leader in known_leaders()
        if leader.name.rpartition(" ")[2] in text
        and leader.first - _BEFORE <= year <= leader.last + _AFTER
    )
