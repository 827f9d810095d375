"""Where a deed stands on the ladder: struck at home, abroad or out of the shadow."""

from collections.abc import Iterator
from dataclasses import dataclass

from offramp.reading._words import words
from offramp.reading.deeds._arguments import Arguments
from offramp.reading.deeds._triggers import Trigger
from offramp.reading.english._nlp import Token
from offramp.reading.english._syntax import prepositions
from offramp.reading.english._tables import noun_class, roles
from offramp.reading.parties._parties import Parties

_ABROAD = words("embassy consulate mission legation convoy patrol airliner section")
_SOIL = words("soil territory homeland land")
_INVADES = words(
    "invade invasion offensive overrun siege besiege encircle counteroffensive blitzkrieg"
)
_WHERE = ("in", "at", "on", "near", "inside", "into", "deep", "outside", "off", "over", "across")


@dataclass(frozen=True)
class Site:
    """Where a deed took place: the name, the state it lies in, and the code of that state."""

    name: str | None = None
    state: str | None = None
    iso3: str | None = None


def site(trigger: Trigger, thing: Token | None, parties: Parties) -> Site:
    """Find where a deed took place.

    Parameters
    ----------
    trigger : Trigger
    thing : Token or None
        What it was done to.
    parties : Parties

    Returns
    -------
    Site
    """
    heads = [trigger.token] + ([thing] if thing is not None else [])
    heads += [trigger.light] if trigger.light is not None else []
    found = [s for head in heads for s in _places(head, parties, 3) if s.name or s.state]
    # "Israeli targets in Erbil, Iraq": a place by name says more than whose the targets are.
    return next((s for s in found if s.name), found[0] if found else Site())


def _places(head: Token, parties: Parties, depth: int) -> Iterator[Site]:
    for preposition, inner in prepositions(head):
        if preposition in _WHERE:
            yield _place(inner, parties)
        if depth and inner.i > head.i:
            yield from _places(inner, parties, depth - 1)


def _place(token: Token, parties: Parties) -> Site:
    mention = parties.cast.at.get(token.i)
    if token.ent_type_ in ("DATE", "TIME", "CARDINAL", "PERSON", "ORG"):
        return Site()
    if mention is not None and mention.form in ("name", "capital"):
        entry = parties.cast.known(mention.party)
        if entry.kind == "state":
            name = parties.parsed.doc[mention.start : mention.end].text
            return Site(name, mention.party, entry.iso3)
        return Site()
    owners = parties.owners(token)
    state = owners[0] if owners and parties.cast.kind(owners[0]) == "state" else None
    common = token.lemma_.lower() in roles("offices") | noun_class("places")
    name = token.text if token.pos_ == "PROPN" and not common else None
    for child in token.children:
        inside = parties.cast.at.get(child.i)
        if child.dep_ == "appos" and inside is not None:
            state = inside.party
    for preposition, inner in prepositions(token):
        named = inner.pos_ == "PROPN" and inner.i not in parties.cast.at
        if preposition == "of" and named and inner.lemma_.lower() not in noun_class("places"):
            name = inner.text
    land = token.lemma_.lower() in noun_class("territory") | noun_class("places") | _SOIL
    iso3 = parties.cast.known(state).iso3 if state is not None else None
    return Site(name, state if land or name else None, iso3 if land or name else None)


def rung_of(trigger: Trigger, given: Arguments, where: Site, parties: Parties) -> str:
    """Place a deed on the ladder.

    Parameters
    ----------
    trigger : Trigger
    given : Arguments
    where : Site
    parties : Parties

    Returns
    -------
    str
        A rung: that of the lexicon, or for strikes and ground forces the one that the place,
        the thing struck and the one who struck lead to.
    """
    deed = trigger.deed
    if deed.rung not in ("strike", "force"):
        return deed.rung
    cast = parties.cast
    if given.actors and all(cast.kind(actor) == "armed-group" for actor in given.actors):
        return "shadow-attack"
    if given.actors and all(cast.kind(actor) == "faction" for actor in given.actors):
        return "shadow-attack"
    if deed.rung == "force":
        return "campaign" if trigger.token.lemma_.lower() in _INVADES else "strike-home"
    return "strike-home" if _at_home(trigger, given, where, parties) else "strike-abroad"


def _at_home(trigger: Trigger, given: Arguments, where: Site, parties: Parties) -> bool:
    cast = parties.cast
    targets = {cast.root(target) for target in given.targets}
    thing = given.object
    if trigger.deed.vessel or (thing is not None and _moves(thing)):
        return False
    if targets and all(cast.kind(target) in ("armed-group", "faction") for target in targets):
        # A camp of rebels on a state's soil is struck on that soil.
        return where.state is not None and where.state not in {cast.root(a) for a in given.actors}
    if where.state is not None:
        return where.state in targets
    if thing is None or "targets" in given.inferred:
        return False
    lemma = thing.lemma_.lower()
    named = parties.named(thing)
    soil = noun_class("territory") | noun_class("places") | _SOIL
    return named or lemma in soil or thing.pos_ == "PROPN"


def _moves(token: Token) -> bool:
    lemma = token.lemma_.lower()
    abroad = noun_class("vessels") | noun_class("aircraft") | _ABROAD
    if lemma in abroad or lemma in noun_class("people"):
        return True
    return any(c.lemma_.lower() in abroad for c in token.lefts if c.dep_ in ("compound", "amod"))
