"""Parties that go by a common noun: rebels, proxies, factions, several states at once."""

from typing import Protocol

from offramp.reading._words import words
from offramp.reading.english._nlp import Token
from offramp.reading.parties._cast import Bond, Cast
from offramp.reading.parties._phrases import is_backing, noun_phrase, owned, points
from offramp.reading.parties._salience import Salience

_BACKED = words("back support fund sponsor finance arm train lead control direct equip")
_LOYAL = words("loyal belonging answering aligned allied")
_BARE = words("group faction movement party insurgency")
_FACTIONS = words(
    "faction opposition party cleric critic hard-liner hardliner exile dissident student"
)


class Resolver(Protocol):
    """What resolves noun phrases."""

    cast: Cast
    salience: Salience

    def of(self, token: Token) -> tuple[str, ...]:
        """Give the parties for which a phrase stands."""
        ...

    def owners(self, token: Token) -> tuple[str, ...]:
        """Give the parties in the modifiers of a noun."""
        ...


def group_of(token: Token, parties: Resolver) -> tuple[str, ...]:
    """Give the party of "Iranian-backed militias", "its proxies", "the rebels".

    Parameters
    ----------
    token : Token
        The noun, one of the groups of ``data/roles.yaml``.
    parties : Resolver

    Returns
    -------
    tuple of str
        One id, with what binds it to its sponsor noted; empty for a bare "a group".
    """
    cast = parties.cast
    lemma = token.lemma_.lower()
    sponsors = _sponsors(token, parties)
    beside = [c for c in token.children if c.dep_ == "appos"]
    beside += [token.head] if token.dep_ == "appos" else []
    named = [cast.at[c.i].party for c in beside if c.i in cast.at]
    named += _whose(token, parties)
    if named and cast.kind(named[0]) == "armed-group":
        key = named[0]
    elif lemma in _BARE and not owned(token) and not _told_apart(token):
        return _last_group(token, parties)
    else:
        name = "armed men" if lemma == "man" else noun_phrase(token)
        if lemma == "proxy" or (owned(token) and lemma in ("client", "ally")):
            owners = parties.owners(token)
            sponsors = sponsors or owners
            name = f"proxies of {cast.known(owners[0]).name}" if owners else name
        kind = "faction" if lemma in _FACTIONS else "armed-group"
        key = cast.group(name, token.i, kind)
        for owner in parties.owners(token)[:1] if kind == "faction" else ():
            cast.bind(Bond("faction-of", key, owner, token.i))
    for sponsor in sponsors:
        cast.bind(Bond("proxy-of", key, sponsor, token.i))
    return (key,)


def _whose(token: Token, parties: Resolver) -> list[str]:
    """Give the group of "Taliban gunmen", "fighters of the Front", "gunmen loyal to the Front"."""
    near = [c for c in token.lefts if c.dep_ in ("amod", "compound", "nmod", "poss")]
    led = [c for c in token.children if c.dep_ == "prep" and c.lower_ in ("of", "from")]
    loyal = [c for c in token.children if c.lower_ in _LOYAL]
    led += [c for one in loyal for c in one.children if c.dep_ == "prep"]
    near += [c for one in led for c in one.children if c.dep_ == "pobj"]
    at = parties.cast.at
    return [at[c.i].party for c in near if c.i in at and not is_backing(token.doc, at[c.i])]


def _told_apart(token: Token) -> bool:
    """Say whether "hard-line factions" are told from others, rather than pointed at."""
    article = any(c.dep_ == "det" for c in token.lefts)
    return not article and any(c.dep_ in ("amod", "compound") for c in token.lefts)


def _last_group(token: Token, parties: Resolver) -> tuple[str, ...]:
    """Give whom "the group" means: the group named last."""
    if token.dep_ == "appos" or not points(token):
        return ()
    heard = [
        h.parties
        for h in parties.salience.heard
        if parties.cast.kind(h.parties[0]) == "armed-group"
    ]
    return heard[-1] if heard else ()


def _sponsors(token: Token, parties: Resolver) -> tuple[str, ...]:
    """Give who stands behind "Iranian-backed" and "backed by Marska"."""
    found: list[str] = []
    for child in token.subtree:
        mention = parties.cast.at.get(child.i)
        if mention is not None and child.i < token.i and is_backing(token.doc, mention):
            found.append(mention.party)
    backed = [c for c in token.children if c.dep_ == "acl" and c.lemma_ in _BACKED]
    for by in (agent for verb in backed for agent in verb.children if agent.dep_ == "agent"):
        for inner in by.children:
            found += parties.of(inner)
    return tuple(dict.fromkeys(found))


def several_states(token: Token, parties: Resolver) -> tuple[str, ...]:
    """Give a party for "European governments" or "regional countries hosting U.S. bases"."""
    told = any(c.dep_ in ("amod", "compound") and c.pos_ == "ADJ" for c in token.lefts)
    hosts = [c for c in token.children if c.dep_ == "acl" and c.lemma_ == "host"]
    if not told and not hosts:
        return ()
    key = parties.cast.group(noun_phrase(token), token.i, "coalition")
    for guest in (g for host in hosts for g in host.children if g.dep_ == "dobj"):
        for owner in parties.owners(guest):
            parties.cast.bind(Bond("hosts-forces-of", key, owner, token.i))
    return (key,)
