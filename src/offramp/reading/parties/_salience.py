"""Whom a text speaks of just now: phrases already resolved, quarrels, and the two it is about."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from offramp.reading._words import words
from offramp.reading.english._nlp import Token
from offramp.reading.english._tables import roles
from offramp.reading.parties._cast import Cast
from offramp.reading.parties._phrases import points

# How far back one looks, in sentences.
REACH = 3
_FIGHTS = ("state", "armed-group", "coalition", "alliance")
_MEETS = words("see meet visit call tell ask inform warn assure remind press hand")
_STATELY = ("state", "alliance", "organisation")


@dataclass(frozen=True)
class Heard:
    """A noun phrase that was resolved.

    Attributes
    ----------
    token, sentence : int
    parties : tuple of str
    subject : bool
        Whether it is the subject of its verb; `main`, whether that verb heads the sentence.
    person : bool
    strength : int
        2 for a name or pronoun, 1 for another noun, 0 for a mere modifier.
    """

    token: int
    sentence: int
    parties: tuple[str, ...]
    subject: bool
    person: bool
    strength: int
    main: bool


class Salience:
    """Keeps whom a text has spoken of.

    Parameters
    ----------
    cast : Cast
    """

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.heard: list[Heard] = []
        self.quarrels: Counter[tuple[str, str]] = Counter()

    def best(self, before: Token, weigh: Callable[[Heard, int], float | None]) -> tuple[str, ...]:
        """Give the parties of the phrase before a token that weighs most.

        Parameters
        ----------
        before : Token
        weigh : callable
            Of a phrase and how many sentences back it stands; None where it may not be meant.
            Of phrases of one weight the nearest is taken.
        """
        found: tuple[float, tuple[str, ...]] | None = None
        for heard, gap in self.back(before):
            weight = weigh(heard, gap)
            if weight is not None and (found is None or weight > found[0]):
                found = weight, heard.parties
        return found[1] if found else ()

    def back(self, before: Token) -> Iterator[tuple[Heard, int]]:
        """Go back through the phrases before a token, with how many sentences back they are."""
        sentence = self.cast.parsed.of_token[before.i]
        for heard in reversed(self.heard):
            gap = sentence - heard.sentence
            if gap > REACH:
                return
            if heard.token < before.i:
                yield heard, gap

    def last_subject(self, before: Token, *, states: bool = True) -> tuple[str, ...]:
        """Give the party that was last a subject before a token."""

        def weigh(heard: Heard, gap: int) -> float | None:
            if states and not self.stately(heard.parties):
                return None
            return 2.0 * heard.subject + heard.strength - 1.5 * gap

        return self.best(before, weigh)

    def stately(self, parties: tuple[str, ...]) -> bool:
        """Say whether a state or a body of states is among some parties."""
        return any(self.cast.kind(party) in _STATELY for party in parties)

    def pair(self) -> tuple[str, ...]:
        """Give the two states that the text is about."""
        return tuple(p for p in self.cast.principals() if self.cast.kind(p) == "state")[:2]

    def last_pair(self, before: Token) -> tuple[str, ...]:
        """Give the two parties named together last, else those that the text is about."""
        about = set(self.pair())
        for heard, _ in self.back(before):
            if len(heard.parties) == 2 and about & {*heard.parties}:
                return heard.parties
        return self.pair()

    def across(self, person: bool) -> tuple[str, ...]:
        """Give the narrator's other side, of whom he speaks as "he"."""
        narrator = self.cast.narrator if person else None
        other = self.opponent(narrator) if narrator is not None else None
        return (other,) if other is not None else ()

    def met(self, token: Token) -> tuple[str, ...]:
        """Give the narrator's other side for "the President" whom he saw, told or asked."""
        verb = token.head if token.dep_ in ("dobj", "dative") else token.head.head
        own = any(c.dep_ == "nsubj" and self.cast.is_own(c.i) for c in verb.children)
        titled = token.lemma_.lower() in roles("titles") and points(token)
        return self.across(True) if own and titled and verb.lemma_ in _MEETS else ()

    def quarrel(self, actors: tuple[str, ...], targets: tuple[str, ...]) -> None:
        """Note who did something to whom, so that the other side of later deeds can be guessed."""
        for actor in actors:
            for target in targets:
                self.quarrels[self.cast.root(actor), self.cast.root(target)] += 1

    def opponent(self, party: str) -> str | None:
        """Guess whom a party quarrels with.

        Parameters
        ----------
        party : str

        Returns
        -------
        str or None
            The one with whom it has met before, else one that others have struck or that is
            among the two named first, else the one named most; None where nobody else is named.
        """
        root = self.cast.root(party)
        own = {root, party, self.cast.sponsor(party)}
        ranked = self.cast.principals()
        early = self._first_two(ranked)
        struck: Counter[str] = Counter()
        for (_, to), times in self.quarrels.items():
            struck[to] += times

        def weight(rank: int, other: str) -> tuple[float, ...]:
            met = self.quarrels[root, other] + self.quarrels[other, root]
            return met > 0, met, other != "vatican", struck[other] + 1.5 * (other in early), -rank

        rivals = [
            (weight(rank, other), other)
            for rank, other in enumerate(ranked)
            if other not in own and self.cast.kind(other) in _FIGHTS
        ]
        return max(rivals)[1] if rivals else None

    def _first_two(self, ranked: tuple[str, ...]) -> tuple[str, ...]:
        states = [party for party in ranked[:5] if self.cast.kind(party) == "state"]
        return tuple(sorted(states, key=lambda party: self.cast.known(party).first)[:2])
