"""States, people and groups that no gazetteer knows, learned from how a text speaks of them."""

import re
from collections import Counter
from typing import Any

from offramp.reading._words import words
from offramp.reading.english._lexicon import lexicon
from offramp.reading.english._nlp import Parsed, Token
from offramp.reading.english._tables import noun_class, roles
from offramp.reading.english._things import things_named
from offramp.reading.parties._gazetteer import Mention
from offramp.reading.parties._group_names import Found, find_groups, slug
from offramp.reading.parties._statehood import (
    TITLED,
    acts_like,
    governs,
    is_person,
    is_place,
    modifies,
)

_SUFFIXES = (
    "n", "an", "ian", "ean", "ese", "nese", "i", "ni", "ish", "ic", "er", "ite", "ans", "ns",
    "ians", "is", "ers", "ites", "lese", "stani", "iot", "ar", "er", "ene",
)  # fmt: skip
_ADJECTIVE = re.compile(r"(?:n|ese|i|ish|ic|ch|er|ite|ard|ot)s?$")
_MEDIA = words("Programme Channel Radio Television Service News Times Gazette Post Agency")
_ENOUGH, _FEW = 2, 1
# Adjectives of regions, faiths and peoples without a state, which act like names of states.
_NO_STATE = words(
    "Arab European Western Eastern African Asian Muslim Islamic Christian Jewish Latin "
    "Central Northern Southern Atlantic Pacific Mediterranean Balkan Baltic Catholic Orthodox "
    "Shia Sunni Communist Socialist Liberal Conservative Republican Democrat Democratic "
    "Republicans Democrats Marxist Nazi Fascist Gulf Kurdish Allied Ministers Minister "
    "President General Prime Foreign Defence Defense Government Council Council's Mission "
    "Agreement Panel Force Secretary Army Navy Supreme Royal National Operation Resolution "
    "Article Charter Special Permanent Representative Headquarters Parliament Senate "
    "Commission Committee Chief Staff State Community Christians Muslims Jews Arabs Europeans "
    "Imperial International Commander Corps Guard Brigades Front Movement Group Party "
    "Union Republic Kingdom Federation Ambassador Chancellor Premier Governor Radio "
    "Protocol Treaty Conference Alliance Summit Palace Ministry Embassy Marines Navy Air Majesty "
    "Applicant Respondent"
) | {"South American", "Latin American", "Central American", "North American", "Foreign Affairs",
     "External Affairs"}  # fmt: skip


def discover(parsed: Parsed, known: list[Mention]) -> Found:
    """Learn the states and groups of a text that the gazetteer does not know.

    Parameters
    ----------
    parsed : Parsed
    known : list of Mention
        What the gazetteer found.

    Returns
    -------
    Found
        A proper noun counts as a state where it acts and is spoken of as states are, and where
        an adjective goes with it, as "Veldian" with "Veldia"; a group by the words of its name.
    """
    found = Found()
    taken = {i for mention in known for i in range(mention.start, mention.end)}
    find_groups(parsed, taken, found)
    names, surnames = _candidates(parsed, taken)
    _adjectives_of_unions(names, found)
    halves = _halves(names)
    score: dict[str, float] = {name: float(name in halves) for name in names}
    firm: dict[str, float] = dict.fromkeys(names, 0.0)
    place: Counter[str] = Counter()
    tagged: Counter[str] = Counter()
    for name, spans in names.items():
        alone = any(not modifies(parsed.doc, last) for _, last in spans)
        for first, last in spans:
            firm[name] += governs(parsed, first, last, alone)
            score[name] += acts_like(parsed, first, last)
            place[name] += is_place(parsed.doc, first)
            tagged[name] += parsed.doc[last].ent_type_ in ("GPE", "NORP")
    people = {
        name: TITLED if name in surnames else is_person(parsed, spans, firm[name])
        for name, spans in names.items()
    }
    score = {name: score[name] + firm[name] for name in names}
    pairs = _pairs(names)
    for adjective, base in pairs.items():
        score[base] += _ENOUGH + score[adjective]
    things = things_named(parsed)
    fit: dict[str, float] = {}
    for name in names:
        sure = name in pairs.values()
        media = name.rpartition(" ")[2] in _MEDIA
        if name in pairs or name in _NO_STATE or media or score[name] <= people[name]:
            continue
        if name in things and not sure and firm[name] < _ENOUGH:
            continue
        if place[name] > score[name] or (people[name] == TITLED and not sure):
            continue
        weight = score[name] + min(tagged[name], 1)
        # A capital that only opens sentences may be that of a common noun.
        inside = any(not parsed.doc[at].is_sent_start for at, _ in names[name])
        if inside or (weight >= _ENOUGH and not _common(name.lower())):
            fit[name] = weight
    for name in _states_among(fit, _spoken_of(known)):
        forms = {name} | {adjective for adjective, base in pairs.items() if base == name}
        key = slug(name)
        found.states[key] = (name, forms)
        for form in forms:
            for first, last in names[form]:
                sort = "name" if form == name and not modifies(parsed.doc, last) else "adjective"
                found.mentions.append(Mention(first, last + 1, key, sort))
    found.mentions.sort(key=lambda mention: mention.start)
    return found


def _adjectives_of_unions(names: dict[str, list[tuple[int, int]]], found: Found) -> None:
    """Take "Auric" for the adjective of "the Auric Federation"."""
    for key, (name, kind, _) in found.groups.items():
        first, *rest = name.split(" ")
        if kind == "alliance" and len(rest) == 1 and first in names and first not in _NO_STATE:
            for at, last in names.pop(first):
                found.mentions.append(Mention(at, last + 1, key, "adjective"))


def _halves(names: dict[str, list[tuple[int, int]]]) -> set[str]:
    """Find "Upper Kaldova" beside "Kaldovan"; Kaldova itself nothing need name."""
    found: set[str] = set()
    for name in list(names):
        side, _, whole = name.partition(" ")
        if side in _SIDES and any(related(adjective, whole) for adjective in names):
            names.setdefault(whole, [])
            found.add(name)
    return found


_SIDES = words(
    "Upper Lower North South East West Northern Southern Eastern Western Free New Greater Outer "
    "Inner"
)


def _common(word: str) -> bool:
    """Say whether a word is a common noun that the tables know: "Strikes", "Rebels"."""
    listed = [noun_class(name) for name in ("strikes", "people", "forces", "fighters", "weapons")]
    known = frozenset[str]().union(*listed, roles("groups"), roles("offices"), lexicon().nouns)
    return word in known or word.removesuffix("s") in known


def _surnames(names: dict[str, list[tuple[int, int]]]) -> set[str]:
    """Give the last words of names such as "Ruth Adler"."""
    listed = [name.split(" ") for name in names if " " in name]
    plain = [
        parts
        for parts in listed
        if parts[0] not in _SIDES
        and (parts[0] not in _NO_STATE or {part.lower() for part in parts[:-1]} & roles("titles"))
    ]
    return {parts[-1] for parts in plain if parts[-1] in names}


def _spoken_of(known: list[Mention]) -> int:
    """Count the states of the gazetteer that the text names more than in passing."""
    times = Counter(mention.party for mention in known if mention.form != "group")
    return sum(count > 1 for count in times.values())


def _states_among(fit: dict[str, float], known: int) -> list[str]:
    """Choose who counts as a state: a quarrel has two sides, so the first two need less."""
    wanted = [name for name in fit if fit[name] >= _ENOUGH]
    left = sorted((name for name in fit if fit[name] < _ENOUGH), key=lambda name: -fit[name])
    short = [name for name in left if fit[name] >= _FEW][: max(0, 2 - known - len(wanted))]
    return [name for name in fit if name in {*wanted, *short}]


def related(adjective: str, name: str) -> bool:
    """Say whether one word may be the adjective of the other.

    Examples
    --------
    >>> related("Veldian", "Veldia"), related("Ghazani", "Ghazan"), related("Orskian", "Veldia")
    (True, True, False)
    """
    if (
        len(adjective) < len(name)
        or adjective == name
        or len(name) < 3
        or not _ADJECTIVE.search(adjective)
    ):
        return False
    stems = {name} | {name[:-n] for n in (1, 2) if len(name) - n >= 3}
    return any(adjective == stem + suffix for stem in stems for suffix in _SUFFIXES)


def _candidates(
    parsed: Parsed, taken: set[int]
) -> tuple[dict[str, list[tuple[int, int]]], set[str]]:
    """Give capitalised words, alone or in pairs, with where they stand; and which are surnames."""
    doc = parsed.doc
    names: dict[str, list[tuple[int, int]]] = {}
    at = 0
    while at < len(doc):
        token = doc[at]
        if at in taken or not _proper(token):
            at += 1
            continue
        last = at
        while last + 1 < len(doc) and last + 1 not in taken and _proper(doc[last + 1]):
            last += 1
        last = _hyphened(doc, last, taken)
        names.setdefault(doc[at : last + 1].text, []).append((at, last))
        at = last + 1
    surnames = _surnames(names)
    # "Veldian Foreign Minister Roe" holds an adjective: its first word may stand for itself.
    singles = {name for name in names if " " not in name}
    for name in [name for name in names if " " in name]:
        head, *rest = name.split(" ")
        adjective = any(related(head, single) for single in singles) or head in singles
        if adjective or rest[0].lower() in roles("titles") | roles("offices"):
            for first, _ in names.pop(name):
                names.setdefault(head, []).append((first, first))
    return names, surnames


def _hyphened(doc: Any, last: int, taken: set[int]) -> int:
    """Give the last token of "Ghent-Oro", which the tokenizer parts at the hyphen."""
    two = last + 2 < len(doc) and doc[last + 1].text == "-" and not doc[last].whitespace_
    joined = two and not doc[last + 1].whitespace_ and last + 2 not in taken
    return last + 2 if joined and _proper(doc[last + 2]) else last


# "In February Veldia" is no name of two words.
_CALENDAR = words(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday"
)
# What opens a sentence before a name, and may be taken for part of it.
_OPENERS = words("later earlier meanwhile yesterday today tonight soon neighbouring neighboring")


def _proper(token: Token) -> bool:
    text = token.text
    if (
        token.lower_ in _CALENDAR
        or not text[:1].isupper()
        or not text.replace("-", "").isalpha()
        or len(text) < 3
    ):
        return False
    if text.isupper() and len(text) > 1:
        return False
    first = token.i == 0 or token.is_sent_start
    if first and token.lower_ in _OPENERS:
        return False
    if first and (token.is_stop or token.pos_ not in ("PROPN", "ADJ", "NOUN")):
        return False
    if token.ent_type_ in ("DATE", "TIME", "ORDINAL", "CARDINAL", "MONEY", "WORK_OF_ART", "LAW"):
        return False
    return token.pos_ in ("PROPN", "ADJ", "NOUN", "VERB") and not token.is_stop


def _pairs(names: dict[str, list[tuple[int, int]]]) -> dict[str, str]:
    """Pair adjectives with the names that they come from."""
    pairs: dict[str, str] = {}
    for adjective in names:
        bases = [name for name in names if related(adjective, name)]
        if bases:
            pairs[adjective] = min(bases, key=len)
    # "Veldians" and "Veldian" both lead to "Veldia", never to one another.
    for adjective, base in list(pairs.items()):
        pairs[adjective] = pairs.get(base, base)
    return {adjective: base for adjective, base in pairs.items() if adjective != base}
