"""The tables of crises, of parties and what binds them, and of sources."""

from collections.abc import Iterator
from typing import get_args

from offramp.exporting._entries import CRISIS, OF_CRISIS
from offramp.exporting._shape import Column, Row, Table
from offramp.record import Record, drawn_by_lot
from offramp.record.enums import PartyKind, RelationKind, Reliability, SourceKind, YesNo


def _crises(record: Record) -> Iterator[Row]:
    sides = tuple(f"{side}={'+'.join(parties)}" for side, parties in record.sides.items())
    yield {"id": record.id, "title": record.title, "summary": record.summary,
           "opens": record.opens, "closes": record.closes, "sides": sides,
           "drawn": "yes" if record.id in drawn_by_lot() else "no"}  # fmt: skip


def _parties(record: Record) -> Iterator[Row]:
    for party in record.parties:
        side = next((name for name, held in record.sides.items() if party.id in held), None)
        yield {"crisis": record.id, "id": party.id, "name": party.name, "kind": party.kind,
               "side": side, "iso3": party.iso3, "nuclear": party.nuclear,
               "democracy": party.democracy, "note": party.note}  # fmt: skip


def _relations(record: Record) -> Iterator[Row]:
    for one in record.relations:
        yield {"crisis": record.id, "kind": one.kind, "from": one.from_, "to": one.to,
               "between": one.between, "date": one.date, "note": one.note,
               "sources": tuple(cited.id for cited in one.sources)}  # fmt: skip


def _sources(record: Record) -> Iterator[Row]:
    for source in record.sources:
        yield {"crisis": record.id, "id": source.id, "kind": source.kind,
               "author": source.author, "title": source.title, "publisher": source.publisher,
               "date": source.date, "url": source.url, "reliability": source.reliability,
               "note": source.note}  # fmt: skip


CRISES = Table(
    "crises",
    "Crises",
    "One row a record: what it is about, and which days it covers.",
    (
        Column("id", "string", "The record's id.", needed=True),
        Column("title", "string", "Its title.", needed=True),
        Column("summary", "string", "The crisis in a few sentences, as one sees it afterwards."),
        Column("opens", "date", "The day on which the confrontation begins.", needed=True),
        Column("closes", "date", "The last day on which the coder looked."),
        Column("sides", "string", "The two sides, as side=party+party; separated by ';'.", True),
        Column(
            "drawn", "string", "Whether it was drawn by lot, and not chosen.", among=get_args(YesNo)
        ),
    ),
    _crises,
    ("id",),
)

PARTIES = Table(
    "parties",
    "Parties",
    "Who acts, speaks, hosts or is struck.",
    (
        CRISIS,
        Column("id", "string", "The party's id, unique in its record.", needed=True),
        Column("name", "string", "Its name.", needed=True),
        Column("kind", "string", "What sort of party it is.", True, get_args(PartyKind)),
        Column("side", "string", "The side that lists it; empty where none does."),
        Column("iso3", "string", "ISO 3166 code of a state, three letters."),
        Column("nuclear", "string", "Whether it has nuclear weapons; empty where disputed.",
               among=get_args(YesNo)),
        Column("democracy", "string", "Whether it is a democracy; empty where disputed.",
               among=get_args(YesNo)),
        Column("note", "string", "Anything a reader should know about it."),
    ),
    _parties,
    ("crisis", "id"),
    (OF_CRISIS,),
)  # fmt: skip

RELATIONS = Table(
    "relations",
    "Relations",
    "What one party is to another, and when.",
    (
        CRISIS,
        Column("kind", "string", "What 'from' is to 'to'.", True, get_args(RelationKind)),
        Column("from", "string", "The proxy, the part, the carrier of a channel.", needed=True),
        Column("to", "string", "The party that it leads to; empty for a channel."),
        Column("between", "string", "For a channel: who speaks through it; separated by ';'."),
        Column("date", "string", "When it held (EDTF); empty where it always holds."),
        Column("sources", "string", "The sources' ids; separated by ';'."),
        Column("note", "string", "Anything a reader should know about it."),
    ),
    _relations,
    links=(OF_CRISIS, (("crisis", "from"), "parties", ("crisis", "id"))),
)

SOURCES = Table(
    "sources",
    "Sources",
    "The published texts that the records rest on.",
    (
        CRISIS,
        Column("id", "string", "The source's id, unique in its record.", needed=True),
        Column("kind", "string", "What sort of text it is.", True, get_args(SourceKind)),
        Column("author", "string", "Who wrote it."),
        Column("title", "string", "Its title.", needed=True),
        Column("publisher", "string", "Who published it.", needed=True),
        Column("date", "string", "When it was published (EDTF)."),
        Column("url", "string", "Where it can be read."),
        Column("reliability", "string", "Admiralty grade of the source, A to F.", True,
               get_args(Reliability)),
        Column("note", "string", "Anything a reader should know about it."),
    ),
    _sources,
    ("crisis", "id"),
    (OF_CRISIS,),
)  # fmt: skip
