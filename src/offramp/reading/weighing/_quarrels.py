"""Who quarrels with whom, in the whole of a text: deeds that syntax states, words, disputes."""

from collections import Counter
from collections.abc import Iterable, Iterator

from offramp.reading._words import words
from offramp.reading.deeds._candidate import Candidate
from offramp.reading.english._nlp import Token
from offramp.reading.english._syntax import doer, prepositions, undergoers
from offramp.reading.parties._parties import Parties

_PEACEFUL = ("agreement", "conciliation")
_AGAINST = words(
    "accuse blame condemn denounce threaten warn defy provoke suspect protest invade attack fight "
    "punish deter counter confront"
)
_DISPUTES = words(
    "dispute war conflict quarrel crisis confrontation clash fighting tension hostility feud "
    "rivalry border frontier incident standoff row stand-off truce ceasefire armistice battle"
)


class Quarrels:
    """Counts who quarrels with whom.

    Parameters
    ----------
    acts : iterable of Candidate
        The deeds of the text, before anyone is chosen: what is inferred counts nothing.
    parties : Parties
    """

    def __init__(self, acts: Iterable[Candidate], parties: Parties) -> None:
        self._between: Counter[tuple[str, str]] = Counter()
        for one, other in (*_done(acts), *_told(parties)):
            roots = parties.cast.root(one), parties.cast.root(other)
            if roots[0] != roots[1]:
                self._between[min(roots), max(roots)] += 1

    def between(self, one: str, other: str) -> int:
        """Give how often two parties, told by their roots, meet as enemies."""
        return self._between[min(one, other), max(one, other)]

    def enemies(self, party: str) -> tuple[str, ...]:
        """Give whom a party quarrels with, most first."""
        found: Counter[str] = Counter()
        for (one, other), times in self._between.items():
            if party in (one, other):
                found[other if party == one else one] += times
        return tuple(name for name, _ in found.most_common())


def _done(acts: Iterable[Candidate]) -> Iterator[tuple[str, str]]:
    for act in acts:
        hostile = act.rung not in _PEACEFUL and act.modality in ("actual", "claimed")
        if hostile and not act.inferred:
            yield from ((actor, target) for actor in act.actors for target in act.targets)


def _told(parties: Parties) -> Iterator[tuple[str, str]]:
    for token in parties.parsed.doc:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in _AGAINST:
            one = doer(token)
            facing = [t for t in undergoers(token) if t.pos_ != "PRON"]
            for actor in parties.of(one) if one is not None else ():
                for target in _all(facing, parties):
                    yield actor, target
        elif token.pos_ == "NOUN" and lemma in _DISPUTES:
            between = [inner for word, inner in prepositions(token) if word == "between"]
            sides = _all(between, parties)
            yield from ((sides[0], other) for other in sides[1:])


def _all(tokens: Iterable[Token], parties: Parties) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party for token in tokens for party in parties.of(token)))
