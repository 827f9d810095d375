"""Signals: who tells whom what, by the verb that carries it and by what is said."""

from collections.abc import Iterator

from offramp.reading._words import words
from offramp.reading.deeds._candidate import Candidate
from offramp.reading.deeds._modality import modality
from offramp.reading.deeds._triggers import Trigger
from offramp.reading.english._lexicon import Deed
from offramp.reading.english._nlp import Parsed, Sentence, Token
from offramp.reading.english._syntax import agent, amid, doer, passive, prepositions
from offramp.reading.english._tables import noun_class
from offramp.reading.parties._parties import Parties
from offramp.reading.said._addressees import beside, named_in, receivers_of, spoken_to
from offramp.reading.said._carriers import Carrier, carrier_of, said_words, signal_nouns
from offramp.reading.said._naming import kind_of_name
from offramp.reading.said._said import Content, content_kind, content_kinds
from offramp.reading.said._signal_found import Found, finish, said_by_another
from offramp.reading.said._signal_kind import after_that, content_of, free_speech, sharpened
from offramp.reading.said._signal_nouns import remarks_of_noun, signals_of_noun
from offramp.reading.said._speakers import bound_by, by_mood, by_speaker, sender_of, speaker
from offramp.reading.said._unsaid import left_out, made_to_hear

_SPOKEN = frozenset({"actual", "claimed", "habitual", "proposed"})
_SAID = Deed("words", "", "")
_HIM = words("him her them us me")
# What a sentence that tells of a deed says of it, rather than to the other side.
_OF_DEEDS = words("accusation justification framing notice withdrawal")
_PLEADED = words("justification framing")
_OWN_PEOPLE = noun_class("people") | words(
    "nation public audience parliament country cabinet supporter follower crowd troop army"
)
_MOVES = words("stop halt heave turn slow follow move budge leave open come go eat sign surrender")
# "The Ministry is instructed to protest" protests.
_PERFORMS = words("instruct charge direct wish desire beg honour honor")
_PLEAS = words("justification assurance limit framing")
_CARRIES = words("carry convey deliver relay pass bring transmit hand")


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
            if (one.kind, one.sender) not in seen and not said_by_another(one, listed):
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
        """Give what a sentence carries; where nothing does, what a statement itself declares."""
        found = list(self._carried_in(sentence))
        yield from found or self._declared(sentence)

    def _declared(self, sentence: Sentence) -> Iterator[Found]:
        """Read a sentence of a state's own statement by what it says."""
        issuer = self.parties.cast.declarer
        if issuer is None:
            return
        tokens = tuple(self.parsed.tokens(sentence))
        root = next((t for t in tokens if t.dep_ == "ROOT"), tokens[0])
        spoken = self.parties.cast.issuer is None
        if _questions(root) or (spoken and root.pos_ not in ("VERB", "AUX")):
            return
        text = self.parsed.text[sentence.start : sentence.end].lower()
        content = Content(root, tokens, False, text)
        for one in self._told(content, sentence, (issuer,), ()):
            told = root.i in self.deeds and one.kind in _OF_DEEDS
            # What a speaker tells of the past pleads its cause in every sentence.
            pleads = spoken and one.kind in _PLEADED
            if not told and not pleads:
                yield one

    def _carried_in(self, sentence: Sentence) -> Iterator[Found]:
        for token in self.parsed.tokens(sentence):
            if token.pos_ in ("VERB", "AUX") and (
                token.dep_ not in ("amod", "compound", "aux") or amid(token)
            ):
                carrier = carrier_of(token, self.parties)
                said = token.lemma_ in said_words("says")
                heard = (carrier is not None and carrier.kind == "said") or made_to_hear(token)
                if heard:
                    yield from self._by_content(token, sentence)
                elif carrier is not None and not (said and carrier.kind == "framing"):
                    yield from self._carried(token, carrier, sentence)
                elif said or (token.dep_ == "ROOT" and free_speech(token)):
                    yield from self._by_content(token, sentence)
                elif carrier is None and (named := self._named(token, sentence)) is not None:
                    yield named
                elif token.lower_ == "according":
                    yield from self._according(token, sentence)
            elif token.pos_ == "NOUN":
                lemma = token.lemma_.lower()
                kind = signal_nouns().get(lemma) or signal_nouns().get(token.lower_)
                if lemma in said_words("remarks"):
                    yield from remarks_of_noun(token, sentence, self.parties)
                elif kind is not None:
                    yield from signals_of_noun(token, kind, sentence, self.parties)

    def _carried(self, verb: Token, carrier: Carrier, sentence: Sentence) -> Iterator[Found]:
        spoken = modality(Trigger(verb, _SAID, True)).modality
        idle = spoken not in _SPOKEN or (spoken == "proposed" and verb.tag_ == "VB")
        if idle and not (self.parties.cast.issuer and verb.head.lemma_ in _PERFORMS):
            return
        if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and agent(verb) is None:
            return
        one = doer(verb)
        sender = sender_of(one, self.parties) if one is not None else ()
        sender, carried_by = self._owner_of_message(verb, sender)
        unsaid = () if sender else left_out(verb, self.parties)
        sender = sender or unsaid
        if not sender:
            return
        if carrier.kind == "demand" and (_questions(verb) or self._own_people(verb, sender)):
            return
        if (carrier.kind == "framing" and _withholds(verb)) or _stays_put(verb):
            return
        content = content_of(verb, sentence, self.parsed)
        kind = sharpened(carrier.kind, verb, content)
        if kind == "framing" and verb.lemma_ == "insist":
            held = content_kind(content)
            kind = held if held is not None and held != "accusation" else kind
        if kind == "assurance" and self._own_people(verb, sender):
            # What is promised to one's own public binds against the other side.
            kind = "vow"
        receivers = receivers_of(verb, carrier.to, sender, self.parties, self.deeds)
        inferred = {"sender"} if unsaid else set[str]()
        if kind == "accusation" and self._before_council(verb, receivers):
            receivers = ()
        if not receivers and kind not in ("framing", "justification"):
            receivers = self._implied(kind, sender, content)
            inferred.add("receivers")
        if verb.lemma_ == "protest" and _PLEAS & {*content_kinds(content)}:
            # "Protested that it had only defended itself" accuses nobody.
            yield from self._told(content, sentence, sender, receivers)
            return
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

    def _implied(self, kind: str, sender: tuple[str, ...], content: Content) -> tuple[str, ...]:
        """Give to whom a party speaks where the verb does not say."""
        verb = content.verb
        near = named_in(content, sender, self.parties) or beside(verb, sender, self.parties)
        if kind == "mediation":
            pair = tuple(p for p in self.parties.salience.pair() if p not in sender)
            return pair if len(pair) > 1 else near
        if near:
            return near
        if kind == "stance":
            return self._stood_by(verb, sender) or spoken_to(verb, sender, self.parties)
        other = self.parties.salience.opponent(sender[0])
        return (other,) if other is not None else ()

    def _before_council(self, verb: Token, receivers: tuple[str, ...]) -> bool:
        """Say whether a complaint only goes to a body: "complained to the Council"."""
        whole = not passive(verb) and not any(c.dep_ in ("dobj", "dative") for c in verb.children)
        return whole and all(self.parties.cast.kind(r) == "organisation" for r in receivers)

    def _stood_by(self, verb: Token, sender: tuple[str, ...]) -> tuple[str, ...]:
        """Give who did the deed told last: "expressed their full support" is for him."""
        if not any(t.lower_ in ("support", "solidarity", "backing") for t in verb.subtree):
            return ()
        before = [i for i in self.deeds if i < verb.i]
        actors = self.deeds[max(before)].actors if before else ()
        return tuple(actor for actor in actors if actor not in sender)

    def _own_people(self, verb: Token, sender: tuple[str, ...]) -> bool:
        """Say whether one speaks to one's own people: "urged its nationals to leave"."""
        told = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
        found = [self.parties.of(c) for c in told if c.lemma_.lower() in _OWN_PEOPLE]
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

    def _by_content(self, verb: Token, sentence: Sentence) -> Iterator[Found]:
        """Read what kind of signal a sentence with "said" holds, from what is said."""
        one = agent(verb) if passive(verb) else speaker(verb)
        content = content_of(verb, sentence, self.parsed)
        if not content_kinds(content):
            content = after_that(content, sentence, self.parsed)
        if one is None and (unsaid := left_out(verb, self.parties)):
            told = receivers_of(verb, ("object",), unsaid, self.parties, self.deeds)
            ahead = any(mark in content.around for mark in said_words("beforehand"))
            yield from self._told(content, sentence, unsaid, told, "notice" if ahead else None)
        if one is None or one.tag_ == "WDT":
            return
        sender = bound_by(content, one, self.parties) or sender_of(one, self.parties)
        spoken = modality(Trigger(verb, _SAID, True)).modality
        only = verb.lemma_ == "say" and any(c.lower_ == "only" for c in verb.subtree)
        only = only or any(c.lower_ in ("doubt", "secret") for c in verb.children)
        if not sender or (spoken in ("hypothetical", "proposed", "negated") and not only):
            return
        where = ("object", "to", "with")
        receivers = receivers_of(verb, where, sender, self.parties, self.deeds)
        if any(c.lemma_.lower() in _OWN_PEOPLE for c in verb.children if c.dep_ == "dobj"):
            # What is told to a crowd is meant for the other side.
            receivers = tuple(r for r in receivers if self.parties.cast.kind(r) == "state")
        otherwise = by_speaker(one, content) or by_mood(content, sender, self.parties)
        yield from self._told(content, sentence, sender, receivers, otherwise)

    def _told(
        self,
        content: Content,
        sentence: Sentence,
        sender: tuple[str, ...],
        receivers: tuple[str, ...],
        otherwise: str | None = None,
    ) -> Iterator[Found]:
        """Give the signals in what is said, of a kind by itself or else by who says it."""
        kinds = content_kinds(content) or ((otherwise,) if otherwise is not None else ())
        inferred: set[str] = set()
        body = all(self.parties.cast.kind(r) == "organisation" for r in receivers)
        if not receivers or (body and kinds[:1] == ("accusation",)):
            # Who is accused before a council is spoken to.
            accused = named_in(content, sender, self.parties)
            receivers = accused or receivers or beside(content.verb, sender, self.parties)
            inferred.add("receivers")
        if not receivers and (other := self.parties.salience.opponent(sender[0])) is not None:
            receivers = (other,)
        for kind in kinds:
            yield Found(
                kind, content.verb, sentence, sender[0], receivers,
                condition=content.condition, inferred=set(inferred),
            )  # fmt: skip

    def _named(self, verb: Token, sentence: Sentence) -> Found | None:
        """Read "described Iraq as a puppet"."""
        one = None if passive(verb) else speaker(verb)
        sender = sender_of(one, self.parties) if one is not None else ()
        kind = kind_of_name(verb, sender, self.parties)
        if kind is None or modality(Trigger(verb, _SAID, True)).modality not in _SPOKEN:
            return None
        content = content_of(verb, sentence, self.parsed)
        return next(self._told(content, sentence, sender, (), kind), None)

    def _according(self, token: Token, sentence: Sentence) -> Iterator[Found]:
        """Read "according to the ministry" as "the ministry said"."""
        one = next((inner for word, inner in prepositions(token) if word == "to"), None)
        sender = sender_of(one, self.parties) if one is not None else ()
        root = next((t for t in self.parsed.tokens(sentence) if t.dep_ == "ROOT"), token)
        if not sender and one is not None and one.tag_ == "WDT" and (by := speaker(root)):
            sender = sender_of(by, self.parties)
        if sender:
            phrase = {t.i for t in token.subtree}
            tokens = tuple(t for t in self.parsed.tokens(sentence) if t.i not in phrase)
            text = self.parsed.text[sentence.start : sentence.end].lower()
            yield from self._told(Content(token, tokens, False, text), sentence, sender, ())


def _withholds(verb: Token) -> bool:
    """Say whether something is denied to somebody, rather than said not to be so."""
    given = [c for c in verb.children if c.dep_ in ("dative", "dobj")]
    return verb.lemma_ == "deny" and (
        len(given) > 1 or any(c.dep_ == "dative" or c.lower_ in _HIM for c in given)
    )


def _stays_put(verb: Token) -> bool:
    """Say whether somebody refuses a bodily act: a captain who will not stop tells nobody."""
    held = [c.lemma_ for c in verb.children if c.dep_ == "xcomp"]
    return verb.lemma_ == "refuse" and any(lemma in _MOVES for lemma in held)


def _questions(verb: Token) -> bool:
    """Say whether "asked" leads to a question: "asked how they would take it"."""
    asks = any(t.lower_ in ("how", "whether", "what", "why", "when") for t in verb.subtree)
    return verb.lemma_ == "ask" and asks and not any(c.dep_ == "xcomp" for c in verb.children)
