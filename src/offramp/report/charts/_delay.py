"""How soon the next act comes, by side."""

from collections.abc import Sequence

from offramp.futures import Findings
from offramp.report._labels import above_shadow, side_name
from offramp.report._text import chance, finite, sentence_case
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

NAME: str = "delay"
TITLE: str = "How soon the next act comes"


def caption(findings: Findings) -> str:
    """Say what the chart shows and how to read it."""
    return (
        f"The chance that the next act{above_shadow(findings.forecast)} has come by each day, "
        "for each side by itself and for either; the bands hold 90 % of what the parameters "
        "allow."
    )


def alt(findings: Findings) -> str:
    """Tell the chart to someone who cannot see it."""
    parts = [
        f"{side_name(findings.forecast, delay.actor)} by day {delay.days[-1]}: "
        f"{chance(delay.by_day[-1], delay.low[-1], delay.high[-1])}"
        for delay in findings.forecast.delays
        if delay.days
    ]
    return "The chance that the next act has come. " + "; ".join(parts) + "."


def legend(findings: Findings) -> Sequence[Key]:
    """Name the colours."""
    return [*side_legend(findings), ("tone-both", "either side")]


def table(findings: Findings) -> Table:
    """Give each side at a few days."""
    rows = [
        (
            sentence_case(side_name(findings.forecast, delay.actor)),
            str(delay.days[n]),
            chance(delay.by_day[n], delay.low[n], delay.high[n]),
        )
        for delay in findings.forecast.delays
        for n in thinned(delay.days, (1, 3, 7, 14, 30, 60, 90))
    ]
    return ("By", "By day", "Chance (90 % interval)"), rows


def spec(findings: Findings) -> Spec:
    """Return the Vega-Lite specification."""
    rows = [
        {
            "d": delay.days[n],
            "p": finite(delay.by_day[n]),
            "lo": finite(delay.low[n]),
            "hi": finite(delay.high[n]),
            "tone": side_tone(findings, delay.actor),
            "tip": f"{sentence_case(side_name(findings.forecast, delay.actor))}, by day "
            f"{delay.days[n]}\n{chance(delay.by_day[n], delay.low[n], delay.high[n])}",
        }
        for delay in findings.forecast.delays
        for n in thinned(delay.days)
    ]
    scale: Spec = {"domain": [0, 1]}
    return {
        "$schema": SCHEMA,
        "usermeta": fit(52),
        "height": 220,
        "data": {"values": rows},
        "encoding": {
            "x": {
                "field": "d",
                "type": "quantitative",
                "axis": {"title": "days from now", "grid": False},
                "scale": {"nice": False},
            },
            "color": {"field": "tone", "type": "nominal", "scale": tone_scale(), "legend": None},
        },
        "layer": [
            {
                "mark": {"type": "area", "opacity": 0.14},
                "encoding": {
                    "y": {
                        "field": "lo",
                        "type": "quantitative",
                        "axis": percent_axis(),
                        "scale": scale,
                    },
                    "y2": {"field": "hi"},
                },
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
    }
