"""Whom a noun phrase stands for: names, offices, forces, groups, pronouns, both sides at once."""

from collections import Counter
from dataclasses import dataclass

from offramp.reading._cast import Bond, Cast
from offramp.reading._gazetteer import Mention
from offramp.reading._nlp import Token
from offramp.reading._tables import roles

# Nouns that only count or frame what follows "of".
_THROUGH = frozenset(
    ["number", "series", "wave", "barrage", "most", "majority", "some", "many", "dozen", "ten", "hundred", "thousand", "score", "member", "part", "part", "group", "handful", "half", "all", "one", "two", "three", "four", "each", "none", "rest", "lot", "pair", "couple", "element", "unit", "number", "host", "string", "spate", "salvo", "volley", "third", "number", "type", "kind", "sort"]
)
_MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod")
_SUBJECTS = ("nsubj", "nsubjpass", "agent")
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_PERSON = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself"})
_THING = frozenset({"it", "its", "itself"})
_SELF = frozenset({"we", "us", "our", "ours", "i", "my", "me", "ourselves"})
_OTHERS = frozenset({"the other", "each other", "one another"})
_WH = frozenset({"WP", "WDT", "WP$"})
# How far back a pronoun looks, in sentences.
_REACH = 3


@dataclass(frozen=True)
class Spoken:
    """A noun phrase that was resolved: where it stands, for whom, and as what."""

    token: int
    sentence: int
    parties: tuple[str, ...]
    subject: bool
    person: bool
    strength: int
    main: bool


class Parties:
    """Resolves the noun phrases of one text, in the order in which they stand.

    Parameters
    ----------
    cast : Cast
    """

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.parsed = cast.parsed
        self.spoken: list[Spoken] = []
        self.people: dict[str, tuple[str, ...]] = {}
        self.inferred: set[int] = set()
        self.quarrels: Counter[tuple[str, str]] = Counter()
        self._memo: dict[int, tuple[str, ...]] = {}
        self._open: set[int] = set()
        # Ships and places by name, with the noun that says what they are: "the destroyer Maddox".
        self.things: dict[str, str] = {}
        for token in self.parsed.doc[1:]:
            before = self.parsed.doc[token.i - 1]
            if token.pos_ == "PROPN" and before.lemma_.lower() in roles("place_nouns"):
                self.things.setdefault(token.text, before.lemma_.lower())
            elif before.text in ("HMS", "USS"):
                self.things.setdefault(token.text, "ship")
        for token in self.parsed.doc:
            if token.pos_ in ("NOUN", "PROPN", "PRON", "ADJ") and token.dep_ != "punct":
                self._say(token)

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
        if _whole_name(token, self.cast):
            for child in token.conjuncts:
                if child.i > token.i and child.pos_ in ("NOUN", "PROPN", "PRON", "ADJ"):
                    found += self.alone(child)
        return tuple(dict.fromkeys(found))

    def alone(self, token: Token) -> tuple[str, ...]:
        """Give the parties of a phrase without those joined to it."""
        if token.i in self._memo:
            return self._memo[token.i]
        if token.i in self._open:
            return ()
        self._open.add(token.i)
        found = self._resolve(token)
        self._open.discard(token.i)
        self._memo[token.i] = found
        return found

    def named(self, token: Token) -> bool:
        """Say whether the phrase itself is a party's name or a pronoun for it."""
        mention = self.cast.at.get(token.i)
        return (mention is not None and mention.form != "adjective") or token.pos_ == "PRON"

    def opponent(self, party: str) -> str | None:
        """Guess whom a party quarrels with: the one that the text names most beside it."""
        root = self.cast.root(party)
        own = {root, party, self.cast.sponsor(party)}
        best: tuple[tuple[float, ...], str] | None = None
        for rank, other in enumerate(self.cast.principals()):
            if other in own or self.cast.kind(other) not in ("state", "armed-group", "coalition", "alliance"):
                continue
            met = self.quarrels[root, other] + self.quarrels[other, root]
            hit = sum(n for (_, to), n in self.quarrels.items() if to == other)
            # Those who are named first are more often the two who quarrel than go-betweens.
            first = other in self._first_two()
            weight = (met > 0, met, other != "vatican", hit + 1.5 * first, -rank)
            if best is None or weight > best[0]:
                best = weight, other
        return best[1] if best else None

    def _first_two(self) -> tuple[str, ...]:
        states = [p for p in self.cast.principals()[:5] if self.cast.kind(p) == "state"]
        return tuple(sorted(states, key=lambda party: self.cast.known(party).first)[:2])

    def quarrel(self, actors: tuple[str, ...], targets: tuple[str, ...]) -> None:
        """Note who did something to whom, so that the other side of later deeds can be guessed."""
        for actor in actors:
            for target in targets:
                self.quarrels[self.cast.root(actor), self.cast.root(target)] += 1

    def pair(self) -> tuple[str, ...]:
        """Give the two parties that the text is about."""
        states = [p for p in self.cast.principals() if self.cast.kind(p) == "state"]
        return tuple(states[:2])

    def last_subject(self, before: Token, states: bool = True) -> tuple[str, ...]:
        """Give the party that was last a subject before a token."""
        sentence = self.parsed.of_token[before.i]
        best: tuple[float, Spoken] | None = None
        for said in reversed(self.spoken):
            gap = sentence - said.sentence
            if gap > _REACH:
                break
            if said.token >= before.i or (states and not self._stately(said.parties)):
                continue
            weight = 2.0 * said.subject + said.strength - 1.5 * gap
            if best is None or weight > best[0]:
                best = (weight, said)
        return best[1].parties if best else ()

    # --- one phrase

    def _say(self, token: Token) -> None:
        """Note a phrase, so that pronouns find it."""
        heads = token.dep_ not in ("amod", "compound", "nmod", "punct", "det", "nummod")
        mention = self.cast.at.get(token.i)
        if not heads and mention is None:
            return
        parties = self.of(token) if heads else ((mention.party,) if mention else ())
        if not parties or (mention is not None and token.i != mention.end - 1 and heads):
            return
        strength = 2 if self.named(token) else 1 if heads else 0
        person = token.lemma_.lower() in roles("titles") or (
            mention is not None and mention.form == "person"
        )
        if token.pos_ == "PRON" and token.head.dep_ in ("relcl", "acl") and token.tag_ in _WH:
            return
        subject = token.dep_ in _SUBJECTS or (token.dep_ == "pobj" and token.head.dep_ == "agent")
        sentence = self.parsed.of_token[token.i]
        person = person or token.text in self.people
        main = subject and token.head.dep_ in ("ROOT", "conj")
        self.spoken.append(Spoken(token.i, sentence, parties, subject, person, strength, main))

    def _resolve(self, token: Token) -> tuple[str, ...]:
        lower = token.lower_
        if token.pos_ == "PRON" or lower in _PLURAL | _PERSON | _THING | _SELF:
            return self._pronoun(token)
        mention = self.cast.at.get(token.i)
        if mention is not None and not _modifier_of_later(token, mention):
            return (mention.party,)
        if token.text == "Resolution" and self.cast.of_the_un:
            return ("united-nations",)
        phrase = _lead(token)
        if phrase in roles("pairs") or (lower in ("both", "neither") and token.dep_ in _SUBJECTS):
            self.inferred.add(token.i)
            return self._last_pair(token)
        if token.pos_ == "PROPN" or token.ent_type_ == "PERSON":
            person = self._person(token)
            if person:
                return person
        lemma = token.lemma_.lower()
        if lemma in _THROUGH and (inner := _of(token)) is not None:
            return self.of(inner)
        if lemma in roles("others") and token.dep_ != "compound":
            return self._other(token)
        if lemma in roles("groups"):
            return self._group(token, lemma)
        owners = self.owners(token)
        if owners:
            return owners
        if lemma in ("country", "state", "government", "power", "nation") and token.tag_ == "NNS":
            return self._several_states(token)
        if lemma in roles("cores") | roles("states") and _definite(token):
            self.inferred.add(token.i)
            return self.last_subject(token)
        return ()

    def owners(self, token: Token) -> tuple[str, ...]:
        """Give the parties in the modifiers of a noun: "Iran's", "Iranian", "of Iran"."""
        found: list[str] = []
        for child in token.children:
            if child.dep_ == "poss" or (child.dep_ in _MODIFIERS and child.i < token.i):
                found += self._modifier(child)
                for more in child.conjuncts:
                    found += self._modifier(more)
        if found:
            return tuple(dict.fromkeys(found))
        inner = _of(token)
        office = token.lemma_.lower() in roles("offices") | roles("states")
        if inner is not None and (self.named(inner) or office or inner.i in self.cast.at):
            found += self.of(inner)
        if not found:
            for child in token.children:
                if child.dep_ == "appos" and child.i in self.cast.at:
                    found += self.alone(child)
        return tuple(dict.fromkeys(found))

    def _modifier(self, child: Token) -> tuple[str, ...]:
        mention = self.cast.at.get(child.i)
        if mention is not None:
            if mention.form == "capital" and child.dep_ != "poss":
                return ()
            return () if _backing(self.parsed.doc, mention) else (mention.party,)
        if child.dep_ == "poss":
            return self.alone(child)
        if child.pos_ == "PROPN" and child.text in self.people:
            return self.people[child.text]
        inner = [self.cast.at[c.i] for c in child.children if c.i in self.cast.at]
        return tuple(m.party for m in inner if m.form != "capital")[:1]

    def _pronoun(self, token: Token) -> tuple[str, ...]:
        lower = token.lower_
        if lower in _SELF:
            return self._speaker(token)
        if lower in ("who", "which", "that") and token.head.dep_ in ("relcl", "acl"):
            noun = token.head.head
            return self.alone(noun)
        if lower in ("both", "neither", "each"):
            self.inferred.add(token.i)
            return self._last_pair(token)
        if lower not in _PLURAL | _PERSON | _THING:
            return ()
        self.inferred.add(token.i)
        if lower in _PLURAL and (facing := self._facing(token)) is not None:
            return (facing,)
        sentence = self.parsed.of_token[token.i]
        best: tuple[float, Spoken] | None = None
        for said in reversed(self.spoken):
            gap = sentence - said.sentence
            if gap > _REACH:
                break
            if said.token >= token.i or _same_clause(self.parsed.doc[said.token], token):
                continue
            weight = 2.5 * said.subject + said.strength - 2.0 * gap + said.main
            if lower in _PERSON:
                weight += 3 * said.person
            elif lower in _PLURAL:
                weight += 2 * (len(said.parties) > 1) + (self.cast.kind(said.parties[0]) != "state")
            elif said.person or not self._stately(said.parties):
                weight -= 1.5
            if best is None or weight > best[0]:
                best = (weight, said)
        return best[1].parties if best else ()

    def _facing(self, token: Token) -> str | None:
        """Give whom "they" means in what a party says of "us": the other side."""
        sentence = self.parsed.sentence(token)
        selves = [t for t in self.parsed.tokens(sentence) if t.lower_ in _SELF]
        speaker = self._speaker(selves[0]) if selves else ()
        return self.opponent(speaker[0]) if speaker else None

    def _speaker(self, token: Token) -> tuple[str, ...]:
        """Give who says the sentence in which "we" stands."""
        sentence = self.parsed.sentence(token)
        for verb in self.parsed.tokens(sentence):
            if verb.lemma_ in _SAYING and verb.pos_ == "VERB":
                for child in verb.children:
                    if child.dep_ == "nsubj" and child.lower_ not in _SELF:
                        return self.of(child)
        # A report to the Security Council speaks of itself as "I" and "my".
        quoted = '"' in self.parsed.doc.text[sentence.start : sentence.end]
        return ("united-nations",) if self.cast.of_the_un and not quoted else ()

    def _person(self, token: Token) -> tuple[str, ...]:
        """Give the party of someone named, learning it where the name is new."""
        if token.text in self.people:
            return self.people[token.text]
        head = token
        while head.dep_ == "compound" and head.head.pos_ == "PROPN" and head.head.i > head.i:
            head = head.head
        if head is not token:
            return self.alone(head)
        titled = any(c.lemma_.lower() in roles("titles") for c in token.lefts)
        after = token.dep_ == "appos" and token.head.lemma_.lower() in roles("offices")
        before = any(
            c.dep_ == "appos" and c.lemma_.lower() in roles("offices") | roles("titles")
            for c in token.children
        )
        if not (titled or after or before):
            return ()
        party = self.owners(token)
        if not party and after:
            party = self.alone(token.head)
        if not party:
            for child in token.children:
                if child.dep_ == "appos":
                    party = party or self.alone(child)
        if not party:
            self.inferred.add(token.i)
            party = self._not_spoken_of(token) or self._subject_kept(token) or self._first_state()
        if party:
            self.people[token.text] = party
        return party

    def _not_spoken_of(self, token: Token) -> tuple[str, ...]:
        """Give the one of the two states that the sentence does not speak of as another."""
        here = self.parsed.sentence(token)
        named = {
            self.cast.root(self.cast.at[t.i].party)
            for t in self.parsed.tokens(here)
            if t.i in self.cast.at and t.i != token.i and self.cast.at[t.i].form != "adjective"
        }
        left = [party for party in self.pair() if party not in named]
        return tuple(left) if len(left) == 1 else ()

    def _subject_kept(self, token: Token) -> tuple[str, ...]:
        """Give the state that was the subject of both sentences before, in one paragraph."""
        here = self.parsed.sentence(token)
        found: set[tuple[str, ...]] = set()
        for number in (here.number - 1, here.number - 2):
            if number < 0 or self.parsed.sentences[number].paragraph != here.paragraph:
                return ()
            said = [s for s in self.spoken if s.sentence == number and s.main]
            found.add(said[0].parties if said else ())
        only = next(iter(found)) if len(found) == 1 else ()
        return only if self._stately(only) else ()

    def _first_state(self) -> tuple[str, ...]:
        """Give the state that the text names first, of the two that it is about."""
        pair = self.pair()
        return (min(pair, key=lambda party: self.cast.known(party).first),) if pair else ()

    def _group(self, token: Token, lemma: str) -> tuple[str, ...]:
        """Give the party of "Iranian-backed militias", "its proxies", "the rebels"."""
        beside = [c for c in token.children if c.dep_ == "appos"]
        beside += [token.head] if token.dep_ == "appos" else []
        named = [self.cast.at[c.i].party for c in beside if c.i in self.cast.at]
        if named and self.cast.kind(named[0]) == "armed-group":
            for sponsor in self._sponsors(token):
                self.cast.bind(Bond("proxy-of", named[0], sponsor, token.i))
            return (named[0],)
        owned = _owned(token)
        if lemma in ("group", "faction", "movement", "party", "insurgency") and not owned:
            if token.dep_ == "appos" or not _definite(token):
                return ()
            last = [s for s in self.spoken if self.cast.kind(s.parties[0]) == "armed-group"]
            return last[-1].parties if last else ()
        name = noun_phrase(token)
        sponsors = self._sponsors(token)
        if lemma == "proxy" or (owned and lemma in ("client", "ally")):
            owners = self.owners(token)
            sponsors = sponsors or owners
            if owners:
                name = f"proxies of {self.cast.known(owners[0]).name}"
        same = [e for e in self.cast.entries.values() if e.kind == "armed-group" and name == e.name]
        key = same[0].id if same else self.cast.group(name, token.i, _sort(lemma))
        if _sort(lemma) == "faction":
            for owner in self.owners(token)[:1]:
                self.cast.bind(Bond("faction-of", key, owner, token.i))
        for sponsor in sponsors:
            self.cast.bind(Bond("proxy-of", key, sponsor, token.i))
        return (key,)

    def _sponsors(self, token: Token) -> tuple[str, ...]:
        found: list[str] = []
        for child in token.subtree:
            mention = self.cast.at.get(child.i)
            if mention is not None and child.i < token.i and _backing(self.parsed.doc, mention):
                found.append(mention.party)
        for child in token.children:
            if child.dep_ == "acl" and child.lemma_ in _BACKED:
                for agent in child.children:
                    if agent.dep_ == "agent":
                        for by in agent.children:
                            found += self.of(by)
        return tuple(dict.fromkeys(found))

    def _several_states(self, token: Token) -> tuple[str, ...]:
        """Give a party for "European governments" or "regional countries hosting U.S. bases"."""
        words = [c for c in token.lefts if c.dep_ in ("amod", "compound") and c.pos_ == "ADJ"]
        hosts = [c for c in token.children if c.dep_ == "acl" and c.lemma_ == "host"]
        if not words and not hosts:
            return ()
        key = self.cast.group(noun_phrase(token), token.i, "coalition")
        for host in hosts:
            for guest in host.children:
                for owner in self.owners(guest) if guest.dep_ == "dobj" else ():
                    self.cast.bind(Bond("hosts-forces-of", key, owner, token.i))
        return (key,)

    def _other(self, token: Token) -> tuple[str, ...]:
        """Give whom "its neighbour" means: the other one of the two."""
        self.inferred.add(token.i)
        owner = self.owners(token) or self.last_subject(token)
        other = self.opponent(owner[0]) if owner else None
        return (other,) if other else ()

    def _last_pair(self, token: Token) -> tuple[str, ...]:
        """Give the two parties named together last, else those that the text is about."""
        sentence = self.parsed.of_token[token.i]
        for said in reversed(self.spoken):
            if sentence - said.sentence > _REACH:
                break
            known = set(said.parties) & set(self.pair())
            if said.token < token.i and len(said.parties) == 2 and known:
                return said.parties
        return self.pair()

    def _stately(self, parties: tuple[str, ...]) -> bool:
        return any(
            self.cast.kind(party) in ("state", "alliance", "organisation") for party in parties
        )


_SAYING = frozenset(["say", "tell", "declare", "announce", "add", "warn", "state", "write", "vow", "insist", "argue", "reply"])
_BACKED = frozenset(["back", "support", "fund", "sponsor", "finance", "arm", "train", "lead", "control", "direct", "equip"])


def noun_phrase(token: Token) -> str:
    """Write a noun with its adjectives and compounds, in small letters where it is not a name."""
    words = [
        t
        for t in token.subtree
        if t.i <= token.i and (t.i == token.i or _leads_to(t, token)) and t.dep_ not in _LEFT_OUT
        and t.lower_ not in _UNNAMED
        and t.ent_type_ not in ("DATE", "TIME", "CARDINAL")
    ]  # fmt: skip
    text = "".join(t.text_with_ws for t in words).strip()
    return text[:80]


_UNNAMED = frozenset("unknown unidentified masked armed suspected several local".split())
_LEFT_OUT = ("det", "poss", "case", "nummod", "prep", "advmod", "predet", "cc")


def _leads_to(t: Token, head: Token) -> bool:
    while t.i != head.i:
        if t.dep_ not in ("amod", "compound", "nmod", "npadvmod", "punct", "advmod"):
            return False
        t = t.head
    return True


def _sort(lemma: str) -> str:
    factions = "faction opposition party cleric critic hard-liner hardliner exile dissident student"
    return "faction" if lemma in factions.split() else "armed-group"


def _lead(token: Token) -> str:
    """Write the phrase with its determiner, as the table of pairs has it."""
    before = [
        c.lower_ for c in token.lefts if c.dep_ in ("det", "predet", "nummod", "amod", "preconj")
    ]
    return " ".join([*before, token.lower_])


def _of(token: Token) -> Token | None:
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    return None


def _owned(token: Token) -> bool:
    return any(child.dep_ == "poss" for child in token.children)


def _definite(token: Token) -> bool:
    """Say whether a noun is definite, or bare in a way that means those of the party in hand."""
    dets = [c.lower_ for c in token.lefts if c.dep_ == "det"]
    return not dets or dets[0] in ("the", "this", "that", "these", "those", "all")


def _modifier_of_later(token: Token, mention: Mention) -> bool:
    """Say whether a name only modifies a noun that follows."""
    return token.i != mention.end - 1 and token.dep_ not in ("pobj", "dobj", "nsubj", "nsubjpass")


def _backing(doc: object, mention: Mention) -> bool:
    """Say whether a name stands in "Iranian-backed"."""
    tokens: list[Token] = [doc[i] for i in range(mention.end, min(mention.end + 2, len(doc)))]  # type: ignore[index, arg-type]
    return len(tokens) == 2 and tokens[0].text == "-" and tokens[1].lower_ in roles("backing")


def _same_clause(said: Token, pronoun: Token) -> bool:
    """Say whether a phrase is the subject of the verb whose object the pronoun is."""
    return (
        pronoun.dep_ in ("dobj", "pobj")
        and said.dep_ == "nsubj"
        and (said.head.i == pronoun.head.i or said.head.i == pronoun.head.head.i)
    )


def _whole_name(token: Token, cast: Cast) -> bool:
    mention = cast.at.get(token.i)
    return mention is None or token.i == mention.end - 1
