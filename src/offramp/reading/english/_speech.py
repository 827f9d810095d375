"""How a text may speak of a deed, and the word lists that tell."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from offramp.reading.drafts._items import Modality
from offramp.reading.english._nlp import Token
from offramp.reading.english._tables import shipped


@dataclass(frozen=True)
class Spoken:
    """How a text speaks of a deed, and the verb by which someone else says it."""

    modality: Modality
    saying: Token | None = None


_PASTS = frozenset({"retook", "overran", "withdrew", "forbade", "beset", "overflew", "outlawed"})
Rule = tuple[str, Modality]
"""The name of a list of ``data/modality.yaml``, and what its words make of a deed."""


@cache
def speech(name: str) -> frozenset[str]:
    """Give a list of words of ``data/modality.yaml``.

    Examples
    --------
    >>> "vow" in speech("threats"), "allege" in speech("claims")
    (True, True)
    """
    return frozenset(shipped("modality.yaml")[name])


def by_list(word: str, rules: tuple[Rule, ...], saying: Token | None = None) -> Spoken | None:
    """Judge by the first list in which a word stands; None where it stands in none."""
    return next((Spoken(made, saying) for name, made in rules if word in speech(name)), None)


def first(*judges: Callable[[], Spoken | None]) -> Spoken | None:
    """Give what the first judge says that says anything."""
    return next((found for judge in judges if (found := judge()) is not None), None)


def saying_above(verb: Token) -> Token | None:
    """Give the verb of saying under which a verb stands."""
    at = verb
    for _ in range(4):
        if at.dep_ == "ccomp" and at.head.lemma_ in speech("says") | speech("claims"):
            return at.head
        # ", the ministry said": the parser may hang it the other way round.
        for child in at.children:
            if child.dep_ in ("parataxis", "ccomp") and child.lemma_ in speech("says"):
                return child
        if at.head.i == at.i:
            return None
        at = at.head
    return None


def has_subject(verb: Token) -> bool:
    """Say whether a verb has a subject of its own."""
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def with_determiner(token: Token, *words: str) -> bool:
    """Say whether a noun stands behind one of some determiners."""
    return any(c.dep_ == "det" and c.lower_ in words for c in token.children)


def is_negated(verb: Token) -> bool:
    """Say whether a verb is denied: by "not", by "nobody", by "no" before its object."""
    return any(_denies(child, verb) for child in verb.children)


def _denies(child: Token, verb: Token) -> bool:
    lower = child.lower_
    if child.dep_ in ("neg", "preconj"):
        return lower in ("not", "n't", "never", "neither", "nor", "no")
    if child.dep_ in ("advmod", "cc"):
        return lower in ("never", "nowhere", "hardly") or (lower == "nor" and child.i < verb.i)
    if child.dep_ in ("nsubj", "nsubjpass"):
        nobody = lower in ("nobody", "none", "neither")
        return nobody or with_determiner(child, "no", "neither")
    if child.dep_ == "dobj":
        # "opened nothing and destroyed nothing", but not "nothing else"
        more = any(c.lower_ in ("else", "but", "worse") for c in child.children)
        nothing = lower in ("nothing", "nobody") and not more
        return nothing or with_determiner(child, "no")
    return False


def is_inverted(verb: Token) -> bool:
    """Say whether "Had the ship been lost" or "should they cross" opens a condition."""
    if verb.dep_ not in ("advcl", "ccomp", "ROOT"):
        return False
    helpers = [
        c.i for c in verb.children if c.dep_ == "aux" and c.lower_ in ("had", "should", "were")
    ]
    subjects = [c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return bool(helpers and subjects) and helpers[0] < subjects[0]


def is_habit(verb: Token, auxiliaries: list[str]) -> bool:
    """Say whether a verb tells what is usual: "often raids", "has shelled for years"."""
    adverbs = {c.lower_ for c in verb.children if c.dep_ in ("advmod", "npadvmod")}
    if adverbs & speech("habits"):
        return True
    if {"have", "has", "had"} & {*auxiliaries}:
        phrases = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("for", "over")]
        spans = {p.lemma_ for c in phrases for p in c.children}
        long = spans & {"year", "decade", "month", "century"} or adverbs & {"long", "repeatedly"}
        return bool(long)
    # A past form that the model has no lemma for may pass for the present: "retook".
    plain = verb.tag_ in ("VBP", "VBZ") and not auxiliaries and verb.lower_ not in _PASTS
    return plain and verb.dep_ in ("relcl", "ccomp", "ROOT") and verb.lemma_ not in speech("says")
