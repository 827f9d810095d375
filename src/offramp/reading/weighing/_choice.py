"""Choose who did a deed and to whom, who speaks and to whom, by weights that were fitted."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from offramp.reading.deeds._arguments import MOVED
from offramp.reading.deeds._candidate import Candidate
from offramp.reading.english._syntax import agent, passive
from offramp.reading.parties._parties import Parties
from offramp.reading.said._signal_found import Found
from offramp.reading.weighing._bearings import NOBODY, Bearings, Event, Question
from offramp.reading.weighing._quarrels import Quarrels

Weights = Mapping[str, float]
_TOGETHER = ("agreement", "conciliation")


@cache
def shipped_weights() -> Weights:
    """Give the weights that ship, by the name of what speaks for a party.

    Fitted by ``scripts/fit_who.py`` on the project's own marked articles.
    """
    file = Path(__file__).parents[1] / "data" / "who.json"
    found: dict[str, float] = json.loads(file.read_text("utf-8"))
    return found


class Chooser:
    """Chooses who stands in the roles of deeds and signals.

    Parameters
    ----------
    weights : mapping of str to float
        By the names that `Bearings.describe` gives; what has no weight counts nothing.
    """

    def __init__(self, weights: Weights) -> None:
        self.weights = weights

    def of_acts(self, acts: list[Candidate], parties: Parties) -> None:
        """Choose who did each deed and to whom; what syntax does not state is inferred.

        Parameters
        ----------
        acts : list of Candidate
            In the order of the text; their actors and targets are set anew.
        parties : Parties
        """
        bearings = Bearings(parties, (), Quarrels(acts, parties))
        for one in acts:
            heads = (one.trigger.token,)
            if one.trigger.light is not None:
                heads += (one.trigger.light,)
            stated, guessed = _split(one.actors, one.inferred, "actors")
            aimed, supposed = _split(one.targets, one.inferred, "targets")
            if len(stated) > 1 and not aimed and one.rung in _TOGETHER:
                # "The two neighbours reopened their embassies": each does it to the other.
                stated, aimed = stated[:1], stated[1:]
                one.inferred.discard("targets")
            by = Question("actor", heads, one.rung, stated, guessed, aimed, bool(aimed))
            if one.nameless and not one.actors:
                one.actors = ()
            elif stated and _moved(one):
                one.actors = stated
            else:
                one.actors = self.answer(by, bearings)
            _mark(one.inferred, "actors", one.actors, stated)
            to = Question("target", heads, one.rung, aimed, supposed, one.actors, bool(stated))
            one.targets = self.answer(to, bearings)
            _mark(one.inferred, "targets", one.targets, aimed)
            if not stated and (held := _holding(one, acts)) is not None:
                one.actors, one.targets = held.actors, aimed or held.targets
                one.inferred |= {"actors", "targets"} if not aimed else {"actors"}
            bearings.tell(Event(one.trigger.token.i, one.actors, one.targets))

    def of_signals(self, found: list[Found], acts: list[Candidate], parties: Parties) -> None:
        """Choose who sends each signal, and to whom.

        Parameters
        ----------
        found : list of Found
            In the order of the text; their senders and receivers are set anew.
        acts : list of Candidate
            The deeds of the text, chosen already.
        parties : Parties
        """
        told = [Event(one.trigger.token.i, one.actors, one.targets) for one in acts]
        bearings = Bearings(parties, told, Quarrels(acts, parties))
        for one in found:
            stated, guessed = _split(one.receivers, one.inferred, "receivers")
            by = Question("sender", (one.token,), one.kind, (one.sender,), (), stated, bool(stated))
            sender = self.answer(by, bearings)
            if sender and sender[0] != one.sender:
                one.sender = sender[0]
                one.inferred.add("sender")
            to = Question("receiver", (one.token,), one.kind, stated, guessed, (one.sender,), True)
            one.receivers = self.answer(to, bearings)
            _mark(one.inferred, "receivers", one.receivers, stated)
            bearings.tell(Event(one.token.i, (one.sender,), one.receivers))

    def answer(self, asked: Question, bearings: Bearings) -> tuple[str, ...]:
        """Give the party that weighs most, with those that syntax joins to it; empty for nobody."""
        scores = {party: self.weigh(asked, bearings, party) for party in bearings.candidates(asked)}
        best = max(scores, key=lambda party: scores[party]) if scores else NOBODY
        for several in (asked.stated, asked.guessed):
            if best in several:
                return several
        return (best,) if best else ()

    def weigh(self, asked: Question, bearings: Bearings, party: str) -> float:
        """Add up what speaks for a party."""
        return sum(self.weights.get(name, 0.0) for name in bearings.describe(asked, party))


def _moved(one: Candidate) -> bool:
    """Say whether those who act are those whose troops or envoys a verb in the passive moves."""
    token = one.trigger.token
    return one.plover in MOVED and token.pos_ == "VERB" and passive(token) and agent(token) is None


def _holding(one: Candidate, acts: list[Candidate]) -> Candidate | None:
    """Give the seizure of those who are set free: whoever held them lets them go."""
    if one.plover != "RETREAT/release":
        return None
    before = [a for a in acts if a.rung == "seizure" and a.trigger.token.i < one.trigger.token.i]
    same = [a for a in before if a.actors and (set(a.targets) & set(one.targets) or not before[1:])]
    return same[-1] if same else None


def _split(
    given: tuple[str, ...], inferred: set[str], name: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return ((), given) if name in inferred else (given, ())


def _mark(inferred: set[str], name: str, chosen: tuple[str, ...], stated: tuple[str, ...]) -> None:
    inferred.discard(name)
    if chosen and chosen != stated:
        inferred.add(name)
