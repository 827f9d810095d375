"""Who owned up to a deed that nobody was named for: "the Front claimed responsibility"."""

from offramp.reading._words import words
from offramp.reading.deeds._candidate import Candidate
from offramp.reading.english._nlp import Parsed, Token
from offramp.reading.english._syntax import doer, subject
from offramp.reading.english._tables import noun_class
from offramp.reading.parties._parties import Parties

_TAKES = words("claim take accept assume admit acknowledge avow")
_RESPONSIBILITY = words("responsibility credit authorship paternity")
_LAYS = words("lay plant set place put bury hide leave sow fire launch")
_DEEDS = frozenset({"shadow-attack", "strike-abroad", "strike-home", "campaign"})
_REACH = 4


def own_up(acts: list[Candidate], parsed: Parsed, parties: Parties) -> None:
    """Give deeds with nobody named to those who say, or of whom the text says, that they did it.

    Parameters
    ----------
    acts : list of Candidate
        In the order of the text; actors are added.
    parsed : Parsed
    parties : Parties
    """
    for token in parsed.doc:
        if token.pos_ != "VERB" or any(child.dep_ == "neg" for child in token.children):
            continue
        if _owns_up(token):
            by = subject(token)
            _give(by, token, [a for a in acts if a.rung in _DEEDS], parsed, parties)
        elif token.lemma_ in _LAYS and _laid(token):
            by = doer(token)
            mined = [a for a in acts if a.rung == "shadow-attack"]
            _give(by, token, mined, parsed, parties)


def _owns_up(verb: Token) -> bool:
    objects = [c.lemma_.lower() for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return verb.lemma_ in _TAKES and any(word in _RESPONSIBILITY for word in objects)


def _laid(verb: Token) -> bool:
    """Say whether what someone laid is the mine or the bomb told of before: "had laid it"."""
    for child in verb.children:
        if child.dep_ not in ("dobj", "nsubjpass"):
            continue
        the = any(c.lower_ in ("the", "this", "that") for c in child.lefts)
        arms = noun_class("explosives") | noun_class("weapons")
        if child.lower_ in ("it", "them") or (the and child.lemma_.lower() in arms):
            return True
    return False


def _give(
    by: Token | None, verb: Token, acts: list[Candidate], parsed: Parsed, parties: Parties
) -> None:
    found = parties.of(by) if by is not None else ()
    here = parsed.of_token[verb.i]
    near = [a for a in acts if 0 <= here - a.sentences[-1].number <= _REACH]
    open_ = [a for a in near if not a.actors or "actors" in a.inferred]
    if not found or not open_:
        return
    one = max(open_, key=lambda act: act.trigger.token.i)
    if one.trigger.token.i != verb.i and not {*found} & {*one.targets}:
        one.actors, one.inferred = found, one.inferred - {"actors"}
