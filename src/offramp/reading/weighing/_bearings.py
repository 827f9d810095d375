"""What speaks for a party as the one that did a deed, had it done to it, said it or heard it."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from offramp.reading.english._links import link
from offramp.reading.english._nlp import Token
from offramp.reading.english._syntax import doer, passive
from offramp.reading.english._tables import noun_class
from offramp.reading.parties._parties import Parties
from offramp.reading.parties._salience import Heard
from offramp.reading.weighing._quarrels import Quarrels

NOBODY = ""
_NEAR, _REMEMBERED = 3, 20
_VIOLENT = frozenset({"shadow-attack", "strike-abroad", "strike-home", "campaign", "war"})


@dataclass(frozen=True)
class Event:
    """A deed or a signal that was told: at which token, by whom and to whom."""

    token: int
    actors: tuple[str, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """Who stands in one role of one deed or signal.

    Attributes
    ----------
    role : str
        ``actor``, ``target``, ``sender`` or ``receiver``.
    heads : tuple of Token
        The trigger, and the verb that lifts it.
    sort : str
        The rung of the deed, or the kind of the signal.
    stated, guessed : tuple of str
        Whom syntax names in this role, and whom it only suggests.
    other : tuple of str
        Who stands in the other role.
    other_stated : bool
    """

    role: str
    heads: tuple[Token, ...]
    sort: str
    stated: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    other_stated: bool = False


class Bearings:
    """Describes parties as answers to questions, in the words that the weights know.

    Parameters
    ----------
    parties : Parties
    told : iterable of Event
        What the text has told, in any order; a question sees what comes before its trigger.
    quarrels : Quarrels, optional
        Who quarrels with whom in the text; from its words alone where left out.
    """

    def __init__(
        self, parties: Parties, told: Iterable[Event] = (), quarrels: Quarrels | None = None
    ) -> None:
        self.parties = parties
        self.quarrels = Quarrels((), parties) if quarrels is None else quarrels
        self.told = sorted(told, key=_at)
        self.ranked = parties.cast.principals()
        self.pair = parties.salience.pair()
        self._roots: dict[str, str] = {}
        self._opponents: dict[str, str | None] = {}
        self._by_sentence: dict[int, list[Heard]] = {}
        self._by_root: dict[str, list[Heard]] = {}
        for heard in parties.salience.heard:
            self._by_sentence.setdefault(heard.sentence, []).append(heard)
            for root in {self.root(party) for party in heard.parties}:
                self._by_root.setdefault(root, []).append(heard)

    def tell(self, event: Event) -> None:
        """Note a further deed or signal."""
        insort(self.told, event, key=_at)

    def past(self, before: Token) -> list[Event]:
        """Give what was told last before a token, in order."""
        at = bisect_left(self.told, before.i, key=_at)
        return self.told[max(at - _REMEMBERED, 0) : at]

    def root(self, party: str) -> str:
        """Give the party that another one is part of, or the party itself."""
        if party not in self._roots:
            self._roots[party] = self.parties.cast.root(party)
        return self._roots[party]

    def candidates(self, asked: Question) -> tuple[str, ...]:
        """List who may be meant: who is named in the sentence, near it, or often."""
        cast = self.parties.cast
        token = asked.heads[0]
        number = self.parties.parsed.of_token[token.i]
        near = [
            party
            for sentence in range(number - _NEAR, number + 1)
            for heard in self._by_sentence.get(sentence, ())
            for party in heard.parties
        ]
        often = [p for p in self.ranked[:3] if cast.known(p).first <= token.i]
        last = [p for e in self.past(token)[-2:] for p in (*e.actors, *e.targets)]
        found = dict.fromkeys((*asked.stated, *asked.guessed, *near, *often, *last))
        taken = {self.root(one) for one in asked.other}
        if asked.role in ("actor", "sender"):
            taken = set[str]()
        fit = [p for p in found if self.root(p) not in taken and cast.known(p).first >= 0]
        return (*fit, NOBODY) if asked.role == "actor" else tuple(fit)

    def describe(self, asked: Question, party: str) -> list[str]:
        """Give what speaks for and against a party, as names of features."""
        context = self._context(asked)
        kind = self.parties.cast.kind(party) if party else "nobody"
        common = [f"kind {kind}", f"kind {kind}, {_family(asked.sort)}"]
        common += self._by_rule(asked, party)
        if party:
            common += [*self._in_sentence(asked, party), *self._in_text(asked, party)]
        found: list[str] = []
        for name in common:
            found += [f"{asked.role}: {name}", f"{asked.role}: {name} | {context}"]
        return found

    def _context(self, asked: Question) -> str:
        if asked.stated:
            return "stated"
        head = asked.heads[0]
        if head.pos_ != "VERB":
            form = "noun"
        elif passive(head):
            form = "passive"
        else:
            form = "active"
        if asked.role in ("actor", "sender"):
            return f"{form}, {'other stated' if asked.other_stated else 'open'}"
        return form

    def _by_rule(self, asked: Question, party: str) -> Iterator[str]:
        if party in asked.stated:
            yield "stated"
            yield f"stated by {self._told_by(asked)}"
        if party in asked.guessed:
            yield "guessed"
        if not party:
            head = asked.heads[-1]
            one = doer(head) if head.pos_ == "VERB" else None
            if one is not None:
                lemma = one.lemma_.lower()
                arms = noun_class("weapons") | noun_class("explosives")
                yield "subject of arms" if lemma in arms else "subject unknown"
                if one.pos_ == "PRON":
                    yield "subject is a pronoun"
            return
        if asked.role in ("actor", "sender") and self.root(party) in {
            self.root(p) for p in asked.other
        }:
            yield "is the other"
        last = self.past(asked.heads[0])[-1:]
        others = asked.other or (last[0].actors if last else ())
        if others and self._opponent(others[0]) == self.root(party):
            yield "opposes the other"
        yield from self._in_quarrels(others, party)

    def _in_quarrels(self, others: tuple[str, ...], party: str) -> Iterator[str]:
        root = self.root(party)
        if self.quarrels.enemies(root):
            yield "quarrels"
        enemies = self.quarrels.enemies(self.root(others[0])) if others else ()
        if root in enemies:
            yield "quarrels with the other"
        if root in enemies[:1]:
            yield "quarrels most with the other"

    def _opponent(self, party: str) -> str | None:
        if party not in self._opponents:
            self._opponents[party] = self.parties.salience.opponent(party)
        return self._opponents[party]

    def _told_by(self, asked: Question) -> str:
        """Say by what sort of phrase syntax names who acts or speaks."""
        head = asked.heads[-1]
        acting = asked.role in ("actor", "sender") and head.pos_ in ("VERB", "AUX")
        one = doer(head) if acting else None
        if one is None:
            return "no subject"
        if one.pos_ == "PRON":
            return "a pronoun"
        if self.parties.named(one):
            return "a name"
        return "a noun with its owner" if self.parties.owners(one) else "a bare noun"

    # --- where its mentions stand in the sentence

    def _in_sentence(self, asked: Question, party: str) -> Iterator[str]:
        head = asked.heads[0]
        number = self.parties.parsed.of_token[head.i]
        root = self.root(party)
        rest = self._by_sentence.get(number, [])
        here = [h for h in rest if root in {self.root(p) for p in h.parties}]
        places = {place for h in here for place in self._places(asked, h)}
        yield from places
        if not here:
            return
        yield "in the sentence"
        yield "named" if any(h.strength == 2 for h in here) else "not by name"
        if all(h.token < head.i for h in here):
            yield "only before"
        elif all(h.token > head.i for h in here):
            yield "only behind"
        if rest and party in rest[0].parties:
            yield "first in the sentence"
        before = [h for h in rest if h.token < head.i]
        if before and party in before[-1].parties:
            yield "nearest before"
        after = [h for h in rest if h.token > head.i]
        if after and party in after[0].parties:
            yield "nearest behind"

    def _places(self, asked: Question, heard: Heard) -> Iterator[str]:
        token: Token = self.parties.parsed.doc[heard.token]
        for head in asked.heads:
            if head.pos_ == "VERB" and (one := doer(head)) is not None:
                if one.i == token.i:
                    yield "is the doer"
                elif token.i in {t.i for t in one.subtree} and head.i not in {
                    t.i for t in one.subtree
                }:
                    yield "within the doer"
        yield link(asked.heads, token)
        if heard.subject:
            yield "subject of the sentence" if heard.main else "a subject"

    # --- what the text has said before

    def _in_text(self, asked: Question, party: str) -> Iterator[str]:
        head = asked.heads[0]
        number = self.parties.parsed.of_token[head.i]
        root = self.root(party)
        mentions = self._by_root.get(root, [])
        at = bisect_left(mentions, head.i, key=_place)
        before = mentions[max(at - _REMEMBERED, 0) : at]
        gap = number - before[-1].sentence if before else None
        yield "not before" if gap is None else f"heard {min(gap, 4)} back"
        if any(h.subject and 0 < number - h.sentence <= 1 for h in before):
            yield "subject of the sentence before"
        for rank, one in enumerate(self._salient(head), 1):
            if self.root(one) == root:
                yield f"salience {rank}"
        ranked = self.ranked
        yield f"rank {min(ranked.index(root), 3) if root in ranked else 4}"
        if root in self.pair:
            yield "of the pair"
        if self.parties.cast.issuer == root:
            yield "issuer"
        yield from self._in_events(asked, party)

    def _in_events(self, asked: Question, party: str) -> Iterator[str]:
        root = self.root(party)
        others = {self.root(p) for p in asked.other}
        past = self.past(asked.heads[0])
        for back, event in enumerate(past[::-1][:2], 1):
            acted = root in {self.root(p) for p in event.actors}
            suffered = root in {self.root(p) for p in event.targets}
            if acted:
                yield f"actor {back} deeds ago"
            if suffered:
                yield f"target {back} deeds ago"
            if others & {self.root(p) for p in event.actors} and suffered:
                yield f"target {back} deeds ago, of the same"
            if others & {self.root(p) for p in event.targets} and acted:
                yield f"actor {back} deeds ago, to the same"
        met = {(self.root(a), self.root(b)) for e in past for a in e.actors for b in e.targets}
        if any((root, other) in met for other in others):
            yield "did something to the other"
        if any((other, root) in met for other in others):
            yield "had something done by the other"

    def _salient(self, before: Token) -> list[str]:
        weights: dict[str, float] = {}
        for heard, gap in self.parties.salience.back(before):
            weight = 2.0 * heard.subject + heard.strength - 1.5 * gap
            for party in heard.parties:
                if self.parties.cast.kind(party) != "organisation":
                    weights[party] = max(weights.get(party, -9.0), weight)
        return sorted(weights, key=lambda party: -weights[party])[:2]


def _place(heard: Heard) -> int:
    return heard.token


def _at(event: Event) -> int:
    return event.token


def _family(sort: str) -> str:
    return "force" if sort in _VIOLENT else sort
