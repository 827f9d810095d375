"""Many drafts become one: what is told twice stands once, with two sources."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from offramp.reading._slug import unique
from offramp.reading.documents._source import Quote
from offramp.reading.drafts._items import (
    ActItem,
    ClaimItem,
    Draft,
    Item,
    PartyItem,
    RelationItem,
    Said,
    SignalItem,
    Toll,
)
from offramp.reading.drafts._pair import heads
from offramp.reading.drafts._same import same_act, same_claim, same_party, same_signal
from offramp.record import parse_span

Some = TypeVar("Some", bound=Item)


def join(drafts: Sequence[Draft], *, retold: bool = False) -> Draft:
    """Join drafts of several documents, or of several pieces of one.

    Parameters
    ----------
    drafts : sequence of Draft
        Verified. The ids of sources tell documents apart.
    retold : bool
        Whether acts of one source may be one that it tells again: so for pieces of a document
        that were read apart from one another.

    Returns
    -------
    Draft
        Each party, act, signal and claim once, with all its quotes. Where sources differ on
        the dead, on the day or on who did it, each value stands with the source that gives it.

    Examples
    --------
    >>> join([]).acts
    ()
    """
    joined = Draft()
    for number, draft in enumerate(drafts):
        joined = _joined(joined, renamed(draft, joined, f"{number}."), retold)
    # What two tellings say together may show that a third is the same.
    while len((again := _joined(Draft(), joined, retold)).acts) < len(joined.acts):
        joined = again
    return _with_short_ids(again)


def _joined(one: Draft, other: Draft, retold: bool) -> Draft:
    relations = (*one.relations, *other.relations)
    same = partial(same_act, head=heads(relations), retold=retold)
    new: dict[str, str] = {}
    acts = _folded(one.acts, other.acts, same, _one_act, new)
    signals = _folded(one.signals, other.signals, same_signal, _one_signal, new)
    claims = _folded(one.claims, other.claims, same_claim, _one_claim, new)
    known = {source.id for source in one.sources}
    return Draft(
        (*one.sources, *(source for source in other.sources if source.id not in known)),
        _folded(one.parties, other.parties, lambda a, b: a.id == b.id, _one_party, {}),
        _folded(one.relations, other.relations, _same_relation, _one_item, {}),
        tuple(replace(act, answers=_moved(act.answers, new)) for act in acts),
        tuple(replace(signal, about=new.get(signal.about, signal.about)) for signal in signals),
        tuple(replace(claim, about=_moved(claim.about, new)) for claim in claims),
        tuple(dict.fromkeys((*one.unverified, *other.unverified))),
    )


def _folded(
    one: Iterable[Some],
    other: Iterable[Some],
    same: Callable[[Some, Some], bool],
    unite: Callable[[Some, Some], Some],
    new: dict[str, str],
) -> tuple[Some, ...]:
    """Add items to others, uniting those that are the same; note what became of their ids."""
    kept = list(one)
    for item in other:
        at = next((n for n, there in enumerate(kept) if same(there, item)), None)
        if at is None:
            kept.append(item)
        else:
            new[item.id] = kept[at].id
            kept[at] = unite(kept[at], item)
    return tuple(kept)


def _moved(names: tuple[str, ...], new: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new.get(name, name) for name in names))


def renamed(draft: Draft, joined: Draft, prefix: str) -> Draft:
    """Give a draft's parties the ids that they go by in another, and its items ids of their own.

    Parameters
    ----------
    draft, joined : Draft
        The draft to rename, and the one whose ids for parties stand.
    prefix : str
        What goes in front of the ids of acts, signals and claims.

    Returns
    -------
    Draft
    """
    people: dict[str, str] = {}
    taken = {party.id for party in joined.parties}
    for party in draft.parties:
        if party.id not in people:
            known = next((there.id for there in joined.parties if same_party(there, party)), None)
            people[party.id] = known or unique(party.id, taken)

    def who(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(people.get(name, name) for name in names))

    def one(name: str | None) -> str | None:
        return people.get(name, name) if name else name

    def own(name: str) -> str:
        return f"{prefix}{name}" if name in ids else name

    ids = {item.id for item in (*draft.acts, *draft.signals, *draft.claims)}
    return replace(
        draft,
        parties=tuple(replace(party, id=people[party.id]) for party in draft.parties),
        relations=tuple(
            replace(
                item,
                from_=people.get(item.from_, item.from_),
                to=people.get(item.to, item.to),
                between=who(item.between),
            )
            for item in draft.relations
        ),
        acts=tuple(
            replace(
                act,
                id=own(act.id),
                actors=who(act.actors),
                targets=who(act.targets),
                withheld=who(act.withheld),
                answers=tuple(own(name) for name in act.answers),
                reported_by=one(act.reported_by),
                killed=tuple(replace(toll, says=one(toll.says)) for toll in act.killed),
            )
            for act in draft.acts
        ),
        signals=tuple(
            replace(
                item,
                id=own(item.id),
                sender=people.get(item.sender, item.sender),
                receivers=who(item.receivers),
                via=one(item.via),
                about=own(item.about),
                reported_by=one(item.reported_by),
            )
            for item in draft.signals
        ),
        claims=tuple(
            replace(
                item,
                id=own(item.id),
                claimant=one(item.claimant),
                about=tuple(own(name) for name in item.about),
            )
            for item in draft.claims
        ),
    )


def _one_item(one: Some, other: Some) -> Some:
    """Unite what all items have: a field counts as inferred only where each inferred it."""
    quotes: dict[tuple[str, int, int], Quote] = {
        (quote.source, quote.start, quote.end): quote for quote in (*one.quotes, *other.quotes)
    }
    inferred = tuple(name for name in one.inferred if name in other.inferred)
    return replace(one, quotes=tuple(quotes.values()), inferred=inferred)


def _one_party(one: PartyItem, other: PartyItem) -> PartyItem:
    aliases = dict.fromkeys((*one.aliases, *other.aliases, other.name))
    aliases.pop(one.name, None)
    united = _one_item(one, other)
    return replace(united, aliases=tuple(aliases), iso3=one.iso3 or other.iso3)


def _same_relation(one: RelationItem, other: RelationItem) -> bool:
    ends = [(r.kind, r.from_, r.to, frozenset(r.between)) for r in (one, other)]
    return ends[0] == ends[1]


def _one_act(one: ActItem, other: ActItem) -> ActItem:
    """Unite two tellings of an act: the closer one's values, and what they differ on."""
    if _closeness(other) > _closeness(one):
        first, second = replace(other, id=one.id), one
    else:
        first, second = one, other
    disputed = list(dict.fromkeys((*one.disputed, *other.disputed)))
    date = first.date or second.date
    if first.date and second.date and _days_differ(first.date, second.date):
        disputed += [Said("date", str(act.date), _source(act)) for act in (first, second)]
        date = _between(first.date, second.date)
    actors = _united(first.actors, second.actors, "actors", first, second, disputed)
    united = _one_item(first, second)
    return replace(
        united,
        actors=actors,
        targets=tuple(dict.fromkeys((*first.targets, *second.targets))),
        modality="actual" if "actual" in (one.modality, other.modality) else first.modality,
        reported_by=None if "actual" in (one.modality, other.modality) else first.reported_by,
        date=date,
        date_found=first.date_found if first.date else second.date_found,
        place=first.place or second.place,
        country=first.country or second.country,
        target_kind=first.target_kind or second.target_kind,
        means=tuple(dict.fromkeys((*first.means, *second.means))),
        killed=_tolls(first, second),
        answers=tuple(dict.fromkeys((*first.answers, *second.answers))),
        withheld=tuple(dict.fromkeys((*first.withheld, *second.withheld))),
        leaders=tuple(dict.fromkeys((*first.leaders, *second.leaders))),
        disputed=tuple(dict.fromkeys(disputed)),
        inferred=_still_inferred(united, first, second),
    )


def _united(
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    field: str,
    one: ActItem,
    other: ActItem,
    disputed: list[Said],
) -> tuple[str, ...]:
    """Unite parties that overlap; where they do not, keep ours, and who says what."""
    if not ours or not theirs or set(ours) & set(theirs):
        return tuple(dict.fromkeys((*ours, *theirs)))
    disputed += [Said(field, ", ".join(getattr(act, field)), _source(act)) for act in (one, other)]
    return ours


def _still_inferred(united: ActItem, first: ActItem, second: ActItem) -> tuple[str, ...]:
    # What only one of the two gives is as it was there.
    single = {
        name
        for one, other in ((first, second), (second, first))
        for name in one.inferred
        if not getattr(other, name, None)
    }
    return tuple(sorted({*united.inferred, *single}))


def _closeness(act: ActItem) -> tuple[bool, int]:
    return act.date is not None, -len(act.inferred)


def _days_differ(one: str, other: str) -> bool:
    first, second = parse_span(one), parse_span(other)
    return first.days == second.days == 1 and first != second


def _between(one: str, other: str) -> str:
    spans = sorted((parse_span(one), parse_span(other)))
    return f"{spans[0].first}/{spans[1].last}"


def _tolls(one: ActItem, other: ActItem) -> tuple[Toll, ...]:
    """Keep one number where all agree; else each with who gives it."""
    told = [
        replace(toll, says=toll.says or _source(act)) for act in (one, other) for toll in act.killed
    ]
    if len({toll.count for toll in told}) < 2:
        return (one.killed or other.killed)[:1]
    return tuple(dict.fromkeys(told))


def _source(act: ActItem) -> str:
    return act.quotes[0].source


def _one_signal(one: SignalItem, other: SignalItem) -> SignalItem:
    return replace(
        _one_item(one, other),
        receivers=tuple(dict.fromkeys((*one.receivers, *other.receivers))),
        via=one.via or other.via,
        about=one.about or other.about,
        condition=one.condition or other.condition,
        hours=one.hours if one.hours is not None else other.hours,
        date=one.date or other.date,
        date_found=one.date_found if one.date else other.date_found,
    )


def _one_claim(one: ClaimItem, other: ClaimItem) -> ClaimItem:
    about = tuple(dict.fromkeys((*one.about, *other.about)))
    return replace(_one_item(one, other), about=about, hedge=one.hedge or other.hedge)


def _with_short_ids(draft: Draft) -> Draft:
    new = {
        item.id: f"{letter}{number}"
        for letter, items in (("a", draft.acts), ("s", draft.signals), ("c", draft.claims))
        for number, item in enumerate(items, start=1)
    }
    return replace(
        draft,
        acts=tuple(
            replace(act, id=new[act.id], answers=_moved(act.answers, new)) for act in draft.acts
        ),
        signals=tuple(
            replace(item, id=new[item.id], about=new.get(item.about, item.about))
            for item in draft.signals
        ),
        claims=tuple(
            replace(item, id=new[item.id], about=_moved(item.about, new)) for item in draft.claims
        ),
    )
