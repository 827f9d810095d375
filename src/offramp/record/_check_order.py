"""Check that nothing answers what came later, and that nothing leads back to itself."""

from collections.abc import Iterator, Mapping
from datetime import date

from offramp.record._acts import Act
from offramp.record._dates import parse_day
from offramp.record._draft import Draft, Finding
from offramp.record._parties import Relation
from offramp.record._places import Path
from offramp.record._signals import Signal

# Relations by which one party stands under another; a circle of them means nothing.
UNDER = ("proxy-of", "part-of", "faction-of", "leads")


def check_frame(draft: Draft) -> Iterator[Finding]:
    """The record closes after it opens, and holds something that happened in between."""
    opens, closes = _day(draft, "opens"), _day(draft, "closes")
    if opens and closes and closes < opens:
        what = f"The record closes on {closes}, before it opens on {opens}."
        yield Finding(("closes",), what, "Correct one of the two.")
    if not draft.names["acts"] and not draft.entries["acts"]:
        what = "The record has no acts, so there is nothing to forecast from."
        yield Finding(("acts",), what, "Add at least one act.", doubt=True)
    if closes:
        for path, act in draft.of("acts", Act):
            if act.span.first > closes:
                what = f'The act "{act.id}" comes after the record closes on {closes}.'
                right = "Move closes to a later day, or leave the act out."
                yield Finding((*path, "date"), what, right, doubt=True)


def _day(draft: Draft, name: str) -> date | None:
    try:
        return parse_day(str(draft.data.get(name)))
    except ValueError:
        # It is missing, or reported where the whole record is validated.
        return None


def check_known(draft: Draft) -> Iterator[Finding]:
    """Nothing is known before the first day on which it may have happened."""
    for path, entry in (*draft.of("acts", Act), *draft.of("signals", Signal)):
        if entry.known is not None and entry.known < entry.span.first:
            what = f"It was known on {entry.known}, before it could have happened ({entry.date})."
            yield Finding((*path, "known"), what, "Correct one of the two.")


def check_answers(draft: Draft) -> Iterator[Finding]:
    """An act answers acts that came before it, and never itself."""
    acts = {act.id: (path, act) for path, act in draft.of("acts", Act)}
    for path, act in acts.values():
        for index, name in enumerate(act.answers):
            if name in acts and acts[name][1].span.first > act.span.last:
                what = f'It answers "{name}", which came later ({acts[name][1].date}).'
                right = f"This act is of {act.date}; correct a date, or take the answer out."
                yield Finding((*path, "answers", index), what, right)
    links = {name: act.answers for name, (_, act) in acts.items()}
    for circle in _circles(links):
        what = f"These acts answer one another in a circle: {' > '.join(circle)}."
        yield Finding((*acts[circle[0]][0], "answers"), what, "Take one of the answers out.")


def check_relations(draft: Draft) -> Iterator[Finding]:
    """A relation has both its ends, and no party stands under itself."""
    links: dict[str, list[str]] = {}
    places: dict[str, Path] = {}
    for path, relation in draft.of("relations", Relation):
        yield from _ends(path, relation)
        if relation.kind in UNDER and relation.to is not None:
            links.setdefault(relation.from_, []).append(relation.to)
            places.setdefault(relation.from_, path)
    for circle in _circles({name: tuple(several) for name, several in links.items()}):
        if len(circle) > 2:
            what = f"These parties stand under one another in a circle: {' > '.join(circle)}."
            yield Finding(places[circle[0]], what, "Take one of the relations out.")


def _ends(path: Path, relation: Relation) -> Iterator[Finding]:
    if relation.kind == "channel":
        if len(set(relation.between)) != 2:
            what = "A channel runs between two parties."
            yield Finding(path, what, "Write between: [one, other].")
        if relation.to is not None:
            yield Finding((*path, "to"), "A channel has no `to`.", "Write between: [one, other].")
        return
    if relation.to is None:
        yield Finding(path, f'The relation "{relation.kind}" has no `to`.', "Add to: and a party.")
    if relation.between:
        right = "Write from: and to: instead."
        yield Finding((*path, "between"), "Only a channel has `between`.", right)
    if relation.to == relation.from_:
        what = f'The party "{relation.to}" is related to itself.'
        yield Finding((*path, "to"), what, "Name two parties.")


def check_signals(draft: Draft) -> Iterator[Finding]:
    """Some fields belong to one kind of signal."""
    for path, signal in draft.of("signals", Signal):
        if signal.hours is not None and signal.kind != "notice":
            what = f"Hours of notice stand in a signal of the kind {signal.kind}."
            yield Finding((*path, "hours"), what, "Write kind: notice, or take hours out.")
        if signal.stance is not None and signal.kind != "stance":
            what = f"A stance stands in a signal of the kind {signal.kind}."
            yield Finding((*path, "stance"), what, "Write kind: stance, or take it out.")
        if signal.kind == "stance" and signal.stance is None:
            right = "Add stance: withholds, backs, restrains or joins."
            yield Finding(path, "A signal of the kind stance does not say which.", right)
        if signal.kind == "conditional-threat" and signal.if_ is None:
            right = 'Add if: "..." with the condition.'
            yield Finding(path, "A conditional threat names no condition.", right, doubt=True)


def _circles(links: Mapping[str, tuple[str, ...]]) -> Iterator[list[str]]:
    """Find circles, each named once, without recursion: chains may be long."""
    done: set[str] = set()
    for start in links:
        if start in done:
            continue
        trail: list[str] = [start]
        on_trail = {start}
        ahead = [iter(links[start])]
        while ahead:
            following = next(ahead[-1], None)
            if following is None:
                ahead.pop()
                on_trail.discard(trail[-1])
                done.add(trail.pop())
            elif following in on_trail:
                yield [*trail[trail.index(following) :], following]
            elif following in links and following not in done:
                trail.append(following)
                on_trail.add(following)
                ahead.append(iter(links[following]))
