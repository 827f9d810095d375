"""What the latest act changed, on the page: in words, and the chance of a repeat."""

from datetime import date
from typing import Any

from offramp.answers import ActEffect, Contrast
from offramp.claims import verdict
from offramp.record import Record
from offramp.report._text import day, listing, number, percent, sentence_case, short, signed

MOST = 3
"""How many terms are named."""


def act_part(effect: ActEffect, record: Record) -> dict[str, Any]:
    """Say what the act was, whether it restored deterrence, and through which reasons."""
    act = record.act(effect.act)
    lead = (
        f"“{short(act.title or act.act, 160)}”, {day(act.span.last)}, with it less without it; "
        f"{short(effect.follows, 200)}. One crisis holds no evidence of it: this rests on the "
        "model and its priors."
    )
    found = effect.deterrence
    if found is None:
        told = [short(effect.unasked or "It answers no act on record.", 300)]
        return {"lead": lead, "told": told, "header": (), "rows": []}
    provoked = record.act(found.provocation)
    name = short(record.party(record.sides[found.by][0]).name, 60)
    told = [
        f"It answers “{short(provoked.title or provoked.act, 160)}”, {day(provoked.span.last)}. "
        + _verdict(name, found.contrasts[0])
    ]
    if found.through:
        terms = listing(
            f"{short(row.label, 60)} ({signed(row.mean)})" for row in found.through[:MOST]
        )
        told.append(f"It moves {name} most through {terms}, in log-odds of force.")
    if found.custom:
        told.append(sentence_case(short(found.custom, 300)))
    return {
        "lead": lead, "told": told, "header": _header(found.as_of),
        "rows": [_row(c) for c in found.contrasts],
    }  # fmt: skip


def _header(as_of: date) -> tuple[str, ...]:
    since = f"A repeat by the other side, from the evening of {day(as_of)}"
    return (since, "With the act", "Without it", "It changed, points (90 %)")


def _verdict(name: str, repeat: Contrast) -> str:
    """Say whether it deterred, by the rule by which claims are judged."""
    share = percent(1 - repeat.difference.chance_lower)
    draws = f"the act makes a repeat by {name} less likely under {share} of the parameter draws"
    # Without the act, a repeat would be likelier: so a claim would put that it deterred.
    said = verdict(repeat, "higher")
    if said == "supported":
        return f"As far as the model tells, yes: {draws}."
    if said == "contradicted":
        return f"As far as the model tells, the opposite: {draws}."
    return f"That is not decided: {draws}."


def _row(contrast: Contrast) -> tuple[str, ...]:
    gap = contrast.difference
    change, low, high = (number(-100 * end) for end in (gap.mean, gap.high, gap.low))
    return (
        short(contrast.factual.plain.partition(", had ")[0], 160),
        percent(contrast.factual.probability), percent(contrast.counterfactual.probability),
        f"{change} ({low} to {high})",
    )  # fmt: skip
