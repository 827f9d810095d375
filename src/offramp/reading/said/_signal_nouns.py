"""Signals that a noun carries: "issued a warning", "Swedish mediation", "his promise that"."""

from collections.abc import Iterator

from offramp.reading._words import words
from offramp.reading.deeds._modality import modality
from offramp.reading.deeds._triggers import Trigger
from offramp.reading.english._lexicon import Deed
from offramp.reading.english._nlp import Sentence, Token
from offramp.reading.english._syntax import doer, prepositions, subject
from offramp.reading.parties._parties import Parties
from offramp.reading.said._addressees import named_in, receivers_of
from offramp.reading.said._carriers import carrier_of
from offramp.reading.said._said import Content, content_kind
from offramp.reading.said._signal_found import Found
from offramp.reading.said._signal_kind import content_of, sharpened
from offramp.reading.said._speakers import by_mood, sender_of

_SAID = Deed("words", "", "")
_GIVES = words(
    "issue give send deliver make lodge voice convey pass receive file register carry bring "
    "get hand relay transmit renew repeat reiterate"
)
_TOLD = frozenset({"accusation", "threat", "warning", "demand", "offer", "assurance", "stance"})
_SLIPS = words("note letter word message declaration expression statement")
_CONFINES = words("limit confine restrict")
_OLD = words("the this that these those any no further future such earlier previous")
_OBTAINS = words("obtain secure receive win extract get elicit wring wrest exact gain")
_PLACES = words("nsubj nsubjpass dobj pobj attr appos ROOT")
_ANSWERS = words("answer reply response reaction message word")
_ARRIVES = words("come arrive reach follow issue")
_VERSIONS = words("version account")
_VIEWS = words("position line view")
_CLAIMS = words("claim allegation contention assertion charge")
_DROPS = words("withdraw retract drop cancel abandon")
_SENDS = words(
    "send dispatch reply respond answer write come go meet greet travel fly telephone call ring "
    "arrive return appear hurry"
)


def signals_of_noun(
    token: Token, kind: str, sentence: Sentence, parties: Parties
) -> Iterator[Found]:
    """Read "issued a warning", "mediation by the League", "the good offices of Sweden"."""
    if kind == "mediation":
        yield from _mediation(token, sentence, parties)
        return
    with_it = _verb_with(token)
    if with_it is not None:
        yield from _sent_with(token, kind, with_it, sentence, parties)
        return
    verb = _verb_over(_unslipped(token))
    if verb is not None and verb.lemma_ == "hear":
        yield from _heard(token, kind, verb, sentence, parties)
    elif verb is not None and verb.lemma_ in _OBTAINS:
        yield from _obtained(token, kind, verb, sentence, parties)
    elif verb is not None and verb.lemma_ in _GIVES:
        if carrier_of(verb, parties) is None:
            yield from _given(token, kind, verb, sentence, parties)
    else:
        yield from _owned(token, kind, sentence, parties)


def _unslipped(token: Token) -> Token:
    """Give "note" for the protest of "a note of protest"."""
    slip = token.head.head
    inside = token.dep_ == "pobj" and token.head.lower_ == "of"
    return slip if inside and slip.lemma_.lower() in _SLIPS else token


def _verb_with(token: Token) -> Token | None:
    """Give the verb of "replied with a warning", "limited itself to a note of protest"."""
    lead = _unslipped(token)
    if lead.dep_ == "conj" and lead.head.pos_ == "NOUN":
        lead = lead.head
    preposition = lead.head
    if lead.dep_ != "pobj":
        return None
    sent = preposition.lower_ == "with" and preposition.head.lemma_ in _SENDS
    confined = preposition.lower_ == "to" and preposition.head.lemma_ in _CONFINES
    return preposition.head if sent or confined else None


def _verb_over(token: Token) -> Token | None:
    """Give the verb whose object a noun is, or the participle of giving behind it."""
    above = token.head
    if token.dep_ in ("dobj", "nsubjpass") and above.pos_ == "VERB":
        return above
    return next((c for c in token.children if c.dep_ == "acl" and c.lemma_ in _GIVES), None)


def _given(
    token: Token, kind: str, verb: Token, sentence: Sentence, parties: Parties
) -> Iterator[Found]:
    """Read "issued a warning", "lodged a protest"."""
    one = doer(verb)
    sender = sender_of(one, parties) if one is not None else ()
    if not sender:
        return
    receivers = receivers_of(verb, ("object",), sender, parties, {})
    for head in (token, verb):
        for preposition, inner in prepositions(head):
            if preposition in ("to", "against", "for") and not receivers:
                receivers = parties.of(inner)
    if not receivers and (other := parties.salience.opponent(sender[0])) is not None:
        receivers = (other,)
    content = content_of(verb, sentence, parties.parsed)
    kind = sharpened(kind, verb, content)
    yield Found(kind, token, sentence, sender[0], receivers, condition=content.condition)


def _obtained(
    token: Token, kind: str, verb: Token, sentence: Sentence, parties: Parties
) -> Iterator[Found]:
    """Read "obtained from the President an undertaking": who gave it is the sender."""
    for head in (verb, token):
        for preposition, inner in prepositions(head):
            sender = parties.of(inner) if preposition == "from" else ()
            if sender:
                one = doer(verb)
                to = parties.of(one) if one is not None else ()
                yield Found(kind, token, sentence, sender[0], to)
                return


def _heard(
    token: Token, kind: str, verb: Token, sentence: Sentence, parties: Parties
) -> Iterator[Found]:
    """Read "was called in to hear a protest": the other side makes it."""
    one = doer(verb)
    to = parties.of(one) if one is not None else ()
    other = parties.salience.opponent(to[0]) if to else None
    if other is not None:
        yield Found(kind, token, sentence, other, to[:1], inferred={"sender"})


def _sent_with(
    token: Token, kind: str, verb: Token, sentence: Sentence, parties: Parties
) -> Iterator[Found]:
    """Read "sent an envoy to Vast with a warning that"."""
    one = doer(verb)
    sender = sender_of(one, parties) if one is not None else ()
    if not sender or modality(Trigger(verb, _SAID, True)).modality != "actual":
        return
    to = receivers_of(verb, ("to",), sender, parties, {})
    if not to and (other := parties.salience.opponent(sender[0])) is not None:
        to = (other,)
    content = content_of(token, sentence, parties.parsed)
    kind = sharpened(kind, token, content)
    yield Found(kind, token, sentence, sender[0], to, condition=content.condition)


def _owned(token: Token, kind: str, sentence: Sentence, parties: Parties) -> Iterator[Found]:
    """Read what is told for the first time: "a Swedish protest", "his promise that"."""
    told = any(c.dep_ in ("acl", "relcl", "ccomp") and _has_that(c) for c in token.children)
    told = told or any(
        t.lower_ == "that" and t.tag_ == "IN" for t in token.doc[token.i + 1 : token.i + 8]
    )
    pointed = any(c.lower_ in _OLD or c.dep_ == "poss" for c in token.lefts)
    if pointed and not told:
        return
    if kind not in _TOLD and not told:
        return
    if kind == "assurance" and not told and token.lemma_ == "promise":
        return
    if token.head.lemma_ in _DROPS or token.dep_ not in _PLACES:
        return
    if modality(Trigger(token, _SAID, False)).modality not in ("actual", "claimed", "habitual"):
        return
    owners = [*_came_from(token, parties)]
    owners += [p for c in token.lefts if c.i in parties.cast.at for p in parties.of(c)]
    owners += [p for c in token.lefts if c.dep_ == "poss" for p in parties.of(c) if p not in owners]
    to: list[str] = []
    for preposition, inner in prepositions(token):
        if preposition in ("by", "from"):
            owners += parties.of(inner)
        elif preposition in ("to", "against", "with", "over"):
            to += parties.of(inner)
    if not owners:
        return
    content = content_of(token, sentence, parties.parsed)
    other = parties.salience.opponent(owners[0])
    receivers = tuple(p for p in to if p not in owners) or ((other,) if other else ())
    yield Found(
        sharpened(kind, token, content) if told else kind, token, sentence, owners[0], receivers
    )


def _came_from(token: Token, parties: Parties) -> tuple[str, ...]:
    """Give whose it is in "from Ankara came a refusal" and "its answer was a demand that"."""
    above = token.head
    if token.dep_ in ("attr", "nsubj") and above.lemma_ == "be":
        one = subject(above)
        answers = one is not None and one.i != token.i and one.lemma_.lower() in _ANSWERS
        return parties.owners(one) if one is not None and answers else ()
    if above.lemma_ in _ARRIVES:
        led = (inner for word, inner in prepositions(above) if word == "from")
        return next((parties.of(inner) for inner in led), ())
    return ()


def remarks_of_noun(token: Token, sentence: Sentence, parties: Parties) -> Iterator[Found]:
    """Read "his remark that", "its claim that" by what is said."""
    clauses = [c for c in token.children if c.dep_ in ("acl", "ccomp", "relcl") and _has_that(c)]
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        # "The Turkish version is that"
        clauses += [c for c in token.head.children if c.dep_ == "ccomp" and _has_that(c)]
    owners = parties.owners(token)
    if owners and (told := _after_colon(token)):
        yield from _blunt(token, told, owners, sentence, parties)
        return
    if not clauses or not owners or not any(c.dep_ != "relcl" or _marked(c) for c in clauses):
        return
    text = parties.parsed.text[sentence.start : sentence.end].lower()
    said = Content(token, tuple(t for c in clauses for t in c.subtree), False, text)
    accused = named_in(said, owners, parties)
    kind = content_kind(said)
    if kind is None and token.lemma_ in _VERSIONS:
        kind = "framing"
    elif kind is None and token.lemma_ in _VIEWS and token.dep_ == "nsubj":
        kind = "stance"
    elif kind is None and accused and token.lemma_ in _CLAIMS:
        kind = "accusation"
    if kind is not None:
        other = parties.salience.opponent(owners[0])
        to = accused or ((other,) if other else ())
        yield Found(kind, token, sentence, owners[0], to, inferred={"receivers"})


def _after_colon(token: Token) -> tuple[Token, ...]:
    """Give what follows in "the message was blunt: take the ships away"."""
    if token.dep_ != "nsubj" or token.head.lemma_ != "be":
        return ()
    tokens = tuple(token.sent)
    colon = next((n for n, t in enumerate(tokens) if t.text == ":" and t.i > token.head.i), None)
    return () if colon is None else tokens[colon + 1 :]


def _blunt(
    token: Token,
    told: tuple[Token, ...],
    owners: tuple[str, ...],
    sentence: Sentence,
    parties: Parties,
) -> Iterator[Found]:
    """Read what stands behind the colon by what it says."""
    text = parties.parsed.text[sentence.start : sentence.end].lower()
    said = Content(token, told, True, text)
    kind = content_kind(said) or by_mood(said, owners, parties)
    if kind is not None:
        other = parties.salience.opponent(owners[0])
        to = named_in(said, owners, parties) or ((other,) if other else ())
        yield Found(kind, token, sentence, owners[0], to, inferred={"receivers"})


def _marked(clause: Token) -> bool:
    return any(c.dep_ == "mark" for c in clause.children)


def _has_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children) or any(
        c.dep_ == "aux" and c.lower_ == "to" for c in clause.children
    )


def _mediation(token: Token, sentence: Sentence, parties: Parties) -> Iterator[Found]:
    if token.lower_ == "offices" and token.nbor(-1).lower_ != "good":
        return
    if token.head.lemma_ in ("refuse", "reject", "decline", "want", "ask", "offer"):
        return
    owners = list(parties.owners(token)) if token.lower_ == "mediation" else []
    between: list[str] = []
    for preposition, inner in prepositions(token):
        if preposition in ("by", "of"):
            owners += parties.of(inner)
        elif preposition in ("between", "with", "to"):
            between += parties.of(inner)
    if owners:
        to = between or [p for p in parties.salience.pair() if p not in owners]
        yield Found("mediation", token, sentence, owners[0], tuple(dict.fromkeys(to)))
