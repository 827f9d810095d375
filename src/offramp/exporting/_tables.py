"""The tables of a package, in the order in which a reader meets them."""

from offramp.exporting._entries import ACTS, CITATIONS, SIGNALS, TALLIES
from offramp.exporting._scene import CRISES, PARTIES, RELATIONS, SOURCES
from offramp.exporting._shape import Table

TABLES: tuple[Table, ...] = (
    CRISES, PARTIES, RELATIONS, SOURCES, ACTS, SIGNALS, TALLIES, CITATIONS
)  # fmt: skip
"""A new table is one more constant here."""
