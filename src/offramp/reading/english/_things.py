"""Names of weapons, ships, aircraft and operations, which are neither states nor parties."""

from collections.abc import Iterator

from offramp.reading._words import words
from offramp.reading.english._nlp import Parsed, Token
from offramp.reading.english._tables import noun_class

_UNDERTAKEN = words("operation exercise manoeuvre maneuver offensive plan project codename")
_PREFIXES = words("USS HMS HMAS HMCS HMNZS INS PNS SS MV MS RMS FS")


def things_named(parsed: Parsed) -> frozenset[str]:
    """Give the names of a text that are those of things.

    Parameters
    ----------
    parsed : Parsed

    Returns
    -------
    frozenset of str
        Names that stand before a weapon or an aircraft ("Scud missiles"), behind a vessel ("the
        frigate Sheffield", "USS Pueblo") or an operation ("Operation Desert Fox"), or behind "a"
        with no noun to follow ("fired an Exocet"). Adjectives of states are none: "a Libyan jet".

    Examples
    --------
    >>> from offramp.reading.english._nlp import parse
    >>> sorted(things_named(parse("Iraq fired Scud missiles at the frigate Sheffield in May.")))
    ['Scud', 'Sheffield']
    """
    return frozenset(name for token in parsed.doc for name in _names(token))


def _names(token: Token) -> Iterator[str]:
    doc = token.doc
    if _is_name(token) and token.lower_ in noun_class("weapons") | noun_class("aircraft"):
        yield token.text
    # The parser takes "the frigate Sheffield" for an adjective and a name.
    noun = token.pos_ in ("NOUN", "PROPN") or token.lower_ in noun_class("vessels")
    if token.text in _PREFIXES or (
        noun and token.lemma_.lower() in _UNDERTAKEN | noun_class("vessels")
    ):
        # Only the singular is followed by a name: "the destroyers Iran sent".
        capital = token.text[:1].isupper() or token.lemma_.lower() not in _UNDERTAKEN
        plural = token.tag_ in ("NNS", "NNPS") and token.text not in _PREFIXES
        if capital and not plural:
            name = _run(doc, token.i + 1)
            if name and not (len(name) == 1 and _adjectival(name[0])):
                yield " ".join(t.text for t in name)
    elif (
        noun
        and not _is_name(token)
        and token.lemma_.lower() in noun_class("weapons") | noun_class("aircraft")
    ):
        before = doc[token.i - 1] if token.i else None
        if before is not None and _is_name(before) and not _adjectival(before):
            yield before.text
    elif token.lower_ in ("a", "an"):
        name = _run(doc, token.i + 1)
        after = token.i + 1 + len(name)
        alone = after >= len(doc) or doc[after].pos_ not in ("NOUN", "ADJ", "PROPN", "NUM")
        if len(name) == 1 and alone and not _adjectival(name[0]):
            yield name[0].text


def _run(doc: Token, at: int) -> list[Token]:
    found: list[Token] = []
    while at < len(doc) and _is_name(doc[at]) and len(found) < 3:
        found.append(doc[at])
        at += 1
    return found


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ") and token.is_alpha


def _adjectival(token: Token) -> bool:
    """Say whether a word is that of a nation: "a Libyan jet", "a Swede"."""
    return token.pos_ == "ADJ" or token.dep_ == "amod" or token.ent_type_ == "NORP"
