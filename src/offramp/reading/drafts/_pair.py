"""Find the two sides of a draft, and the day on which their confrontation opens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from offramp._errors import OfframpError
from offramp.ladder import load_ladder
from offramp.reading.drafts._items import ActItem, Draft, RelationItem
from offramp.record import parse_span

SIDE_RELATIONS = ("proxy-of", "part-of", "leads")
QUIET = timedelta(days=180)
"""After so long without a deed or a word between the sides, a confrontation has ended."""
VAGUE_DAYS = 62
PEACEFUL = ("agreement", "conciliation", "calm", "words")
"""Rungs that open no confrontation."""


@dataclass(frozen=True)
class Pair:
    """The two parties that a crisis is between, the one that acted first in front."""

    first: str
    second: str

    def __contains__(self, party: str) -> bool:
        return party in (self.first, self.second)


def heads(relations: tuple[RelationItem, ...]) -> dict[str, str]:
    """Say for whom each party acts in the end: through its proxies, parts and leaders.

    Examples
    --------
    >>> from offramp.reading import RelationItem
    >>> part = RelationItem("r1", (), kind="part-of", from_="guard", to="iran")
    >>> led = RelationItem("r2", (), kind="leads", from_="salami", to="guard")
    >>> heads((part, led))
    {'guard': 'iran', 'salami': 'iran'}
    """
    above: dict[str, str] = {}
    for relation in relations:
        if relation.kind in SIDE_RELATIONS and relation.to and relation.from_ not in above:
            above[relation.from_] = relation.to
    found: dict[str, str] = {}
    for party in above:
        at, seen = party, {party}
        while at in above and above[at] not in seen:
            at = above[at]
            seen.add(at)
        found[party] = at
    return found


def find_pair(draft: Draft) -> Pair:
    """Find the two parties with most between them.

    Parameters
    ----------
    draft : Draft
        Verified.

    Returns
    -------
    Pair
        The pair with most acts done by one to the other, those of force counting double and
        signals half; a proxy's act counts for its principal.

    Raises
    ------
    OfframpError
        When nobody does or says anything to anybody: there is no crisis in the documents.
    """
    head = heads(draft.relations)
    weights: dict[tuple[str, str], float] = {}
    firsts: dict[tuple[str, str], tuple[int, str]] = {}
    levels = {rung.key: rung.level for rung in load_ladder().rungs}

    def count(sender: str, receiver: str, weight: float, at: int) -> None:
        one, other = head.get(sender, sender), head.get(receiver, receiver)
        if one != other and one and other:
            pair = (min(one, other), max(one, other))
            weights[pair] = weights.get(pair, 0.0) + weight
            firsts.setdefault(pair, (at, one))

    for at, act in enumerate(sorted(draft.acts, key=lambda act: act.date or "9")):
        weight = 2.0 if levels.get(act.rung, 1) >= 3 else 1.0
        if act.modality in ("actual", "claimed"):
            for actor in act.actors:
                for target in act.targets:
                    count(actor, target, weight, at)
    for signal in draft.signals:
        for receiver in signal.receivers:
            count(signal.sender, receiver, 0.5, len(draft.acts))
    if not weights:
        what = "No crisis was found: nobody in it does or says anything to anybody"
        if any(one.unread for one in draft.unverified):
            what += ". The model gave no answer of use about some of it: try again, or another"
        raise OfframpError(f"{what}. Nothing was written.")
    best = max(weights, key=lambda pair: (weights[pair], -firsts[pair][0], pair))
    first = firsts[best][1]
    return Pair(first, best[1] if first == best[0] else best[0])


def opening(draft: Draft, pair: Pair, head: Mapping[str, str], last: date) -> date:
    """Find the day on which a confrontation opens.

    Parameters
    ----------
    draft : Draft
        Its acts are those of the record.
    pair : Pair
    head : mapping of str to str
        As `heads` gives it.
    last : datetime.date
        The record's last day.

    Returns
    -------
    datetime.date
        The first day of the earliest act or signal between the sides after which no 180 days
        pass without another. What lies before such a quiet is background; so is a single deed
        after it, unless the documents are of those days. Where nothing that is dated to two
        months or less passed between them, the first day of what either did to others.
    """
    between = _days_between(draft, pair, head)
    spells: list[list[date]] = []
    for day in sorted(between or _days_alone(draft.acts, pair, head)):
        if spells and day - spells[-1][-1] <= QUIET:
            spells[-1].append(day)
        else:
            spells.append([day])
    if not spells:
        spans = [parse_span(act.date) for act in draft.acts if act.date is not None]
        return min((span.first for span in spans if span.days <= VAGUE_DAYS), default=last)
    spell = spells[-1]
    if last - spell[-1] > QUIET:
        spell = next((one for one in reversed(spells) if len(one) > 1), spell)
    return min(spell[0], last)


def _days_between(draft: Draft, pair: Pair, head: Mapping[str, str]) -> list[date]:
    """Give the first days of what one side did, above mere words, or said to the other."""
    told = [(a.actors, a.targets, a.date) for a in draft.acts if a.rung not in PEACEFUL]
    told += [((s.sender,), s.receivers, s.date) for s in draft.signals]
    days: list[date] = []
    for ones, others, day in told:
        makers, met = (
            {head.get(name, name) for name in names} & {pair.first, pair.second}
            for names in (ones, others)
        )
        span = parse_span(day) if day is not None else None
        if span is not None and span.days <= VAGUE_DAYS and makers and met - makers:
            days.append(span.first)
    return days


def _days_alone(acts: tuple[ActItem, ...], pair: Pair, head: Mapping[str, str]) -> list[date]:
    """Give the first days of what either side did to anybody, from level 3 up."""
    levels = {rung.key: rung.level for rung in load_ladder().rungs}
    done = [
        parse_span(act.date)
        for act in acts
        if act.date is not None
        and levels.get(act.rung, 1) >= 3
        and any(head.get(name, name) in pair for name in act.actors)
    ]
    return [span.first for span in done if span.days <= VAGUE_DAYS]
