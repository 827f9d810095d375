"""The offline coder: one document into a draft, with spaCy's small model and tables of our own."""

from offramp.reading.deeds._acts import find_acts
from offramp.reading.deeds._arguments import reported_by
from offramp.reading.deeds._candidate import Candidate
from offramp.reading.deeds._headline import without_headline
from offramp.reading.documents._dateline import is_dispatch
from offramp.reading.documents._source import Quote, Source
from offramp.reading.drafts._items import (
    ActItem,
    ClaimItem,
    Draft,
    PartyItem,
    RelationItem,
    SignalItem,
)
from offramp.reading.english._nlp import Parsed, Sentence, Token, parse
from offramp.reading.parties._cast import Cast
from offramp.reading.parties._parties import Parties
from offramp.reading.said._claims import Judged, find_claims
from offramp.reading.said._signal_found import Found
from offramp.reading.said._signals import find_signals
from offramp.reading.times._dating import is_news
from offramp.reading.weighing._choice import Chooser, shipped_weights

_MOST_QUOTES = 4


def code_offline(source: Source) -> Draft:
    """Read one document into a draft, with no network and no language model.

    Parameters
    ----------
    source : Source
        Cleaned or not; only its kept spans are read.

    Returns
    -------
    Draft
        Its `sources` is that source.

    Raises
    ------
    OfframpError
        When spaCy or its English model is not installed.

    Examples
    --------
    >>> text = "On 2 May 1951 Italian ships shelled the Greek port of Volos. Greece vowed revenge."
    >>> draft = code_offline(Source("note", text, date="1951-05-04"))
    >>> [(act.actors, act.rung, act.targets, act.date) for act in draft.acts]
    [(('italy',), 'strike-home', ('greece',), '1951-05-02')]
    >>> [(signal.kind, signal.sender, signal.receivers) for signal in draft.signals]
    [('vow', 'greece', ('italy',))]
    """
    return read_with(source, Chooser(shipped_weights()))


def read_with(source: Source, chooser: Chooser) -> Draft:
    """Read one document as `code_offline` does, with one's own way to choose who is meant."""
    parsed, parties, found, dates, said = deeds_and_signals(source, chooser)
    judged = find_claims(parsed, parties, found, said, is_news(parsed))
    reading = _Reading(source, parsed, parties.cast, parties, found, dates)
    acts = tuple(reading.act(one) for one in found)
    signals = tuple(reading.signal(n, one) for n, one in enumerate(said, start=1))
    claims = tuple(reading.claim(n, one) for n, one in enumerate(judged, start=1))
    used = {p for act in acts for p in (*act.actors, *act.targets)}
    used |= {p for s in signals for p in (s.sender, *s.receivers, *filter(None, (s.via,)))}
    return Draft((source,), reading.parties(used), reading.relations(used), acts, signals, claims)


def deeds_and_signals(
    source: Source, chooser: Chooser
) -> tuple[Parsed, Parties, list[Candidate], dict[int, str | None], list[Found]]:
    """Read what is done and said: the parsed text, parties, deeds, dates of sentences, signals."""
    parsed = parse(source.clean)
    parties = Parties(Cast(parsed, source.date))
    found, dates = find_acts(parsed, parties, source.date, is_dispatch(source.text))
    chooser.of_acts(found, parties)
    found = without_headline(found, source.clean)
    said = find_signals(parsed, parties, found)
    chooser.of_signals(said, found, parties)
    return parsed, parties, found, dates, said


class _Reading:
    """Turns what was found into items with quotes of the source."""

    def __init__(
        self,
        source: Source,
        parsed: Parsed,
        cast: Cast,
        parties: Parties,
        found: list[Candidate],
        dates: dict[int, str | None],
    ) -> None:
        self.source = source
        self.parsed = parsed
        self.cast = cast
        self.resolver = parties
        self.ids = {id(one): f"a{n}" for n, one in enumerate(found, start=1)}
        self.found = found
        self.dates = dates

    def quote(self, start: int, end: int) -> Quote:
        return self.source.quote(*self.source.span(start, end))

    def sentence(self, sentence: Sentence) -> Quote:
        return self.quote(sentence.start, sentence.end)

    def word(self, token: Token) -> Quote:
        return self.quote(token.idx, token.idx + len(token.text))

    def signal(self, number: int, one: Found) -> SignalItem:
        day = self.dates.get(one.sentence.number)
        return SignalItem(
            f"s{number}",
            (self.sentence(one.sentence),),
            trigger=self.word(one.token),
            kind=one.kind,
            sender=one.sender,
            receivers=one.receivers,
            via=one.via,
            audience=one.audience,
            about=self.ids.get(id(one.about), ""),
            condition=one.condition,
            hours=one.hours,
            public=one.public,
            stance=one.stance,
            date=day,
            date_found="carried" if day else "unknown",
            inferred=tuple(sorted(one.inferred)),
        )

    def claim(self, number: int, one: Judged) -> ClaimItem:
        about = tuple(
            self.ids[id(act)]
            for act in self.found
            if any(s.number == one.sentence.number for s in act.sentences)
        )
        return ClaimItem(
            f"c{number}",
            (self.sentence(one.sentence),),
            claimant=one.claimant,
            hedge=one.hedge,
            about=about,
        )

    def act(self, one: Candidate) -> ActItem:
        channel, admitted = self._channel(one)
        return ActItem(
            self.ids[id(one)],
            tuple(self.sentence(s) for s in one.sentences[:_MOST_QUOTES]),
            trigger=self.word(one.trigger.token),
            rung=one.rung,
            plover=one.plover,
            cameo=one.cameo,
            actors=one.actors,
            targets=one.targets,
            channel=channel,
            admitted=admitted,
            modality=one.modality,
            reported_by=reported_by(one.saying, self.resolver),
            date=one.dated.day,
            date_found=one.dated.found,
            place=one.place,
            country=one.country,
            target_kind=one.target_kind,
            means=one.means,
            killed=one.killed,
            mutual=one.mutual and one.rung == "war",
            leaders=one.leaders,
            inferred=tuple(sorted(one.inferred)),
        )

    def _channel(self, one: Candidate) -> tuple[str, str]:
        if any(self.cast.sponsor(actor) for actor in one.actors):
            return "proxy", "yes"
        states = all(self.cast.kind(actor) == "state" for actor in one.actors)
        if one.rung == "shadow-attack" and states:
            return "covert", "no"
        return "direct", "yes"

    def parties(self, used: set[str]) -> tuple[PartyItem, ...]:
        wanted = set(used)
        for bond in self.cast.bonds.values():
            if bond.from_ in used:
                wanted.add(bond.to)
        items: list[PartyItem] = []
        for party in sorted(
            wanted, key=lambda p: (self.cast.known(p).first < 0, self.cast.known(p).first)
        ):
            entry = self.cast.known(party)
            if entry.first < 0:
                continue
            token = self.parsed.doc[entry.first]
            items.append(
                PartyItem(
                    party,
                    (self.sentence(self.parsed.sentence(token)),),
                    name=entry.name,
                    kind=entry.kind,
                    iso3=entry.iso3,
                    aliases=tuple(sorted(entry.forms - {entry.name})),
                )
            )
        return tuple(items)

    def relations(self, used: set[str]) -> tuple[RelationItem, ...]:
        items: list[RelationItem] = []
        for bond in self.cast.bonds.values():
            if bond.from_ not in used or self.cast.known(bond.to).first < 0:
                continue
            at = bond.token if bond.token >= 0 else self.cast.known(bond.from_).first
            if at < 0:
                continue
            quote = self.sentence(self.parsed.sentence(self.parsed.doc[at]))
            inferred = ("kind",) if bond.token < 0 else ()
            items.append(
                RelationItem(
                    f"r{len(items) + 1}",
                    (quote,),
                    inferred=inferred,
                    kind=bond.kind,
                    from_=bond.from_,
                    to=bond.to,
                )
            )
        return tuple(items)
