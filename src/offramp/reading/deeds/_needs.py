"""What must stand beside a verb for it to name a deed or to carry a signal."""

import re

from offramp.reading._words import words
from offramp.reading.english._lexicon import Deed
from offramp.reading.english._nlp import Token
from offramp.reading.english._syntax import doer, passive, prepositions, subject, undergoers
from offramp.reading.english._tables import noun_class
from offramp.reading.parties._parties import Parties


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
    doing = doer(verb)
    barred = [need[1:] for need in needs if need[0] == "!"]
    if doing is not None and any(_is(doing, name, parties) for name in barred):
        return False
    return not needs or any(_met(need, verb, doing, parties) for need in needs)


def _met(need: str, verb: Token, doing: Token | None, parties: Parties) -> bool:
    """Say whether one need of a sense is met."""
    mark, name = need[0], need[1:]
    if ">" in need or mark == "~":
        return _has_word(verb, name) if mark == "~" else _leads_to(verb, need, parties)
    if mark == "@":
        return _has_phrase(verb, name, parties)
    if mark == "^":
        return doing is not None and _is(_inner(doing), name, parties)
    if mark == "&":
        led = [inner for word, inner in prepositions(verb) if word == name]
        return any(inner.ent_type_ not in ("DATE", "TIME") for inner in led)
    return mark != "!" and _undergone(need, verb, parties)


def _undergone(need: str, verb: Token, parties: Parties) -> bool:
    """Say whether the object of a verb is of a class, is missing, or is a clause."""
    if need in ("lone", "clause"):
        clause = any(child.dep_ == "ccomp" for child in verb.children)
        return clause if need == "clause" else not undergoers(verb)
    return any(_is(_inner(one), need, parties) for one in (*undergoers(verb), *_let(verb)))


def _leads_to(verb: Token, need: str, parties: Parties) -> bool:
    """Say whether a preposition leads from the verb to a word, or to a noun of a class."""
    preposition, _, name = need.partition(">")
    led = [_inner(inner) for word, inner in prepositions(verb) if word == preposition]
    return any(_is(target, name, parties) or _word_is(target, name) for target in led)


def _let(verb: Token) -> list[Token]:
    """Give who is let go or set free: the parser makes it the subject of a small clause."""
    clauses = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp")]
    plain = [c for c in clauses if not any(m.dep_ == "mark" for m in c.children)]
    return [c for clause in plain for c in clause.children if c.dep_ == "nsubj"]


def _inner(token: Token) -> Token:
    """Look through "dozens of", "a wave of" to what is counted."""
    lemma = token.lemma_.lower()
    if lemma in COUNTS or token.ent_type_ in ("CARDINAL", "QUANTITY"):
        for preposition, inner in prepositions(token):
            if preposition == "of":
                return inner
    return token


COUNTS = words(
    "dozen number series wave barrage most majority some many ten hundred thousand score "
    "group half all one two part pair couple volley salvo third class fleet squadron company "
    "member rest string spate several"
)


def _is(token: Token, name: str, parties: Parties) -> bool:
    """Say whether a noun belongs to a class, or is that word; `party`, `pronoun` are classes."""
    if name not in _CLASSES:
        return _word_is(token, name)
    if name == "party":
        person = token.pos_ == "PROPN" and token.text in parties.people
        known = (person or parties.named(token)) and token.pos_ != "PRON"
        return known and bool(parties.of(token))
    if name in ("several", "pronoun"):
        return len(parties.of(token)) > 1 if name == "several" else token.pos_ == "PRON"
    someone = token.ent_type_ == "PERSON" or token.pos_ == "NUM"
    place = _somewhere(token, parties)
    if (name in _PEOPLE and someone) or (name in ("territory", "places") and place):
        return True
    members = noun_class(name)
    lemma = token.lemma_.lower()
    if name in ("aircraft", "forces") and _MAKE.match(token.text):
        return True
    before = " ".join([*(c.lower_ for c in token.lefts if c.dep_ in ("compound", "amod"))][-1:])
    common = bool(members & {lemma, token.lower_, f"{before} {lemma}"})
    return common or _named_thing(token, name, parties)


def _somewhere(token: Token, parties: Parties) -> bool:
    """Say whether a noun is the name of a place: a capital too, but no state."""
    mention = parties.cast.at.get(token.i)
    if mention is not None:
        return mention.form == "capital" and token.i == mention.end - 1
    told = token.text in parties.places and token.text not in {*parties.people, *parties.things}
    return token.ent_type_ in ("GPE", "LOC", "FAC") or (told and token.pos_ == "PROPN")


def _named_thing(token: Token, name: str, parties: Parties) -> bool:
    """Say whether a ship or a place is known as one by the noun before its name."""
    noun = parties.things.get(token.text) if token.pos_ == "PROPN" else None
    return name in _THINGS and noun is not None and noun in noun_class(name)


def _has_word(verb: Token, word: str) -> bool:
    """Say whether a word stands as the object of a verb, behind its preposition, or under it."""
    for child in verb.children:
        clause = child.dep_ == "advcl" and child.pos_ != "ADJ"
        if clause or child.dep_ in ("nsubj", "aux", "conj", "ccomp"):
            continue
        if _word_is(child, word) or _word_within(child, word):
            return True
    near = word in _TAKEN and any(t.lower_ == word for t in verb.subtree if 0 < t.i - verb.i < 12)
    # "set free fifty drivers": the parser hangs the adjective on the number.
    behind = next((t for t in verb.doc[verb.i + 1 : verb.i + 2] if t.pos_ == "ADJ"), None)
    near = near or (behind is not None and _word_is(behind, word))
    if near or any(_word_is(small, word) for small in _small_clauses(verb)):
        return True
    one = subject(verb) if passive(verb) else None
    if one is not None and _word_is(one, word):
        return True
    if verb.dep_ == "relcl" and any(_word_is(one, word) for one in undergoers(verb)):
        return True
    return verb.dep_ == "acl" and passive(verb) and _word_is(verb.head, word)


def _word_within(child: Token, word: str) -> bool:
    """Look for a word behind a preposition or in the phrase of an object."""
    if child.dep_ not in ("prep", "agent", "dobj", "nsubjpass", "oprd", "prt"):
        return False
    for inner in child.children:
        if inner.lower_ == "of" and any(_word_is(c, word) for c in inner.children):
            return True
        if inner.dep_ not in ("relcl", "acl", "conj") and _word_is(inner, word):
            return True
    return False


def _small_clauses(verb: Token) -> list[Token]:
    """Give what a verb calls its object or lets it do: "declared it null", "let them go"."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    bare = [
        c for c in clauses if c.lemma_ == c.lower_ and not any(m.dep_ == "aux" for m in c.children)
    ]
    return [*bare, *(c for c in clauses if c.pos_ in ("ADJ", "NOUN"))]


# Makes of aircraft: "two F-16s", "a MiG-21".
_MAKE = re.compile(r"(?:F|MiG|MIG|Su|B|C|Tu|EP|RC|KC|AC|U|P|An|Il|Mi|UH|AH|SR|L)-\d+")
_THINGS = ("vessels", "aircraft", "forces", "territory", "places")
_PEOPLE = ("people", "emissaries", "envoys")
_CLASSES = words(
    "party several pronoun forces weapons vessels aircraft people envoys emissaries economy "
    "relations border territory places fighters strikes sanctions talks accords fire reserves "
    "media alert explosives hostage flag"
)
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
