"""Entries of a record as items, so that what is read can be held beside what is there."""

from offramp.reading.documents._source import Quote
from offramp.reading.drafts._items import ActItem, RelationItem, SignalItem, Toll
from offramp.record import Act, Relation, Signal


def act_item(act: Act) -> ActItem:
    """Lay out an act of a record as an item; its quotes name its sources and hold no words."""
    return ActItem(
        act.id,
        tuple(Quote(citation.id, 0, 0, "") for citation in act.sources),
        rung=act.act,
        actors=act.by,
        targets=act.against,
        modality="actual" if act.status == "done" else "proposed",
        date=act.date,
        place=act.place.name if act.place else None,
        killed=tuple(Toll(tally.count, tally.says) for tally in act.killed),
    )


def signal_item(signal: Signal) -> SignalItem:
    """Lay out a signal of a record as an item, like an act."""
    return SignalItem(
        signal.id,
        tuple(Quote(citation.id, 0, 0, "") for citation in signal.sources),
        kind=signal.kind,
        sender=signal.from_,
        receivers=signal.to,
        date=signal.date,
    )


def relation_item(relation: Relation) -> RelationItem:
    """Lay out a relation of a record as an item without quotes."""
    return RelationItem(
        "", (), kind=relation.kind, from_=relation.from_, to=relation.to or "",
        between=relation.between,
    )  # fmt: skip
