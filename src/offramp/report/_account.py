"""A record becomes what the page shows of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from offramp.futures import Findings
from offramp.record import Act, Citation, Record, Signal
from offramp.report._embed import web_link
from offramp.report._items import Account, Item, Quote, SourceRow, Tone
from offramp.report._ladder import ladder_of
from offramp.report._text import days_between, listing, number, short

ADMITTED = {
    "yes": "admitted",
    "no": "not admitted",
    "denied": "denied",
    "partly": "partly admitted",
}

NOTE = "Coder’s note, which may know what came later"


def account_of(findings: Findings) -> Account:
    """Lay out the record of the findings, in order of time."""
    return _laid_out(_Kept(findings))


def later_than(record: Record, day: date) -> set[str]:
    """Name the sources that came out, or may have come out, after a day."""
    return {one.id for one in record.sources if one.span is not None and one.span.last > day}


class _Kept:
    """Findings as a key: the same object is laid out once, whatever it holds."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings

    def __hash__(self) -> int:
        return id(self.findings)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept) and other.findings is self.findings


@lru_cache(maxsize=2)
def _laid_out(kept: _Kept) -> Account:
    findings = kept.findings
    record = findings.record
    reader = _Reader(findings, record)
    acts = sorted(record.acts, key=lambda act: (act.span.last, act.span.first, act.id))
    signals = sorted(record.signals, key=lambda one: (one.span.last, one.span.first, one.id))
    return Account(
        title=record.title,
        summary=record.summary or "",
        opens=record.opens,
        acts=tuple(reader.act(n, act) for n, act in enumerate(acts)),
        signals=tuple(reader.signal(n, signal) for n, signal in enumerate(signals)),
        sources=reader.sources(),
    )


class _Reader:
    """Reads the entries of one record for one pair of sides."""

    def __init__(self, findings: Findings, record: Record) -> None:
        self.record = record
        self.ladder = ladder_of(findings)
        self.names = {party.id: party.name for party in record.parties}
        self.titles = {act.id: act.title or _untitled(act.id) for act in record.acts}
        self.cited = {source.id: source for source in record.sources}
        first, second = findings.forecast.sides
        self.tones: dict[str | None, Tone] = {first.key: "a", second.key: "b"}

    def named(self, ids: Iterable[str]) -> str:
        """Write parties by their names."""
        return listing(short(self.names.get(name, name), 80) for name in ids)

    def tone(self, parties: Sequence[str], on: date) -> Tone:
        """Say whose colour an entry has."""
        sides = {self.record.side_of(party, on) for party in parties} - {None}
        if not sides:
            return "other"
        return self.tones.get(sides.pop(), "other") if len(sides) == 1 else "both"

    def act(self, place: int, act: Act) -> Item:
        """Lay out one act."""
        rung = self.ladder.rung(act.act)
        exchange = act.exchange
        target = act.target
        facts = {
            "Where": short(act.place.name, 120) if act.place else "",
            "Target": _target(act),
            "Leaders struck at": listing(
                f"{short(one.name, 80)} ({one.rank.replace('-', ' ')})" for one in target.leaders
            )
            if target
            else "",
            "Killed": str(act.dead).replace("..", " to ") if act.dead is not None else "",
            "Damage": act.damage or "",
            "Answers": listing(self._titled(name) for name in act.answers),
            "Kept out of it": self.named(act.withheld),
            "Launched": "; ".join(
                f"{kind}: {' or '.join(str(one.count).replace('..', ' to ') for one in told)}"
                for kind, told in exchange.launched.by_kind.items()
            )
            if exchange
            else "",
            "Status": act.status if act.status != "done" else "",
            "Inferred, not stated": listing(act.inferred),
            NOTE: short(act.note or "", 600),
        }
        return Item(
            key=f"act-{place}",
            id=act.id,
            first=act.span.first,
            last=act.span.last,
            when=days_between(act.span.first, act.span.last),
            tone="both" if act.mutual == "yes" else self.tone(act.by, act.span.last),
            who=self.named(act.by),
            whom=self.named(act.against),
            what=rung.name,
            level=rung.order,
            channel=act.channel,
            admitted=ADMITTED[act.admitted],
            status=act.status,
            title=short(act.title or _untitled(act.id), 140),
            summary=short(act.summary or "", 1200),
            facts=_filled(facts),
            quotes=self._quotes(act.sources),
        )

    def signal(self, place: int, signal: Signal) -> Item:
        """Lay out one signal."""
        about = signal.about or ""
        facts = {
            "Through": self.named([signal.via]) if signal.via else "",
            "About": self._titled(about) if about else "",
            "Condition": short(signal.if_ or "", 300),
            "Hours before": number(signal.hours, 0) if signal.hours is not None else "",
            "Stance": signal.stance or "",
            "Audience": signal.audience or "",
            "Public": "no" if signal.public == "no" else "",
            "Disputed by": self.named(signal.disputed),
            "Inferred, not stated": listing(signal.inferred),
            NOTE: short(signal.note or "", 600),
        }
        return Item(
            key=f"signal-{place}",
            id=signal.id,
            first=signal.span.first,
            last=signal.span.last,
            when=days_between(signal.span.first, signal.span.last),
            tone=self.tone([signal.from_], signal.span.last),
            who=self.named([signal.from_]),
            whom=self.named(signal.to),
            what=signal.kind.replace("-", " "),
            level=0,
            channel="",
            admitted="",
            status="",
            title=short(signal.title or _untitled(signal.id), 140),
            summary=short(signal.summary or "", 1200),
            facts=_filled(facts),
            quotes=self._quotes(signal.sources),
        )

    def sources(self) -> tuple[SourceRow, ...]:
        """List the sources, those most cited first."""
        entries = (*self.record.acts, *self.record.signals)
        counts = Counter(citation.id for entry in entries for citation in entry.sources)
        rows = [
            SourceRow(
                id=source.id,
                title=short(source.title, 160),
                author=short(source.author or "", 120),
                publisher=short(source.publisher, 120),
                dated=source.date or "",
                kind=source.kind,
                reliability=source.reliability,
                url=web_link(source.url),
                cited=counts[source.id],
                note=short(source.note or "", 120),
            )
            for source in self.record.sources
        ]
        return tuple(sorted(rows, key=lambda row: (-row.cited, row.publisher, row.id)))

    def _quotes(self, citations: Iterable[Citation]) -> tuple[Quote, ...]:
        quotes: list[Quote] = []
        for citation in citations:
            source = self.cited.get(citation.id)
            quotes.append(
                Quote(
                    title=short(source.title if source else citation.id, 100),
                    publisher=short(source.publisher if source else "", 80),
                    dated=(source.date or "") if source else "",
                    reliability=source.reliability if source else "",
                    url=web_link(source.url) if source else None,
                    quote=short(citation.quote or "", 320),
                )
            )
        return tuple(quotes)

    def _titled(self, name: str) -> str:
        return short(self.titles.get(name, name), 140)


def _target(act: Act) -> str:
    if act.target is None:
        return ""
    kind = act.target.kind.replace("-", " ")
    own = ", the other’s sovereign soil" if act.target.sovereign == "yes" else ""
    return f"{kind}{own}"


def _untitled(name: str) -> str:
    return name.replace("-", " ").replace("_", " ")


def _filled(facts: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((label, text) for label, text in facts.items() if text)
