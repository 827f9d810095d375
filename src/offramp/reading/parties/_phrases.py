"""Small questions about noun phrases that the parser leaves open."""

from typing import Any

from offramp.reading._words import words
from offramp.reading.english._nlp import Token
from offramp.reading.english._tables import roles
from offramp.reading.parties._gazetteer import Mention

_UNNAMED = words("unknown unidentified masked armed suspected several local")
_NAMELESS = words("unknown unidentified masked unnamed anonymous mysterious mystery unmarked")
_SOMEBODY = words("somebody someone anybody anyone")
_LEFT_OUT = words("det poss case nummod prep advmod predet cc")
_INSIDE = words("amod compound nmod npadvmod punct advmod")
_LEADING = words("det predet nummod amod preconj")


def noun_phrase(token: Token) -> str:
    """Write a noun with its adjectives and compounds, without articles, numbers and dates."""
    kept = [t for t in token.subtree if t.i <= token.i and _belongs(t, token)]
    return "".join(t.text_with_ws for t in kept).strip()[:80]


def nameless(token: Token) -> bool:
    """Say whether a phrase means somebody whom nobody knows: "someone", "unidentified divers"."""
    if token.lower_ in _SOMEBODY:
        return True
    within = [c.lower_ for c in token.children if c.dep_ in ("amod", "compound")]
    behind = token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "unknown"
    hidden = behind or any(word in _NAMELESS for word in within)
    return hidden and token.lemma_.lower() not in roles("groups")


def _belongs(t: Token, head: Token) -> bool:
    if t.dep_ in _LEFT_OUT and t.i != head.i:
        return False
    named = t.lower_ not in _UNNAMED and t.ent_type_ not in ("DATE", "TIME", "CARDINAL")
    return named and _leads_to(t, head)


def _leads_to(t: Token, head: Token) -> bool:
    while t.i != head.i:
        if t.dep_ not in _INSIDE:
            return False
        t = t.head
    return True


def led(token: Token) -> str:
    """Write a noun with its determiner, as the table of pairs has it: "the two sides"."""
    before = [c.lower_ for c in token.lefts if c.dep_ in _LEADING]
    return " ".join([*before, token.lower_])


def of_what(token: Token) -> Token | None:
    """Give what stands behind a noun and "of"."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    return None


def owned(token: Token) -> bool:
    """Say whether an owner stands before a noun."""
    return any(child.dep_ == "poss" for child in token.children)


def points(token: Token) -> bool:
    """Say whether a noun is definite, or bare in a way that means those of the party in hand."""
    dets = [c.lower_ for c in token.lefts if c.dep_ == "det"]
    return not dets or dets[0] in ("the", "this", "that", "these", "those", "all")


def modifies_later(token: Token, mention: Mention) -> bool:
    """Say whether a name only modifies a noun that follows."""
    return token.i != mention.end - 1 and token.dep_ not in ("pobj", "dobj", "nsubj", "nsubjpass")


def is_backing(doc: Any, mention: Mention) -> bool:
    """Say whether a name stands in "Iranian-backed"."""
    if mention.end + 1 >= len(doc):
        return False
    return doc[mention.end].text == "-" and doc[mention.end + 1].lower_ in roles("backing")


def lies(token: Token) -> bool:
    """Say whether a proper noun is where something is: "in Lys", "the Tarn"."""
    if token.pos_ != "PROPN" or token.ent_type_ in ("DATE", "TIME", "NORP"):
        return False
    if token.dep_ == "pobj" and token.head.lower_ in _WHERE:
        return True
    alone = all(c.dep_ == "det" for c in token.lefts)
    river = token.dep_ in ("dobj", "pobj") and token.text[0].isupper() and not token.text.isupper()
    return river and alone and [c.lower_ for c in token.lefts] == ["the"]


_WHERE = ("in", "at", "near", "outside", "inside", "into")


def same_clause(heard: Token, pronoun: Token) -> bool:
    """Say whether a phrase is the subject of the verb whose object the pronoun is."""
    above = (pronoun.head.i, pronoun.head.head.i)
    return pronoun.dep_ in ("dobj", "pobj") and heard.dep_ == "nsubj" and heard.head.i in above


def issues(token: Token) -> bool:
    """Say whether "it" is the subject of what a statement declares, or owns what that names."""
    at = token.head if token.dep_ == "poss" else token
    return at.dep_ == "nsubj" and at.head.dep_ == "ROOT" and at.lower_ != "they"
