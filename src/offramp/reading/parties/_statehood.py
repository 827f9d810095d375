"""How much a name in a text is used as the name of a state, a place or a person."""

from typing import Any

from offramp.reading._words import words
from offramp.reading.english._lexicon import lexicon
from offramp.reading.english._nlp import Parsed, Token
from offramp.reading.english._tables import noun_class, roles

_STATE_OF = words(
    "guard force troop soldier ship government president king queen emir sultan republic "
    "kingdom emirate state representative embassy ambassador capital parliament army navy "
    "minister border territory coast people consulate ministry leader ruler invasion "
    "sovereignty independence side delegation isles islands bey dey khan pasha rajah nizam doge "
    "prince imam sheikh cadet waters"
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
# Verbs whose object is spoken to or done to as a state is.
_FACES = words("give tell warn accuse attack ask urge invade blame threaten assure offer condemn")
_LANDS = words("waters soil territory airspace border frontier")
_FROM = words("ship vessel soldier troop drone plane aircraft gunboat patrol agent envoy refugee")
_ACROSS = ("in", "into", "with", "from")
TITLED = 9
_HALF = 0.5


def acts_like(parsed: Parsed, first: int, last: int) -> float:
    """Weigh one mention: how much it acts and is spoken to as states, but also people, are."""
    doc = parsed.doc
    token = doc[last]
    head = token.head
    follows = doc[last + 1] if last + 1 < len(doc) else None
    points = 0.0
    if token.dep_ == "nsubj" and head.pos_ in ("VERB", "AUX"):
        does = head.lemma_ in _SPEAKS or (lexicon().senses(head.lemma_) and _has_object(head))
        points += 1 if does else _HALF
    if follows is not None and follows.text == "'s":
        points += _HALF
    if token.dep_ in ("dobj", "dative") and head.lemma_ in _FACES:
        points += 1
    if token.dep_ == "pobj" and head.text in ("by", "from"):
        by_force = head.text == "from" and head.head.lemma_.lower() in _FROM
        points += 1 if by_force or head.dep_ == "agent" else _HALF * (head.text == "by")
    if token.dep_ == "pobj" and head.text in ("against", "between", "with", "inside"):
        points += 1
    if first > 0 and doc[first - 1].lower_ == "the" and not modifies(doc, last):
        points -= 1
    return points


def governs(parsed: Parsed, first: int, last: int, alone: bool) -> float:
    """Weigh one mention: how much it has a government, forces and borders, as only states have.

    What never stands alone, as "Kashmiri", may be a people's name that is no state's.
    """
    doc = parsed.doc
    token = doc[last]
    head = token.head
    follows = doc[last + 1] if last + 1 < len(doc) else None
    points = 0.0
    if follows is not None and follows.text == "'s" and head.lemma_.lower() in roles("offices"):
        points += 1
    whose = head.head.lemma_.lower() if token.dep_ == "pobj" and head.text == "of" else ""
    points += 2 if whose in _ONLY_STATES else whose in _STATE_OF | roles("offices")
    if follows is not None and follows.lower_ in ("frontier", "border", "territory", "soil"):
        points += 1
    points += _beside_a_border(doc, first, last)
    acts = roles("offices")
    if alone:
        acts = acts | noun_class("forces") | noun_class("people") | _LANDS
    return points + _before(doc, last, acts)


def _has_object(verb: Token) -> bool:
    return any(child.dep_ == "dobj" for child in verb.children)


def _before(doc: Any, last: int, acts: frozenset[str]) -> bool:
    """Say whether a name leads to those who act for a state: "Skarn customs launches"."""
    at = last + 1
    while at + 1 < len(doc) and doc[at].text.islower() and doc[at].dep_ in ("amod", "compound"):
        at += 1
    token = doc[last]
    if at >= len(doc) or not doc[at].text.islower() or token.dep_ == "poss":
        return False
    lemmas = {doc[i].lemma_.lower() for i in range(last + 1, at + 1)}
    leads = token.dep_ in ("amod", "compound", "nmod") and token.head.i <= at + 1
    return leads and doc[at].pos_ == "NOUN" and bool(lemmas & acts)


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


def is_place(doc: Any, first: int) -> int:
    """Say whether a mention follows a noun for a place, as in "the port of Sallen"."""
    before = [doc[i].lemma_.lower() for i in range(max(0, first - 2), first)]
    named = len(before) == 2 and before[1] == "of" and before[0] in roles("place_nouns")
    bare = bool(before) and before[-1] in roles("place_nouns")
    return 2 if named or bare else 0


def is_person(parsed: Parsed, spans: list[tuple[int, int]], firm: float) -> int:
    """Weigh whether a name is a person's: `TITLED` where a title stands before it."""
    doc = parsed.doc
    titles = roles("titles")
    beside = [c for _, last in spans for c in doc[last].children if c.dep_ == "appos"]
    if any(c.lemma_.lower() in titles for c in beside):
        return TITLED
    if any(first > 0 and doc[first - 1].text.lower() in titles for first, _ in spans):
        return TITLED
    labelled = sum(doc[last].ent_type_ == "PERSON" for _, last in spans)
    return int(2 * labelled > len(spans) and firm < 1)


def modifies(doc: Any, last: int) -> bool:
    """Say whether a name stands before the noun that it describes: "Skarn launches"."""
    return doc[last].dep_ in ("amod", "compound", "nmod") and doc[last].head.i > last
