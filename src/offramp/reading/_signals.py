"""Signals: who tells whom what, by the verb that carries it and by what is said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from offramp.reading._acts import Candidate
from offramp.reading._lexicon import Deed
from offramp.reading._modality import modality
from offramp.reading._nlp import Parsed, Sentence, Token
from offramp.reading._parties import Parties
from offramp.reading._said import Content, content_kind, hours_before
from offramp.reading._syntax import agent, doer, particles, passive, prepositions, subject, undergoers
from offramp.reading._tables import noun_class, roles, shipped
from offramp.reading._triggers import Trigger, fits

_SPOKEN = frozenset({"actual", "claimed", "habitual", "proposed"})


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
    via : str or None
    condition : str
    hours : float or None
    stance : str or None
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


@dataclass(frozen=True)
class _Carrier:
    kind: str
    deed: Deed
    to: tuple[str, ...]


@cache
def _carriers() -> dict[tuple[str, str], tuple[_Carrier, ...]]:
    """Give the verbs that carry signals, by lemma and particle; those that need most come first."""
    found: dict[tuple[str, str], list[_Carrier]] = {}
    table: dict[str, dict[str, Any]] = shipped("signals.yaml")["verbs"]
    for kind, row in table.items():
        for entry in row["words"]:
            word, _, conditions = str(entry).partition(" = ")
            lemma, _, particle = word.partition("+")
            needs = tuple(part.strip() for part in conditions.split(",") if part.strip())
            carrier = _Carrier(kind, Deed("words", "", "", "", needs), tuple(row["to"]))
            found.setdefault((lemma.strip(), particle.strip()), []).append(carrier)
    return {key: tuple(sorted(rows, key=lambda c: not c.deed.needs)) for key, rows in found.items()}


@cache
def _nouns() -> dict[str, str]:
    table: dict[str, list[str]] = shipped("signals.yaml")["nouns"]
    return {noun: kind for kind, nouns in table.items() for noun in nouns}


@cache
def _says() -> frozenset[str]:
    return frozenset(shipped("signals.yaml")["says"])


def find_signals(parsed: Parsed, parties: Parties, acts: list[Candidate]) -> list[Found]:
    """Find the signals of a text.

    Parameters
    ----------
    parsed : Parsed
    parties : Parties
    acts : list of Candidate
        Its deeds, to which signals refer.

    Returns
    -------
    list of Found
        At most one of a kind a sentence and sender, in order.
    """
    found: list[Found] = []
    for sentence in parsed.sentences:
        seen: set[tuple[str, str]] = set()
        # What a verb says by itself goes before what is read from a "said".
        listed = sorted(
            _of_sentence(parsed, parties, sentence), key=lambda one: one.token.lemma_ in _says()
        )
        for one in listed:
            if (one.kind, one.sender) not in seen:
                seen.add((one.kind, one.sender))
                one.about = _about(one, acts)
                _finish(one, parsed, parties)
                found.append(one)
    return found


def _of_sentence(parsed: Parsed, parties: Parties, sentence: Sentence) -> Iterator[Found]:
    for token in parsed.tokens(sentence):
        if token.pos_ == "VERB" and token.dep_ not in ("amod", "compound"):
            carrier = _carrier(token, parties)
            said = token.lemma_ in _says()
            if carrier is not None and not (said and carrier.kind == "framing"):
                yield from _carried(token, carrier, parsed, parties, sentence)
            elif said:
                yield from _by_content(token, parsed, parties, sentence)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in _nouns():
            yield from _by_noun(token, parsed, parties, sentence)


def _carrier(verb: Token, parties: Parties) -> _Carrier | None:
    lemma = verb.lemma_.lower()
    for particle in (*particles(verb), ""):
        for carrier in _carriers().get((lemma, particle), ()):
            needs = tuple(n for n in carrier.deed.needs if n != "object")
            plain = "object" in carrier.deed.needs and bool(undergoers(verb))
            deed = Deed("words", "", "", "", needs)
            if plain or (needs and fits(verb, deed, parties)) or not carrier.deed.needs:
                return carrier
    return None


def _carried(
    verb: Token, carrier: _Carrier, parsed: Parsed, parties: Parties, sentence: Sentence
) -> Iterator[Found]:
    spoken = modality(Trigger(verb, carrier.deed, True))
    if spoken.modality not in _SPOKEN or (spoken.modality == "proposed" and verb.tag_ == "VB"):
        return
    one = doer(verb)
    sender = _sender(one, parties) if one is not None else ()
    inferred: set[str] = set()
    if not sender:
        return
    kind = carrier.kind
    content = _content(verb, parsed, sentence)
    kind = _sharpened(kind, verb, content, parsed, sentence)
    receivers = _receivers(verb, carrier.to, sender, parties)
    if not receivers:
        other = parties.opponent(sender[0])
        if other is not None and kind not in ("framing", "justification", "stance"):
            receivers, inferred = (other,), inferred | {"receivers"}
    for name in sender[:2]:
        yield Found(
            kind, verb, sentence, name, tuple(r for r in receivers if r != name),
            condition=content.condition, inferred=inferred,
        )  # fmt: skip
    # "protested to Hanoi" and the like may carry a second signal in what is said.
    if kind == "justification" or not content.words:
        return
    more = content_kind(content)
    if more in ("conditional-threat", "limit", "stance") and kind in ("accusation", "demand"):
        yield Found(more, verb, sentence, sender[0], receivers, condition=content.condition)


def _sharpened(
    kind: str, verb: Token, content: Content, parsed: Parsed, sentence: Sentence
) -> str:
    """Tell threats on a condition, notices and benign promises from warnings and vows."""
    text = parsed.doc.text[sentence.start : sentence.end].lower()
    if kind in ("warning", "threat") and content.conditional:
        return "conditional-threat"
    if kind == "warning" and any(mark in text for mark in _marks("beforehand")):
        return "notice"
    if kind == "warning" and content.own_deed:
        return "notice"
    if kind in ("assurance", "vow") and content.hostile and not content.negated:
        return "vow"
    if kind == "vow" and content.negated:
        return "assurance"
    if kind == "offer" and _of_mediation(text, verb):
        return "mediation"
    return kind


def _of_mediation(text: str, verb: Token) -> bool:
    return bool(re.search(r"\b(?:mediat|good offices|go-between|broker)", text[: len(text)])) and any(
        t.lower_.startswith(("mediat", "office", "broker", "go")) for t in verb.subtree
    )


@cache
def _marks(name: str) -> tuple[str, ...]:
    return tuple(str(word) for word in shipped("signals.yaml")[name])


def _by_content(
    verb: Token, parsed: Parsed, parties: Parties, sentence: Sentence
) -> Iterator[Found]:
    """Read what kind of signal a sentence with "said" holds, from what is said."""
    one = agent(verb) if passive(verb) else subject(verb)
    if one is None or one.tag_ in ("WDT",):
        return
    sender = _sender(one, parties)
    if not sender or modality(Trigger(verb, Deed("words", "", ""), True)).modality == "hypothetical":
        return
    content = _content(verb, parsed, sentence)
    kind = content_kind(content)
    if kind is None:
        return
    receivers = _receivers(verb, ("object", "to", "with"), sender, parties)
    inferred: set[str] = set()
    if not receivers:
        inside = [
            p for t in content.tokens for p in (parties.of(t) if parties.named(t) else ())
        ]
        own = {parties.cast.root(one) for one in sender}
        receivers = tuple(dict.fromkeys(p for p in inside if parties.cast.root(p) not in own))[:1]
        inferred.add("receivers")
    if not receivers and (other := parties.opponent(sender[0])) is not None:
        receivers = (other,)
    if kind == "notice" and not content.own_deed:
        return
    yield Found(
        kind, verb, sentence, sender[0], receivers, condition=content.condition, inferred=inferred
    )


def _by_noun(
    token: Token, parsed: Parsed, parties: Parties, sentence: Sentence
) -> Iterator[Found]:
    """Read "issued a warning", "its threat to ...", "in protest"."""
    kind = _nouns()[token.lemma_.lower()]
    verb = token.head if token.dep_ in ("dobj", "nsubjpass") and token.head.pos_ == "VERB" else None
    if verb is None or _carrier(verb, parties) is not None:
        return
    if verb.lemma_ not in _GIVES:
        return
    one = doer(verb)
    sender = _sender(one, parties) if one is not None else ()
    receivers: tuple[str, ...] = ()
    for head in (token, verb):
        for preposition, inner in prepositions(head):
            if preposition in ("to", "against", "for") and not receivers:
                receivers = parties.of(inner)
    if passive(verb) and verb.dep_ == "acl":
        receivers = receivers or parties.of(token)
    if not sender:
        return
    if not receivers and (other := parties.opponent(sender[0])) is not None:
        receivers = (other,)
    content = _content(verb, parsed, sentence)
    kind = _sharpened(kind, verb, content, parsed, sentence)
    yield Found(kind, token, sentence, sender[0], receivers, condition=content.condition)


_GIVES = frozenset("issue give send deliver make lodge voice convey pass receive file register carry bring get".split())


def _sender(token: Token, parties: Parties) -> tuple[str, ...]:
    """Give who speaks; those who only watch and judge speak for nobody."""
    lemma = token.lemma_.lower()
    found = parties.of(token)
    if lemma in roles("watchers") and lemma not in roles("offices"):
        return ()
    if lemma in ("analyst", "diplomat", "observer", "expert", "critic") and not parties.owners(token):
        return ()
    return found


def _receivers(
    verb: Token, where: tuple[str, ...], sender: tuple[str, ...], parties: Parties
) -> tuple[str, ...]:
    found: list[str] = []
    own = {parties.cast.root(one) for one in sender}

    def take(token: Token) -> None:
        for party in parties.of(token):
            if parties.cast.root(party) not in own and party not in found:
                found.append(party)

    if "object" in where:
        for item in undergoers(verb):
            if passive(verb) and item.dep_ == "nsubjpass" and agent(verb) is None:
                continue
            take(item)
    for preposition, inner in prepositions(verb):
        if preposition in where:
            take(inner)
    if not found:
        for item in undergoers(verb):
            for preposition, inner in prepositions(item):
                if preposition in ("by", "against", "to", "on", "from", "of", "between", "with"):
                    take(inner)
    if not found:
        # "urged Montara not to retaliate": the subject of what is urged.
        for child in verb.children:
            if child.dep_ in ("ccomp", "xcomp"):
                for inner in child.children:
                    if inner.dep_ in ("nsubj", "nsubjpass"):
                        take(inner)
    return tuple(found)


def _content(verb: Token, parsed: Parsed, sentence: Sentence) -> Content:
    """Gather what is said: the clause under the verb, or the quotation in its sentence."""
    text = parsed.doc.text[sentence.start : sentence.end]
    clauses = [
        c for c in verb.children
        if c.dep_ in ("ccomp", "xcomp", "advcl", "acl", "dobj", "parataxis", "prep", "oprd", "attr")
    ]  # fmt: skip
    if verb.dep_ in ("ccomp", "parataxis") and text.lstrip().startswith('"'):
        clauses.append(verb.head)
    tokens = sorted(
        {t.i: t for c in clauses for t in c.subtree if t.i != verb.i}.values(), key=lambda t: t.i
    )
    quoted = text.lstrip().startswith('"')
    if quoted:
        tokens = [t for t in parsed.tokens(sentence) if t.i < verb.i]
    return Content(verb, tuple(tokens), quoted)


def _about(one: Found, acts: list[Candidate]) -> Candidate | None:
    """Give the deed of which a signal speaks: one in its sentence, else none."""
    for act in acts:
        if any(s.number == one.sentence.number for s in act.sentences):
            if act.trigger.token.i != one.token.i:
                return act
    return None


def _finish(one: Found, parsed: Parsed, parties: Parties) -> None:
    text = parsed.doc.text[one.sentence.start : one.sentence.end]
    one.public = not re.search(r"\b(?:private|secret|quiet(?:ly)?|behind the scenes)\b", text, re.I)
    if one.kind == "notice":
        one.hours = hours_before(text)
    if one.kind == "stance":
        one.stance = _stance(one.token, text)
    one.via = _via(one, parsed, parties)
    if one.kind == "framing":
        one.audience = "domestic"


def _stance(verb: Token, text: str) -> str:
    lemma = verb.lemma_
    if lemma in ("dissuade", "restrain", "urge", "press"):
        return "restrains"
    refused = lemma in ("decline", "refuse", "distance", "deny", "reject")
    if refused or re.search(r"\b(?:not|never|no)\b", text):
        return "withholds"
    return "joins" if lemma in ("join",) else "backs"


_VIA = re.compile(r"\b(?:through|via|utili[sz]ing|using|by way of)\b", re.I)


def _via(one: Found, parsed: Parsed, parties: Parties) -> str | None:
    """Give the party through which a signal went: "utilizing the Swiss Embassy"."""
    for token in parsed.tokens(one.sentence):
        if not _VIA.fullmatch(token.text):
            continue
        for child in token.children:
            if child.dep_ in ("pobj", "dobj"):
                found = [p for p in parties.of(child) if p != one.sender and p not in one.receivers]
                if found and child.lemma_.lower() not in noun_class("weapons"):
                    return found[0]
    return None
