"""Cards on the page: each side's posture, and each exchange besides its numbers."""

from typing import Any

from offramp.futures import Findings, PosturePath
from offramp.report._account import account_of
from offramp.report._labels import side_name
from offramp.report._text import (
    NBSP,
    day,
    days_between,
    listing,
    number,
    percent,
    sentence_case,
    short,
    signed,
)
from offramp.report.charts._exchange import claimant, exchange_title, shown
from offramp.report.charts._shape import side_tone


def posture_cards(findings: Findings) -> list[dict[str, Any]]:
    """Lay out each side's posture and its shift."""
    order = [side.key for side in findings.forecast.sides]
    return [
        {
            "side": sentence_case(side_name(findings.forecast, path.side)),
            "tone": f"tone-{side_tone(findings, path.side)}",
            "prior": path.driven_by == "prior",
            "now": _posture_now(path),
            "shift": _shift(path),
            "factor": f"Log Bayes factor of a shift against none: "
            f"{signed(path.log_bayes_factor, 1)}. Near 0, the acts on record hardly tell the "
            "two apart.",
        }
        for path in sorted(findings.postures, key=lambda path: order.index(path.side))
    ]


def _posture_now(path: PosturePath) -> str:
    if not path.shares:
        return "No posture was inferred."
    told = listing(
        f"{percent(share)} {short(name, 60)}"
        for name, share in sorted(
            zip(path.postures, path.shares[-1], strict=True), key=lambda pair: -pair[1]
        )
    )
    return f"On {day(path.days[-1])}: {told}."


def _shift(path: PosturePath) -> str:
    lead = f"Chance that it changed since {day(path.days[0])}: " if path.days else "Chance: "
    if path.shift_date is None:
        return f"{lead}{percent(path.shift_chance)}; no day stands out."
    span = (
        f" (80{NBSP}%: {days_between(path.shift_from, path.shift_to)})"
        if path.shift_from is not None and path.shift_to is not None
        else ""
    )
    return f"{lead}{percent(path.shift_chance)}, most likely on {day(path.shift_date)}{span}."


def exchange_cards(findings: Findings) -> list[dict[str, Any]]:
    """Lay out what is known of each exchange drawn, besides its numbers."""
    tones = {act.id: act.tone for act in account_of(findings).acts}
    cards: list[dict[str, Any]] = []
    for one in shown(findings):
        defenders = listing(claimant(findings, name) for name in one.defenders)
        notice = (
            f"{number(one.notice_hours, 0)}{NBSP}hours’ notice"
            if one.notice_hours is not None
            else "no notice on record"
        )
        told = (
            f"By {claimant(findings, one.by)} against {claimant(findings, one.against)}; "
            f"{notice}; {f'defended by {defenders}' if defenders else 'no defender on record'}. "
            f"Notice and allies multiply the odds of stopping by {number(one.readiness, 2)}."
        )
        cards.append(
            {
                "title": exchange_title(findings, one),
                "tone": f"tone-{tones.get(one.act, 'other')}",
                "under_way": one.under_way,
                "told": told,
            }
        )
    return cards


def exchange_basis(findings: Findings) -> str:
    """Say what the expected outcomes rest on, each basis once, and what is left to the table."""
    bases = list(dict.fromkeys(one.basis for one in findings.forecast.exchanges))
    more = len(findings.forecast.exchanges) - len(shown(findings))
    others = f"{more} earlier exchanges are in the table below." if more > 0 else ""
    return " ".join([*(short(basis, 600) for basis in bases[:3]), others]).strip()
