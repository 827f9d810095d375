"""Check what acts, exchanges, claims and sources say against one another."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path as FilePath

from offramp._errors import RecordError, UsageError
from offramp.ladder import Ladder, load_ladder, nearest
from offramp.record._acts import Act
from offramp.record._check_names import MOST_HINTS
from offramp.record._claims import Claim
from offramp.record._draft import Draft, Finding
from offramp.record._exchange import Exchange, Tally, overall
from offramp.record._parties import Relation
from offramp.record._places import Path
from offramp.record._sides import leanings, side_of
from offramp.record._signals import Signal
from offramp.record._sources import Source


def check_rungs(draft: Draft, folder: FilePath | None) -> Iterator[Finding]:
    """Every act stands on a rung of the ladder that the record uses."""
    name = draft.data.get("ladder")
    ladder: Ladder | None = None
    if not isinstance(name, str):
        ladder = load_ladder()
    elif folder is None or FilePath(name).is_absolute() or ".." in FilePath(name).parts:
        right = "Put the ladder file beside crisis.yaml and write its name."
        yield Finding(("ladder",), "A ladder file lies in the record's own folder.", right)
    else:
        try:
            ladder = load_ladder(folder / name)
        except (RecordError, UsageError, OSError) as error:
            yield Finding(("ladder",), f"The ladder file cannot be used: {error}")
    if ladder is None:
        return
    keys = ", ".join(ladder.keys)
    near: dict[str, str] = {}
    for path, act in draft.of("acts", Act):
        if act.act in ladder.keys:
            continue
        what = f'There is no rung "{act.act}" on the ladder.'
        if not isinstance(name, str) and act.act not in near and len(near) < MOST_HINTS:
            near[act.act] = f'The nearest is "{nearest(act.act)}". '
        yield Finding((*path, "act"), what, f"{near.get(act.act, '')}The rungs are {keys}.")


def check_actors(draft: Draft) -> Iterator[Finding]:
    """A clash has both sides in it, and something is done by a side."""
    if len(draft.sides) != 2:
        return
    leaning = leanings(relation for _, relation in draft.of("relations", Relation))
    anyone = not draft.entries["acts"]
    for path, act in draft.of("acts", Act):
        side = partial(side_of, on=act.span.last, sides=draft.sides, leaning=leaning)
        makers = {side(party) for party in act.by} - {None}
        anyone = anyone or bool(makers)
        if act.mutual == "yes" and len(makers) < 2:
            what = f'The act "{act.id}" is mutual, but `by` does not name both sides.'
            yield Finding((*path, "by"), what, "Name a party of each side, or write mutual: no.")
        if act.mutual == "no" and len(makers) == 2:
            what = f'The act "{act.id}" is by both sides, but not mutual.'
            right = "Write mutual: yes, or leave one side out."
            yield Finding((*path, "by"), what, right, doubt=True)
        for index, party in enumerate(act.against):
            if party in act.by:
                what = f'"{party}" acts against itself.'
                if act.mutual == "no":
                    yield Finding((*path, "against", index), what, "Take one of the two out.")
    if not anyone:
        right = "Check sides, and the relations of those who act."
        yield Finding(("acts",), "No act is by a party of either side.", right, doubt=True)


def check_exchanges(draft: Draft) -> Iterator[Finding]:
    """No more becomes of a kind than was launched of it."""
    for path, act in draft.of("acts", Act):
        yield from _tallies((*path, "killed"), act.killed)
        if act.exchange is not None:
            yield from _exchange((*path, "exchange"), act.exchange)


def _tallies(path: Path, tallies: tuple[Tally, ...]) -> Iterator[Finding]:
    if len(tallies) > 1:
        for index, tally in enumerate(tallies):
            if tally.says is None:
                what = "Where several numbers stand, each needs `says`."
                yield Finding((*path, index), what, "Add says: and a source or a party.")


def _exchange(path: Path, exchange: Exchange) -> Iterator[Finding]:
    launched = exchange.launched.by_kind
    for kind, tallies in launched.items():
        yield from _tallies((*path, "launched", kind), tallies)
    for index, outcome in enumerate(exchange.outcome):
        at = (*path, "outcome", index)
        if not outcome.by_kind:
            what = "The outcome says nothing of any kind."
            yield Finding(at, what, "Add such as drone: {stopped: 10}.", doubt=True)
        for kind, fate in outcome.by_kind.items():
            counts = [c for c in (fate.failed, fate.stopped, fate.hit) if c is not None]
            if not counts:
                what = f"Nothing is said of what became of the {kind} launches."
                yield Finding((*at, kind), what, "Add failed, stopped or hit, or leave it out.")
            total, most = sum(count.low for count in counts), overall(launched.get(kind, ()))
            if most is None:
                what = f"An outcome is given for {kind}, but `launched` has none."
                yield Finding((*at, kind), what, f"Add {kind} to launched.", doubt=True)
            elif total > most.high:
                what = f"{total} {kind} are accounted for, and at most {most.high} were launched."
                yield Finding((*at, kind), what, "Correct one of the two.", doubt=True)


def check_sources(draft: Draft) -> Iterator[Finding]:
    """Every act and signal names a source, and every source a date."""
    for path, entry in (*draft.of("acts", Act), *draft.of("signals", Signal)):
        if not entry.sources:
            right = 'Add sources: [{id: ..., quote: "..."}].'
            yield Finding(path, f'"{entry.id}" names no source.', right)
    for path, source in draft.of("sources", Source):
        if source.date is None:
            what = f'The source "{source.id}" has no date, so nobody can tell when it was known.'
            yield Finding(path, what, "Add date: and the day it came out.", doubt=True)


def check_claims(draft: Draft) -> Iterator[Finding]:
    """A claim has a test, or a reason why it has none."""
    for path, claim in draft.of("claims", Claim):
        if claim.test is not None and claim.untestable is not None:
            what = f'The claim "{claim.id}" has a test and is called untestable.'
            yield Finding((*path, "untestable"), what, "Keep one of the two.")
        if claim.test is None and claim.untestable is None:
            what = f'The claim "{claim.id}" has no test.'
            right = "Add test: {ask, expect, as_of}, or untestable: and the reason."
            yield Finding(path, what, right, doubt=True)
        if claim.test is not None and claim.test.expect in ("higher", "lower"):
            words = claim.test.ask.split()
            if "given" not in words and "without" not in words:
                what = f'"{claim.test.expect}" needs something to compare with.'
                right = "Add given ... or without ... to ask, or expect yes or no."
                yield Finding((*path, "test", "expect"), what, right)


def check_strictly(draft: Draft) -> Iterator[Finding]:
    """What a record of the library must have besides."""
    publishers = {s.id: s.publisher.casefold() for _, s in draft.of("sources", Source)}
    for path, source in draft.of("sources", Source):
        for name in ("url", "date"):
            if getattr(source, name) is None:
                yield Finding(path, f'The source "{source.id}" has no {name}.', f"Add {name}:.")
    for path, act in draft.of("acts", Act):
        found = {publishers[c.id] for c in act.sources if c.id in publishers}
        if len(found) < 2:
            what = f'The act "{act.id}" rests on one publisher.'
            yield Finding((*path, "sources"), what, "Add a source of another.")
    for path, entry in (*draft.of("acts", Act), *draft.of("signals", Signal)):
        if entry.sources and not any(citation.quote for citation in entry.sources):
            what = f'No source of "{entry.id}" is quoted.'
            right = 'Add quote: "..." with the words that say so.'
            yield Finding((*path, "sources"), what, right)
