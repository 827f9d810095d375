"""The ledger on the as-of date: what pushes each side, and what holds it."""

from collections.abc import Sequence

from offramp.futures import Findings, LedgerTerm
from offramp.report._labels import side_name
from offramp.report._text import finite, short, signed
from offramp.report.charts._shape import (
    GROUP_WORDS,
    INK,
    SCHEMA,
    Key,
    Spec,
    Table,
    fit,
    side_legend,
    side_tone,
    tone_scale,
)

NAME: str = "ledger-today"
TITLE: str = "What pushes each side now, and what holds it"

ORDER = ("learned", "dial")


def caption(_findings: Findings) -> str:
    """Say what the chart shows and how to read it."""
    return (
        "The terms of each side’s ledger at the as-of date, in log-odds of using force: to the "
        "right they push, to the left they hold. A step of 0.7 doubles the odds. The lines are "
        "90 % bands. Terms under “dial” are priors that an analyst can turn, and no findings."
    )


def alt(findings: Findings) -> str:
    """Tell the chart to someone who cannot see it."""
    parts: list[str] = []
    for side in findings.forecast.sides:
        terms = sorted(
            (term for term in latest_terms(findings) if term.side == side.key),
            key=lambda term: -abs(term.mean[-1]),
        )
        told = ", ".join(f"{term.label} {signed(term.mean[-1])}" for term in terms[:3])
        parts.append(f"{side_name(findings.forecast, side.key)}: {told or 'no terms'}")
    return "The largest terms. " + "; ".join(parts) + "."


def legend(findings: Findings) -> Sequence[Key]:
    """Name the colours."""
    return side_legend(findings)


def table(findings: Findings) -> Table:
    """Give every term on the as-of date, with what it rests on."""
    terms = [*findings.ledger.terms, *findings.ledger.totals]
    return ("Side", "Term", "Kind", "Log-odds", "90 % band", "Basis"), [
        (
            side_name(findings.forecast, term.side),
            term.label,
            GROUP_WORDS[term.group],
            signed(term.mean[-1]),
            f"{signed(term.low[-1])} to {signed(term.high[-1])}",
            term.basis,
        )
        for term in terms
        if term.mean
    ]


def spec(findings: Findings) -> Spec:
    """Return the Vega-Lite specification."""
    terms = latest_terms(findings)
    rows = [
        {
            "term": short(term.label, 44),
            "group": GROUP_WORDS[term.group],
            "tone": side_tone(findings, term.side),
            "m": finite(term.mean[-1]),
            "lo": finite(term.low[-1]),
            "hi": finite(term.high[-1]),
            "tip": f"{side_name(findings.forecast, term.side)}: {short(term.label, 80)}\n"
            f"{signed(term.mean[-1])} ({signed(term.low[-1])} to {signed(term.high[-1])})\n"
            f"{short(term.basis, 160)}",
        }
        for term in terms
    ]
    biggest: dict[str, float] = {}
    for term in terms:
        label = short(term.label, 44)
        biggest[label] = max(biggest.get(label, 0.0), abs(term.mean[-1]))
    names = sorted(biggest, key=lambda label: -biggest[label])
    y: Spec = {
        "field": "term",
        "type": "nominal",
        "sort": names,
        "axis": {"title": None, "ticks": False, "domain": False, "grid": True},
    }
    x: Spec = {
        "type": "quantitative",
        "axis": {"title": "log-odds: holds ← 0 → pushes", "tickCount": 5},
    }
    shared: Spec = {
        "y": y,
        "color": {"field": "tone", "type": "nominal", "scale": tone_scale(), "legend": None},
        "yOffset": {"field": "tone", "type": "nominal", "scale": {"domain": ["a", "b"]}},
        "tooltip": {"field": "tip"},
    }
    return {
        "$schema": SCHEMA,
        "usermeta": fit(210, narrow=150),
        "data": {"values": rows},
        "facet": {
            "row": {
                "field": "group",
                "type": "nominal",
                "sort": [GROUP_WORDS[group] for group in ORDER],
                "header": {"title": None, "orient": "top"},
            }
        },
        "resolve": {"scale": {"y": "independent"}},
        "spec": {
            "height": {"step": 13, "for": "offset"},
            "layer": [
                {
                    "mark": {"type": "rule", "strokeWidth": 1.6},
                    "encoding": {**shared, "x": {**x, "field": "lo"}, "x2": {"field": "hi"}},
                },
                {
                    "mark": {"type": "point", "filled": True, "size": 62, "opacity": 1},
                    "encoding": {**shared, "x": {**x, "field": "m"}},
                },
                {
                    "mark": {"type": "rule", "strokeWidth": 1, "color": INK},
                    "encoding": {
                        "x": {"datum": 0, "type": "quantitative"},
                        "y": {"value": 0},
                        "y2": {"value": "height"},
                    },
                },
            ],
        },
    }


def latest_terms(findings: Findings) -> list[LedgerTerm]:
    """Return the terms above the base rate that move at least one side on the last day."""
    moving = {
        term.name
        for term in findings.ledger.terms
        if term.mean and max(abs(term.low[-1]), abs(term.high[-1])) >= 0.005
    }
    return [
        term
        for term in findings.ledger.terms
        if term.name in moving and term.mean and term.group != "base"
    ]
