"""The coder that asks a language model of the user's own, and believes nothing without a quote."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from offramp.reading.documents._source import Source
from offramp.reading.drafts._items import UNREAD, ActItem, Draft, Item, PartyItem, Unverified
from offramp.reading.drafts._join import join
from offramp.reading.language_model import _answers as answers
from offramp.reading.language_model._chunks import chunks, halves
from offramp.reading.language_model._codebook import SCHEMAS, STAGES, instructions
from offramp.reading.language_model._endpoint import Endpoint
from offramp.reading.language_model._row_items import READERS, Context, NotFoundError, Row, earlier
from offramp.reading.language_model._wire import Ask
from offramp.reading.verifying._verify import verify

SHORTEST = 1_500
"""Pieces of a document shorter than this are not cut again when an answer is cut off."""

Progress = Callable[[str, int, int], None]
_SECTIONS = {"parties": ("parties", "relations")}


@dataclass(frozen=True)
class LanguageModelCoder:
    """Reads a source stage by stage: parties, acts, signals, claims.

    Attributes
    ----------
    endpoint : Endpoint
        The model that is asked.
    progress : callable, optional
        Called with the stage, how many pieces are done, and how many there are.

    Examples
    --------
    >>> coder = LanguageModelCoder(Endpoint.of("ollama:llama3.1"))
    >>> coder.endpoint.model
    'llama3.1'
    """

    endpoint: Endpoint
    progress: Progress | None = None

    def __call__(self, source: Source) -> Draft:
        """Read a source.

        Parameters
        ----------
        source : Source

        Returns
        -------
        Draft
            Verified: whatever the model says, an item stands in it only with words of the
            source, and only the fields that those words bear out.

        Raises
        ------
        OfframpError
            When the model cannot be asked.
        """
        draft = Draft((source,))
        for stage in STAGES:
            draft = self._stage(stage, source, draft)
        return draft

    def _stage(self, stage: str, source: Source, draft: Draft) -> Draft:
        spans = chunks(source)
        pieces: list[Draft] = []
        read = 0
        for done, span in enumerate(spans):
            if self.progress is not None:
                self.progress(f"{source.id}: {stage}", done, len(spans))
            found = self._piece(stage, source, span, draft)
            pieces.append(_from(source.at(read), stage, found))
            if not _lost(found, draft):
                read = span[1]
        if self.progress is not None:
            self.progress(f"{source.id}: {stage}", len(spans), len(spans))
        # What one piece tells was told apart; another may tell of the same again.
        return join(pieces, retold=len(pieces) > 1) if pieces else draft

    def _piece(self, stage: str, source: Source, span: tuple[int, int], draft: Draft) -> Draft:
        """Ask about one piece; what its rows are worth, verified, is added to the draft so far."""
        context = Context(source, source.span(*span), _by_name(draft.parties), _by_label(draft))
        ask = self._ask(stage, source, span, draft)
        found, whole = self._answered(stage, ask)
        if not whole and span[1] - span[0] > SHORTEST:
            pieces = [
                self._piece(stage, source, half, draft) for half in halves(source.clean, span)
            ]
            return join(pieces, retold=True)
        if found is None:
            words = source.clean[span[0] : span[0] + 80]
            context.refused.append(Unverified(stage, words, UNREAD, source.id))
            return replace(draft, unverified=(*draft.unverified, *context.refused))
        items, missed = _read(stage, found, context)
        if missed:
            again, _ = self._answered(stage, _mending(ask, missed))
            more, still = _read(stage, again or {}, context, first=len(items["all"]) + 1)
            items = {name: [*items[name], *more[name]] for name in items}
            context.refused += _given_up(stage, missed, more["all"], still, source)
        del items["all"]
        return verify(_with_items(draft, items, context.refused))

    def _ask(self, stage: str, source: Source, span: tuple[int, int], draft: Draft) -> Ask:
        passage = source.clean[slice(*span)]
        # A mark that the document's writer cannot foresee: it is made of the passage itself.
        mark = f"===== {hashlib.sha256(passage.encode('utf-8', 'replace')).hexdigest()[:24]} ====="
        system = instructions(
            stage,
            date=source.date or "an unknown date",
            parties="" if stage == "parties" else _listed(draft.parties),
            acts="\n".join(f"{label}: {_told(act)}" for label, act in _by_label(draft).items()),
        )
        form = json.dumps(SCHEMAS[stage], separators=(",", ":"))
        user = f"{mark}\n{passage}\n{mark}"
        return Ask(stage, f"{system}\n\nThe form of the answer:\n{form}", user, SCHEMAS[stage])

    def _answered(self, stage: str, ask: Ask) -> tuple[dict[str, Any] | None, bool]:
        """Get an answer that can be read; ask once more where one cannot.

        Returns
        -------
        tuple
            The answer or None, and whether it was whole.
        """
        reply = self.endpoint.ask(ask)
        found = _of(stage, reply.text)
        if found is None and not reply.cut_off:
            self.endpoint.forget(ask)
            again = f"{ask.user}\n\nAnswer with one JSON object of the given form, nothing else."
            ask = replace(ask, user=again)
            reply = self.endpoint.ask(ask)
            found = _of(stage, reply.text)
            if found is None:
                self.endpoint.forget(ask)
        if found is None and reply.cut_off:
            rows = {name: answers.salvaged(reply.text, name) for name in _sections(stage)}
            return (rows if any(rows.values()) else None), False
        return found, not reply.cut_off


def _of(stage: str, text: str) -> dict[str, Any] | None:
    """Read an answer; None where it is not of its stage, such as an error or another form."""
    found = answers.parsed(text)
    if found is None or not isinstance(found.get(_sections(stage)[0]), list):
        return None
    return found


def _sections(stage: str) -> tuple[str, ...]:
    return _SECTIONS.get(stage, (stage,))


def _read(
    stage: str, answer: Mapping[str, Any], context: Context, first: int = 1
) -> tuple[dict[str, list[Item]], list[tuple[Row, str]]]:
    """Read the rows of an answer; give the items by section, and the rows without words."""
    items: dict[str, list[Item]] = {"all": []}
    missed: list[tuple[Row, str]] = []
    sources: dict[str, Row] = {}
    for section in _sections(stage):
        items[section] = []
        if section == "relations":
            people = [item for item in items["parties"] if isinstance(item, PartyItem)]
            context.parties = {**context.parties, **_by_name(people)}
        for row in answers.rows(answer, section):
            try:
                item = READERS[section](row, context, first + len(items["all"]))
            except NotFoundError as fault:
                missed.append((row, str(fault)))
            else:
                items[section].append(item)
                items["all"].append(item)
                sources[item.id] = row
        if section == "acts":
            acts = items[section]
            items[section] = [_with_answers(act, acts, sources, context) for act in acts]
    return items, missed


def _with_answers(
    item: Item, acts: Sequence[Item], rows: Mapping[str, Row], context: Context
) -> Item:
    """Find the acts that an act answers among those of the same passage."""
    others = {act.id: act for act in acts if isinstance(act, ActItem) and act.id != item.id}
    found = earlier(answers.text(rows[item.id], "answers"), replace(context, acts=others))
    return replace(item, answers=found) if isinstance(item, ActItem) else item


def _mending(ask: Ask, missed: Sequence[tuple[Row, str]]) -> Ask:
    """Send rows back whose words do not stand in the passage."""
    told = [{"row": dict(row), "fault": fault} for row, fault in missed]
    system = (
        f"{ask.system}\n\nYou were asked before. The rows below could not be used: their quotes or "
        "triggers do not stand in the passage as given. For each, copy the words exactly as they "
        "stand, or leave the row out. Answer with those rows alone."
    )
    rows = json.dumps(told, ensure_ascii=False)
    return replace(ask, system=system, user=f"{ask.user}\n\nRows that could not be used:\n{rows}")


def _given_up(
    stage: str,
    missed: Sequence[tuple[Row, str]],
    mended: Sequence[Item],
    still: Sequence[tuple[Row, str]],
    source: Source,
) -> list[Unverified]:
    """List what stayed without words after it went back once, and what did not come back."""
    kind = {"parties": "party"}.get(stage, stage.rstrip("s"))
    lost = (*still, *missed[len(mended) + len(still) :])
    return [Unverified(kind, answers.text(row, "quote"), why, source.id) for row, why in lost]


def _with_items(
    draft: Draft, items: Mapping[str, Sequence[Item]], refused: Sequence[Unverified]
) -> Draft:
    added: dict[str, Any] = {name: (*getattr(draft, name), *found) for name, found in items.items()}
    return replace(draft, **added, unverified=(*draft.unverified, *refused))


def _from(start: int, stage: str, draft: Draft) -> Draft:
    """Leave out what a stage found in words that an earlier piece has read, for context only."""
    if stage == "parties":
        return draft
    found: Sequence[Item] = getattr(draft, stage)
    own = [item for item in found if max(quote.end for quote in item.quotes) > start]
    names = {item.id for item in own}
    kept = (
        replace(item, answers=tuple(name for name in item.answers if name in names))
        if isinstance(item, ActItem) else item
        for item in own
    )  # fmt: skip
    fields: dict[str, Any] = {stage: tuple(kept)}
    return replace(draft, **fields)


def _lost(found: Draft, before: Draft) -> bool:
    """Say whether some of a piece was not read at all."""
    return any(one.unread for one in found.unverified if one not in before.unverified)


def _by_name(parties: Sequence[PartyItem]) -> dict[str, str]:
    """Give ids by every name; a name that two parties bear leads to neither."""
    found: dict[str, set[str]] = {}
    for party in parties:
        for name in (party.id, party.name, *party.aliases):
            found.setdefault(name.casefold(), set()).add(party.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _by_label(draft: Draft) -> dict[str, ActItem]:
    return {f"A{number}": act for number, act in enumerate(draft.acts, start=1)}


def _listed(parties: Sequence[PartyItem]) -> str:
    lines: list[str] = []
    for party in parties:
        also = f", also: {', '.join(party.aliases)}" if party.aliases else ""
        lines.append(f"{party.name} ({party.kind}){also}")
    return "\n".join(lines)


def _told(act: ActItem) -> str:
    deed = act.trigger.text if act.trigger is not None else act.rung
    when, who = act.date or "no date", " and ".join(act.actors) or "nobody named"
    return f"{when}, {who}: {deed} ({' and '.join(act.targets) or 'nobody named'})"
