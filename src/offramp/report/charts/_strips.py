"""Below the ladder: the strip of signals by kind, and the whole record to drag across."""

from collections.abc import Sequence
from datetime import date, timedelta

from offramp.report._items import Account, Item
from offramp.report._text import short
from offramp.report.charts._shape import (
    INK,
    LINE,
    MUTED,
    Spec,
    millis,
    time_axis,
    tone_scale,
)

HOUR = 3_600_000


def from_to(item: Item) -> str:
    """Write who did something to whom, for a tooltip."""
    return f"{short(item.who, 60)} → {short(item.whom, 60)}" if item.whom else item.who


def signal_kinds(signals: Sequence[Item]) -> list[str]:
    """Return the kinds of signals that occur, the commonest first."""
    order: dict[str, int] = {}
    for signal in signals:
        order[signal.what] = order.get(signal.what, 0) + 1
    return sorted(order, key=lambda kind: (-order[kind], kind))


def signal_strip(signals: Sequence[Item], kinds: Sequence[str], domain: Spec) -> Spec:
    """Return the strip of signals, a row for each kind."""
    x = time_axis("t", labels=False, ticks=False, domain=False)
    x["scale"] = {"type": "utc", "domain": domain}
    encoding: Spec = {
        "x": x,
        "y": {
            "field": "kind",
            "type": "nominal",
            "sort": list(kinds),
            "axis": {"title": None, "ticks": False, "domain": False, "grid": True},
        },
        "color": {"field": "tone", "type": "nominal", "scale": tone_scale(), "legend": None},
        "tooltip": {"field": "tip"},
    }
    picked = "picked === datum.key"
    return {
        "height": {"step": 17},
        "data": {
            "values": [
                {
                    "key": signal.key,
                    "t": millis(signal.last) + 12 * HOUR,
                    "kind": signal.what,
                    "tone": signal.tone,
                    "tip": f"{signal.title}\n{signal.when}\n{from_to(signal)}\n{signal.what}",
                }
                for signal in signals
            ]
        },
        "mark": {"type": "tick", "thickness": 4, "cursor": "pointer", "clip": True},
        "encoding": {
            **encoding,
            "size": {"condition": {"test": picked, "value": 17}, "value": 12},
        },
    }


def overview(account: Account, acts: Sequence[Item], shown: tuple[date, date], as_of: date) -> Spec:
    """Return the whole record as a strip, with the window that the charts above show."""
    first, last = shown
    begins = min(account.begins, first)
    # Decades of a rivalry would squeeze its last years to nothing; the table has them all.
    begins = max(begins, min(first, as_of.replace(year=as_of.year - 5, day=1)))
    # The interpreter that the page's policy asks for cannot read a domain of dates, so two
    # rows without height hold the ends open.
    ends = [
        {"t": millis(end), "y": 0, "tone": "other"} for end in (begins - timedelta(days=5), last)
    ]
    return {
        "height": 44,
        "data": {
            "values": [
                *ends,
                *(
                    {"t": millis(act.last), "y": act.level, "tone": act.tone}
                    for act in acts
                    if act.last >= begins
                ),
            ]
        },
        "params": [
            {
                "name": "window",
                "select": {
                    "type": "interval",
                    "encodings": ["x"],
                    "mark": {"fill": MUTED, "fillOpacity": 0.16, "stroke": INK},
                },
                "value": {"x": [millis(first), millis(last)]},
            }
        ],
        "mark": {"type": "rule", "strokeWidth": 2, "opacity": 0.75, "clip": True},
        "encoding": {
            "x": time_axis("t", tickCount=6),
            "y": {
                "field": "y",
                "type": "quantitative",
                "scale": {"domain": [0, 10], "clamp": True},
                "axis": {"title": None, "labels": False, "ticks": False, "grid": False},
            },
            "y2": {"datum": 0},
            "color": {
                "field": "tone",
                "type": "nominal",
                "scale": tone_scale(),
                "legend": None,
            },
        },
        "view": {"stroke": LINE},
    }
