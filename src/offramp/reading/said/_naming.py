"""What somebody is called: "described Iraq as a puppet", "called the landing a rescue"."""

import re

from offramp.reading._words import words
from offramp.reading.english._nlp import Token
from offramp.reading.parties._parties import Parties
from offramp.reading.said._addressees import named_in
from offramp.reading.said._said import Content, content_kind

_NAMES = words("call describe brand term label dub style characterise characterize paint")
# "Unjust", "disproportionate", "illegal", "irresponsible", "inhuman".
_ILL = re.compile(
    r"(?:un|dis|il|ir|im|in)[a-z]{4,}(?:ed|able|ible|ate|al|ous|ing|ful|ic|man|just)$"
)
_DONE = words("complete over finished closed concluded settled ended")
_FAIR = words(
    "friend ally partner brother neighbour neighbor guest hero step basis gesture success victory "
    "advance opportunity contribution signal progress matter question"
)


def kind_of_name(verb: Token, sender: tuple[str, ...], parties: Parties) -> str | None:
    """Say what kind of signal it is to call somebody, or what he did, by a name.

    Parameters
    ----------
    verb : Token
    sender : tuple of str
    parties : Parties

    Returns
    -------
    str or None
        An accusation where the name is given to another party or its deed, a limit where
        something is called complete; None where a verb gives no name.
    """
    named = _name(verb)
    if verb.lemma_ not in _NAMES or named is None or not sender:
        return None
    inside = tuple(named.subtree)
    given = Content(verb, inside, False, " ".join(t.lower_ for t in inside))
    kind = content_kind(given)
    if kind in ("accusation", "framing", "justification"):
        return kind
    if named.lemma_.lower() in _DONE:
        return "limit"
    if _ILL.match(named.lemma_.lower()):
        return "accusation"
    taken = {t.i for t in inside}
    rest = tuple(t for t in verb.subtree if t.i > verb.i and t.i not in taken)
    others = named_in(Content(verb, rest), sender, parties)
    return "accusation" if others and named.lemma_.lower() not in _FAIR else None


def _name(verb: Token) -> Token | None:
    """Give the head of the name: behind "as", or the second object."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "as":
            return next((c for c in child.children if c.dep_ in ("pobj", "amod")), None)
    for token in verb.subtree:
        # "describe what they have done as complete": the parser may hang "as" further down.
        if token.i > verb.i and token.lower_ == "as":
            done = (c for c in token.children if c.lemma_.lower() in _DONE)
            if (found := next(done, None)) is not None:
                return found
    for child in verb.children:
        if child.dep_ == "oprd" and child.i > verb.i:
            return child
        small = child.dep_ == "ccomp" and child.pos_ in ("NOUN", "PROPN", "ADJ")
        if small and child.i > verb.i:
            return child
    return None
