"""Record: the sourced account of one crisis, read, checked, filtered and written."""

from offramp.record._acts import Act, Leader, Place, Target
from offramp.record._base import Count
from offramp.record._claims import Belief, Claim, ClaimTest, Question
from offramp.record._dates import Span, parse_day, parse_span
from offramp.record._exchange import (
    Exchange,
    Fate,
    Launched,
    Layer,
    Outcome,
    Tally,
    Wave,
    overall,
)
from offramp.record._parties import Party, Relation
from offramp.record._record import Record
from offramp.record._signals import Signal
from offramp.record._sources import Citation, Source

__all__ = [
    "Act",
    "Belief",
    "Citation",
    "Claim",
    "ClaimTest",
    "Count",
    "Exchange",
    "Fate",
    "Launched",
    "Layer",
    "Leader",
    "Outcome",
    "Party",
    "Place",
    "Question",
    "Record",
    "Relation",
    "Signal",
    "Source",
    "Span",
    "Tally",
    "Target",
    "Wave",
    "overall",
    "parse_day",
    "parse_span",
]
