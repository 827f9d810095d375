"""To whom a signal goes, and through whom."""

import re

from offramp.reading._words import words
from offramp.reading.deeds._candidate import Candidate
from offramp.reading.english._nlp import Parsed, Sentence, Token
from offramp.reading.english._syntax import agent, passive, prepositions, undergoers
from offramp.reading.english._tables import noun_class
from offramp.reading.parties._parties import Parties
from offramp.reading.said._said import Content

# "Offered to put it to the court" speaks to the other side.
_BINDS_ITSELF = words("offer promise pledge threaten vow undertake refuse decline")
_OWNING = words("amod compound poss nmod")
_SOIL = words("territory soil airspace water waters sovereignty integrity independence right land")
_BETWEEN = ("by", "against", "to", "on", "from", "of", "between", "with")
_VIA = re.compile(r"\b(?:through|via|utili[sz]ing|using|by way of)\b", re.I)


def receivers_of(
    verb: Token,
    where: tuple[str, ...],
    sender: tuple[str, ...],
    parties: Parties,
    deeds: dict[int, Candidate],
) -> tuple[str, ...]:
    """Give to whom a verb speaks.

    Parameters
    ----------
    verb : Token
    where : tuple of str
        ``object`` and prepositions: where this verb has its receiver.
    sender : tuple of str
    parties : Parties
    deeds : dict of int to Candidate
        The deeds by the tokens that name them: who condemns a raid speaks to who made it.

    Returns
    -------
    tuple of str
        Never the sender.
    """
    own = {parties.cast.root(one) for one in sender}

    def others(found: tuple[str, ...]) -> list[str]:
        return [party for party in found if parties.cast.root(party) not in own]

    def whose(token: Token) -> list[str]:
        deed = deeds.get(token.i)
        return others(deed.actors if deed is not None else parties.of(token))

    items = [item for item in undergoers(verb) if not item.lower_.endswith(("self", "selves"))]
    if passive(verb) and agent(verb) is None:
        items = [item for item in items if item.dep_ != "nsubjpass"]
    led = list(prepositions(verb))
    under = [pair for c in verb.children if c.dep_ == "xcomp" for pair in prepositions(c)]
    led += [pair for pair in under if pair[0] != "to" or verb.lemma_ not in _BINDS_ITSELF]
    direct = [*(items if "object" in where else []), *(i for word, i in led if word in where)]
    found = [party for token in direct for party in whose(token)]
    if not found:
        inside = [i for item in items for word, i in prepositions(item) if word in _BETWEEN]
        found = [party for token in inside for party in others(parties.of(token))]
    if not found:
        # "urged Montara not to retaliate": the subject of what is urged.
        clauses = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp")]
        urged = [i for c in clauses for i in c.children if i.dep_ in ("nsubj", "nsubjpass")]
        found = [party for token in urged for party in whose(token)]
    if not found and verb.i + 1 < len(verb.doc) and "object" in where:
        # "warned Eden in a private letter that": the parser may lose the name behind the verb.
        near = verb.nbor(1)
        found = others(parties.of(near)) if near.i in parties.cast.at else []
    return tuple(dict.fromkeys(found))


def named_in(content: Content, sender: tuple[str, ...], parties: Parties) -> tuple[str, ...]:
    """Give the first other party that is named in what is said."""
    own = {parties.cast.root(one) for one in sender}
    for token in content.tokens:
        if token.dep_ == "pobj" and token.head.lower_ in ("from", "in", "at", "near", "off"):
            continue
        if token.dep_ == "pobj" and token.head.head.lemma_.lower() in noun_class("strikes"):
            # Who would be struck is not who is spoken to.
            continue
        if token.dep_ in _OWNING and token.head.lemma_.lower() in _SOIL:
            # "A violation of Spanish territory" is not Spain's.
            continue
        for party in parties.of(token) if parties.named(token) else ():
            if parties.cast.root(party) not in own:
                return (party,)
    return ()


def beside(verb: Token, sender: tuple[str, ...], parties: Parties) -> tuple[str, ...]:
    """Give the other party that the same sentence names before a verb, the nearest first."""
    own = {parties.cast.root(one) for one in sender}
    sentence = parties.parsed.sentence(verb)
    for i in range(verb.i - 1, sentence.first - 1, -1):
        mention = parties.cast.at.get(i)
        if mention is None or parties.cast.root(mention.party) in own:
            continue
        if parties.cast.kind(mention.party) in ("state", "armed-group", "alliance", "organisation"):
            return (mention.party,)
    return ()


def spoken_to(token: Token, sender: tuple[str, ...], parties: Parties) -> tuple[str, ...]:
    """Guess to whom a party speaks: the other party that was named last, else its opponent."""
    own = {parties.cast.root(one) for one in sender}
    sentence = parties.parsed.of_token[token.i]
    for said in reversed(parties.salience.heard):
        if sentence - said.sentence > 1:
            break
        near = said.token < token.i and said.strength > 1
        if near and parties.cast.root(said.parties[0]) not in own:
            return said.parties[:1]
    other = parties.salience.opponent(sender[0])
    return (other,) if other is not None else ()


def via_of(
    parsed: Parsed, sentence: Sentence, sender: str, receivers: tuple[str, ...], parties: Parties
) -> str | None:
    """Give the party through which a signal went: "utilizing the Swiss Embassy"."""
    for token in parsed.tokens(sentence):
        if not _VIA.fullmatch(token.text):
            continue
        for child in token.children:
            if child.dep_ in ("pobj", "dobj"):
                found = [p for p in parties.of(child) if p != sender and p not in receivers]
                if found and child.lemma_.lower() not in noun_class("weapons"):
                    return found[0]
    return None
