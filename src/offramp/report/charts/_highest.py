"""The highest rung by day, as shares of all futures."""

from collections.abc import Sequence

from offramp.futures import Findings
from offramp.report._ladder import rung_name, rung_order
from offramp.report._text import finite, percent, sentence_case
from offramp.report.charts._shape import (
    PAPER,
    SCHEMA,
    Key,
    Spec,
    Table,
    fit,
    percent_axis,
    rung_colour,
    thinned,
)

NAME: str = "highest"
TITLE: str = "The highest rung so far, by day"


def caption(_findings: Findings) -> str:
    """Say what the chart shows and how to read it."""
    return (
        "Of all simulated futures, the share whose highest act so far stands on each rung. "
        "The stronger the colour, the higher the rung; the faintest are futures in which "
        "nothing has happened yet."
    )


def alt(findings: Findings) -> str:
    """Tell the chart to someone who cannot see it."""
    highest = findings.forecast.highest
    if not highest.days:
        return "The highest rung by day was not simulated."
    parts = [
        f"{_name(findings, rung)} {percent(share)}"
        for rung, share in zip(highest.rungs, highest.shares[-1], strict=True)
        if share > 0.005
    ]
    return f"By day {highest.days[-1]} the highest rung is " + "; ".join(parts) + "."


def legend(findings: Findings) -> Sequence[Key]:
    """Name the rungs."""
    return [
        (f"rung-{min(max(rung_order(findings, rung), 0), 10)}", _name(findings, rung))
        for rung in _drawn(findings)
    ]


def table(findings: Findings) -> Table:
    """Give the shares at a few days."""
    highest = findings.forecast.highest
    drawn = _drawn(findings)
    header = ("By day", *(sentence_case(_name(findings, rung)) for rung in drawn))
    places = [highest.rungs.index(rung) for rung in drawn]
    return header, [
        (str(highest.days[n]), *(percent(highest.shares[n][r]) for r in places))
        for n in thinned(highest.days, (1, 3, 7, 14, 30, 60, 90))
    ]


def spec(findings: Findings) -> Spec:
    """Return the Vega-Lite specification."""
    highest = findings.forecast.highest
    drawn = _drawn(findings)
    rows = [
        {
            "d": highest.days[n],
            "rung": rung,
            "order": rung_order(findings, rung),
            "p": finite(highest.shares[n][highest.rungs.index(rung)]),
        }
        for n in thinned(highest.days)
        for rung in drawn
    ]
    tips = [
        {
            "d": highest.days[n],
            "tip": f"By day {highest.days[n]}\n"
            + "\n".join(
                f"{_name(findings, rung)}: {percent(highest.shares[n][highest.rungs.index(rung)])}"
                for rung in reversed(drawn)
            ),
        }
        for n in thinned(highest.days)
    ]
    x: Spec = {
        "field": "d",
        "type": "quantitative",
        "axis": {"title": "days from now", "grid": False},
        "scale": {"nice": False},
    }
    areas: Spec = {
        "data": {"values": rows},
        "mark": {"type": "area", "stroke": PAPER, "strokeWidth": 0.7},
        "encoding": {
            "y": {
                "field": "p",
                "type": "quantitative",
                "stack": "zero",
                "scale": {"domain": [0, 1]},
                "axis": percent_axis(),
            },
            "order": {"field": "order", "type": "quantitative"},
            "color": {
                "field": "rung",
                "type": "nominal",
                "scale": {
                    "domain": drawn,
                    "range": [rung_colour(rung_order(findings, rung)) for rung in drawn],
                },
                "legend": None,
            },
        },
    }
    # An area has one tooltip for all its days, so unseen strokes carry one for each.
    strokes: Spec = {
        "data": {"values": tips},
        "mark": {"type": "rule", "strokeWidth": 18, "opacity": 0},
        "encoding": {"tooltip": {"field": "tip"}},
    }
    return {
        "$schema": SCHEMA,
        "usermeta": fit(52),
        "height": 240,
        "encoding": {"x": x},
        "layer": [areas, strokes],
    }


def _drawn(findings: Findings) -> list[str]:
    """Return the rungs that some future reaches, from the lowest."""
    highest = findings.forecast.highest
    reached = [
        rung
        for r, rung in enumerate(highest.rungs)
        if any(row[r] > 0.0005 for row in highest.shares)
    ]
    return sorted(reached, key=lambda rung: rung_order(findings, rung))


def _name(findings: Findings, rung: str) -> str:
    return "nothing yet" if rung == "calm" else rung_name(findings, rung)
