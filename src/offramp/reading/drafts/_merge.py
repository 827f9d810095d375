"""A draft goes into a record that exists: what is there stays as a hand left it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from offramp._errors import OfframpError
from offramp.reading._slug import unique
from offramp.reading.documents._source import Quote, Source
from offramp.reading.drafts._as_items import act_item, relation_item, signal_item
from offramp.reading.drafts._checked import faults_of
from offramp.reading.drafts._edit import OpenRecord
from offramp.reading.drafts._entries import (
    Names,
    act_entry,
    citations,
    claim_entry,
    relation_entry,
    signal_entry,
)
from offramp.reading.drafts._items import ActItem, Draft, Item, PartyItem
from offramp.reading.drafts._join import renamed
from offramp.reading.drafts._pair import heads
from offramp.reading.drafts._same import same_act, same_signal
from offramp.reading.drafts._sound import sound_relations
from offramp.reading.drafts._to_record import (
    HeldBack,
    fit_act,
    fit_signal,
    party_entry,
    source_entry,
)
from offramp.record import Record, open_record, parse_span
from offramp.record import Source as RecordSource


@dataclass(frozen=True)
class Merged:
    """A record's file with a draft in it, not yet written.

    Attributes
    ----------
    file : OpenRecord
        To be saved.
    added : mapping of (str, str) to Item
        From section and id (for relations: index) to the item that was added.
    cited : tuple of (str, str, str)
        Section and id of entries that were there and have a source more, and that source.
    differences : tuple of str
        Where a new source says otherwise than the record, in sentences; the record stands.
    read_before : tuple of str
        Ids of sources that the record holds already; nothing of theirs was added again, for what
        is not there was taken out by a hand.
    held_back : tuple of HeldBack
    """

    file: OpenRecord
    added: Mapping[tuple[str, str], Item]
    cited: tuple[tuple[str, str, str], ...]
    differences: tuple[str, ...]
    read_before: tuple[str, ...]
    held_back: tuple[HeldBack, ...]


def merge(path: Path | str, draft: Draft) -> Merged:
    """Put a draft into a record's file.

    Parameters
    ----------
    path : Path or str
        The record's folder or crisis.yaml.
    draft : Draft
        Verified and joined.

    Returns
    -------
    Merged
        Nothing is written before its file is saved.

    Raises
    ------
    UsageError
        When there is no such record.
    RecordError
        When the record is not sound.
    """
    record, file = open_record(path), OpenRecord.load(path)
    before = tuple(s.id for s in draft.sources if _known_source(s, record) is not None)
    fresh = _only_from(draft, {s.id for s in draft.sources} - set(before))
    fresh = _with_ids_of(fresh, record)
    merging = _Merging(record, file, fresh)
    merging.sources()
    merging.match()
    merging.add()
    return Merged(
        file, merging.added, tuple(merging.cited),
        (*_strange(fresh, record), *merging.differences), before, tuple(merging.held),
    )  # fmt: skip


def _strange(draft: Draft, record: Record) -> tuple[str, ...]:
    """Warn where nobody of whom the documents tell stands in the record."""
    told = {name for act in draft.acts for name in (*act.actors, *act.targets)}
    told |= {name for one in draft.signals for name in (one.sender, *one.receivers)}
    if not told or told & {party.id for party in record.parties}:
        return ()
    return (
        "! Nobody of whom this tells stands in the record: it seems to be of another crisis. "
        "Drop what does not belong, or begin a record of its own with --out.",
    )


class _Merging:
    """One merge under way."""

    def __init__(self, record: Record, file: OpenRecord, draft: Draft) -> None:
        self.record, self.file, self.draft = record, file, draft
        self.added: dict[tuple[str, str], Item] = {}
        self.cited: list[tuple[str, str, str]] = []
        self.differences: list[str] = []
        self.held: list[HeldBack] = []
        # Acts in acts.csv cannot be cited for: they stand in another file.
        self.here = file.names()
        self.citing: list[tuple[str, str, dict[str, str]]] = []
        sections = (record.acts, record.signals, record.claims, record.questions)
        people = {party.id: party.name for party in (*record.parties, *draft.parties)}
        self.names = Names(
            {source.id: source for source in draft.sources},
            people,
            taken={entry.id for section in sections for entry in section},
        )

    def sources(self) -> None:
        for source in self.draft.sources:
            self.file.append("sources", source_entry(source))

    def match(self) -> None:
        """Find what the record has already, and cite the new sources for it."""
        there = [act_item(act) for act in self.record.acts]
        head = heads((*self.draft.relations, *map(relation_item, self.record.relations)))
        for act in self.draft.acts:
            known = next((one for one in there if same_act(one, act, head)), None)
            if known is not None:
                self.names.of[act.id] = known.id
                self._cite("acts", known.id, act)
                self.differences += _differences(known, act, head)
        told = [signal_item(signal) for signal in self.record.signals]
        for signal in self.draft.signals:
            same = next((one for one in told if same_signal(one, signal)), None)
            if same is not None:
                self.names.of[signal.id] = same.id
                self._cite("signals", same.id, signal)
        if self.citing:
            self.file.cite_all(self.citing)

    def _cite(self, section: str, name: str, item: Item) -> None:
        firsts = {one["id"]: one for one in reversed(citations(item, self.names.sources))}
        for source, citation in firsts.items():
            if name in self.here:
                self.citing.append((section, name, citation))
                self.cited.append((section, name, source))
            else:
                self.differences.append(f'"{name}" is told by {source} too.')

    def add(self) -> None:
        """Add what is new, but nothing that `check` would refuse."""
        made: list[tuple[str, dict[str, Any], Item]] = []
        for act in self.draft.acts:
            if act.id not in self.names.of and fit_act(act, self.held):
                made.append(("acts", act_entry(act, self.names), act))
        opens = self.record.opens
        for signal in self.draft.signals:
            if signal.id not in self.names.of and fit_signal(signal, self.held):
                until = self.names.sources[signal.quotes[0].source].date or str(opens)
                undated = f"{opens}/{until}" if str(opens) < until else until
                made.append(("signals", signal_entry(signal, self.names, undated), signal))
        made += [("claims", claim_entry(item, self.names), item) for item in self.draft.claims]
        there = tuple(map(relation_item, self.record.relations))
        both = replace(self.draft, relations=(*there, *self.draft.relations))
        fitting, refused = sound_relations(both)
        # Those of the record have no quotes; a circle is opened where it is new.
        self.held += [HeldBack("relation", one, why) for one, why in refused if one.quotes]
        made += [
            ("relations", relation_entry(relation, self.names.sources), relation)
            for relation in fitting
            if relation.quotes
        ]
        self._leave_sound_answers(made)
        made = self._sound(made)
        here = {party.id for party in self.record.parties}
        needed = {name for _, entry, _ in made for name in _parties_in(entry)}
        for party in self.draft.parties:
            if party.id in needed - here:
                made.append(("parties", party_entry(party), party))
        relations = len(self.record.relations)
        for section, entry, item in made:
            self.file.append(section, entry)
            # Relations have no id, and go by their index.
            self.added[section, str(entry.get("id", relations))] = item
            relations += section == "relations"

    def _leave_sound_answers(self, made: list[tuple[str, dict[str, Any], Item]]) -> None:
        """Leave only answers to acts that the record holds and that came before."""
        firsts = {act.id: act.span.first for act in self.record.acts}
        for section, entry, _ in made:
            if section == "acts" and "answers" in entry:
                last = parse_span(entry["date"]).last
                sound = [name for name in entry["answers"] if firsts.get(name, last) < last]
                entry["answers"] = sound
                if not sound:
                    del entry["answers"]
                firsts[entry["id"]] = parse_span(entry["date"]).first

    def _sound(
        self, made: list[tuple[str, dict[str, Any], Item]]
    ) -> list[tuple[str, dict[str, Any], Item]]:
        old = self.record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        people = [party_entry(party) for party in self.draft.parties]
        here = {party.id for party in self.record.parties}
        for _ in range(20):
            data = dict(old)
            data["parties"] = [
                *data.get("parties", []),
                *(p for p in people if p["id"] not in here),
            ]
            data["sources"] = [*data.get("sources", []), *map(source_entry, self.draft.sources)]
            places: dict[tuple[str, int], int] = {}
            for number, (section, entry, _item) in enumerate(made):
                data[section] = [*data.get(section, []), entry]
                places[section, len(data[section]) - 1] = number
            found = faults_of(data)
            if not found:
                break
            faults = {places[at]: why for at, why in found.items() if at in places}
            if not faults:
                # A new relation can put a party on a side, and so spoil what stands there.
                why = "With it the record would not be sound any more."
                faults = {n: why for n, one in enumerate(made) if one[0] == "relations"}
            if not faults:
                raise OfframpError(f"The record would not be sound: {next(iter(found.values()))}")
            self.held += [HeldBack(made[n][0].rstrip("s"), made[n][2], faults[n]) for n in faults]
            made = [one for number, one in enumerate(made) if number not in faults]
        return made


def _parties_in(entry: Mapping[str, Any]) -> set[str]:
    found: set[str] = set()
    for key in ("by", "against", "withheld", "to", "between", "from", "via"):
        value = entry.get(key, ())
        found.update([value] if isinstance(value, str) else value)
    return found


def _known_source(source: Source, record: Record) -> RecordSource | None:
    """Find a source in a record: by its address, or by title, publisher and date."""
    for there in record.sources:
        if source.url and there.url:
            if there.url == source.url:
                return there
            continue
        titled = _bare(there.title) == _bare(source.title) and there.date == source.date
        if titled and _bare(source.publisher) in ("", _bare(there.publisher)):
            return there
    return None


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


def _only_from(draft: Draft, names: set[str]) -> Draft:
    """Leave only the sources named, and what stands on them."""

    def of(items: tuple[Any, ...]) -> tuple[Any, ...]:
        kept: list[Any] = []
        for item in items:
            quotes = tuple(quote for quote in item.quotes if quote.source in names)
            if quotes:
                kept.append(replace(item, quotes=quotes))
        return tuple(kept)

    return replace(
        draft,
        sources=tuple(source for source in draft.sources if source.id in names),
        parties=of(draft.parties), relations=of(draft.relations), acts=of(draft.acts),
        signals=of(draft.signals), claims=of(draft.claims),
    )  # fmt: skip


def _with_ids_of(draft: Draft, record: Record) -> Draft:
    """Call parties as the record calls them, and sources so that no id is taken twice."""
    taken = {source.id for source in record.sources}
    new = {source.id: unique(source.id, taken) for source in draft.sources}
    if any(old != name for old, name in new.items()):
        draft = _with_sources(draft, new)
    there = Draft(
        parties=tuple(
            PartyItem(party.id, (), name=party.name, kind=party.kind, iso3=party.iso3)
            for party in record.parties
        )
    )
    return renamed(draft, there, "new.")


def _with_sources(draft: Draft, new: Mapping[str, str]) -> Draft:
    def quote(one: Quote) -> Quote:
        return replace(one, source=new.get(one.source, one.source))

    def of(items: tuple[Any, ...]) -> tuple[Any, ...]:
        kept: list[Any] = []
        for item in items:
            moved = replace(item, quotes=tuple(map(quote, item.quotes)))
            trigger = getattr(moved, "trigger", None)
            kept.append(replace(moved, trigger=quote(trigger)) if trigger else moved)
        return tuple(kept)

    return Draft(
        tuple(replace(source, id=new[source.id]) for source in draft.sources),
        of(draft.parties), of(draft.relations), of(draft.acts), of(draft.signals),
        of(draft.claims), draft.unverified,
    )  # fmt: skip


def _differences(there: ActItem, told: ActItem, head: Mapping[str, str]) -> list[str]:
    """Say where a new telling of an act differs from the record's."""
    source, found = told.quotes[0].source, list[str]()
    if told.date != there.date:
        found.append(f'"{there.id}": {source} gives the date {told.date}, not {there.date}.')
    counts = {str(toll.count) for toll in there.killed}
    for toll in told.killed:
        if str(toll.count) not in counts:
            has = " and ".join(sorted(counts)) or "none"
            found.append(f'"{there.id}": {source} gives {toll.count} dead, the record {has}.')
    ours, theirs = ({head.get(name, name) for name in act.actors} for act in (there, told))
    if theirs and not ours & theirs:
        found.append(f'"{there.id}": {source} has it done by {", ".join(told.actors)}.')
    return found
