"""Check that every id is given once and that every reference leads somewhere."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from offramp.record._acts import Act
from offramp.record._claims import Claim
from offramp.record._draft import Draft, Finding
from offramp.record._exchange import Tally
from offramp.record._parties import Party, Relation
from offramp.record._places import Path
from offramp.record._signals import Signal
from offramp.record._sources import Citation
from offramp.record._translate import field_names, model_at

ENTRY_SECTIONS = ("acts", "signals", "claims", "questions")
# Looking for the nearest name takes time in a long record; the first few show the pattern.
MOST_HINTS = 25

Reference = tuple[Path, str, tuple[str, ...]]


def check_ids(draft: Draft) -> Iterator[Finding]:
    """Acts, signals, claims and questions share their ids; parties and sources have theirs."""
    for section, index, name in draft.repeated:
        yield _twice((section, index, "id"), name, f"{section}[{draft.names[section][name]}]")
    seen: dict[str, str] = {}
    for section in ENTRY_SECTIONS:
        for name, index in draft.names[section].items():
            if name in seen:
                yield _twice((section, index, "id"), name, seen[name])
            else:
                seen[name] = f"{section}[{index}]"


def _twice(path: Path, name: str, first: str) -> Finding:
    what = f'The id "{name}" was given before, to {first}.'
    return Finding(path, what, "Choose another for one of the two.")


def check_references(draft: Draft) -> Iterator[Finding]:
    """Every id that is referred to must be given somewhere in the record."""
    hints = MOST_HINTS
    for path, name, sections in _references(draft):
        if any(name in draft.names[section] for section in sections):
            continue
        kind = " or ".join(_SINGULAR[section] for section in sections)
        right = f"Add the {kind}, or correct the id."
        if hints:
            hints -= 1
            known = [known for section in sections for known in draft.names[section]]
            near = get_close_matches(name, known, 1)
            right = f'The nearest is "{near[0]}".' if near else right
        yield Finding(path, f'There is no {kind} "{name}".', right)


_SINGULAR = {"sources": "source", "parties": "party", "acts": "act", "signals": "signal"}
_PARTY, _SOURCE, _ACT = ("parties",), ("sources",), ("acts",)
_SPEAKER = ("sources", "parties")


def _references(draft: Draft) -> Iterator[Reference]:
    for side, members in draft.sides.items():
        yield from _each(("sides", side), members, _PARTY)
    for path, relation in draft.of("relations", Relation):
        yield (*path, "from"), relation.from_, _PARTY
        if relation.to is not None:
            yield (*path, "to"), relation.to, _PARTY
        yield from _each((*path, "between"), relation.between, _PARTY)
        yield from _cited(path, relation.sources)
    for path, act in draft.of("acts", Act):
        yield from _in_act(path, act)
    for path, signal in draft.of("signals", Signal):
        yield (*path, "from"), signal.from_, _PARTY
        if signal.via is not None:
            yield (*path, "via"), signal.via, _PARTY
        yield from _each((*path, "to"), signal.to, _PARTY)
        yield from _each((*path, "disputed"), signal.disputed, _PARTY)
        yield from _cited(path, signal.sources)
    for path, claim in draft.of("claims", Claim):
        yield (*path, "by"), claim.by, _SOURCE
        yield from _each((*path, "about"), claim.about, ("acts", "signals"))


def _in_act(path: Path, act: Act) -> Iterator[Reference]:
    yield from _each((*path, "by"), act.by, _PARTY)
    yield from _each((*path, "against"), act.against, _PARTY)
    yield from _each((*path, "withheld"), act.withheld, _PARTY)
    yield from _each((*path, "answers"), act.answers, _ACT)
    yield from _cited(path, act.sources)
    yield from _tallied((*path, "killed"), act.killed)
    if act.exchange is None:
        return
    inside = (*path, "exchange")
    yield from _each((*inside, "defenders"), act.exchange.defenders, _PARTY)
    for kind, tallies in act.exchange.launched.by_kind.items():
        yield from _tallied((*inside, "launched", kind), tallies)
    for index, layer in enumerate(act.exchange.layers):
        if layer.party is not None:
            yield (*inside, "layers", index, "party"), layer.party, _PARTY
    for index, outcome in enumerate(act.exchange.outcome):
        at = (*inside, "outcome", index)
        yield (*at, "says"), outcome.says, _SPEAKER
        yield from _cited(at, outcome.sources)


def _each(path: Path, names: Iterable[str], sections: tuple[str, ...]) -> Iterator[Reference]:
    for index, name in enumerate(names):
        yield (*path, index), name, sections


def _cited(path: Path, citations: Iterable[Citation]) -> Iterator[Reference]:
    for index, citation in enumerate(citations):
        yield (*path, "sources", index, "id"), citation.id, _SOURCE


def _tallied(path: Path, tallies: Iterable[Tally]) -> Iterator[Reference]:
    for index, tally in enumerate(tallies):
        if tally.says is not None:
            yield (*path, index, "says"), tally.says, _SPEAKER
        yield from _cited((*path, index), tally.sources)


def check_sides(draft: Draft) -> Iterator[Finding]:
    """Each side needs a party, and no party stands on both."""
    if len(draft.sides) != 2:
        return
    (_, first), (other, second) = draft.sides.items()
    for side, members in draft.sides.items():
        if not members:
            what = f'The side "{side}" has no party.'
            yield Finding(("sides", side), what, "Name at least one.")
    for index, name in enumerate(second):
        if name in first:
            what = f'The party "{name}" stands on both sides.'
            yield Finding(("sides", other, index), what, "Leave it on one.")


def check_inferred(draft: Draft) -> Iterator[Finding]:
    """`inferred` names fields of the entry that it stands in."""
    for section in ("acts", "signals"):
        for path, entry in (*draft.of(section, Act), *draft.of(section, Signal)):
            for index, name in enumerate(entry.inferred):
                steps = tuple(name.split("."))
                owner = model_at((*path, *steps[:-1]))
                fields = field_names(owner) if owner is not None else ()
                if steps[-1] not in fields:
                    near = get_close_matches(steps[-1], fields, 1)
                    right = f'Did you mean "{near[0]}"?' if near else f"Fields: {', '.join(fields)}"
                    what = f'There is no field "{name}" that could be inferred.'
                    yield Finding((*path, "inferred", index), what, right)


def check_about(draft: Draft) -> Iterator[Finding]:
    """What a signal is about may be in words, but a misspelt id is no words."""
    known = {**draft.names["acts"], **draft.names["signals"]}
    hints = MOST_HINTS
    for path, signal in draft.of("signals", Signal):
        about = signal.about
        if about is None or about in known or " " in about or not hints:
            continue
        hints -= 1
        near = get_close_matches(about, known, 1, 0.75)
        if near:
            what = f'There is no act or signal "{about}".'
            right = f'The nearest is "{near[0]}". If words are meant, write more than one.'
            yield Finding((*path, "about"), what, right)


def check_codes(draft: Draft) -> Iterator[Finding]:
    """Two parties do not share a country code."""
    seen: dict[str, str] = {}
    for path, party in draft.of("parties", Party):
        if party.iso3 is None or party.kind != "state":
            continue
        if party.iso3 in seen:
            what = f'The state "{seen[party.iso3]}" has the country code {party.iso3} already.'
            yield Finding((*path, "iso3"), what, "Correct one of the two.", doubt=True)
        seen.setdefault(party.iso3, party.id)
