"""The next act: by whom, and on which rung."""

from collections.abc import Sequence

from offramp.futures import Findings, NextAct
from offramp.report._labels import above_shadow, side_name
from offramp.report._ladder import rung_name, rung_order
from offramp.report._text import NBSP, chance, finite, percent, sentence_case
from offramp.report.charts._shape import (
    INK,
    PAPER,
    SCHEMA,
    Key,
    Spec,
    Table,
    fit,
    percent_axis,
    rung_colour,
)

NAME: str = "next"
TITLE: str = "Who acts next, and on which rung"

_NOBODY = "none"


def caption(findings: Findings) -> str:
    """Say what the chart shows and how to read it."""
    forecast = findings.forecast
    return (
        f"How the next act{above_shadow(forecast)} within {forecast.horizon_days} days comes. "
        "Each bar is split by the rung of that act; the thin line is the 90 % interval of the "
        "whole bar, the upright stroke is history’s base rate."
    )


def alt(findings: Findings) -> str:
    """Tell the chart to someone who cannot see it."""
    parts = [
        f"{who_acts(findings, way)} {chance(way.probability, way.low, way.high)}"
        for way in _ways(findings)
    ]
    return "The next act. " + "; ".join(parts) + "."


def legend(findings: Findings) -> Sequence[Key]:
    """Name the rungs that occur."""
    keys = _rungs(findings)
    return [
        *(
            (f"rung-{min(max(rung_order(findings, key), 0), 10)}", rung_name(findings, key))
            for key in keys
        ),
        ("stroke-base", "base rate in history"),
    ]


def table(findings: Findings) -> Table:
    """Give each way that the next act may come."""
    rows: list[tuple[str, ...]] = []
    for way in _ways(findings):
        rows.append(
            (
                who_acts(findings, way),
                "any" if way.rungs else "",
                chance(way.probability, way.low, way.high),
                percent(way.baseline),
            )
        )
        rows.extend(
            (who_acts(findings, way), rung_name(findings, rung), percent(share), "")
            for rung, share in way.rungs
            if share > 0
        )
    return ("By", "Rung", "Chance (90 % interval)", "History"), rows


def who_acts(findings: Findings, way: NextAct) -> str:
    """Name who acts next; for a chart, so in a few words."""
    if way.actor == "none":
        return f"No act in {findings.forecast.horizon_days}{NBSP}days"
    if way.actor == "mutual":
        return "Both, in a clash"
    return sentence_case(side_name(findings.forecast, way.actor))


def spec(findings: Findings) -> Spec:
    """Return the Vega-Lite specification."""
    rungs = _rungs(findings)
    ways = _ways(findings)
    order = [f"{n}" for n in range(len(ways))]
    parts = [
        {
            "who": str(n),
            "rung": rung,
            "order": rung_order(findings, rung) if rung != _NOBODY else -9,
            "p": finite(share),
            "tip": f"{who_acts(findings, way)}{_on(findings, rung)}\n{percent(share)}",
        }
        for n, way in enumerate(ways)
        for rung, share in (way.rungs or ((_NOBODY, way.probability),))
        if share > 0
    ]
    wholes = [
        {
            "who": str(n),
            "p": finite(way.probability),
            "lo": finite(way.low),
            "hi": finite(way.high),
            "base": way.baseline,
            "label": f"{who_acts(findings, way)}: {chance(way.probability, way.low, way.high)}",
            "tip": f"{who_acts(findings, way)}\n"
            f"{chance(way.probability, way.low, way.high)}\nhistory: {percent(way.baseline)}",
        }
        for n, way in enumerate(ways)
    ]
    most = max([0.1, *(way.high for way in ways)])
    y: Spec = {
        "field": "who",
        "type": "nominal",
        "sort": order,
        "axis": None,
        "scale": {"paddingInner": 0.5, "paddingOuter": 0.4},
    }
    whole: Spec = {"data": {"values": wholes}}
    return {
        "$schema": SCHEMA,
        "usermeta": fit(14),
        "height": {"step": 60},
        "encoding": {"y": y},
        "layer": [
            {
                "data": {"values": parts},
                "mark": {"type": "bar", "height": {"band": 0.75}, "stroke": PAPER},
                "encoding": {
                    "x": {
                        "field": "p",
                        "type": "quantitative",
                        "stack": "zero",
                        "scale": {"domain": [0, min(most * 1.06, 1)], "nice": False},
                        "axis": percent_axis(tickCount=5),
                    },
                    "order": {"field": "order", "type": "quantitative"},
                    "color": {
                        "field": "rung",
                        "type": "nominal",
                        "scale": {
                            "domain": [*rungs, _NOBODY],
                            "range": [
                                *(rung_colour(rung_order(findings, rung)) for rung in rungs),
                                rung_colour(0),
                            ],
                        },
                        "legend": None,
                    },
                    "tooltip": {"field": "tip"},
                },
            },
            {
                **whole,
                "mark": {"type": "rule", "strokeWidth": 1.5, "color": INK},
                "encoding": {
                    "x": {"field": "lo", "type": "quantitative"},
                    "x2": {"field": "hi"},
                    "tooltip": {"field": "tip"},
                },
            },
            {
                **whole,
                "transform": [{"filter": "isValid(datum.base)"}],
                "mark": {"type": "tick", "thickness": 2.5, "color": INK, "size": 26},
                "encoding": {
                    "x": {"field": "base", "type": "quantitative"},
                    "tooltip": {"field": "tip"},
                },
            },
            {
                **whole,
                "mark": {"type": "text", "align": "left", "dy": -22, "style": "value"},
                "encoding": {"x": {"value": 0}, "text": {"field": "label"}},
            },
        ],
    }


def _on(findings: Findings, rung: str) -> str:
    return "" if rung == _NOBODY else f": {rung_name(findings, rung)}"


def _ways(findings: Findings) -> list[NextAct]:
    return list(findings.forecast.next_acts)


def _rungs(findings: Findings) -> list[str]:
    keys = {
        rung for way in findings.forecast.next_acts for rung, share in way.rungs if share > 0.001
    }
    return sorted(keys, key=lambda key: rung_order(findings, key))
