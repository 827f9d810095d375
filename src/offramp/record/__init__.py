"""Record: the sourced account of one crisis, read, checked, filtered and written."""

from offramp.record._acts import Act, Leader, Place, Target
from offramp.record._base import Count
from offramp.record._check import (
    CheckResult,
    check,
    check_content,
    find_record,
    open_record,
    parse_record,
)
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
from offramp.record._file import RecordFile, write_record
from offramp.record._library import drawn_by_lot, library
from offramp.record._parties import Party, Relation
from offramp.record._record import Record
from offramp.record._schema import record_schema
from offramp.record._signals import Signal
from offramp.record._sources import Citation, Source
from offramp.record._starter import new_record
from offramp.record._write import dump

__all__ = [
    "Act",
    "Belief",
    "CheckResult",
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
    "RecordFile",
    "Relation",
    "Signal",
    "Source",
    "Span",
    "Tally",
    "Target",
    "Wave",
    "check",
    "check_content",
    "drawn_by_lot",
    "dump",
    "find_record",
    "library",
    "new_record",
    "open_record",
    "overall",
    "parse_day",
    "parse_record",
    "parse_span",
    "record_schema",
    "write_record",
]
