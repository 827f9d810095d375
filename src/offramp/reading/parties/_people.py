"""Over what someone presides of whom a text gives only the title and the name."""

from offramp.reading._words import words
from offramp.reading.english._nlp import Token
from offramp.reading.parties._collectives import Resolver

_BODIES = words("parliament cabinet assembly congress senate party court legislature government")


def guessed(token: Token, parties: Resolver) -> tuple[str, ...]:
    """Guess the party of "President Roe", of whom nothing says over what he presides."""
    pair = parties.salience.pair()
    here = parties.cast.parsed.sentence(token)
    # Who speaks of a state by name leads the other one.
    named = {
        parties.cast.root(parties.cast.at[t.i].party)
        for t in parties.cast.parsed.tokens(here)
        if t.i in parties.cast.at and t.i != token.i and parties.cast.at[t.i].form != "adjective"
    }
    own = _by_own_body(token, parties)
    if own:
        return own
    left = tuple(party for party in pair if party not in named)
    if len(left) == 1:
        return left
    return _subject_kept(token, parties) or tuple(
        sorted(pair, key=lambda party: parties.cast.known(party).first)[:1]
    )


def _by_own_body(token: Token, parties: Resolver) -> tuple[str, ...]:
    """Give the state whose parliament or cabinet authorised "President Roe"."""
    verb = token.head
    if token.dep_ not in ("dobj", "nsubj") or verb.pos_ != "VERB":
        return ()
    at = verb if token.dep_ == "dobj" else verb.head
    bodies = [c for c in at.children if c.dep_ == "nsubj" and c.lemma_.lower() in _BODIES]
    return parties.owners(bodies[0]) if bodies else ()


def _subject_kept(token: Token, parties: Resolver) -> tuple[str, ...]:
    """Give the state that was the subject of both sentences before, in one paragraph."""
    here = parties.cast.parsed.sentence(token)
    found: set[tuple[str, ...]] = set()
    for number in (here.number - 1, here.number - 2):
        if number < 0 or parties.cast.parsed.sentences[number].paragraph != here.paragraph:
            return ()
        heard = [h for h in parties.salience.heard if h.sentence == number and h.main]
        found.add(heard[0].parties if heard else ())
    only = next(iter(found)) if len(found) == 1 else ()
    return only if parties.salience.stately(only) else ()
