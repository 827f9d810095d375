"""What a deed was done with, how many of each, and how many died."""

import re

from offramp.reading._words import words
from offramp.reading.documents._numbers import numbers_in
from offramp.reading.drafts._items import Means
from offramp.reading.english._nlp import Token
from offramp.reading.english._syntax import prepositions
from offramp.reading.english._tables import noun_class
from offramp.record import Count

_DEATHS = words("kill die slay perish assassinate")
_RANKS = (
    ("head-of-state", ("president", "king", "emperor", "emir", "supreme leader", "prime minister")),
    ("minister", ("minister", "secretary of state")),
    ("general", ("general", "admiral", "marshal", "commander", "chief of staff")),
    ("senior", ("colonel", "adviser", "advisor", "attache", "attaché", "brigadier", "chief")),
)
_KINDS = (
    ("drone", ("drone", "uav")),
    ("cruise", ("cruise", "tomahawk", "exocet")),
    ("ballistic", ("ballistic", "scud")),
    ("rocket", ("rocket",)),
    ("artillery", ("shell", "mortar", "artillery")),
    ("air-launched", ("bomb",)),
)
_BETWEEN = re.compile(r"\b(?:between|from) ([\w-]+) (?:and|to) ([\w-]+)", re.I)


def means_of(head: Token) -> tuple[Means, ...]:
    """List the weapons that stand with a trigger, with their number where it is given.

    Parameters
    ----------
    head : Token
        The trigger, or the verb that lends it its subject.

    Returns
    -------
    tuple of Means
    """
    weapons = noun_class("weapons") - {
        "fire",
        "wave",
        "barrage",
        "salvo",
        "volley",
        "charge",
        "gas",
    }
    found: dict[str, Means] = {}
    for token in head.subtree:
        if abs(token.i - head.i) > _NEAR or token.pos_ not in ("NOUN", "PROPN"):
            continue
        if token.lemma_.lower() not in weapons and token.text not in weapons:
            continue
        if token.dep_ in ("compound", "amod") and token.head.i > token.i:
            continue
        words = _phrase(token)
        number = _number(token)
        for kind, shown in _sorts(token, words):
            found.setdefault(shown, Means(shown, kind, number))
    return tuple(found.values())


_NEAR = 25
# "cruise and ballistic missiles": the parser may lose what "and" joins.
_JOINED = frozenset({"and", "or", ","} | {mark for _, marks in _KINDS for mark in marks})


def _sorts(token: Token, words: str) -> list[tuple[str | None, str]]:
    """Tell apart what "cruise and ballistic missiles" joins."""
    both = [c.lower_ for c in token.lefts if c.dep_ in ("amod", "compound", "nmod")]
    at = token.i - 1
    while at >= 0 and token.doc[at].lower_ in _JOINED:
        both.append(token.doc[at].lower_)
        at -= 1
    kinds = [kind for kind, marks in _KINDS if any(mark in both for mark in marks)]
    if len(kinds) > 1:
        return [(kind, f"{kind} {token.lower_}") for kind in kinds]
    lower = f"{' '.join(both)} {token.lemma_.lower()}"
    for kind, marks in _KINDS:
        if any(mark in lower for mark in marks):
            return [(kind, words)]
    return [(None, words)]


def _phrase(token: Token) -> str:
    first = token.i
    for child in token.lefts:
        if child.dep_ in ("amod", "compound", "nmod", "nummod"):
            first = min(first, child.left_edge.i)
    return token.doc[first : token.i + 1].text[:80]


def _number(token: Token) -> Count | None:
    for child in token.lefts:
        if child.dep_ == "nummod":
            numbers = numbers_in(token.doc[child.left_edge.i : child.i + 1].text)
            if numbers:
                value = max(numbers)
                return Count(value, value)
    return None


def dead_of(verb: Token) -> Count | None:
    """Read how many died from a verb such as "killing three fishermen".

    Parameters
    ----------
    verb : Token

    Returns
    -------
    Count or None
        None where no number of dead is given.
    """
    if verb.lemma_.lower() not in _DEATHS:
        return None
    low, high = 0, 0
    victims = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "nsubj")]
    if verb.dep_ == "acl":
        victims.append(verb.head)
    for victim in victims:
        if victim.dep_ == "nsubj" and verb.lemma_ != "die":
            continue
        for one in (victim, *victim.conjuncts):
            found = _people(one)
            if found is None:
                continue
            low, high = low + found.low, high + found.high
    return Count(low, high) if high else None


def _people(token: Token) -> Count | None:
    text = token.doc[token.left_edge.i : token.i + 1].text
    if any(mark in text for mark in ("%", "$")) or token.ent_type_ in ("DATE", "TIME"):
        return None
    span = _BETWEEN.search(text)
    numbers = sorted(numbers_in(text))
    if span and len(numbers) == 2:
        return Count(numbers[0], numbers[1])
    if numbers:
        return Count(numbers[-1], numbers[-1])
    for preposition, inner in prepositions(token):
        if preposition == "of" and token.lemma_ in ("crew", "total"):
            more = sorted(numbers_in(inner.text))
            return Count(more[-1], more[-1]) if more else None
    singular = token.tag_ in ("NN", "NNP") and token.pos_ in ("NOUN", "PROPN")
    counted = token.lemma_.lower() in noun_class("people") or token.ent_type_ == "PERSON"
    return Count(1, 1) if singular and counted and token.lemma_ != "crew" else None


def leaders_in(verb: Token) -> tuple[tuple[str, str], ...]:
    """Name the leaders who are the object of a verb, each with his rank."""
    found: list[tuple[str, str]] = []
    for child in verb.children:
        if child.dep_ not in ("dobj", "nsubjpass"):
            continue
        text = child.doc[child.left_edge.i : child.right_edge.i + 1].text.lower()
        for rank, marks in _RANKS:
            if child.pos_ == "PROPN" and any(mark in text[:120] for mark in marks):
                first = child.i
                while child.doc[first - 1].pos_ == "PROPN" and first - 1 >= child.left_edge.i:
                    first -= 1
                found.append((child.doc[first : child.i + 1].text, rank))
                break
    return tuple(found)
