"""The quote verifier: no quote, no item; no bearing out, no field. The same for every coder."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from offramp.ladder import load_ladder
from offramp.reading.documents._sentences import around
from offramp.reading.documents._source import Source
from offramp.reading.drafts._items import ActItem, Draft, Item, PartyItem, RelationItem, Unverified
from offramp.reading.drafts._pair import heads
from offramp.reading.verifying._hold_act import hold_act
from offramp.reading.verifying._hold_said import hold_claim, hold_signal
from offramp.reading.verifying._instructions import instructs, without_instructions
from offramp.reading.verifying._mentions import is_named
from offramp.reading.verifying._quotes import stands
from offramp.reading.verifying._surroundings import Held

Some = TypeVar("Some", bound=Item)


def verify(draft: Draft) -> Draft:
    """Hold every item of a draft against the sources.

    Parameters
    ----------
    draft : Draft
        As a coder made it, with its sources.

    Returns
    -------
    Draft
        With the items that stand on words of their sources, and of those items the fields that
        the words bear out. What was taken out stands in `unverified`. Verifying again changes
        nothing but that list.

    Examples
    --------
    >>> from offramp.reading import PartyItem, Quote
    >>> source = Source("a", "Iran struck.")
    >>> made_up = PartyItem("iraq", (Quote("a", 0, 4, "Iraq"),), "Iraq")
    >>> found = verify(Draft((source,), parties=(made_up,)))
    >>> found.parties, found.unverified[0].why
    ((), 'The words do not stand in the source.')
    """
    sources = {source.id: source for source in draft.sources}
    # What speaks to a program bears nothing out, however near it stands.
    held = {name: without_instructions(source) for name, source in sources.items()}
    out: list[Unverified] = [*draft.unverified]
    parties = _parties(draft.parties, sources, held, out)
    known = {party.id: party for party in parties}
    relations = tuple(
        relation
        for relation in _standing("relation", draft.relations, sources, out)
        if _ends_known(relation, known, out)
    )
    head = heads(relations)
    acts = tuple(
        act
        for item in _standing("act", draft.acts, sources, out)
        if (act := _kept("act", item, hold_act(item, held, known, head), out)) is not None
        and _on_ladder(act.rung, item, out)
    )
    signals = tuple(
        signal
        for item in _standing("signal", draft.signals, sources, out)
        if (signal := _kept("signal", item, hold_signal(item, held, known, head), out)) is not None
    )
    claims = tuple(
        claim
        for item in _standing("claim", draft.claims, sources, out)
        if (claim := _kept("claim", item, hold_claim(item, held, known), out)) is not None
    )
    names = {item.id for item in (*acts, *signals)}
    return Draft(
        draft.sources,
        parties,
        relations,
        tuple(
            replace(
                act,
                answers=tuple(name for name in act.answers if name in names),
                withheld=tuple(name for name in act.withheld if name in known),
                reported_by=_known(act.reported_by, known, sources),
            )
            for act in acts
        ),
        tuple(
            replace(signal, reported_by=_known(signal.reported_by, known, sources))
            for signal in signals
        ),
        tuple(
            replace(claim, about=tuple(name for name in claim.about if name in names))
            for claim in claims
        ),
        tuple(dict.fromkeys(out)),
    )


def _standing(
    kind: str, items: tuple[Some, ...], sources: Mapping[str, Source], out: list[Unverified]
) -> list[Some]:
    """Keep the items that have quotes, all of which stand in their sources."""
    kept: list[Some] = []
    for item in items:
        fault = _fault(item, sources)
        if fault:
            out.append(_refused(kind, item, fault))
        else:
            kept.append(item)
    return kept


def _fault(item: Item, sources: Mapping[str, Source]) -> str:
    trigger = getattr(item, "trigger", None)
    quotes = (*item.quotes, *([trigger] if trigger is not None else []))
    if not item.quotes:
        return "It has no quote."
    if not all(quote.source in sources for quote in quotes):
        return "It names a source that was not read."
    if not all(stands(sources[quote.source], quote) for quote in quotes):
        return "The words do not stand in the source."
    if isinstance(item, ActItem) and not _has_word(item, sources):
        return "No word of its quotes names the deed."
    if any(instructs(sources[quote.source], quote) for quote in quotes):
        return "The words stand where the document speaks to a reading program."
    return ""


def _has_word(act: ActItem, sources: Mapping[str, Source]) -> bool:
    """Say whether the word for a deed stands in a sentence that the act's quotes touch."""
    word = act.trigger
    if word is None:
        return False
    start, end = around(sources[word.source].text, word.start, word.end)
    return any(
        quote.source == word.source and quote.start < end and start < quote.end
        for quote in act.quotes
    )


def _parties(
    items: tuple[PartyItem, ...],
    sources: Mapping[str, Source],
    held: Mapping[str, Source],
    out: list[Unverified],
) -> tuple[PartyItem, ...]:
    """Keep the parties that a quote names, with the aliases that are in the text and theirs."""
    standing = _standing("party", items, sources, out)
    claimed: dict[str, set[str]] = {}
    for party in standing:
        for alias in {party.name, *party.aliases}:
            claimed.setdefault(alias.casefold(), set()).add(party.id)
    kept: list[PartyItem] = []
    for party in standing:
        texts = [held[name].text for name in {quote.source for quote in party.quotes}]
        own = tuple(
            alias
            for alias in dict.fromkeys(party.aliases)
            if len(claimed[alias.casefold()]) == 1
            and any(is_named(PartyItem("", (), alias), text) for text in texts)
        )
        named = replace(party, aliases=own)
        if any(is_named(named, quote.text) for quote in party.quotes):
            kept.append(named)
        else:
            out.append(_refused("party", party, "The quote does not name the party."))
    return tuple(kept)


def _ends_known(
    relation: RelationItem, known: Mapping[str, PartyItem], out: list[Unverified]
) -> bool:
    ends = (relation.from_, *([relation.to] if relation.to else relation.between))
    if len(set(ends)) > 1 and all(end in known for end in ends):
        return True
    out.append(_refused("relation", relation, "It names a party that no quote bears out."))
    return False


def _kept(kind: str, item: Some, held: Held, out: list[Unverified]) -> Some | None:
    out.extend(_refused(kind, item, fault) for fault in held.faults)
    return held.item if isinstance(held.item, type(item)) else None


def _on_ladder(rung: str, item: Item, out: list[Unverified]) -> bool:
    if not rung or rung in load_ladder().keys:
        return True
    out.append(_refused("act", item, f'There is no rung "{rung}" on the ladder.'))
    return False


def _known(
    name: str | None, known: Mapping[str, PartyItem], sources: Mapping[str, Source]
) -> str | None:
    return name if name in known or name in sources else None


def _refused(kind: str, item: Item, why: str) -> Unverified:
    said = " … ".join(quote.text for quote in item.quotes)
    return Unverified(kind, said, why, item.quotes[0].source if item.quotes else "")
