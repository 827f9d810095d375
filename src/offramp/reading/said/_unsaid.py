"""Who speaks where nobody is named as speaking: "was told that", "it was explained in Cairo"."""

from offramp.reading._words import words
from offramp.reading.english._nlp import Token
from offramp.reading.english._syntax import agent, passive, prepositions, subject
from offramp.reading.parties._parties import Parties

_TOLD = words("tell inform notify warn advise caution assure remind give make let allow")
_PAPERS = words("paper note letter telegram message leaflet sheet")
_AHEAD = words("trail announce signal foreshadow")
_PLACED = ("in", "from", "at")


def left_out(verb: Token, parties: Parties) -> tuple[str, ...]:
    """Give who tells what is told in the passive, with nobody named as telling it.

    Parameters
    ----------
    verb : Token
    parties : Parties

    Returns
    -------
    tuple of str
        Whose capital the words came from, in "it was explained in Cairo that"; the other side of
        the one who "was told that"; empty where it stays open.
    """
    one = subject(verb)
    if not passive(verb):
        return _by_paper(verb, one, parties)
    if one is None or agent(verb) is not None or verb.dep_ in ("acl", "amod"):
        return ()
    if one.lower_ == "it" or one.lemma_.lower() in ("word", "message", "instruction"):
        return _placed(verb, parties)
    if verb.lemma_ in _AHEAD and (owners := parties.owners(one)):
        # "The sweep had been announced beforehand": by whose it was.
        return owners
    hears = parties.of(one)
    if verb.lemma_ not in _TOLD or not hears or one.tag_ in ("WDT", "WP"):
        return ()
    other = parties.salience.opponent(hears[0])
    return (other,) if other is not None else ()


def made_to_hear(verb: Token) -> bool:
    """Say whether somebody "was given to understand" or "had been made to know" something."""
    hears = any(c.tag_ == "VB" and c.lemma_ in ("understand", "know") for c in verb.children)
    return verb.lemma_ in ("give", "make") and hears and passive(verb)


def _by_paper(verb: Token, one: Token | None, parties: Parties) -> tuple[str, ...]:
    """Give the other side of who is told by "a paper giving us three days"."""
    if one is None or one.lemma_.lower() not in _PAPERS or parties.of(one):
        return ()
    told = [p for c in verb.children if c.dep_ in ("dobj", "dative") for p in parties.of(c)]
    other = parties.salience.opponent(told[0]) if told else None
    return (other,) if other is not None else ()


def _placed(verb: Token, parties: Parties) -> tuple[str, ...]:
    """Give whose capital a message came from."""
    for word, inner in prepositions(verb):
        mention = parties.cast.at.get(inner.i)
        if word in _PLACED and mention is not None and parties.cast.kind(mention.party) == "state":
            return (mention.party,)
    return ()
