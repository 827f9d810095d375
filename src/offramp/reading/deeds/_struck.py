"""Who stands behind a subject, and whose the thing is that a deed is done to."""

from offramp.reading.english._nlp import Token
from offramp.reading.english._syntax import agent, prepositions
from offramp.reading.english._tables import noun_class
from offramp.reading.parties._parties import Parties


def same(parties: Parties, party: str, actors: tuple[str, ...]) -> bool:
    """Say whether a party belongs to one of those who acted."""
    return parties.cast.root(party) in {parties.cast.root(a) for a in actors}


def without(found: tuple[str, ...], actors: tuple[str, ...], parties: Parties) -> tuple[str, ...]:
    """Leave out of some parties those who acted."""
    return tuple(p for p in found if p not in actors and not same(parties, p, actors))


def suffered(
    verb: Token, one: Token | None, parties: Parties
) -> tuple[tuple[str, ...], tuple[str, ...], Token | None]:
    """Find who did what a subject suffers: "came under fire from", "fell to the rebels"."""
    actors: tuple[str, ...] = ()
    for word, inner in prepositions(verb):
        if word in ("from", "by", "to") and not actors:
            actors = parties.of(inner)
        actors = actors or next(
            (
                p
                for by, deep in prepositions(inner)
                if by in ("from", "by") and (p := parties.of(deep))
            ),
            (),
        )
    targets = struck(one, parties) if one is not None else ()
    return actors, without(targets, actors, parties), one


def acting(token: Token, parties: Parties) -> tuple[str, ...]:
    """Give who stands behind a subject: a party, or whoever struck in "Israeli strikes killed"."""
    found = parties.of(token)
    if found:
        return found
    lemma = token.lemma_.lower()
    if lemma in noun_class("strikes") | noun_class("explosives") | noun_class("weapons"):
        for preposition, inner in prepositions(token):
            if preposition == "by":
                return parties.of(inner)
        for child in token.children:
            if child.dep_ == "acl" and (by := agent(child)) is not None:
                return parties.of(by)
    # "a submarine believed to belong to Nordau"
    described = [c for c in token.children if c.dep_ in ("acl", "relcl", "prep")]
    within = [t for c in described for t in c.subtree if t.dep_ == "pobj" and parties.alone(t)]
    sure = any(c.dep_ == "acl" for c in described)
    if (
        lemma in noun_class("forces")
        and within
        and (sure or not any(c.dep_ == "nummod" for c in token.lefts))
    ):
        return parties.alone(within[0])
    if lemma in noun_class("forces") and not any(c.dep_ == "nummod" for c in token.children):
        definite = not any(c.lower_ in ("a", "an") for c in token.lefts)
        return parties.salience.last_subject(token) if definite else ()
    return ()


def struck(token: Token, parties: Parties) -> tuple[str, ...]:
    """Give whose the thing is that a deed is done to."""
    found = parties.of(token)
    if found:
        return found
    for preposition, inner in prepositions(token):
        if preposition in ("of", "belonging to", "to", "from"):
            owner = parties.of(inner)
            if owner:
                return owner
    for child in token.children:
        if child.dep_ == "appos" and (owner := parties.of(child)):
            return owner
    return ()
