"""Signals: who tells whom what, by the verb that carries it and by what is said."""

from collections.abc import Iterator

from offramp.reading._addressees import beside, named_in, receivers_of, sender_of, spoken_to
from offramp.reading._candidate import Candidate
from offramp.reading._carriers import Carrier, carrier_of, said_words, signal_nouns
from offramp.reading._lexicon import Deed
from offramp.reading._modality import modality
from offramp.reading._nlp import Parsed, Sentence, Token
from offramp.reading._parties import Parties
from offramp.reading._said import Content, content_kind
from offramp.reading._signal_found import Found, finish
from offramp.reading._syntax import agent, doer, passive, prepositions, subject
from offramp.reading._triggers import Trigger
from offramp.reading._words import words

_SPOKEN = frozenset({"actual", "claimed", "habitual", "proposed"})
_SAID = Deed("words", "", "")
_GIVES = words(
    "issue give send deliver make lodge voice convey pass receive file register carry bring "
    "get hand relay transmit renew repeat reiterate"
)
# What a state's own media report, and what it maintains, is how it wants to be seen.
_MEDIA = words("media press television radio newspaper outlet agency newsreel daily")
_ACCOUNTS = words("maintain contend insist claim assert")
_TOLD = frozenset({"accusation", "threat", "warning", "demand", "offer", "assurance"})
_OLD = words("the this that these those any no further future such earlier previous")
_OBTAINS = words("obtain secure receive win extract get elicit")
_SENDS = words("send dispatch reply respond answer write come go meet greet travel fly")
_CARRIES = words("carry convey deliver relay pass bring transmit hand")
_FREE_SPEECH = frozenset({"government", "delegation", "country"})


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
    deeds = {token.i: act for act in acts for token in act.mentions}
    beside: dict[int, list[Candidate]] = {}
    for act in acts:
        for sentence in act.sentences:
            beside.setdefault(sentence.number, []).append(act)
    finder = _Finder(parsed, parties, deeds)
    found: list[Found] = []
    for sentence in parsed.sentences:
        seen: set[tuple[str, str]] = set()
        # What a verb says by itself goes before what is read from a "said".
        listed = sorted(
            finder.of_sentence(sentence), key=lambda one: one.token.lemma_ in said_words("says")
        )
        for one in listed:
            if (one.kind, one.sender) not in seen:
                seen.add((one.kind, one.sender))
                one.about = next(
                    (
                        act
                        for act in beside.get(sentence.number, ())
                        if act.trigger.token.i != one.token.i
                    ),
                    None,
                )
                finish(one, parsed, parties)
                found.append(one)
    return found


class _Finder:
    def __init__(self, parsed: Parsed, parties: Parties, deeds: dict[int, Candidate]) -> None:
        self.parsed = parsed
        self.parties = parties
        self.deeds = deeds

    def of_sentence(self, sentence: Sentence) -> Iterator[Found]:
        for token in self.parsed.tokens(sentence):
            if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound", "aux"):
                carrier = carrier_of(token, self.parties)
                said = token.lemma_ in said_words("says")
                if carrier is not None and not (said and carrier.kind == "framing"):
                    yield from self._carried(token, carrier, sentence)
                elif said or (token.dep_ == "ROOT" and _free_speech(token)):
                    yield from self._by_content(token, sentence)
            elif token.pos_ == "NOUN":
                kind = signal_nouns().get(token.lemma_.lower()) or signal_nouns().get(token.lower_)
                if kind is not None:
                    yield from self._by_noun(token, kind, sentence)

    def _carried(self, verb: Token, carrier: Carrier, sentence: Sentence) -> Iterator[Found]:
        spoken = modality(Trigger(verb, _SAID, True)).modality
        if spoken not in _SPOKEN or (spoken == "proposed" and verb.tag_ == "VB"):
            return
        one = doer(verb)
        sender = sender_of(one, self.parties) if one is not None else ()
        sender, carried_by = self._owner_of_message(verb, sender)
        if not sender:
            return
        if carrier.kind == "demand" and self._own_people(verb, sender):
            return
        content = self._content(verb, sentence)
        kind = self._sharpened(carrier.kind, verb, content)
        receivers = receivers_of(verb, carrier.to, sender, self.parties, self.deeds)
        inferred: set[str] = set()
        if not receivers and kind not in ("framing", "justification"):
            receivers = named_in(content, sender, self.parties) or beside(
                verb, sender, self.parties
            )
            inferred.add("receivers")
        if not receivers and kind == "stance":
            receivers = self._stood_by(verb, sender) or spoken_to(verb, sender, self.parties)
        elif not receivers and kind not in ("framing", "justification"):
            other = self.parties.salience.opponent(sender[0])
            receivers = (other,) if other is not None else ()
        for name in sender[:2]:
            to = tuple(r for r in receivers if r not in (name, carried_by))
            yield Found(
                kind, verb, sentence, name, to,
                via=carried_by, condition=content.condition, inferred=set(inferred),
            )  # fmt: skip
        # "protested that ..." may carry a second signal in what is said.
        more = content_kind(content) if kind in ("accusation", "demand") else None
        if more in ("conditional-threat", "limit", "stance"):
            yield Found(more, verb, sentence, sender[0], receivers, condition=content.condition)

    def _stood_by(self, verb: Token, sender: tuple[str, ...]) -> tuple[str, ...]:
        """Give who did the deed told last: "expressed their full support" is for him."""
        if not any(t.lower_ in ("support", "solidarity", "backing") for t in verb.subtree):
            return ()
        before = [i for i in self.deeds if i < verb.i]
        actors = self.deeds[max(before)].actors if before else ()
        return tuple(actor for actor in actors if actor not in sender)

    def _own_people(self, verb: Token, sender: tuple[str, ...]) -> bool:
        """Say whether a demand is made on one's own people: "urged its nationals to leave"."""
        found = [self.parties.of(c) for c in verb.children if c.dep_ == "dobj"]
        return bool(found) and found[0] == sender

    def _owner_of_message(
        self, verb: Token, sender: tuple[str, ...]
    ) -> tuple[tuple[str, ...], str | None]:
        """Tell who sends from who carries: "the nuncio conveyed an Iranian assurance"."""
        if verb.lemma_ not in _CARRIES:
            return sender, None
        for child in verb.children:
            if child.dep_ == "dobj" and child.lemma_.lower() in signal_nouns():
                owners = self.parties.owners(child)
                if owners and owners[0] not in sender:
                    return owners, sender[0] if sender else None
        return sender, None

    def _sharpened(self, kind: str, verb: Token, content: Content) -> str:
        """Tell threats on a condition, notices and benign promises from warnings and vows."""
        if kind in ("warning", "threat") and content.conditional:
            return "conditional-threat"
        if kind == "warning" and (
            content.own_deed or any(mark in content.around for mark in said_words("beforehand"))
        ):
            return "notice"
        if kind in ("assurance", "vow") and content.hostile and not content.negated:
            return "assurance" if content.helping else "vow"
        if kind == "vow" and content.negated:
            return "assurance"
        near = {t.lower_ for t in verb.subtree if 0 < t.i - verb.i < 12}
        if kind == "offer" and near & {"mediate", "mediation", "offices", "broker", "arbitrate"}:
            return "mediation"
        return kind

    def _by_content(self, verb: Token, sentence: Sentence) -> Iterator[Found]:
        """Read what kind of signal a sentence with "said" holds, from what is said."""
        one = agent(verb) if passive(verb) else subject(verb)
        if one is None or one.tag_ == "WDT":
            return
        sender = sender_of(one, self.parties)
        spoken = modality(Trigger(verb, _SAID, True)).modality
        if not sender or spoken in ("hypothetical", "proposed", "negated"):
            return
        content = self._content(verb, sentence)
        kind = content_kind(content)
        if kind is None:
            own = one.lemma_.lower() in _MEDIA or verb.lemma_ in _ACCOUNTS
            kind = "framing" if own and content.words else None
        if kind is None:
            return
        where = ("object", "to", "with")
        receivers = receivers_of(verb, where, sender, self.parties, self.deeds)
        inferred: set[str] = set()
        if not receivers:
            receivers = named_in(content, sender, self.parties) or beside(
                verb, sender, self.parties
            )
            inferred.add("receivers")
        if not receivers and (other := self.parties.salience.opponent(sender[0])) is not None:
            receivers = (other,)
        yield Found(
            kind, verb, sentence, sender[0], receivers,
            condition=content.condition, inferred=inferred,
        )  # fmt: skip

    def _by_noun(self, token: Token, kind: str, sentence: Sentence) -> Iterator[Found]:
        """Read "issued a warning", "mediation by the League", "the good offices of Sweden"."""
        if kind == "mediation":
            yield from self._mediation(token, sentence)
            return
        above = token.head
        while token.dep_ == "conj" and above.pos_ == "NOUN" and above.dep_ == "conj":
            above = above.head
        lead = above if token.dep_ == "conj" else token
        if lead.dep_ == "pobj" and lead.head.lower_ == "with" and lead.head.head.lemma_ in _SENDS:
            yield from self._sent_with(token, kind, lead.head.head, sentence)
            return
        above = token.head
        verb = above if token.dep_ in ("dobj", "nsubjpass") and above.pos_ == "VERB" else None
        if token.dep_ != "acl" and verb is None:
            behind = [c for c in token.children if c.dep_ == "acl" and c.lemma_ in _GIVES]
            verb = behind[0] if behind else None
        if verb is not None and verb.lemma_ in _OBTAINS:
            yield from self._obtained(token, kind, verb, sentence)
            return
        given = verb is not None and verb.lemma_ in _GIVES
        if not given:
            yield from self._owned(token, kind, sentence)
        if verb is None or not given or carrier_of(verb, self.parties) is not None:
            return
        one = doer(verb)
        sender = sender_of(one, self.parties) if one is not None else ()
        if not sender:
            return
        receivers = receivers_of(verb, ("object",), sender, self.parties, {})
        for head in (token, verb):
            for preposition, inner in prepositions(head):
                if preposition in ("to", "against", "for") and not receivers:
                    receivers = self.parties.of(inner)
        if not receivers and (other := self.parties.salience.opponent(sender[0])) is not None:
            receivers = (other,)
        content = self._content(verb, sentence)
        kind = self._sharpened(kind, verb, content)
        yield Found(kind, token, sentence, sender[0], receivers, condition=content.condition)

    def _obtained(
        self, token: Token, kind: str, verb: Token, sentence: Sentence
    ) -> Iterator[Found]:
        """Read "obtained from the President an undertaking": who gave it is the sender."""
        for head in (verb, token):
            for preposition, inner in prepositions(head):
                sender = self.parties.of(inner) if preposition == "from" else ()
                if sender:
                    one = doer(verb)
                    to = self.parties.of(one) if one is not None else ()
                    yield Found(kind, token, sentence, sender[0], to)
                    return

    def _sent_with(
        self, token: Token, kind: str, verb: Token, sentence: Sentence
    ) -> Iterator[Found]:
        """Read "sent an envoy to Vast with a warning that"."""
        one = doer(verb)
        sender = sender_of(one, self.parties) if one is not None else ()
        if not sender or modality(Trigger(verb, _SAID, True)).modality != "actual":
            return
        to = receivers_of(verb, ("to",), sender, self.parties, {})
        content = self._content(token, sentence)
        kind = self._sharpened(kind, token, content)
        yield Found(kind, token, sentence, sender[0], to, condition=content.condition)

    def _owned(self, token: Token, kind: str, sentence: Sentence) -> Iterator[Found]:
        """Read "a Swedish protest", "a threat by Libya": told for the first time."""
        if kind not in _TOLD or any(c.lower_ in _OLD or c.dep_ == "poss" for c in token.lefts):
            return
        if token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos"):
            return
        owners = [p for c in token.lefts if c.i in self.parties.cast.at for p in self.parties.of(c)]
        to: list[str] = []
        for preposition, inner in prepositions(token):
            if preposition in ("by", "from"):
                owners += self.parties.of(inner)
            elif preposition in ("to", "against", "with", "over"):
                to += self.parties.of(inner)
        if not owners:
            return
        other = self.parties.salience.opponent(owners[0])
        receivers = tuple(p for p in to if p not in owners) or ((other,) if other else ())
        yield Found(kind, token, sentence, owners[0], receivers)

    def _mediation(self, token: Token, sentence: Sentence) -> Iterator[Found]:
        if token.lower_ == "offices" and token.nbor(-1).lower_ != "good":
            return
        if token.head.lemma_ in ("refuse", "reject", "decline", "want", "ask", "offer"):
            return
        owners = list(self.parties.owners(token)) if token.lower_ == "mediation" else []
        between: list[str] = []
        for preposition, inner in prepositions(token):
            if preposition in ("by", "of"):
                owners += self.parties.of(inner)
            elif preposition in ("between", "with", "to"):
                between += self.parties.of(inner)
        if owners:
            to = between or [p for p in self.parties.salience.pair() if p not in owners]
            yield Found("mediation", token, sentence, owners[0], tuple(dict.fromkeys(to)))

    def _content(self, verb: Token, sentence: Sentence) -> Content:
        """Gather what is said: the clause under the verb, or the quotation in its sentence."""
        text = self.parsed.text[sentence.start : sentence.end]
        quoted = text.lstrip().startswith('"')
        if quoted:
            tokens = [t for t in self.parsed.tokens(sentence) if t.i < verb.i]
        elif _free_speech(verb):
            tokens = list(self.parsed.tokens(sentence))
        else:
            clauses = [c for c in verb.children if c.dep_ in _CLAUSES]
            inside = {t.i: t for c in clauses for t in c.subtree if t.i != verb.i}
            tokens = [inside[i] for i in sorted(inside)]
        return Content(verb, tuple(tokens), quoted, text.lower())


_CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "dobj", "parataxis", "prep", "oprd", "attr")


def _free_speech(verb: Token) -> bool:
    """Say whether minutes go on with a speech: "His Government had no further aims"."""
    return any(
        c.dep_ == "nsubj"
        and c.lemma_.lower() in _FREE_SPEECH
        and any(p.dep_ == "poss" and p.tag_ == "PRP$" for p in c.children)
        for c in verb.children
    )
