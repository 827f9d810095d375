"""Exchanges: what the model expects became of what was launched, beside the claims."""

from collections.abc import Sequence
from typing import Any

from offramp.futures import ExchangeAnswer, Findings, Quantiles
from offramp.report._account import account_of
from offramp.report._text import brief_day, finite, number, short
from offramp.report.charts._shape import INK, SCHEMA, Key, Spec, Table, fit

NAME: str = "exchange"
TITLE: str = "What became of what was launched"

FATES = ("failed", "stopped", "hit")
MOST_EXCHANGES = 3


def caption(_findings: Findings) -> str:
    """Say what the chart shows and how to read it."""
    return (
        "For each kind: how many the model expects to have failed in flight, been stopped, or "
        "hit. The thin line holds 90 % of the draws, the thick one half of them, the dot is "
        "the median; diamonds and the pale bars between them are what claimants say."
    )


def alt(findings: Findings) -> str:
    """Tell the chart to someone who cannot see it."""
    parts = [
        f"{kind.kind}: {number(kind.launched.mean, 0)} launched, "
        + ", ".join(f"{fate} {_span(getattr(kind, fate))}" for fate in FATES)
        for exchange in shown(findings)
        for kind in exchange.kinds
    ]
    return "Expected outcome. " + "; ".join(parts) + "."


def legend(_findings: Findings) -> Sequence[Key]:
    """Name the marks."""
    return [
        ("range-model", "expected: 90 %, half, median"),
        ("range-claim", "claimed"),
    ]


def table(findings: Findings) -> Table:
    """Give the model's distribution and every claim."""
    rows: list[tuple[str, ...]] = []
    for exchange in findings.forecast.exchanges:
        title = exchange_title(findings, exchange)
        for kind in exchange.kinds:
            rows.append(
                (
                    title,
                    kind.kind,
                    "expected",
                    _span(kind.launched),
                    *(_span(getattr(kind, fate)) for fate in FATES),
                )
            )
        rows.extend(
            (
                title,
                claim.kind,
                f"{claimant(findings, claim.says)}, {brief_day(claim.known)}",
                "",
                *(_claimed(getattr(claim, fate)) for fate in FATES),
            )
            for claim in exchange.claims
        )
    return ("Exchange", "Kind", "Says", "Launched", "Failed", "Stopped", "Hit"), rows


def spec(findings: Findings) -> Spec:
    """Return the Vega-Lite specification."""
    exchanges = shown(findings)
    rows: list[dict[str, Any]] = []
    panels: list[str] = []
    for exchange in exchanges:
        for kind in exchange.kinds:
            of = f" · {exchange_title(findings, exchange)}" if len(exchanges) > 1 else ""
            panel = f"{kind.kind}, {number(kind.launched.mean, 0)} launched{of}"
            panels.append(panel)
            rows += [_expected(panel, fate, getattr(kind, fate)) for fate in FATES]
            rows += [
                {
                    "panel": panel,
                    "fate": fate,
                    "c0": said[0],
                    "c1": said[1],
                    "tip": f"{short(claimant(findings, claim.says), 80)} says: {fate} "
                    f"{_claimed(said)}\n{brief_day(claim.known)}",
                }
                for claim in exchange.claims
                if claim.kind == kind.kind
                for fate in FATES
                if (said := getattr(claim, fate)) is not None
            ]
    y: Spec = {
        "field": "fate",
        "type": "nominal",
        "sort": list(FATES),
        "axis": {"title": None, "ticks": False, "domain": False, "grid": False},
    }
    x: Spec = {"type": "quantitative", "axis": {"title": None, "tickCount": 5}}
    model: Spec = {"transform": [{"filter": "isValid(datum.q50)"}]}
    claim: Spec = {"transform": [{"filter": "isValid(datum.c0)"}]}
    tip: Spec = {"tooltip": {"field": "tip"}}

    def line(width: float, start: str, end: str) -> Spec:
        return {
            **model,
            "mark": {"type": "rule", "strokeWidth": width, "color": INK},
            "encoding": {"x": {**x, "field": start}, "x2": {"field": end}, **tip},
        }

    return {
        "$schema": SCHEMA,
        "usermeta": fit(62, least=300, most=2, each=True),
        "data": {"values": rows},
        "facet": {"field": "panel", "type": "nominal", "sort": panels, "header": {"title": None}},
        "columns": 2,
        "resolve": {"scale": {"x": "independent"}, "axis": {"x": "independent"}},
        "spec": {
            "height": {"step": 30},
            "encoding": {"y": y},
            "layer": [
                {
                    **claim,
                    "mark": {
                        "type": "rule",
                        "strokeWidth": 11,
                        "opacity": 0.35,
                        "color": "var(--claim)",
                    },
                    "encoding": {"x": {**x, "field": "c0"}, "x2": {"field": "c1"}, **tip},
                },
                line(1.5, "q05", "q95"),
                line(5, "q25", "q75"),
                {
                    **model,
                    "mark": {"type": "point", "filled": True, "size": 60, "color": INK},
                    "encoding": {
                        "x": {**x, "field": "q50"},
                        "opacity": {"value": 1},
                        **tip,
                    },
                },
                *(
                    {
                        **claim,
                        "mark": {
                            "type": "point",
                            "shape": "diamond",
                            "size": 95,
                            "filled": False,
                            "strokeWidth": 2.4,
                            "color": "var(--claim)",
                        },
                        "encoding": {"x": {**x, "field": end}, **tip},
                    }
                    for end in ("c0", "c1")
                ),
            ],
        },
    }


def shown(findings: Findings) -> tuple[ExchangeAnswer, ...]:
    """Return the exchanges to draw: those under way, then the latest."""
    order = {act.id: n for n, act in enumerate(account_of(findings).acts)}
    ranked = sorted(
        findings.forecast.exchanges,
        key=lambda one: (not one.under_way, -order.get(one.act, -1)),
    )
    return tuple(ranked[:MOST_EXCHANGES])


def exchange_title(findings: Findings, exchange: ExchangeAnswer) -> str:
    """Return the title of the act that the exchange belongs to."""
    titles = {act.id: act.title for act in account_of(findings).acts}
    return short(titles.get(exchange.act, exchange.act), 70)


def claimant(findings: Findings, name: str) -> str:
    """Return who makes a claim: a party's name, or a source's publisher."""
    record = findings.record
    names = {source.id: source.publisher for source in record.sources}
    names |= {party.id: party.name for party in record.parties}
    return short(names.get(name, name), 80)


def _expected(panel: str, fate: str, spread: Quantiles) -> dict[str, Any]:
    return {
        "panel": panel,
        "fate": fate,
        "q05": finite(spread.q05),
        "q25": finite(spread.q25),
        "q50": finite(spread.q50),
        "q75": finite(spread.q75),
        "q95": finite(spread.q95),
        "tip": f"Expected {fate}: {_span(spread)}\n"
        f"half of the draws: {number(spread.q25, 0)} to {number(spread.q75, 0)}",
    }


def _span(spread: Quantiles) -> str:
    return f"{number(spread.q50, 0)} ({number(spread.q05, 0)}–{number(spread.q95, 0)})"


def _claimed(said: tuple[int, int] | None) -> str:
    if said is None:
        return ""
    return str(said[0]) if said[0] == said[1] else f"{said[0]} to {said[1]}"
