"""Whom a noun phrase stands for: names, offices, forces, groups, pronouns, both sides at once."""

from offramp.reading._words import words
from offramp.reading.english._nlp import Token
from offramp.reading.english._tables import roles
from offramp.reading.parties._belongings import Belongings, aboard, sender
from offramp.reading.parties._cast import Cast
from offramp.reading.parties._collectives import group_of, several_states
from offramp.reading.parties._people import guessed
from offramp.reading.parties._phrases import (
    is_backing,
    issues,
    led,
    lies,
    modifies_later,
    of_what,
    points,
    same_clause,
)
from offramp.reading.parties._salience import Heard, Salience

# Nouns that only count or frame what follows "of".
_THROUGH = words(
    "number series wave barrage most majority some many dozen ten hundred thousand score "
    "member part group handful half all one two three four each none rest lot pair couple "
    "element unit host string spate salvo volley third type kind sort"
)
_SPEECH = words("say tell declare announce add warn state write vow insist argue reply")
_MODIFIERS = words("amod compound nmod poss nummod")
_NO_HEADS = words("amod compound nmod punct det nummod")
_SUBJECTS = words("nsubj nsubjpass agent")
_PLURAL = words("they them their theirs themselves")
_PERSON = words("he him his she her hers himself herself")
_THING = words("it its itself")
_SELF = words("we us our ours i my me ourselves")
_SEATED = words("government regime radio television authority leadership junta court daily press")
_ISSUING = words("ministry republic union kingdom state cabinet president")
# Offices that bodies of states have as well.
_OF_BODIES = words("council representative delegation commander force troop envoy spokesman")
_GOVERNS = words("government state federal regime national loyalist")
_EACH = words("both neither each")
_SEVERAL = words("country state government power nation")
_WORDS = ("NOUN", "PROPN", "PRON", "ADJ")


class Parties:
    """Resolves the noun phrases of one text, in the order in which they stand.

    Parameters
    ----------
    cast : Cast

    Attributes
    ----------
    salience : Salience
        Whom the text has spoken of so far.
    people : dict of str to tuple of str
        The parties of those whom the text names.
    things : dict of str to str
        Ships and places by name, with the noun for what they are: "the destroyer Maddox".
    places : frozenset of str
        Names of which the text says that something is in, at or near them.
    belongings : Belongings
        Whose ships, patrols and posts are.
    """

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.parsed = cast.parsed
        self.salience = Salience(cast)
        self.people: dict[str, tuple[str, ...]] = {}
        self.things: dict[str, str] = {}
        self.belongings = Belongings()
        self._titled: dict[str, tuple[str, ...]] = {}
        self._formal: dict[str, set[tuple[str, ...]]] = {}
        self._memo: dict[int, tuple[str, ...]] = {}
        self._open: set[int] = set()
        for token in self.parsed.doc[1:]:
            before = self.parsed.doc[token.i - 1]
            if token.pos_ == "PROPN" and before.lemma_.lower() in roles("place_nouns"):
                self.things.setdefault(token.text, before.lemma_.lower())
            elif before.text in ("HMS", "USS"):
                self.things.setdefault(token.text, "ship")
        self.places = frozenset(t.text for t in self.parsed.doc if lies(t) and t.i not in cast.at)
        for token in self.parsed.doc:
            if token.pos_ in _WORDS and token.dep_ != "punct":
                self._hear(token)

    def of(self, token: Token) -> tuple[str, ...]:
        """Give the parties for which a noun phrase stands, with those joined to it by "and".

        Parameters
        ----------
        token : Token
            The head of the phrase.

        Returns
        -------
        tuple of str
            Ids, each once; empty where it stands for nobody.
        """
        found = list(self.alone(token))
        mention = self.cast.at.get(token.i)
        if mention is None or token.i == mention.end - 1:
            for child in token.conjuncts:
                if child.i > token.i and child.pos_ in _WORDS:
                    found += self.alone(child)
        return tuple(dict.fromkeys(found))

    def alone(self, token: Token) -> tuple[str, ...]:
        """Give the parties of a phrase without those joined to it."""
        if token.i not in self._memo:
            if token.i in self._open:
                return ()
            self._open.add(token.i)
            self._memo[token.i] = self._resolve(token)
            self._open.discard(token.i)
        return self._memo[token.i]

    def named(self, token: Token) -> bool:
        """Say whether the phrase itself is a party's name or a pronoun for it."""
        mention = self.cast.at.get(token.i)
        return (mention is not None and mention.form != "adjective") or token.pos_ == "PRON"

    def owners(self, token: Token) -> tuple[str, ...]:
        """Give the parties in the modifiers of a noun: "Iran's", "Iranian", "of Iran"."""
        found: list[str] = []
        for child in token.children:
            if child.dep_ == "poss" or (child.dep_ in _MODIFIERS and child.i < token.i):
                for one in (child, *child.conjuncts):
                    found += self._modifier(one)
        inner = of_what(token) if not found else None
        if inner is not None:
            office = token.lemma_.lower() in roles("offices") | roles("states")
            if self.named(inner) or office or inner.i in self.cast.at:
                found += self.of(inner)
        if not found:
            for child in token.children:
                if child.dep_ == "appos" and child.i in self.cast.at:
                    found += self.alone(child)
        return tuple(dict.fromkeys(found))

    def _modifier(self, child: Token) -> tuple[str, ...]:
        mention = self.cast.at.get(child.i)
        if mention is not None:
            # "the Baghdad government" is Iraq's; "the Damascus attack" is not Syria's.
            seat = child.head.lemma_.lower() in _SEATED
            place = mention.form == "capital" and child.dep_ != "poss" and not seat
            return () if place or is_backing(self.parsed.doc, mention) else (mention.party,)
        if child.dep_ == "poss":
            return self.alone(child)
        if child.pos_ == "PROPN" and child.text in self.people:
            return self.people[child.text]
        inner = [self.cast.at[c.i] for c in child.children if c.i in self.cast.at]
        return tuple(m.party for m in inner if m.form != "capital")[:1]

    # --- one phrase

    def _hear(self, token: Token) -> None:
        """Note a phrase, so that pronouns find it."""
        heads = token.dep_ not in _NO_HEADS
        mention = self.cast.at.get(token.i)
        relative = token.tag_ in ("WP", "WDT", "WP$") and token.head.dep_ in ("relcl", "acl")
        inside = mention is not None and token.i != mention.end - 1 and heads
        if (not heads and mention is None) or relative or inside:
            return
        parties = self.of(token) if heads else (mention.party,) if mention is not None else ()
        if not parties:
            return
        title = token.lemma_.lower() in roles("titles")
        person = title or token.text in self.people or token.lower_ in _PERSON or (
            mention is not None and mention.form == "person"
        )  # fmt: skip
        if person and self.named(token):
            for c in token.lefts:
                if c.lemma_.lower() in roles("titles"):
                    self._titled[c.lemma_.lower()] = parties
        subject = token.dep_ in _SUBJECTS or (token.dep_ == "pobj" and token.head.dep_ == "agent")
        strength = 2 if self.named(token) else 1 if heads else 0
        main = subject and token.head.dep_ in ("ROOT", "conj")
        sentence = self.parsed.of_token[token.i]
        self.salience.heard.append(
            Heard(token.i, sentence, parties, subject, person, strength, main)
        )

    def _resolve(self, token: Token) -> tuple[str, ...]:
        if token.lower_ == "whose":
            clause = token.head.head
            return self.alone(clause.head) if clause.dep_ == "relcl" else ()
        if token.pos_ == "PRON" or token.lower_ in _PLURAL | _PERSON | _THING | _SELF:
            return self._pronoun(token)
        mention = self.cast.at.get(token.i)
        if mention is not None and not modifies_later(token, mention):
            return (mention.party,)
        both = token.lower_ in ("both", "neither") and token.dep_ in _SUBJECTS
        if led(token) in roles("pairs") or both:
            return self.salience.last_pair(token)
        if token.pos_ == "PROPN" or token.ent_type_ == "PERSON":
            person = self._person(token)
            if person:
                return person
        return self._common(token, token.lemma_.lower())

    def _common(self, token: Token, lemma: str) -> tuple[str, ...]:
        """Resolve a common noun: an office, forces, a group, several states, the neighbour."""
        if lemma == "counterpart" or any(c.lower_ == "opposite" for c in token.lefts):
            # "Her Castran opposite number" is no longer hers.
            named = [self._modifier(c) for c in token.lefts if c.dep_ in ("amod", "compound")]
            return next((found for found in named if found), ())
        inner = of_what(token) if lemma in _THROUGH else None
        if inner is not None:
            return self.of(inner)
        if lemma in ("alliance", "pact") and points(token):
            allied = [e.id for e in self.cast.entries.values() if e.kind == "alliance"]
            return tuple(allied[:1])
        if lemma in roles("others") and token.dep_ != "compound":
            return self._other(token)
        armed = lemma == "man" and any(c.lower_ == "armed" for c in token.lefts)
        if lemma in roles("groups") or lemma.removesuffix("s") in roles("groups") or armed:
            return group_of(token, self)
        found = self.owners(token) or self.salience.met(token)
        if not found and (by := sender(token)) is not None:
            found = self.alone(by)
        if found:
            self.belongings.note(token, found)
            if token.text[:1].isupper() and of_what(token) is not None:
                self._formal.setdefault(token.text, set()).add(found)
        else:
            found = self.belongings.owners(token)
        if not found and lemma in _SEVERAL and token.tag_ == "NNS":
            found = several_states(token, self)
        elif not found and lemma in self._titled and points(token):
            found = self._titled[lemma]
        elif not found and lemma in roles("cores") | roles("states") and points(token):
            found = self._in_hand(token, lemma)
        return found

    def _in_hand(self, token: Token, lemma: str) -> tuple[str, ...]:
        """Give the state that "the Government" means: the one spoken of last, or the issuer's."""
        if self.cast.issuer is not None and lemma in _SEATED | _ISSUING:
            return (self.cast.issuer,)
        formal = self._formal.get(token.text, set())
        if not formal and token.text[:1].isupper():
            formal = {found for told in self._formal.values() for found in told}
        if len(formal) == 1:
            # "The Government" of a text that told of "the Government of Kolva" and of no other.
            return next(iter(formal))
        governs = any(c.lower_ in _GOVERNS for c in token.lefts if c.dep_ in _MODIFIERS)
        if lemma in _OF_BODIES and not governs:
            return self.salience.last_subject(token)

        def weigh(heard: Heard, gap: int) -> float | None:
            if all(self.cast.kind(party) != "state" for party in heard.parties):
                return None
            return 2.0 * heard.subject + heard.strength - 1.5 * gap

        return self.salience.best(token, weigh) or self.salience.last_subject(token)

    def _other(self, token: Token) -> tuple[str, ...]:
        """Give whom "its neighbour" means: the other one of the two."""
        owner = self.owners(token) or self.salience.last_subject(token)
        other = self.salience.opponent(owner[0]) if owner else None
        return (other,) if other else ()

    # --- pronouns

    def _pronoun(self, token: Token) -> tuple[str, ...]:
        lower = token.lower_
        if lower in _SELF:
            return self._speaker(token)
        if lower in ("who", "which", "that") and token.head.dep_ in ("relcl", "acl"):
            return self.alone(token.head.head)
        if lower in _EACH:
            return self.salience.last_pair(token)
        if lower == "her" and token.dep_ == "poss" and aboard(token.head):
            return self.belongings.ship(token) or self._meant(token)
        if lower in _PLURAL and (facing := self._facing(token)) is not None:
            return (facing,)
        return self._meant(token) if lower in _PLURAL | _PERSON | _THING else ()

    def _meant(self, token: Token) -> tuple[str, ...]:
        """Give whom a pronoun of the third person means: near, a subject, and of its sort."""
        lower = token.lower_
        if self.cast.issuer is not None and issues(token):
            return (self.cast.issuer,)

        def weigh(heard: Heard, gap: int) -> float | None:
            own = self.cast.is_own(heard.token, lower in _PERSON)
            if own or same_clause(self.parsed.doc[heard.token], token):
                return None
            weight = 2.5 * heard.subject + heard.strength - 2.0 * gap + heard.main
            if lower in _PERSON:
                # No state is a "he", and whoever was one just before still is.
                return weight + (3 if heard.person else -3 * (heard.strength > 1))
            if lower in _PLURAL:
                group = self.cast.kind(heard.parties[0]) != "state"
                return weight + 2 * (len(heard.parties) > 1) + group
            odd = heard.person or not self.salience.stately(heard.parties)
            return weight - 1.5 * odd

        return self.salience.best(token, weigh) or self.salience.across(lower in _PERSON)

    def _facing(self, token: Token) -> str | None:
        """Give whom "they" means in what a party says of "us": the other side."""
        sentence = self.parsed.sentence(token)
        selves = [t for t in self.parsed.tokens(sentence) if t.lower_ in _SELF]
        speaker = self._speaker(selves[0]) if selves else ()
        return self.salience.opponent(speaker[0]) if speaker else None

    def _speaker(self, token: Token) -> tuple[str, ...]:
        """Give who says the sentence in which "we" stands."""
        if self.cast.is_own(token.i):
            return (self.cast.narrator or "",)
        sentence = self.parsed.sentence(token)
        for verb in self.parsed.tokens(sentence):
            if verb.lemma_ in _SPEECH and verb.pos_ == "VERB":
                for child in verb.children:
                    if child.dep_ == "nsubj" and child.lower_ not in _SELF:
                        return self.of(child)
        # A report to the Security Council speaks of itself as "I" and "my".
        quoted = '"' in self.parsed.text[sentence.start : sentence.end]
        return ("united-nations",) if self.cast.of_the_un and not quoted else ()

    # --- people by name

    def _person(self, token: Token) -> tuple[str, ...]:
        """Give the party of someone named, learning it where the name is new."""
        if token.text == "Resolution" and self.cast.of_the_un:
            return ("united-nations",)
        if token.text in self.people:
            return self.people[token.text]
        head = token
        while head.dep_ == "compound" and head.head.pos_ == "PROPN" and head.head.i > head.i:
            head = head.head
        if head is not token:
            return self.alone(head)
        offices = roles("offices") | roles("titles")
        beside = [c for c in token.children if c.dep_ == "appos"]
        after = token.dep_ == "appos" and token.head.lemma_.lower() in roles("offices")
        titled = any(c.lemma_.lower() in roles("titles") for c in token.lefts)
        if not (titled or after or any(c.lemma_.lower() in offices for c in beside)):
            return ()
        party = self.owners(token) or (self.alone(token.head) if after else ())
        for one in beside:
            party = party or self.alone(one)
        party = party or guessed(token, self)
        if party:
            self.people[token.text] = party
        return party
