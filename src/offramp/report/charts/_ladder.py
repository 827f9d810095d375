"""The ladder through time: what each side did, how high it stood, and what was said."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from offramp.futures import Findings
from offramp.ladder import Rung
from offramp.report._account import account_of
from offramp.report._items import Account, Item
from offramp.report._ladder import ladder_of
from offramp.report._text import day, listing, short
from offramp.report.charts._shape import (
    PAPER,
    SCHEMA,
    Key,
    Spec,
    Table,
    fit,
    millis,
    side_legend,
    time_axis,
    tone_scale,
)
from offramp.report.charts._strips import HOUR, from_to, overview, signal_kinds, signal_strip

NAME: str = "ladder"
TITLE: str = "Acts by rung, and what was said"

LEAD_DAYS = 14
PAD_DAYS = 2
MOST_MARKS = 300
ROOM = 1.0
"""Rungs of room above the highest, for the name of an act on it."""
_WIDE = f"isArray(window.t) && window.t[1] - window.t[0] > {120 * 24 * HOUR}"
# Acts of the two sides on one rung and day stand apart, so that both can be seen.
_LIFT = {"a": 0.17, "b": -0.17, "both": 0.0, "other": 0.0}


def caption(findings: Findings) -> str:
    """Say what the chart shows and how to read it."""
    account = account_of(findings)
    cut = max(len(account.acts), len(account.signals)) > MOST_MARKS
    left_out = f" Only the latest {MOST_MARKS} acts and signals are drawn." if cut else ""
    return (
        "Each mark is an act on its rung; below it, each tick is a signal. A hollow mark was "
        "not admitted; a bar is a date known only as a span, or an act that lasted. Choose a "
        "mark to read its source. The strip at the bottom is the whole record: drag across it "
        f"to move through time.{left_out}"
    )


def alt(findings: Findings) -> str:
    """Tell the chart to someone who cannot see it."""
    account = account_of(findings)
    if not account.acts:
        return "A ladder through time with no acts."
    top = max(account.acts, key=lambda act: act.level)
    return (
        f"{len(account.acts)} acts and {len(account.signals)} signals from "
        f"{day(account.begins)} to {day(findings.forecast.as_of)}; the highest act is "
        f"{top.what.lower()} by {top.who}, {top.when}."
    )


def legend(findings: Findings) -> Sequence[Key]:
    """Name the colours and shapes."""
    return [
        *side_legend(findings),
        ("tone-both", "both, or neither began it"),
        ("tone-other", "a third party"),
        ("shape-direct", "direct"),
        ("shape-proxy", "through a proxy"),
        ("shape-covert", "covert"),
        ("shape-hollow", "not admitted"),
    ]


def table(findings: Findings) -> Table:
    """List every act and signal."""
    account = account_of(findings)
    items = sorted((*account.acts, *account.signals), key=lambda item: (item.last, item.first))
    header = ("When", "Who", "To whom", "What", "How", "Told by")
    return header, [
        (
            item.when,
            item.who,
            item.whom,
            f"{item.what}: {item.title}",
            ", ".join(word for word in (item.channel, item.admitted) if word),
            listing(quote.publisher or quote.title for quote in item.quotes),
        )
        for item in items
    ]


def window(findings: Findings, account: Account) -> tuple[date, date]:
    """Return the days that the chart shows first: the confrontation and two weeks before."""
    last = findings.forecast.as_of + timedelta(days=PAD_DAYS)
    first = account.opens - timedelta(days=LEAD_DAYS)
    return min(first, last - timedelta(days=2 * LEAD_DAYS)), last


def spec(findings: Findings) -> Spec:
    """Return the Vega-Lite specification."""
    account = account_of(findings)
    acts = account.acts[-MOST_MARKS:]
    signals = account.signals[-MOST_MARKS:]
    first, last = window(findings, account)
    domain = {"param": "window", "encoding": "x"}
    views: list[Spec] = [_main(findings, acts, domain)]
    if signals:
        views.append(signal_strip(signals, signal_kinds(signals), domain))
    views.append(overview(account, acts, (first, last), findings.forecast.as_of))
    return {
        "$schema": SCHEMA,
        "usermeta": fit(116, narrow=98) | {"opens": True},
        # Names are handed over as values: inside an expression they could be code.
        "params": [
            {"name": "picked", "value": ""},
            {"name": "rungNames", "value": _names(_shown(findings, acts))},
        ],
        "spacing": 6,
        "vconcat": views,
    }


def _shown(findings: Findings, acts: Sequence[Item]) -> list[Rung]:
    """Return the rungs to draw, from the lowest: those below calm only where they were used."""
    low = min([0, *(act.level for act in acts)])
    rungs = (rung for rung in ladder_of(findings).rungs if rung.order >= low)
    return sorted(rungs, key=lambda rung: rung.order)


def _names(shown: Sequence[Rung]) -> list[str]:
    """Return the rungs' names by order from the lowest up, empty where the ladder has a gap."""
    names = {rung.order: rung.name for rung in shown}
    return [names.get(order, "") for order in range(shown[0].order, shown[-1].order + 1)]


def _main(findings: Findings, acts: Sequence[Item], domain: Spec) -> Spec:
    shown = _shown(findings, acts)
    low, top = shown[0].order, shown[-1].order
    y: Spec = {
        "field": "y",
        "type": "quantitative",
        "scale": {"domain": [low - 0.6, top + ROOM], "nice": False, "zero": False},
        "axis": {
            "title": None,
            "values": [rung.order for rung in shown],
            "labelExpr": f"rungNames[datum.value - {low}]",
        },
    }
    x = time_axis("t", labels=True)
    x["scale"] = {"type": "utc", "domain": domain}
    colour: Spec = {"field": "tone", "type": "nominal", "scale": tone_scale(), "legend": None}
    shape: Spec = {
        "field": "channel",
        "type": "nominal",
        "scale": {
            "domain": ["direct", "proxy", "covert"],
            "range": ["circle", "square", "diamond"],
        },
        "legend": None,
    }
    spans: Spec = {
        "transform": [{"filter": "isValid(datum.t0)"}],
        "mark": {
            "type": "rule",
            "strokeWidth": 7,
            "opacity": 0.28,
            "strokeCap": "round",
            "clip": True,
        },
        "encoding": {
            "x": {**x, "field": "t0"},
            "x2": {"field": "t1"},
            "color": colour,
            "tooltip": {"field": "tip"},
        },
    }
    picked = "picked === datum.key"
    marks: Spec = {
        "mark": {
            "type": "point",
            "filled": True,
            "opacity": 1,
            "cursor": "pointer",
            "clip": True,
        },
        "encoding": {
            "x": x,
            "tooltip": {"field": "tip"},
            "shape": shape,
            "stroke": colour,
            "fill": {
                "condition": {"test": "datum.hollow", "value": PAPER},
                "field": "tone",
                "type": "nominal",
                "scale": tone_scale(),
                "legend": None,
            },
            "size": {"condition": {"test": picked, "value": 300}, "value": 120},
            "strokeWidth": {"condition": {"test": picked, "value": 3.5}, "value": 2},
            "strokeDash": {
                "condition": {"test": "datum.planned", "value": [2, 2]},
                "value": [1, 0],
            },
        },
    }
    names: Spec = {
        "transform": [{"filter": "isValid(datum.name)"}],
        "mark": {"type": "text", "align": "right", "dx": 8, "dy": -14, "style": "value"},
        "encoding": {
            "x": x,
            "text": {"field": "name"},
            # Over months the marks stand so close that a name would lie on others.
            "opacity": {"condition": {"test": _WIDE, "value": 0}, "value": 1},
        },
    }
    # A finger is wider than a mark, so an unseen larger one beneath it takes the tap.
    touch: Spec = {
        "mark": {
            "type": "point",
            "filled": True,
            "fill": "transparent",
            "cursor": "pointer",
            "clip": True,
        },
        "encoding": {"x": x, "size": {"value": 520}, "tooltip": {"field": "tip"}},
    }
    return {
        "height": round(25 * (top - low + 0.6 + ROOM)),
        "data": {"values": _act_rows(acts, named_acts(account_of(findings)))},
        "encoding": {"y": y},
        "layer": [spans, touch, marks, names],
    }


def named_acts(account: Account) -> list[Item]:
    """Pick the acts to name in the chart: one on each of the two highest rungs since it opened.

    Of several on a rung the one is named of which the record tells most.
    """
    since = [act for act in account.acts if act.last >= account.opens] or list(account.acts)
    rungs = sorted({act.level for act in since if act.level > 0}, reverse=True)[:2]
    return [
        max((act for act in since if act.level == rung), key=lambda act: (len(act.facts), act.last))
        for rung in rungs
    ]


def _act_rows(acts: Sequence[Item], named: Sequence[Item]) -> list[dict[str, Any]]:
    seen: dict[tuple[date, int, str], int] = {}
    rows: list[dict[str, Any]] = []
    for act in acts:
        middle = act.first + (act.last - act.first) / 2
        place = (middle, act.level, act.tone)
        nth = seen.get(place, 0)
        seen[place] = nth + 1
        row: dict[str, Any] = {
            "key": act.key,
            # Several acts of one side on one rung and day stand side by side in the day.
            "t": millis(middle) + (8 + 5 * (nth % 4)) * HOUR,
            "y": act.level + _LIFT[act.tone],
            "tone": act.tone,
            "channel": act.channel,
            "tip": f"{act.title}\n{act.when}\n{from_to(act)}\n"
            f"{act.what}, {act.channel}, {act.admitted}",
        }
        if act.spread:
            row |= {"t0": millis(act.first), "t1": millis(act.last + timedelta(days=1))}
        if act.admitted in ("not admitted", "denied") or act.status != "done":
            row["hollow"] = True
        if act.status != "done":
            row["planned"] = True
        if act in named:
            row["name"] = short(act.title, 44)
        rows.append(row)
    return rows
