"""Risk by rung: the chance that each side has climbed so high by each day, as fans."""

from collections.abc import Sequence

from offramp.futures import Findings, RiskCurve
from offramp.report._labels import DEEDS, side_name
from offramp.report._ladder import rung_name, rung_order
from offramp.report._text import chance, finite, history, percent, sentence_case
from offramp.report.charts._shape import (
    INK,
    SCHEMA,
    Key,
    Spec,
    Table,
    fit,
    percent_axis,
    side_legend,
    side_tone,
    thinned,
    tone_scale,
)

NAME: str = "risk"
TITLE: str = "How high, and how soon"

WANTED = ("strike-abroad", "strike-home", "campaign", "war")


def caption(_findings: Findings) -> str:
    """Say what the chart shows and how to read it."""
    return (
        "The chance that each side has reached a rung or a higher one by each day from "
        "tomorrow. The band holds 90 % of what the parameters allow; the broken line is "
        "history’s base rate for the same question. Note that the panels differ in scale."
    )


def alt(findings: Findings) -> str:
    """Tell the chart to someone who cannot see it."""
    parts = [
        f"{side_name(findings.forecast, curve.side)}, {rung_name(findings, curve.rung)} or "
        f"higher by day {curve.days[-1]}: "
        f"{chance(curve.probability[-1], curve.low[-1], curve.high[-1])}"
        for curve in _curves(findings)
        if curve.days
    ]
    return "Risk by rung. " + "; ".join(parts) + "."


def legend(findings: Findings) -> Sequence[Key]:
    """Name the colours."""
    either = any(curve.side == "either" for curve in _curves(findings))
    both = [("tone-both", "either side")] if either else []
    return [*side_legend(findings), *both, ("line-broken", "base rate in history")]


def table(findings: Findings) -> Table:
    """Give each curve at a few days."""
    rows: list[tuple[str, ...]] = []
    for curve in findings.forecast.curves:
        for n in thinned(curve.days, (7, 30, 90)):
            rows.append(
                (
                    side_name(findings.forecast, curve.side),
                    f"{rung_name(findings, curve.rung)} or higher",
                    str(curve.days[n]),
                    chance(curve.probability[n], curve.low[n], curve.high[n]),
                    percent(curve.baseline[n]),
                )
            )
    return ("Side", "Rung", "By day", "Chance (90 % interval)", "History"), rows


def spec(findings: Findings) -> Spec:
    """Return the Vega-Lite specification."""
    curves = _curves(findings)
    titles = {curve.rung: _title(findings, curve.rung) for curve in curves}
    rows = [
        {
            "panel": titles[curve.rung],
            "d": curve.days[n],
            "p": finite(curve.probability[n]),
            "lo": finite(curve.low[n]),
            "hi": finite(curve.high[n]),
            "base": curve.baseline[n],
            "tone": side_tone(findings, curve.side),
            "tip": f"{side_name(findings.forecast, curve.side)}, by day {curve.days[n]}\n"
            f"{chance(curve.probability[n], curve.low[n], curve.high[n])}\n"
            f"{history(curve.baseline[n])}",
        }
        for curve in curves
        for n in thinned(curve.days)
    ]
    colour: Spec = {"field": "tone", "type": "nominal", "scale": tone_scale(), "legend": None}
    x: Spec = {
        "field": "d",
        "type": "quantitative",
        "axis": {"title": None, "labelExpr": "'day ' + datum.value", "tickCount": 4},
        "scale": {"nice": False},
    }
    return {
        "$schema": SCHEMA,
        "usermeta": fit(52, least=250, most=2, each=True),
        "data": {"values": rows},
        "facet": {
            "field": "panel",
            "type": "nominal",
            "sort": list(titles.values()),
            "header": {"title": None},
        },
        "columns": 2,
        "resolve": {"scale": {"y": "independent"}, "axis": {"x": "independent"}},
        "spec": {
            "height": 165,
            "encoding": {"x": x, "color": colour},
            "layer": [
                {
                    "mark": {"type": "area", "opacity": 0.17},
                    "encoding": {
                        "y": {"field": "lo", "type": "quantitative", "axis": percent_axis()},
                        "y2": {"field": "hi"},
                    },
                },
                {
                    "transform": [{"filter": "isValid(datum.base)"}],
                    "mark": {"type": "line", "strokeDash": [4, 3], "strokeWidth": 1.5},
                    "encoding": {"y": {"field": "base", "type": "quantitative"}},
                },
                {
                    "mark": {"type": "line", "strokeWidth": 2.5},
                    "encoding": {"y": {"field": "p", "type": "quantitative"}},
                },
                {
                    "mark": {"type": "point", "size": 90, "opacity": 0, "filled": True},
                    "encoding": {
                        "y": {"field": "p", "type": "quantitative"},
                        "color": {"value": INK},
                        "tooltip": {"field": "tip"},
                    },
                },
            ],
        },
    }


def _curves(findings: Findings) -> list[RiskCurve]:
    """Pick the rungs to draw: those that matter most, of each side where it was asked."""
    curves = findings.forecast.curves
    asked = {curve.rung for curve in curves}
    rungs = [rung for rung in WANTED if rung in asked]
    if not rungs:
        rungs = sorted(asked, key=lambda rung: rung_order(findings, rung))[-4:]
    sides = {side.key for side in findings.forecast.sides}
    drawn: list[RiskCurve] = []
    for rung in rungs:
        here = [curve for curve in curves if curve.rung == rung]
        # War is the same for both sides, so one line tells it.
        own = [curve for curve in here if curve.side in sides]
        joint = [curve for curve in here if curve.side == "either"]
        drawn += (joint or own) if rung == "war" else (own or joint)
    return drawn


def _title(findings: Findings, rung: str) -> str:
    return sentence_case(DEEDS.get(rung, rung_name(findings, rung)))
