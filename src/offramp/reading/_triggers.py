"""The words of a text that name a deed: verbs, nouns, and nouns that a light verb lifts."""

from dataclasses import dataclass

from offramp.reading._lexicon import Deed, lexicon, light_verbs
from offramp.reading._nlp import Parsed, Token
from offramp.reading._parties import Parties
from offramp.reading._syntax import particles, passive, prepositions, subject, undergoers
from offramp.reading._tables import noun_class
from offramp.reading._words import words


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
    if verb.dep_ in ("amod", "compound") or verb.lemma_ in _NEVER:
        return None
    known = lexicon()
    lemma = verb.lemma_.lower()
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


_NEVER = frozenset({"be", "have", "do"})


def fits(verb: Token, deed: Deed, parties: Parties) -> bool:
    """Say whether what a sense needs stands beside the verb.

    Parameters
    ----------
    verb : Token
    deed : Deed
    parties : Parties

    Returns
    -------
    bool
        Whether any one of its needs is met, and none that is barred with "!".
    """
    needs = deed.needs
    doing = None if passive(verb) else subject(verb)
    barred = [need[1:] for need in needs if need[0] == "!"]
    if doing is not None and any(_is(doing, name, parties) for name in barred):
        return False
    return not needs or any(_met(need, verb, doing, parties) for need in needs)


def _met(need: str, verb: Token, doing: Token | None, parties: Parties) -> bool:
    """Say whether one need of a sense is met."""
    mark, name = need[0], need[1:]
    if mark == "~":
        return _has_word(verb, name)
    if mark == "@":
        return _has_phrase(verb, name, parties)
    if mark == "^":
        return doing is not None and _is(_inner(doing), name, parties)
    if mark == "&":
        led = [inner for word, inner in prepositions(verb) if word == name]
        return any(inner.ent_type_ not in ("DATE", "TIME") for inner in led)
    if need in ("lone", "clause"):
        clause = any(child.dep_ == "ccomp" for child in verb.children)
        return clause if need == "clause" else not undergoers(verb)
    return mark != "!" and any(_is(_inner(one), need, parties) for one in undergoers(verb))


def _inner(token: Token) -> Token:
    """Look through "dozens of", "a wave of" to what is counted."""
    lemma = token.lemma_.lower()
    if lemma in _COUNTS or token.ent_type_ in ("CARDINAL", "QUANTITY"):
        for preposition, inner in prepositions(token):
            if preposition == "of":
                return inner
    return token


_COUNTS = words(
    "dozen number series wave barrage most majority some many ten hundred thousand score "
    "group half all one two part pair couple volley salvo third class fleet squadron company "
    "member rest string spate several"
)


def _is(token: Token, name: str, parties: Parties) -> bool:
    """Say whether a noun belongs to a class; `party` and `pronoun` are classes too."""
    if name == "party":
        person = token.pos_ == "PROPN" and token.text in parties.people
        known = (person or parties.named(token)) and token.pos_ != "PRON"
        return known and bool(parties.of(token))
    if name in ("several", "pronoun"):
        return len(parties.of(token)) > 1 if name == "several" else token.pos_ == "PRON"
    someone = token.ent_type_ == "PERSON" or token.pos_ == "NUM"
    place = token.ent_type_ in ("GPE", "LOC", "FAC") and token.i not in parties.cast.at
    if (name in _PEOPLE and someone) or (name in ("territory", "places") and place):
        return True
    members = noun_class(name)
    lemma = token.lemma_.lower()
    before = " ".join([*(c.lower_ for c in token.lefts if c.dep_ in ("compound", "amod"))][-1:])
    common = bool(members & {lemma, token.lower_, f"{before} {lemma}"})
    return common or _named_thing(token, name, parties)


def _named_thing(token: Token, name: str, parties: Parties) -> bool:
    """Say whether a ship or a place is known as one by the noun before its name."""
    noun = parties.things.get(token.text) if token.pos_ == "PROPN" else None
    return name in _THINGS and noun is not None and noun in noun_class(name)


def _has_word(verb: Token, word: str) -> bool:
    for child in verb.children:
        if child.dep_ in ("nsubj", "aux", "advcl", "conj", "ccomp"):
            continue
        if _word_is(child, word):
            return True
        for inner in child.children:
            near = child.dep_ in ("prep", "agent", "dobj", "nsubjpass", "oprd", "prt")
            if near and inner.dep_ not in ("relcl", "acl", "conj") and _word_is(inner, word):
                return True
    if word in _TAKEN and any(t.lower_ == word for t in verb.subtree if 0 < t.i - verb.i < 12):
        return True
    one = subject(verb) if passive(verb) else None
    if one is not None and _word_is(one, word):
        return True
    return verb.dep_ == "acl" and passive(verb) and _word_is(verb.head, word)


_THINGS = ("vessels", "aircraft", "forces", "territory", "places")
_PEOPLE = ("people", "emissaries", "envoys")
_TAKEN = frozenset({"hostage", "prisoner", "captive"})


def _word_is(token: Token, word: str) -> bool:
    if word in (token.lemma_.lower(), token.lower_):
        return True
    # "cease-fire" is three tokens.
    return "-" in word and token.i > 1 and token.doc[token.i - 2 : token.i + 1].text.lower() == word


def _has_phrase(verb: Token, preposition: str, parties: Parties) -> bool:
    """Say whether a preposition leads from the verb to a party, a place or a force."""
    if preposition == "dead":
        return any(child.lower_ == "dead" for child in verb.children)
    for word, inner in prepositions(verb):
        if word != preposition:
            continue
        target = _inner(inner)
        if preposition in ("truce", "ceasefire", "settlement", "armistice"):
            return True
        if target.ent_type_ in ("GPE", "NORP", "LOC", "FAC", "ORG") or target.pos_ == "PROPN":
            return target.ent_type_ not in ("DATE", "TIME")
        classes = ("territory", "places", "border", "forces", "vessels", "people", "fighters")
        if parties.of(target) or any(_is(target, name, parties) for name in classes):
            return True
        if target.lemma_.lower() in ("agreement", "term", "side", "coast", "target", "alert"):
            return True
    return False


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
    light, side = _lifted(head)
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
    elif noun.dep_ == "pobj" and above.head.pos_ == "VERB":
        verb = above.head
        side = _INTO.get((verb.lemma_, above.lower_), "")
    elif noun.dep_ == "pobj" and above.lower_ == "of" and _counted(above.head):
        verb = above.head.head
        if above.head.dep_ in ("dobj", "nsubjpass") and verb.pos_ == "VERB":
            side = light_verbs().get(verb.lemma_.lower(), "")
    return (verb, side) if side else (None, "")


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
    return token.lemma_.lower() in _COUNTS | {"campaign", "act", "round", "wave"}


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
