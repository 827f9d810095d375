"""One item of a draft becomes one entry of a record, in the plain values of its file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from offramp.reading._slug import slug, unique
from offramp.reading.documents._sentences import around
from offramp.reading.documents._source import Quote, Source
from offramp.reading.drafts._items import ActItem, ClaimItem, Item, RelationItem, SignalItem
from offramp.reading.drafts._safe import seen
from offramp.record import Count, parse_span

LONGEST_QUOTE = 300
SHORT_QUOTE = 40
MOST_QUOTES = 3
"""How many quotes of one source stand under one entry."""

DEFAULTS = {
    "channel": "direct",
    "admitted": "yes",
    "mutual": "no",
    "status": "done",
    "public": "yes",
}
"""What a record takes for given, and what is left out of a file."""

BEHIND_DOORS = frozenset({"notice", "warning", "mediation"})
_IF = re.compile(r"^if\s+", re.I)

# From a field of an item to the field of the entry that shows it.
_FIELDS = {
    "actors": "by", "targets": "against", "rung": "act", "date": "date", "known": "known",
    "place": "place",
    "country": "place.country", "target_kind": "target.kind", "means": "exchange",
    "killed": "killed", "admitted": "admitted", "channel": "channel", "answers": "answers",
    "withheld": "withheld", "mutual": "mutual", "modality": "status", "leaders": "target.leaders",
    "sender": "from", "receivers": "to", "condition": "if", "kind": "kind", "about": "about",
    "hours": "hours", "via": "via", "audience": "audience", "public": "public", "stance": "stance",
}  # fmt: skip


@dataclass
class Names:
    """The ids that items get in the record, and the sources that they stand on."""

    sources: Mapping[str, Source]
    party_names: Mapping[str, str]
    of: dict[str, str] = field(default_factory=dict[str, str])
    taken: set[str] = field(default_factory=set[str])

    def give(self, item: Item, wish: str) -> str:
        """Give an item an id near the one wished for."""
        self.of[item.id] = unique(slug(wish), self.taken)
        return self.of[item.id]


def act_entry(act: ActItem, names: Names) -> dict[str, Any]:
    """Write an act that has actors, a rung and a date as an entry."""
    by = (*act.actors, *act.targets) if act.mutual else act.actors
    status = {"threatened": "threatened", "proposed": "proposed"}.get(act.modality, "done")
    entry: dict[str, Any] = {
        "id": names.give(act, f"{act.actors[0]}-{act.rung}-{act.date}"),
        "date": act.date,
        "known": _known(act.date, act.modality == "actual" and act.channel != "covert"),
        "by": list(dict.fromkeys(by)),
        "against": [] if act.mutual else [name for name in act.targets if name not in by],
        "act": act.rung,
        "channel": act.channel,
        "admitted": act.admitted,
        "mutual": "yes" if act.mutual else "no",
        "status": status,
        "title": _title(act, names),
        "place": _place(act),
        "target": _target(act),
        "killed": _killed(act, names),
        "answers": [names.of[name] for name in act.answers if name in names.of],
        "withheld": [name for name in act.withheld if name not in by],
        "exchange": _exchange(act),
        "sources": citations(act, names.sources),
        "note": _note(act, names),
    }
    guessed = {*act.inferred}
    # Who owns up to a deed is seldom said where it is told; the default would pass for a fact.
    if status == "done" and act.reported_by not in act.actors:
        guessed.add("admitted")
    if entry["known"]:
        guessed.add("known")
    if act.leaders and act.target_kind is None:
        guessed.add("target_kind")
    return _without_nothing(entry, guessed)


def signal_entry(signal: SignalItem, names: Names, undated: str) -> dict[str, Any]:
    """Write a signal as an entry; one without a date gets the span in which it must lie."""
    about = names.of.get(signal.about, signal.about)
    entry: dict[str, Any] = {
        "id": names.give(signal, f"{signal.sender}-{signal.kind}-{signal.date or ''}"),
        "date": signal.date or undated,
        "known": _known(signal.date, _in_public(signal)),
        "kind": signal.kind,
        "from": signal.sender,
        "to": [name for name in signal.receivers if name != signal.sender],
        "via": signal.via,
        "audience": signal.audience,
        # A single word would be taken for a misspelt id.
        "about": line(about) if signal.about in names.of or " " in about.strip() else None,
        "if": line(_IF.sub("", signal.condition)) if signal.kind == "conditional-threat" else None,
        "hours": signal.hours if signal.kind == "notice" else None,
        "public": "yes" if signal.public else "no",
        "stance": signal.stance if signal.kind == "stance" else None,
        "sources": citations(signal, names.sources),
        "note": _reported(signal.reported_by, names),
    }
    guessed = {*signal.inferred} | (set() if signal.date else {"date"})
    if entry["known"]:
        guessed.add("known")
    return _without_nothing(entry, guessed)


def claim_entry(claim: ClaimItem, names: Names) -> dict[str, Any]:
    """Write a claim as an entry, without a test: that is for a person to find."""
    words = re.findall(r"[\w’'-]+", claim.quotes[0].text)
    whose = [] if claim.claimant is None else [f"As {names.party_names[claim.claimant]} has it."]
    hedged = [f"Hedged: {claim.hedge}."] if claim.hedge else []
    entry: dict[str, Any] = {
        "id": names.give(claim, " ".join(words[:6])),
        "by": claim.quotes[0].source,
        "quote": " … ".join(
            quote.text for quote in claim.quotes if quote.source == claim.quotes[0].source
        ),
        "about": [names.of[name] for name in claim.about if name in names.of],
        "note": " ".join((*whose, *hedged)),
    }
    return _without_nothing(entry, None)


def relation_entry(relation: RelationItem, sources: Mapping[str, Source]) -> dict[str, Any]:
    """Write a relation as an entry."""
    channel = relation.kind == "channel"
    entry: dict[str, Any] = {
        "kind": relation.kind,
        "from": relation.from_,
        "to": None if channel else relation.to,
        "between": list(relation.between) if channel else [],
        "date": relation.date,
        "sources": citations(relation, sources),
    }
    return _without_nothing(entry, None)


def citations(item: Item, sources: Mapping[str, Source]) -> list[dict[str, str]]:
    """Cite the sources of an item, each with the words that say so.

    Parameters
    ----------
    item : Item
    sources : mapping of str to Source

    Returns
    -------
    list of dict
        ``id`` and ``quote``, which stands in the source as it is and has 300 characters at
        most; very short quotes are shown in their sentence.
    """
    found: dict[tuple[str, str], None] = {}
    each: dict[str, int] = {}
    for quote in item.quotes:
        if each.get(quote.source, 0) < MOST_QUOTES:
            before = len(found)
            found[quote.source, _shown(quote, item, sources[quote.source].text)] = None
            each[quote.source] = each.get(quote.source, 0) + len(found) - before
    return [{"id": source, "quote": words} for source, words in found]


def _shown(quote: Quote, item: Item, text: str) -> str:
    start, end = quote.start, quote.end
    if end - start < SHORT_QUOTE:
        start, end = around(text, start, end)
    if end - start > LONGEST_QUOTE:
        trigger = getattr(item, "trigger", None)
        mark = trigger if trigger is not None and start <= trigger.start < end else quote
        start, end = _window(text, start, end, mark.start)
    return text[start:end]


def _window(text: str, start: int, end: int, mark: int) -> tuple[int, int]:
    """Cut a span to what a record's quote may hold, round a mark, at the ends of words."""
    low = max(start, min(mark - LONGEST_QUOTE // 3, end - LONGEST_QUOTE))
    high = min(end, low + LONGEST_QUOTE)
    while low > start and low < mark and not text[low - 1].isspace():
        low += 1
    while high < end and high > mark + 1 and not text[high].isspace():
        high -= 1
    return low, high


def _title(act: ActItem, names: Names) -> str:
    who = " and ".join(names.party_names.get(name, name) for name in act.actors[:2])
    deed = " ".join(act.trigger.text.split()) if act.trigger is not None else act.rung
    aims = " and ".join(names.party_names.get(name, name) for name in act.targets[:2])
    whom = f" ({aims})" if aims else ""
    return line(f"{who}: {deed[:80]}{whom}")


def _in_public(signal: SignalItem) -> bool:
    """Say whether a signal was heard by all: notices and warnings are given behind doors."""
    return signal.public and signal.via is None and signal.kind not in BEHIND_DOORS


def _known(date: str | None, public: bool) -> str | None:
    """Take what was done or said in public on a known day to have been known on that day.

    Else it would count as known only from the day of the document that looks back on it.
    """
    if date is None or not public:
        return None
    span = parse_span(date)
    return str(span.last) if span.days == 1 else None


def _place(act: ActItem) -> dict[str, Any] | None:
    if not act.place:
        return None
    return {"name": line(act.place), **({"country": act.country} if act.country else {})}


def _target(act: ActItem) -> dict[str, Any] | None:
    leaders = [{"name": line(name), "rank": rank} for name, rank in act.leaders]
    if act.target_kind is None and not leaders:
        return None
    kind = act.target_kind or "leadership"
    return {"kind": kind, **({"leaders": leaders} if leaders else {})}


def _killed(act: ActItem, names: Names) -> Any:
    tolls = list(dict.fromkeys(act.killed))
    if len(tolls) < 2:
        return _number(tolls[0].count) if tolls else None
    known = {*names.party_names, *names.sources}
    first = act.quotes[0].source
    return [
        {"says": toll.says if toll.says in known else first, "count": _number(toll.count)}
        for toll in tolls
    ]


def _number(count: Count) -> int | str:
    return count.low if count.low == count.high else str(count)


def _exchange(act: ActItem) -> dict[str, Any] | None:
    launched: dict[str, tuple[int, int]] = {}
    for one in act.means:
        if one.kind is not None and one.count is not None:
            low, high = launched.get(one.kind, (one.count.low, one.count.high))
            launched[one.kind] = (min(low, one.count.low), max(high, one.count.high))
    if not launched:
        return None
    return {"launched": {kind: _number(Count(*ends)) for kind, ends in launched.items()}}


def _note(act: ActItem, names: Names) -> str:
    said: list[str] = []
    for one in act.disputed:
        who = names.party_names.get(one.says, one.says)
        said.append(f"{who} gives for {_FIELDS.get(one.field, one.field)}: {one.value}.")
    # Where no number is given an exchange would be empty; what was used is still worth knowing.
    used = [one.words for one in act.means if one.kind is None or one.count is None]
    means = [f"Means named: {', '.join(dict.fromkeys(used))}."] if used else []
    reported = [_reported(act.reported_by, names)] if act.reported_by else []
    return " ".join([*reported, *means, *said])


def _reported(name: str | None, names: Names) -> str:
    return f"As {names.party_names.get(name, name)} has it." if name else ""


def _without_nothing(entry: dict[str, Any], guessed: set[str] | None) -> dict[str, Any]:
    """Leave out what says nothing, and list the fields that were inferred."""
    kept = {
        name: value
        for name, value in entry.items()
        if value not in (None, "", [], ()) and value != DEFAULTS.get(name)
    }
    if guessed is not None:
        paths = sorted({_FIELDS[name] for name in guessed if name in _FIELDS})
        shown = [path for path in paths if path in DEFAULTS or _at(kept, path)]
        if shown:
            kept["inferred"] = shown
    return kept


def _at(entry: Mapping[str, Any], path: str) -> bool:
    inside: Any = entry
    for step in path.split("."):
        if not isinstance(inside, dict) or step not in inside:
            return False
        inside = inside[step]
    return True


def line(text: str) -> str:
    r"""Put a text on one line that a record may hold.

    Examples
    --------
    >>> line("One\n two")
    'One two'
    """
    return " ".join(seen(text).split())[:300].strip()
