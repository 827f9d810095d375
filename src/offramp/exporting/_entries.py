"""The tables of what was done and said, and of who says so."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from offramp.exporting._shape import Column, Link, Row, Table
from offramp.history import ladder_of
from offramp.record import Act, Citation, Count, Record, Signal
from offramp.record.enums import (
    Admitted,
    Audience,
    Channel,
    Damage,
    SignalKind,
    Stance,
    Status,
    TargetKind,
    YesNo,
)

CRISIS = Column("crisis", "string", "The record's id.", needed=True)
OF_CRISIS: Link = (("crisis",), "crises", ("id",))
_DATED = (
    Column("date", "string", "When it happened, as the record has it (EDTF).", needed=True),
    Column("first", "date", "The first day that the date may mean.", needed=True),
    Column("last", "date", "The last day that the date may mean.", needed=True),
    Column("known", "date", "The day on which it became known to the public.", needed=True),
)
_TOLD = (
    Column("title", "string", "One short line."),
    Column("summary", "string", "A few sentences."),
    Column("inferred", "string", "Fields that no source states; separated by ';'."),
    Column("note", "string", "Anything a reader should know about it."),
)


def _dated(record: Record, entry: Act | Signal) -> Row:
    return {
        "crisis": record.id, "id": entry.id, "date": entry.date, "first": entry.span.first,
        "last": entry.span.last, "known": entry.known_on, "title": entry.title,
        "summary": entry.summary, "inferred": entry.inferred, "note": entry.note,
    }  # fmt: skip


def _sides(record: Record, entry: Act | Signal, parties: tuple[str, ...]) -> tuple[str, ...]:
    found = {record.side_of(party, entry.span.last) for party in parties} - {None}
    return tuple(side for side in record.sides if side in found)


def _acts(record: Record) -> Iterator[Row]:
    ladder = ladder_of(record)
    for act in record.acts:
        rung, dead, place, target = ladder.rung(act.act), act.dead, act.place, act.target
        yield {
            **_dated(record, act),
            "by": act.by, "against": act.against, "sides": _sides(record, act, act.by),
            "act": act.act, "level": rung.level, "channel": act.channel,
            "admitted": act.admitted, "mutual": act.mutual, "status": act.status,
            "place": place and place.name, "country": place and place.country,
            "lat": place and place.lat, "lon": place and place.lon,
            "target": target and target.kind, "sovereign": target and target.sovereign,
            "non_state": target and target.non_state,
            "leaders": target and tuple(f"{one.name}|{one.rank}" for one in target.leaders),
            "killed_low": dead and dead.low, "killed_high": dead and dead.high,
            "damage": act.damage, "answers": act.answers, "withheld": act.withheld,
            "defenders": act.exchange and act.exchange.defenders,
            "notice_hours": act.exchange and act.exchange.notice_hours,
        }  # fmt: skip


def _signals(record: Record) -> Iterator[Row]:
    for signal in record.signals:
        yield {
            **_dated(record, signal),
            "kind": signal.kind, "from": signal.from_, "to": signal.to, "via": signal.via,
            "sides": _sides(record, signal, (signal.from_,)),
            "audience": signal.audience, "about": signal.about, "if": signal.if_,
            "hours": signal.hours, "public": signal.public, "stance": signal.stance,
            "disputed": signal.disputed,
        }  # fmt: skip


def _tallies(record: Record) -> Iterator[Row]:
    for act in record.acts:
        told = [("killed", tally) for tally in act.killed]
        exchange = act.exchange
        if exchange is not None:
            for kind, tallies in exchange.launched.by_kind.items():
                told += [(f"launched {kind}", tally) for tally in tallies]
        for what, tally in told:
            yield _told(record, act, what, tally.says, tally.count, tally.known)
        for outcome in exchange.outcome if exchange is not None else ():
            for kind, fate in outcome.by_kind.items():
                ends = {"failed": fate.failed, "stopped": fate.stopped, "hit": fate.hit}
                for end, count in ends.items():
                    if count is not None:
                        what = f"{end} {kind}"
                        yield _told(record, act, what, outcome.says, count, outcome.known)


def _told(
    record: Record, act: Act, what: str, says: str | None, count: Count, known: date | None
) -> Row:
    return {
        "crisis": record.id, "act": act.id, "what": what, "says": says,
        "low": count.low, "high": count.high, "known": known,
    }  # fmt: skip


def _citations(record: Record) -> Iterator[Row]:
    def rows(entry: str, what: str, cited: tuple[Citation, ...]) -> Iterator[Row]:
        for citation in cited:
            yield {"crisis": record.id, "entry": entry, "what": what, "source": citation.id,
                   "quote": citation.quote}  # fmt: skip

    for act in record.acts:
        yield from rows(act.id, "act", act.sources)
        exchange = act.exchange
        for tally in act.killed:
            yield from rows(act.id, "killed", tally.sources)
        if exchange is None:
            continue
        for tallies in exchange.launched.by_kind.values():
            for tally in tallies:
                yield from rows(act.id, "launched", tally.sources)
        for outcome in exchange.outcome:
            yield from rows(act.id, "outcome", outcome.sources)
    for signal in record.signals:
        yield from rows(signal.id, "signal", signal.sources)


ACTS = Table(
    "acts",
    "Acts",
    "What was done, on which day, by whom, against whom, on which rung.",
    (
        CRISIS,
        Column("id", "string", "The act's id, unique in its record.", needed=True),
        *_DATED,
        Column("by", "string", "The parties that did it; separated by ';'.", needed=True),
        Column("against", "string", "The parties that it was done to; separated by ';'."),
        Column("sides", "string", "The sides that they act for on that day; empty for third "
               "parties."),
        Column("act", "string", "The rung of the ladder.", needed=True),
        Column("level", "integer", "Hostility level of Militarized Interstate Disputes: 1 no "
               "force, 2 threat, 3 display, 4 use of force, 5 war.", needed=True),
        Column("channel", "string", "Openly, through a proxy or covertly.", True,
               get_args(Channel)),
        Column("admitted", "string", "Whether those who did it own up to it.", True,
               get_args(Admitted)),
        Column("mutual", "string", "Whether it is a clash that neither side began.", True,
               get_args(YesNo)),
        Column("status", "string", "Done, or only threatened or proposed.", True,
               get_args(Status)),
        Column("place", "string", "Where it happened."),
        Column("country", "string", "ISO 3166 code of the country, three letters."),
        Column("lat", "number", "Latitude of the place as written, in degrees, north positive."),
        Column("lon", "number", "Longitude of the place as written, in degrees, east positive."),
        Column("target", "string", "What sort of target it was.", among=get_args(TargetKind)),
        Column("sovereign", "string", "Whether it counts as the other's own soil.",
               among=get_args(YesNo)),
        Column("non_state", "string", "Whether the target belonged to no state.",
               among=get_args(YesNo)),
        Column("leaders", "string", "Leaders who were struck at, as name|rank; separated by ';'."),
        Column("killed_low", "integer", "The lowest number of dead that anyone gives."),
        Column("killed_high", "integer", "The highest number of dead that anyone gives."),
        Column("damage", "string", "How much was destroyed.", among=get_args(Damage)),
        Column("answers", "string", "The earlier acts that it answers; separated by ';'."),
        Column("withheld", "string", "Parties that were kept out; separated by ';'."),
        Column("defenders", "string", "Parties that took part in the defence; separated by ';'."),
        Column("notice_hours", "number", "How long before it the defence knew, in hours."),
        *_TOLD,
    ),
    _acts,
    ("crisis", "id"),
    (OF_CRISIS,),
)  # fmt: skip

SIGNALS = Table(
    "signals",
    "Signals",
    "What was said: threats, vows, notice, limits, offers, mediation and so on.",
    (
        CRISIS,
        Column("id", "string", "The signal's id, unique in its record.", needed=True),
        *_DATED,
        Column("kind", "string", "What sort of signal it is.", True, get_args(SignalKind)),
        Column("from", "string", "The party that sends it.", needed=True),
        Column("to", "string", "The parties that it is meant for; separated by ';'."),
        Column("via", "string", "The party that carries it."),
        Column("sides", "string", "The side that the sender acts for; empty for a third party."),
        Column("audience", "string", "Who is meant to hear it.", among=get_args(Audience)),
        Column("about", "string", "The id of an act, or a few words, that it is about."),
        Column("if", "string", "The condition, for a conditional threat."),
        Column("hours", "number", "For a notice: how many hours before the act."),
        Column("public", "string", "Whether it was said in public.", True, get_args(YesNo)),
        Column("stance", "string", "For a stance: what the sender will do for the receiver.",
               among=get_args(Stance)),
        Column("disputed", "string", "Parties that deny it was sent; separated by ';'."),
        *_TOLD,
    ),
    _signals,
    ("crisis", "id"),
    (OF_CRISIS,),
)  # fmt: skip

TALLIES = Table(
    "tallies",
    "Tallies",
    "How many were killed, launched, failed, stopped and hit, one row for each who says so.",
    (
        CRISIS,
        Column("act", "string", "The act's id.", needed=True),
        Column("what", "string", "'killed', or what became of which kind of munition.", True),
        Column("says", "string", "The source or party that says so; empty where the act's "
               "sources do."),
        Column("low", "integer", "The number, or the lower end of its range.", needed=True),
        Column("high", "integer", "The number, or the higher end of its range.", needed=True),
        Column("known", "date", "The day on which it became known, where stated."),
    ),
    _tallies,
    links=(OF_CRISIS, (("crisis", "act"), "acts", ("crisis", "id"))),
)  # fmt: skip

CITATIONS = Table(
    "citations",
    "Citations",
    "Which source each act, signal and number rests on, with the words that carry it.",
    (
        CRISIS,
        Column("entry", "string", "The id of the act or signal.", needed=True),
        Column("what", "string", "What of it rests on the source.", True,
               ("act", "signal", "killed", "launched", "outcome")),
        Column("source", "string", "The source's id.", needed=True),
        Column("quote", "string", "The words of the source; they belong to its publisher."),
    ),
    _citations,
    links=(OF_CRISIS, (("crisis", "source"), "sources", ("crisis", "id"))),
)  # fmt: skip
