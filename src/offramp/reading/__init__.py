"""Reading: documents into a draft record, every field with its quote."""

from offramp.reading._items import (
    ActItem,
    ClaimItem,
    Coder,
    Draft,
    Item,
    Means,
    PartyItem,
    Quote,
    RelationItem,
    Said,
    SignalItem,
    Source,
    Toll,
    Unverified,
)

__all__ = [
    "ActItem",
    "ClaimItem",
    "Coder",
    "Draft",
    "Item",
    "Means",
    "PartyItem",
    "Quote",
    "RelationItem",
    "Said",
    "SignalItem",
    "Source",
    "Toll",
    "Unverified",
]
