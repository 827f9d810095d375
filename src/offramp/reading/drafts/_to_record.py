"""A draft becomes a record: the only way from the one to the other."""

import re
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

from offramp._errors import OfframpError
from offramp.reading._slug import slug
from offramp.reading.documents._source import Source
from offramp.reading.drafts._checked import faults_of
from offramp.reading.drafts._entries import (
    Names,
    act_entry,
    claim_entry,
    line,
    relation_entry,
    signal_entry,
)
from offramp.reading.drafts._items import ActItem, Draft, Item, PartyItem, SignalItem
from offramp.reading.drafts._pair import PEACEFUL, VAGUE_DAYS, Pair, find_pair, heads, opening
from offramp.reading.drafts._sound import sound_relations
from offramp.reading.drafts._strangers import warning_of
from offramp.record import Party, Record, check_content, dump, parse_span

WIDTH = 100
KINDS = get_args(Party.model_fields["kind"].annotation)
SECTIONS = ("parties", "relations", "acts", "signals", "claims")


@dataclass(frozen=True)
class HeldBack:
    """An item that was found and that the record does not hold, and why, in a sentence."""

    kind: str
    item: Item
    why: str


@dataclass(frozen=True)
class DraftRecord:
    """A record made of a draft, and how the two hang together.

    Attributes
    ----------
    data : dict
        The plain values of the file.
    origins : mapping of (str, str) to Item
        From section and id (for relations: index) to the item that the entry was made of.
    held_back : tuple of HeldBack
        Items that the record does not hold.
    remarks : tuple of str
        What was inferred of the record as a whole, in sentences.
    warnings : tuple of str
        Why the documents may not be those of one crisis, in sentences.
    """

    data: dict[str, Any]
    origins: Mapping[tuple[str, str], Item]
    held_back: tuple[HeldBack, ...]
    remarks: tuple[str, ...]
    warnings: tuple[str, ...] = ()

    def text(self) -> str:
        """Write the crisis.yaml, with what was inferred in comments at its head.

        Raises
        ------
        OfframpError
            When it is no record that `check` accepts.
        """
        wrapped = [textwrap.fill(remark, WIDTH - 2) for remark in self.remarks]
        head = textwrap.indent("\n".join(wrapped), "# ") + "\n"
        text = head + dump(Record.model_validate(self.data))
        result = check_content(text.encode())
        if result.record is None:
            raise OfframpError("\n".join(str(problem) for problem in result.errors))
        return text


def draft_to_record(draft: Draft, name: str, title: str | None = None) -> DraftRecord:
    """Make a record of a draft.

    Parameters
    ----------
    draft : Draft
        Verified, and joined where it comes from several documents; every source has a date.
    name : str
        The record's id is made of it.
    title : str, optional
        The record's title; made of the sides and the days where left out.

    Returns
    -------
    DraftRecord
        `check` accepts it. Items that it cannot hold, such as an act without a date, stand in
        `held_back` with the reason.

    Raises
    ------
    OfframpError
        When there is no crisis in the draft.
    """
    held: list[HeldBack] = []
    relations, refused = sound_relations(draft)
    held.extend(HeldBack("relation", item, why) for item, why in refused)
    pair, head = find_pair(replace(draft, relations=relations)), heads(relations)
    closes = max(parse_span(s.date).last for s in draft.sources if s.date is not None)
    acts = tuple(act for act in draft.acts if fit_act(act, held))
    opens = opening(replace(draft, acts=acts), pair, head, closes)
    sources = {source.id: source for source in draft.sources}
    people = {party.id: party for party in draft.parties}
    names = Names(sources, {key: party.name for key, party in people.items()})
    made = _Made()
    for act in sorted(acts, key=_order):
        made.add("acts", act_entry(act, names), act)
    _leave_sound_answers(made.entries["acts"])
    for signal in draft.signals:
        if fit_signal(signal, held):
            until = min(parse_span(sources[q.source].date or "").last for q in signal.quotes)
            undated = f"{opens}/{until}" if opens < until else str(until)
            made.add("signals", signal_entry(signal, names, undated), signal)
    for claim in draft.claims:
        made.add("claims", claim_entry(claim, names), claim)
    for relation in relations:
        made.add("relations", relation_entry(relation, sources), relation)
    for party in _taking_part(draft.parties, made, pair, held):
        made.add("parties", party_entry(party), party)
    data: dict[str, Any] = {
        "offramp": 1,
        "id": slug(name),
        "title": line(title) if title else _title(pair, people, opens, closes),
        "opens": str(opens),
        "closes": str(closes),
        "sides": {pair.first: [pair.first], pair.second: [pair.second]},
        "sources": [source_entry(source) for source in draft.sources],
        **{section: made.entries[section] for section in SECTIONS},
    }
    _hold_back_what_check_refuses(data, made, held)
    data["opens"] = str(_known_by(Record.model_validate(data), opens, closes))
    origins = {key: item for section in SECTIONS for key, item in made.origins(section)}
    warnings = tuple(filter(None, [warning_of(draft)]))
    remarks = (*_remarks(draft, pair, people), *warnings)
    return DraftRecord(data, origins, tuple(held), remarks, warnings)


class _Made:
    """The entries that were made, each beside its item."""

    def __init__(self) -> None:
        self.entries: dict[str, list[dict[str, Any]]] = {section: [] for section in SECTIONS}
        self.items: dict[str, list[Item]] = {section: [] for section in SECTIONS}

    def add(self, section: str, entry: dict[str, Any], item: Item) -> None:
        self.entries[section].append(entry)
        self.items[section].append(item)

    def take_out(self, section: str, index: int) -> Item:
        del self.entries[section][index]
        return self.items[section].pop(index)

    def origins(self, section: str) -> Iterable[tuple[tuple[str, str], Item]]:
        pairs = zip(self.entries[section], self.items[section], strict=True)
        for index, (entry, item) in enumerate(pairs):
            yield (section, str(entry.get("id", index))), item


def fit_act(act: ActItem, held: list[HeldBack]) -> bool:
    """Say whether a record can hold an act; note in `held` why not."""
    why = ""
    if act.modality in ("hypothetical", "habitual", "negated"):
        why = f"It is spoken of as {act.modality}, not as done."
    elif not act.actors:
        why = "Nobody is named who did it."
    elif not act.rung:
        why = "It has no rung on the ladder."
    elif act.date is None:
        why = "Nothing says when it was."
    if why:
        held.append(HeldBack("act", act, why))
    return not why


def fit_signal(signal: SignalItem, held: list[HeldBack]) -> bool:
    """Say whether a record can hold a signal; note in `held` why not."""
    if signal.kind == "stance" and signal.stance is None:
        held.append(HeldBack("signal", signal, "Nothing says which stance it is."))
        return False
    return True


def _order(act: ActItem) -> tuple[date, str]:
    return parse_span(act.date or "").last, act.id


def _leave_sound_answers(entries: list[dict[str, Any]]) -> None:
    """Leave only answers to earlier acts: nothing answers what came later."""
    place = {entry["id"]: number for number, entry in enumerate(entries)}
    spans = {entry["id"]: parse_span(entry["date"]) for entry in entries}
    for entry in entries:
        own = entry["id"]
        sound = [
            name
            for name in entry.get("answers", [])
            if spans[name].first <= spans[own].last and place[name] < place[own]
        ]
        if sound:
            entry["answers"] = sound
        else:
            entry.pop("answers", None)


def _taking_part(
    parties: tuple[PartyItem, ...], made: _Made, pair: Pair, held: list[HeldBack]
) -> list[PartyItem]:
    needed = {pair.first, pair.second}
    for section in SECTIONS:
        for entry in made.entries[section]:
            for key in ("by", "against", "withheld", "to", "between", "from", "via"):
                value = entry.get(key, ())
                needed.update([value] if isinstance(value, str) else value)
            needed.update(toll["says"] for toll in _listed(entry.get("killed")))
    for party in parties:
        if party.id not in needed:
            held.append(HeldBack("party", party, "It does nothing, and nothing is done to it."))
    return [party for party in parties if party.id in needed]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def party_entry(party: PartyItem) -> dict[str, Any]:
    """Write a party as an entry of a record."""
    kind = party.kind if party.kind in KINDS else "organisation"
    entry = {"id": party.id, "name": line(party.name) or party.id, "kind": kind}
    return {**entry, **({"iso3": party.iso3} if party.iso3 else {})}


def source_entry(source: Source) -> dict[str, Any]:
    """Write a source as an entry of a record; its reliability is for a person to judge."""
    entry = {
        "id": source.id,
        "kind": source.kind,
        "author": line(source.author),
        "title": line(source.title) or source.id,
        "publisher": line(source.publisher) or "not known",
        "date": source.date,
        "url": source.url if re.fullmatch(r"https?://[^\s<>\"']{1,1900}", source.url) else None,
    }
    return {name: value for name, value in entry.items() if value}


def _hold_back_what_check_refuses(data: dict[str, Any], made: _Made, held: list[HeldBack]) -> None:
    """Take out entries that `check` would refuse, for as long as it refuses any."""
    for _ in range(20):
        faults = faults_of(data)
        if not faults:
            return
        for section, index in sorted(faults, reverse=True):
            if section == "sources":
                raise OfframpError(faults[section, index])
            item = made.take_out(section, index)
            held.append(HeldBack(section.rstrip("s"), item, faults[section, index]))
    raise OfframpError("No sound record can be made of this draft. Nothing was written.")


def _known_by(record: Record, opens: date, closes: date) -> date:
    """Move the opening to the first day by whose end anything between the sides was known.

    A look at the days before it would find an empty record.
    """
    known: list[date] = []
    for act in record.acts:
        day = act.span.last
        makers = {record.side_of(party, day) for party in act.by} - {None}
        others = {record.side_of(party, day) for party in act.against} - {None}
        if act.status == "done" and act.act not in PEACEFUL and makers and (others - makers):
            known.append(act.known_on)
    for signal in record.signals:
        day = signal.span.last
        sides = {record.side_of(party, day) for party in (signal.from_, *signal.to)} - {None}
        if len(sides) > 1 and signal.span.days <= VAGUE_DAYS:
            known.append(signal.known_on)
    return min(max(opens, min(known, default=opens)), closes)


def _title(pair: Pair, people: Mapping[str, PartyItem], opens: date, closes: date) -> str:
    first, second = (people[name].name for name in (pair.first, pair.second))
    one, other = (f"{day:%B %Y}" for day in (opens, closes))
    return line(f"{first} and {second}, {one}" + (f" to {other}" if one != other else ""))


def _remarks(draft: Draft, pair: Pair, people: Mapping[str, PartyItem]) -> tuple[str, ...]:
    count = len(draft.sources)
    first, second = (line(people[name].name) for name in (pair.first, pair.second))
    return (
        f"A draft, read by a program from {count} document{'s' * (count > 1)}. "
        "Nobody has checked it.",
        "Every act, signal, claim and relation names the words that it was read from.",
        f"Inferred: that {first} and {second} are the sides, for most was done between them.",
        "Inferred: opens, from the first of what they did or said to each other; closes, from the "
        "last document; the kinds of source.",
        "Inferred: that what was done or said in public on a day was known on that day (known). "
        "The rest counts as known from the day of the document that tells of it.",
    )
