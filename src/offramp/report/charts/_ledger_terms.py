"""Each term of the ledger through time, both sides side by side."""

from collections.abc import Sequence

from offramp.futures import Findings, LedgerTerm
from offramp.report._labels import side_name
from offramp.report._text import brief_day, finite, short, signed
from offramp.report.charts._shape import (
    INK,
    MUTED,
    SCHEMA,
    Key,
    Spec,
    Table,
    fit,
    millis,
    side_legend,
    side_tone,
    thinned,
    time_axis,
    tone_scale,
)

NAME: str = "ledger-terms"
TITLE: str = "Each term through time"

MOST_TERMS = 9
_ORDER = ("base", "learned", "dial")
_NOON = 43_200_000


def caption(findings: Findings) -> str:
    """Say what the chart shows and how to read it."""
    left_out = max(len(_names(findings, None)) - MOST_TERMS, 0)
    more = f" {left_out} terms that move less are in the table only." if left_out else ""
    return (
        "One panel for each term, base terms first, then what was learned, then the dials; "
        f"the bands are 90 %. The panels differ in scale.{more}"
    )


def alt(findings: Findings) -> str:
    """Tell the chart to someone who cannot see it."""
    parts = [
        f"{term.label}, {side_name(findings.forecast, term.side)}: {signed(term.mean[0])} to "
        f"{signed(term.mean[-1])}"
        for term in _terms(findings)[:8]
        if term.mean
    ]
    return "Terms through time. " + "; ".join(parts) + "."


def legend(findings: Findings) -> Sequence[Key]:
    """Name the colours."""
    return side_legend(findings)


def table(findings: Findings) -> Table:
    """Give each term at the start, in the middle and at the end."""
    days = findings.ledger.days
    places = sorted({0, len(days) // 2, len(days) - 1}) if days else []
    header = ("Term", "Kind", "Side", *(brief_day(days[n]) for n in places))
    return header, [
        (
            term.label,
            term.group,
            side_name(findings.forecast, term.side),
            *(
                f"{signed(term.mean[n])} ({signed(term.low[n])} to {signed(term.high[n])})"
                for n in places
            ),
        )
        for term in findings.ledger.terms
        if term.mean
    ]


def spec(findings: Findings) -> Spec:
    """Return the Vega-Lite specification."""
    days = findings.ledger.days
    terms = _terms(findings)
    titles = list(dict.fromkeys(_title(term) for term in terms))
    rows = [
        {
            "panel": _title(term),
            "t": millis(days[n]) + _NOON,
            "m": finite(term.mean[n]),
            "lo": finite(term.low[n]),
            "hi": finite(term.high[n]),
            "tone": side_tone(findings, term.side),
            "tip": f"{side_name(findings.forecast, term.side)}, {brief_day(days[n])}\n"
            f"{signed(term.mean[n])} ({signed(term.low[n])} to {signed(term.high[n])})",
        }
        for term in terms
        for n in thinned(range(len(days)), most=12)
    ]
    colour: Spec = {"field": "tone", "type": "nominal", "scale": tone_scale(), "legend": None}
    return {
        "$schema": SCHEMA,
        "usermeta": fit(42, least=190, most=3, each=True),
        "data": {"values": rows},
        "facet": {"field": "panel", "type": "nominal", "sort": titles, "header": {"title": None}},
        "columns": 3,
        "resolve": {"scale": {"y": "independent"}, "axis": {"x": "independent"}},
        "spec": {
            "height": 92,
            "encoding": {"x": time_axis("t", tickCount=3)},
            "layer": [
                {
                    "mark": {"type": "rule", "color": MUTED},
                    "encoding": {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"datum": 0}},
                },
                {
                    "mark": {"type": "area", "opacity": 0.16},
                    "encoding": {
                        "color": colour,
                        "y": {
                            "field": "lo",
                            "type": "quantitative",
                            "axis": {"title": None, "tickCount": 3},
                        },
                        "y2": {"field": "hi"},
                    },
                },
                {
                    "mark": {"type": "line", "strokeWidth": 2},
                    "encoding": {"color": colour, "y": {"field": "m", "type": "quantitative"}},
                },
                {
                    "mark": {"type": "point", "size": 70, "opacity": 0, "filled": True},
                    "encoding": {
                        "color": {"value": INK},
                        "y": {"field": "m", "type": "quantitative"},
                        "tooltip": {"field": "tip"},
                    },
                },
            ],
        },
    }


def _names(findings: Findings, most: int | None) -> list[str]:
    """Return the terms' names: by group, those that move most kept."""
    swing: dict[str, float] = {}
    group: dict[str, str] = {}
    for term in findings.ledger.terms:
        if term.mean:
            reach = max(abs(value) for value in term.mean) + max(term.mean) - min(term.mean)
            swing[term.name] = max(swing.get(term.name, 0.0), reach)
            group[term.name] = term.group
    kept = sorted(swing, key=lambda name: -swing[name])[:most]
    return sorted(kept, key=lambda name: (_ORDER.index(group[name]), -swing[name]))


def _terms(findings: Findings) -> list[LedgerTerm]:
    order = {name: n for n, name in enumerate(_names(findings, MOST_TERMS))}
    terms = [term for term in findings.ledger.terms if term.name in order]
    return sorted(terms, key=lambda term: order[term.name])


def _title(term: LedgerTerm) -> str:
    return f"{short(term.label, 34)} · {term.group}"
