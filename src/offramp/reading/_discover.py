"""States, people and groups that no gazetteer knows, learned from how a text speaks of them."""

import re
from collections import Counter
from typing import Any

from offramp.reading._gazetteer import Mention
from offramp.reading._group_names import Found, find_groups, slug
from offramp.reading._nlp import Parsed, Token
from offramp.reading._tables import roles
from offramp.reading._words import words

_SUFFIXES = (
    "n", "an", "ian", "ean", "ese", "nese", "i", "ni", "ish", "ic", "er", "ite", "ans", "ns",
    "ians", "is", "ers", "ites", "lese", "stani", "iot", "ar", "er", "ene",
)  # fmt: skip
_ADJECTIVE = re.compile(r"(?:n|ese|i|ish|ic|ch|er|ite|ard|ot)s?$")
_STATE_OF = words(
    "guard force troop soldier ship government president king queen emir sultan republic "
    "kingdom emirate state representative embassy ambassador capital parliament army navy "
    "minister border territory coast people consulate ministry leader ruler invasion "
    "sovereignty independence side delegation"
)
_ONLY_STATES = words(
    "government republic kingdom emirate sultanate union federation principality duchy khanate "
    "sultan emir king emperor"
)
_SPEAKS = words(
    "answer launch fire vow strike respond reply send sign shell bomb withdraw say deny "
    "warn accuse demand condemn announce declare threaten reject refuse claim expel recall "
    "retaliate agree seek blame insist protest attack invade want fear"
)
_ENOUGH, _HALF, _FEW = 2, 0.5, 1
# Verbs whose object is spoken to or done to as a state is.
_FACES = words("give tell warn accuse attack ask urge invade blame threaten assure offer condemn")
_FROM = words("ship vessel soldier troop drone plane aircraft gunboat patrol agent envoy refugee")
_TITLED = 9
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
    "Protocol Treaty Conference Alliance Summit Palace Ministry Embassy Marines Navy Air"
) | {"South American", "Latin American", "Central American", "North American"}


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
    names = _candidates(parsed, taken)
    _adjectives_of_unions(names, found)
    halves = _halves(names)
    score: dict[str, float] = {name: float(name in halves) for name in names}
    place: Counter[str] = Counter()
    tagged: Counter[str] = Counter()
    for name, spans in names.items():
        for first, last in spans:
            score[name] += _evidence(parsed, first, last)
            place[name] += _is_place(parsed.doc, first)
            tagged[name] += parsed.doc[last].ent_type_ in ("GPE", "NORP")
    people = {name: _is_person(parsed, spans) for name, spans in names.items()}
    pairs = _pairs(names)
    for adjective, base in pairs.items():
        score[base] += _ENOUGH + score[adjective]
    fit: dict[str, float] = {}
    for name in names:
        sure = name in pairs.values()
        if name in pairs or name in _NO_STATE or score[name] <= people[name]:
            continue
        if place[name] > score[name] or (people[name] == _TITLED and not sure):
            continue
        weight = score[name] + min(tagged[name], 1)
        # A capital that only opens sentences may be that of a common noun.
        if weight >= _ENOUGH or any(not parsed.doc[at].is_sent_start for at, _ in names[name]):
            fit[name] = weight
    for name in _states_among(fit, _spoken_of(known)):
        forms = {name} | {adjective for adjective, base in pairs.items() if base == name}
        key = slug(name)
        found.states[key] = (name, forms)
        for form in forms:
            for first, last in names[form]:
                sort = "name" if form == name and not _modifies(parsed.doc, last) else "adjective"
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


def _candidates(parsed: Parsed, taken: set[int]) -> dict[str, list[tuple[int, int]]]:
    """Give capitalised words, alone or in pairs such as "Upper Teme", with where they stand."""
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
        names.setdefault(doc[at : last + 1].text, []).append((at, last))
        at = last + 1
    # "Veldian Foreign Minister Roe" holds an adjective: its first word may stand for itself.
    singles = {name for name in names if " " not in name}
    for name in [name for name in names if " " in name]:
        head, *rest = name.split(" ")
        adjective = any(related(head, single) for single in singles) or head in singles
        if adjective or rest[0].lower() in roles("titles") | roles("offices"):
            for first, _ in names.pop(name):
                names.setdefault(head, []).append((first, first))
    return names


def _proper(token: Token) -> bool:
    text = token.text
    if not text[:1].isupper() or not text.replace("-", "").isalpha() or len(text) < 3:
        return False
    if text.isupper() and len(text) > 1:
        return False
    first = token.i == 0 or token.is_sent_start
    if first and (token.is_stop or token.pos_ not in ("PROPN", "ADJ", "NOUN")):
        return False
    if token.ent_type_ in ("DATE", "TIME", "ORDINAL", "CARDINAL", "MONEY", "WORK_OF_ART", "LAW"):
        return False
    return token.pos_ in ("PROPN", "ADJ", "NOUN", "VERB") and not token.is_stop


def _evidence(parsed: Parsed, first: int, last: int) -> float:
    """Weigh one mention: how much it is used as the name of a state is."""
    doc = parsed.doc
    token = doc[last]
    head = token.head
    follows = doc[last + 1] if last + 1 < len(doc) else None
    points = 0.0
    if follows is not None and follows.text == "'s" and head.lemma_.lower() in roles("offices"):
        points += 1
    whose = head.head.lemma_.lower() if token.dep_ == "pobj" and head.text == "of" else ""
    points += 2 if whose in _ONLY_STATES else 1 if whose in _STATE_OF else 0
    if token.dep_ == "nsubj" and head.pos_ in ("VERB", "AUX"):
        points += 1 if head.lemma_ in _SPEAKS else _HALF
    if follows is not None and follows.text == "'s":
        points += _HALF
    if token.dep_ in ("dobj", "dative") and head.lemma_ in _FACES:
        points += 1
    if token.dep_ == "pobj" and head.text in ("by", "from"):
        by_force = head.text == "from" and head.head.lemma_.lower() in _FROM
        points += 1 if by_force or head.dep_ == "agent" else _HALF * (head.text == "by")
    if follows is not None and follows.lower_ in ("frontier", "border", "territory", "soil"):
        points += 1
    points += _beside_a_border(doc, first, last)
    if token.dep_ == "pobj" and head.text in ("against", "between", "with", "inside"):
        points += 1
    office = follows is not None and follows.lemma_.lower() in roles("offices")
    lower = follows is not None and follows.text.islower()
    if office and lower and token.dep_ in ("amod", "compound", "nmod"):
        points += 1
    if first > 0 and doc[first - 1].lower_ == "the" and not _modifies(doc, last):
        points -= 1
    return points


def _beside_a_border(doc: Any, first: int, last: int) -> float:
    """Weigh "neighbouring Tolland", "across the border in Tolland", "the Tolland town of Esk"."""
    before = [doc[i].lower_ for i in range(max(0, first - 2), first)]
    after = [doc[i].lower_ for i in range(last + 1, min(last + 3, len(doc)))]
    if before[-1:] == ["neighbouring"] or before[-1:] == ["neighboring"]:
        return 2
    if len(before) == 2 and before[0] in ("border", "frontier") and before[1] in _ACROSS:
        return 1
    placed = len(after) == 2 and after[0] in roles("place_nouns") and after[1] == "of"
    return float(placed and before[-1:] == ["the"])


_ACROSS = ("in", "into", "with", "from")


def _is_place(doc: Any, first: int) -> int:
    """Say whether a mention follows a noun for a place, as in "the port of Sallen"."""
    before = [doc[i].lemma_.lower() for i in range(max(0, first - 2), first)]
    named = len(before) == 2 and before[1] == "of" and before[0] in roles("place_nouns")
    bare = bool(before) and before[-1] in roles("place_nouns")
    return 2 if named or bare else 0


def _is_person(parsed: Parsed, spans: list[tuple[int, int]]) -> int:
    """Weigh whether a name is a person's: `_TITLED` where a title stands before it."""
    doc = parsed.doc
    titles = roles("titles")
    if any(first > 0 and doc[first - 1].text.lower() in titles for first, _ in spans):
        return _TITLED
    return int(2 * sum(doc[last].ent_type_ == "PERSON" for _, last in spans) > len(spans))


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


def _modifies(doc: Any, last: int) -> bool:
    return doc[last].dep_ in ("amod", "compound", "nmod") and doc[last].head.i > last
