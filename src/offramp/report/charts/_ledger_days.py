"""The ledger on a few days: every term stacked, pushing up or holding down."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from offramp.futures import Findings
from offramp.report._account import account_of
from offramp.report._labels import side_name
from offramp.report._text import brief_day, finite, sentence_case, short, signed
from offramp.report.charts._shape import (
    GROUP_WORDS,
    GROUPS,
    INK,
    PAPER,
    SCHEMA,
    Key,
    Spec,
    Table,
    fit,
)

NAME: str = "ledger-days"
TITLE: str = "How the balance shifted"

MOST_DAYS = 5


def caption(_findings: Findings) -> str:
    """Say what the chart shows and how to read it."""
    return (
        "Each side’s terms stacked on a few days: above the line what pushes to act, below it "
        "what holds. The dot is what the learned terms and the dials sum to; the base rate, "
        "which is large and holds both sides, is left to the lines below."
    )


def alt(findings: Findings) -> str:
    """Tell the chart to someone who cannot see it."""
    ledger = findings.ledger
    if not ledger.days:
        return "No ledger was kept."
    parts: list[str] = []
    for side in findings.forecast.sides:
        sums = _sums(findings, side.key)
        told = ", ".join(
            f"{brief_day(ledger.days[n])} {signed(sums[n])}" for n in few_days(findings)
        )
        parts.append(f"{side_name(findings.forecast, side.key)}: {told}")
    return "Learned terms and dials together. " + "; ".join(parts) + "."


def legend(_findings: Findings) -> Sequence[Key]:
    """Name the groups of terms."""
    return [
        ("group-learned", GROUP_WORDS["learned"]),
        ("group-dial", GROUP_WORDS["dial"]),
        ("dot-ink", "their sum"),
    ]


def table(findings: Findings) -> Table:
    """Give every term on the days drawn."""
    ledger = findings.ledger
    places = few_days(findings)
    header = ("Side", "Term", "Kind", *(brief_day(ledger.days[n]) for n in places))
    return header, [
        (
            side_name(findings.forecast, term.side),
            term.label,
            term.group,
            *(signed(term.mean[n]) for n in places),
        )
        for term in (*ledger.terms, *ledger.totals)
        if term.mean
    ]


def few_days(findings: Findings) -> list[int]:
    """Pick the days to draw: the first, the last, and those with the highest acts between."""
    days = findings.ledger.days
    if len(days) <= MOST_DAYS:
        return list(range(len(days)))
    places = {day: n for n, day in enumerate(days)}
    chosen = {0, len(days) - 1}
    acts = [act for act in account_of(findings).acts if act.last in places]
    for act in sorted(acts, key=lambda act: (-act.level, -act.last.toordinal())):
        if len(chosen) < MOST_DAYS:
            chosen.add(places[act.last])
    for n in range(1, MOST_DAYS):
        if len(chosen) < MOST_DAYS:
            chosen.add(n * (len(days) - 1) // (MOST_DAYS - 1))
    return sorted(chosen)


def spec(findings: Findings) -> Spec:
    """Return the Vega-Lite specification."""
    ledger = findings.ledger
    places = few_days(findings)
    labels = [_label(ledger.days[n]) for n in places]
    sides = [sentence_case(side_name(findings.forecast, s.key)) for s in findings.forecast.sides]
    rows: list[dict[str, Any]] = []
    for side, title in zip(findings.forecast.sides, sides, strict=True):
        rows += [
            {
                "side": title,
                "day": _label(ledger.days[n]),
                "group": term.group,
                "term": term.name,
                "m": finite(term.mean[n]),
                "tip": f"{title}, {brief_day(ledger.days[n])}\n{short(term.label, 80)}\n"
                f"{signed(term.mean[n])} ({signed(term.low[n])} to {signed(term.high[n])})",
            }
            for term in ledger.terms
            if term.side == side.key and term.group != "base" and term.mean
            for n in places
            if abs(term.mean[n]) >= 0.005
        ]
        sums = _sums(findings, side.key)
        rows += [
            {
                "side": title,
                "day": _label(ledger.days[n]),
                "sum": finite(sums[n]),
                "tip": f"{title}, {brief_day(ledger.days[n])}\nsum {signed(sums[n])}",
            }
            for n in places
        ]
    x: Spec = {
        "field": "day",
        "type": "ordinal",
        "sort": labels,
        "axis": {"title": None, "labelAngle": 0, "ticks": False},
    }
    return {
        "$schema": SCHEMA,
        "usermeta": fit(52, least=280, most=2),
        "data": {"values": rows},
        "facet": {"field": "side", "type": "nominal", "sort": sides, "header": {"title": None}},
        "bounds": "flush",
        "columns": 2,
        "spec": {
            "height": 250,
            "encoding": {"x": x},
            "layer": [
                {
                    "transform": [{"filter": "isValid(datum.term)"}],
                    "mark": {"type": "bar", "stroke": PAPER, "strokeWidth": 1},
                    "encoding": {
                        "y": {
                            "field": "m",
                            "type": "quantitative",
                            "stack": "zero",
                            "axis": {"title": None, "tickCount": 6},
                        },
                        "color": {
                            "field": "group",
                            "type": "nominal",
                            "scale": {"domain": list(GROUPS), "range": list(GROUPS.values())},
                            "legend": None,
                        },
                        "detail": {"field": "term", "type": "nominal"},
                        "tooltip": {"field": "tip"},
                    },
                },
                {
                    "mark": {"type": "rule", "color": INK},
                    "encoding": {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"datum": 0}},
                },
                {
                    "transform": [{"filter": "isValid(datum.sum)"}],
                    "mark": {
                        "type": "point",
                        "filled": True,
                        "fill": INK,
                        "stroke": PAPER,
                        "opacity": 1,
                        "size": 70,
                    },
                    "encoding": {
                        "y": {"field": "sum", "type": "quantitative"},
                        "tooltip": {"field": "tip"},
                    },
                },
            ],
        },
    }


def _label(day: date) -> str:
    return " ".join(brief_day(day).split()[:2])


def _sums(findings: Findings, side: str) -> list[float]:
    """Add what is drawn: the means of the side's terms other than the base rate."""
    terms = [
        term
        for term in findings.ledger.terms
        if term.side == side and term.group != "base" and term.mean
    ]
    return [sum(term.mean[n] for term in terms) for n in range(len(findings.ledger.days))]
