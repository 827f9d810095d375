"""A signal as it is found, and what its sentence says of it besides."""

import re
from dataclasses import dataclass, field

from offramp.reading._words import words
from offramp.reading.deeds._candidate import Candidate
from offramp.reading.english._nlp import Parsed, Sentence, Token
from offramp.reading.parties._parties import Parties
from offramp.reading.said._addressees import via_of
from offramp.reading.said._carriers import said_words
from offramp.reading.said._hours import hours_before

_PRIVATE = re.compile(r"\b(?:private|secret|quiet(?:ly)?|behind the scenes)\b", re.I)
_NOT = re.compile(r"\b(?:not|never|no)\b")
_RESTRAINS = words("dissuade restrain urge press")
_REFUSES = words(
    "decline refuse distance deny reject rebuff spurn oppose veto abstain dissociate disapprove"
)
_NOTES = words("note letter message telegram")


@dataclass
class Found:
    """A signal before it is written as an item.

    Attributes
    ----------
    kind : str
    token : Token
        The word that carries it.
    sentence : Sentence
    sender : str
    receivers : tuple of str
    via, condition, hours, stance, audience
        As in `SignalItem`.
    about : Candidate or None
    inferred : set of str
    """

    kind: str
    token: Token
    sentence: Sentence
    sender: str
    receivers: tuple[str, ...]
    via: str | None = None
    condition: str = ""
    hours: float | None = None
    stance: str | None = None
    about: Candidate | None = None
    public: bool = True
    audience: str | None = None
    inferred: set[str] = field(default_factory=set[str])


def finish(one: Found, parsed: Parsed, parties: Parties) -> None:
    """Add what the sentence says besides: how long before, through whom, in private."""
    text = parsed.text[one.sentence.start : one.sentence.end]
    one.public = _PRIVATE.search(text) is None
    if one.kind == "notice":
        one.hours = hours_before(text)
    if one.kind == "stance":
        one.stance = _stance(one.token, text)
    if one.via is None:
        one.via = via_of(parsed, one.sentence, one.sender, one.receivers, parties)
    if one.kind == "framing":
        one.audience = "domestic"


def _stance(verb: Token, text: str) -> str:
    lemma = verb.lemma_
    if lemma in _RESTRAINS:
        return "restrains"
    if lemma in _REFUSES or (lemma in said_words("says") and _NOT.search(text)):
        return "withholds"
    return "joins" if lemma == "join" else "backs"


def said_by_another(one: Found, listed: list[Found]) -> bool:
    """Say whether a note or an ultimatum and a verb within its phrase carry one signal.

    "Handed him a note demanding" is the demand; "sent an ultimatum that demanded" the ultimatum.
    """
    for other in listed:
        if other is one or other.sender != one.sender:
            continue
        inside = {t.i for c in one.token.children if c.dep_ == "dobj" for t in c.subtree}
        around = {
            t.i: c.lemma_.lower()
            for c in other.token.children
            if c.dep_ == "dobj"
            for t in c.subtree
        }
        note = any(c.lemma_.lower() in _NOTES for c in one.token.children if c.dep_ == "dobj")
        beside = other.token.tag_ == "VBG" and other.token.i > one.token.i
        if note and (other.token.i in inside or beside):
            return True
        if around.get(one.token.i) == "ultimatum":
            return True
    return False
