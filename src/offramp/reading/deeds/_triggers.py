"""The words of a text that name a deed: verbs, nouns, and nouns that a light verb lifts."""

from dataclasses import dataclass

from offramp.reading._words import words
from offramp.reading.deeds._needs import COUNTS, fits
from offramp.reading.english._lexicon import Deed, lexicon, light_verbs
from offramp.reading.english._nlp import Parsed, Token
from offramp.reading.english._syntax import (
    amid,
    particles,
    passive,
)
from offramp.reading.parties._parties import Parties


@dataclass(frozen=True)
class Trigger:
    """A word that names a deed.

    Attributes
    ----------
    token : Token
        The verb, or the head of the noun phrase.
    deed : Deed
        What it says.
    verbal : bool
    light : Token or None
        The verb that lends a noun its subject: "launched" in "launched an attack".
    side : str
        ``actor`` or ``target``: as what the subject of the light verb stands.
    """

    token: Token
    deed: Deed
    verbal: bool
    light: Token | None = None
    side: str = ""


def find_triggers(parsed: Parsed, parties: Parties) -> list[Trigger]:
    """List the triggers of a text, in order.

    Parameters
    ----------
    parsed : Parsed
    parties : Parties

    Returns
    -------
    list of Trigger
        At most one a token; a verb whose object is the noun of a deed gives way to the noun.
    """
    found: dict[int, Trigger] = {}
    for token in parsed.doc:
        if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ == "ROOT"):
            deed = _verb_sense(token, parties)
            if deed is not None:
                found[token.i] = Trigger(token, deed, True)
    taken: set[int] = set()
    for token in parsed.doc:
        if token.i in taken or (token.i in parties.cast.at and token.pos_ == "PROPN"):
            continue
        match = _noun_sense(parsed, token)
        if match is None:
            continue
        head, end, deed = match
        taken.update(range(token.i, end))
        trigger = _nominal(head, deed)
        if trigger is not None and head.i not in found:
            found[head.i] = trigger
            light = trigger.light
            if light is not None and light.i in found and not _own_object(light, head):
                del found[light.i]
    # "strikes launched from ..." is one deed, told by its noun.
    told = [
        i for i, t in found.items() if t.verbal and t.token.dep_ == "acl" and _told_by(t, found)
    ]
    for i in told:
        del found[i]
    return [found[i] for i in sorted(found)]


def _told_by(trigger: Trigger, found: dict[int, Trigger]) -> bool:
    noun = trigger.token.head
    return noun.i in found and not found[noun.i].verbal and passive(trigger.token)


# --- verbs


def _verb_sense(verb: Token, parties: Parties) -> Deed | None:
    if verb.dep_ in ("amod", "compound") and not amid(verb):
        return None
    known = lexicon()
    lemma: str = verb.lemma_.lower()
    lemma = _LEMMAS.get(lemma, lemma)
    doc = verb.doc
    if verb.i > 1 and doc[verb.i - 1].text == "-" and doc[verb.i - 2].is_alpha:
        joined = known.senses(f"{doc[verb.i - 2].lower_}-{lemma}")
        if joined:
            return joined[0]
    for particle in particles(verb):
        for deed in known.senses(lemma, particle):
            if fits(verb, deed, parties):
                return deed
    return next((d for d in known.senses(lemma) if fits(verb, d, parties)), None)


# Irregular forms that the model has no lemma for.
_LEMMAS = {
    "retook": "retake",
    "retaken": "retake",
    "overran": "overrun",
    "overflew": "overfly",
    "overflown": "overfly",
    "beset": "besiege",
    "laid": "lay",
}


# --- nouns


def _noun_sense(parsed: Parsed, token: Token) -> tuple[Token, int, Deed] | None:
    """Give the head, the end and the sense of the noun of a deed that begins at a token."""
    doc = parsed.doc
    rows = [*lexicon().nouns.get(token.lower_, ())]
    if token.lemma_.lower() != token.lower_:
        rows += lexicon().nouns.get(token.lemma_.lower(), ())
    for listed, deed in sorted(rows, key=lambda row: -len(row[0])):
        end = token.i + len(listed)
        if end > len(doc):
            continue
        tokens = [doc[i] for i in range(token.i, end)]
        if all(w in (t.lower_, t.lemma_.lower()) for w, t in zip(listed, tokens, strict=True)):
            head = tokens[0] if "of" in listed else tokens[-1]
            hyphened = "-" in listed
            nominal = head.pos_ in ("NOUN", "PROPN") or hyphened
            if head.pos_ == "VERB" and head.tag_ == "VBG" and _like_a_noun(head):
                nominal = True
            if nominal:
                return head, end, deed
    return None


def _like_a_noun(token: Token) -> bool:
    return any(c.dep_ in ("det", "poss", "amod") for c in token.children)


def _nominal(head: Token, deed: Deed) -> Trigger | None:
    """Make a trigger of a noun, unless it only serves as a modifier or as a bare topic."""
    if head.dep_ in ("compound", "amod", "nmod") and head.head.i > head.i:
        return None
    if head.lower_ == "exercise" and head.head.lower_ == "in":
        return None
    if head.dep_ == "pobj" and head.head.lower_ == "as":
        # "denounced the blockade as piracy" says what it is called.
        return None
    light, side = _lifted(head)
    if light is None and head.dep_ in ("conj", "pobj"):
        light, side = _lifted_with(head)
    weak = deed.rung in ("agreement", "conciliation", "coercion") or deed.frame == "mutual"
    if weak and not _asserted(head, light):
        return None
    return Trigger(head, deed, False, light, side)


def _lifted(noun: Token) -> tuple[Token | None, str]:
    """Give the verb that lends the noun of a deed its subject, and as what."""
    above = noun.head
    verb, side = above, ""
    if noun.dep_ in ("dobj", "nsubjpass", "attr") and above.pos_ == "VERB":
        side = light_verbs().get(above.lemma_.lower(), "")
    elif noun.dep_ == "pobj" and above.head.pos_ in ("VERB", "AUX"):
        verb = above.head
        stays = verb.lemma_ in _STAYS and above.lower_ in ("under", "in", "behind")
        side = "target" if stays else _INTO.get((verb.lemma_, above.lower_), "")
    elif noun.dep_ == "pobj" and above.lower_ == "of" and _counted(above.head):
        verb = above.head.head
        if above.head.dep_ in ("dobj", "nsubjpass") and verb.pos_ == "VERB":
            side = light_verbs().get(verb.lemma_.lower(), "")
    return (verb, side) if side else (None, "")


def _lifted_with(noun: Token) -> tuple[Token | None, str]:
    """Give the verb over a noun that is joined to another: "a raid and the bombardment of"."""
    if noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        return _lifted(noun.head)
    above = noun.head
    if noun.dep_ == "pobj" and above.dep_ == "conj" and above.head.lower_ == above.lower_:
        first = next((c for c in above.head.children if c.dep_ == "pobj"), None)
        return _lifted(first) if first is not None else (None, "")
    return None, ""


# "They are in custody", "the town remains under siege": whoever is the subject suffers it.
_STAYS = words("be remain stay lie languish sit live")
_INTO = {
    ("come", "under"): "target",
    ("engage", "in"): "actor",
    ("respond", "with"): "actor",
    ("retaliate", "with"): "actor",
    ("answer", "with"): "actor",
    ("reply", "with"): "actor",
    ("enter", "into"): "actor",
    ("agree", "to"): "actor",
    ("agree", "on"): "actor",
    ("subject", "to"): "target",
    ("participate", "in"): "actor",
    ("take", "in"): "actor",
    ("meet", "with"): "target",
    ("come", "in"): "target",
}


def _counted(token: Token) -> bool:
    return token.lemma_.lower() in COUNTS | {"campaign", "act", "round", "wave"}


def _asserted(head: Token, light: Token | None) -> bool:
    """Say whether a noun of words or measures is told as something that took place."""
    if light is not None:
        return True
    subjects = head.dep_ in ("nsubj", "nsubjpass") and head.head.pos_ in ("VERB", "AUX")
    dated = any(c.dep_ in ("acl", "relcl") or c.ent_type_ == "DATE" for c in head.children)
    span = head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_ in _SPANS
    root = head.dep_ == "ROOT"
    return subjects or dated or span or root


_SPANS = words("day week month round hour series year")


def _own_object(light: Token, noun: Token) -> bool:
    """Say whether a verb has an object of its own beside the noun that it lifts."""
    return any(
        c.dep_ == "dobj" and c.i != noun.i and c not in noun.conjuncts for c in light.children
    )
