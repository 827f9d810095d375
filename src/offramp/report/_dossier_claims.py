"""Claims on the page: what was decided first, each with its quote and what one must believe."""

from collections.abc import Callable, Mapping
from typing import Any

from offramp.claims import ClaimAnswer, Claims, Turn
from offramp.report._text import day, number, short
from offramp.report.charts import _surface as surface

Draw = Callable[[Any, Any], dict[str, Any] | None]

GROUPS = (
    ("Decided", ("supported", "contradicted"), True),
    ("Not decided by this evidence", ("not decided",), False),
    ("Not testable", ("not testable",), False),
)
VERDICTS = tuple(name for _, names, _ in GROUPS for name in names)

NEAREST = 2
"""How many turns of dials are told."""


def claim_groups(claims: Claims, later: Mapping[str, str]) -> list[dict[str, Any]]:
    """Lay out the claims by verdict; a group that is empty is left out.

    `later` gives, by source, when it was written, where that was after the day.
    """
    found: list[dict[str, Any]] = []
    for title, names, is_open in GROUPS:
        cards = [_card(each, claims, later) for each in claims.claims if each.verdict in names]
        if cards:
            found.append({"title": f"{title}: {len(cards)}", "open": is_open, "cards": cards})
    return found


def surface_figures(claims: Claims, draw: Draw) -> list[dict[str, Any]]:
    """Draw the verdicts that were looked at closely over the two dials that move them most."""
    found: list[dict[str, Any]] = []
    for place, claim in enumerate(claims.claims):
        drawn = draw(surface, claim.surface) if claim.surface is not None else None
        if drawn is not None:
            title = f"{drawn['title']}: {short(claim.id.replace('-', ' '), 60)}"
            found.append({**drawn, "name": f"{drawn['name']}-{place}", "title": title})
    return found


def counted(claims: Claims) -> str:
    """Say how many claims came out how.

    Examples
    --------
    >>> from datetime import date
    >>> counted(Claims("a", date(2024, 1, 1), 0, 9, "r", "The program's.", "", ()))
    '0 claims.'
    """
    counts = {name: sum(each.verdict == name for each in claims.claims) for name in VERDICTS}
    told = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    total = len(claims.claims)
    return f"{total} claim{'' if total == 1 else 's'}{': ' + told if told else ''}."


def _card(claim: ClaimAnswer, claims: Claims, later: Mapping[str, str]) -> dict[str, Any]:
    factor = ""
    if claim.bayes_factor is not None:
        factor = (
            f"The act makes a side that answers {number(claim.bayes_factor, 1)} times likelier "
            "than one that does not (a Bayes factor; below 3 it is weak)."
        )
    came = ""
    if claim.came is not None:
        told = "yes" if claim.came else "no"
        came = f"What came by {day(claims.as_of)}: {told}. {short(claim.came_why, 240)}"
    asked = line = ""
    if claim.ask and claim.answer:
        asked = f"Asked as of {day(claim.as_of or claims.as_of)}: {short(claim.answer.plain, 300)}."
        line = short(claim.ask, 240)
    written = f", written later ({later[claim.by]})" if claim.by in later else ""
    return {
        "quote": short(claim.quote, 400),
        "by": f"{short(claim.id, 60)}, by {short(claim.by, 60)}{written}",
        "verdict": claim.verdict,
        "loud": claim.verdict in ("supported", "contradicted"),
        "why": short(claim.why, 400),
        "more": [text for text in (came, factor, short(claim.by_construction or "", 300)) if text],
        "asked": asked,
        "test": line,
        "believe": believe(claim),
    }


def believe(claim: ClaimAnswer) -> list[str]:
    """Say what one must believe for a verdict to be another."""
    if claim.must_believe is None:
        return []
    what = "decide it" if claim.verdict == "not decided" else "turn the verdict"
    if not claim.must_believe.turns:
        return [f"No single dial within six standard deviations would {what}."]
    return [_told(turn, what) for turn in claim.must_believe.turns[:NEAREST]]


def _told(turn: Turn, what: str) -> str:
    where = "within" if turn.allowed else "outside"
    told = (
        f"To {what}, {short(turn.label, 80)} would have to stand at {number(turn.needed, 2)}, "
        f"{number(abs(turn.sds), 1)} standard deviations away: {where} what is believed, "
        f"{number(turn.now, 2)} ({number(turn.low, 2)} to {number(turn.high, 2)})."
    )
    if turn.rerun is None:
        return told
    again = "it does" if turn.rerun.flips else f"it does not: {turn.rerun.verdict} there"
    return f"{told} Run again at {number(turn.rerun.value, 2)}, {again}."
