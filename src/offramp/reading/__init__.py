"""Reading: documents into a draft record, every field with its quote."""

from offramp.reading._offline import code_offline
from offramp.reading._read import read_documents
from offramp.reading.documents._source import Quote, Source
from offramp.reading.documents._sources import load_sources, source_of
from offramp.reading.drafts._edit import OpenRecord
from offramp.reading.drafts._items import (
    ActItem,
    ClaimItem,
    Coder,
    Draft,
    Item,
    Means,
    PartyItem,
    RelationItem,
    Said,
    SignalItem,
    Toll,
    Unverified,
)
from offramp.reading.drafts._join import join
from offramp.reading.drafts._merge import Merged, merge
from offramp.reading.drafts._to_record import DraftRecord, HeldBack, draft_to_record
from offramp.reading.language_model._endpoint import Endpoint, Usage
from offramp.reading.language_model._language_model import LanguageModelCoder
from offramp.reading.marked._gold import load_gold
from offramp.reading.marked._score import Score, score, score_table
from offramp.reading.review._decisions import Decision, decide, read_decisions
from offramp.reading.review._review import Card, Review, cards, review_page
from offramp.reading.verifying._quotes import find_quote
from offramp.reading.verifying._verify import verify

__all__ = [
    "ActItem",
    "Card",
    "ClaimItem",
    "Coder",
    "Decision",
    "Draft",
    "DraftRecord",
    "Endpoint",
    "HeldBack",
    "Item",
    "LanguageModelCoder",
    "Means",
    "Merged",
    "OpenRecord",
    "PartyItem",
    "Quote",
    "RelationItem",
    "Review",
    "Said",
    "Score",
    "SignalItem",
    "Source",
    "Toll",
    "Unverified",
    "Usage",
    "cards",
    "code_offline",
    "decide",
    "draft_to_record",
    "find_quote",
    "join",
    "load_gold",
    "load_sources",
    "merge",
    "read_decisions",
    "read_documents",
    "review_page",
    "score",
    "score_table",
    "source_of",
    "verify",
]
