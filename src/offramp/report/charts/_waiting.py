"""How long waiting costs: the same plan, begun later."""

from collections.abc import Sequence

from offramp.offramps import Offramps
from offramp.report._text import NBSP, finite, short
from offramp.report.charts._pareto import points
from offramp.report.charts._shape import SCHEMA, Key, Spec, Table, fit

NAME: str = "waiting"
TITLE: str = "What waiting costs"


def caption(found: Offramps) -> str:
    """Say what the chart shows and how to read it."""
    best = short("; ".join(found.offramps[0].moves), 160) if found.offramps else ""
    return (
        f"The best plan ({best}), begun at once and 3, 7, 14 and 30{NBSP}days later: the change of "
        f"bloodshed within the same {found.horizon_days}{NBSP}days, with its 90{NBSP}% interval."
    )


def alt(found: Offramps) -> str:
    """Tell the chart to someone who cannot see it."""
    told = (f"after {w.after} days {points(w.bloodshed.mean)} points" for w in found.waiting)
    return f"What waiting costs. {'; '.join(told)}."


def legend(_found: Offramps) -> Sequence[Key]:
    """Name the colours."""
    return [("group-learned", "change of bloodshed, in points")]


def table(found: Offramps) -> Table:
    """Give each delay."""
    return ("Begun after", "Change, points (90 %)"), [
        (
            f"{w.after} days",
            f"{points(w.bloodshed.mean)} ({points(w.bloodshed.low)} to {points(w.bloodshed.high)})",
        )
        for w in found.waiting
    ]


def spec(found: Offramps) -> Spec:
    """Return the Vega-Lite specification."""
    rows = [
        {
            "day": w.after, "m": finite(100 * w.bloodshed.mean),
            "lo": finite(100 * w.bloodshed.low), "hi": finite(100 * w.bloodshed.high),
            "tip": f"begun after {w.after} days\n{points(w.bloodshed.mean)} points",
        }
        for w in found.waiting
    ]  # fmt: skip
    y: Spec = {"type": "quantitative", "axis": {"title": "points"}}
    colour = "var(--group-learned)"
    return {
        "$schema": SCHEMA,
        "usermeta": fit(52),
        "height": 200,
        "data": {"values": rows},
        "encoding": {
            "x": {
                "field": "day", "type": "quantitative",
                "axis": {"title": "days waited", "grid": False, "tickMinStep": 5, "tickCount": 6},
            },
        },
        "layer": [
            {
                "mark": {"type": "area", "opacity": 0.14, "color": colour},
                "encoding": {"y": {**y, "field": "lo"}, "y2": {"field": "hi"}},
            },
            {
                "mark": {"type": "line", "strokeWidth": 2.5, "color": colour},
                "encoding": {"y": {**y, "field": "m"}},
            },
            {
                "mark": {"type": "point", "size": 90, "filled": True, "color": colour},
                "encoding": {"y": {**y, "field": "m"}, "tooltip": {"field": "tip"}},
            },
        ],
    }  # fmt: skip
