"""How the odds moved from day to day, with the acts that came between."""

from collections.abc import Sequence

from offramp.futures import Findings, OddsLine
from offramp.report._account import account_of
from offramp.report._items import Item
from offramp.report._text import brief_day, chance, finite, history, percent, sentence_case, short
from offramp.report.charts._shape import (
    INK,
    MUTED,
    SCHEMA,
    Key,
    Spec,
    Table,
    fit,
    millis,
    percent_axis,
    side_legend,
    side_tone,
    thinned,
    time_axis,
    tone_scale,
)

NAME: str = "odds"
TITLE: str = "The same questions, asked anew each evening"

MARKED_FROM = 4
MOST_LINES = 6
_NOON = 43_200_000


def caption(_findings: Findings) -> str:
    """Say what the chart shows and how to read it."""
    return (
        "Each question asked at the end of each day, knowing only what was known on "
        "it. The bands hold 90 % of what the parameters allow, the broken line is the base "
        "rate. The strokes along the top are acts of display and above, in the colour of who "
        "did them."
    )


def alt(findings: Findings) -> str:
    """Tell the chart to someone who cannot see it."""
    parts = [
        f"{short(line.label, 120)}: from {percent(line.probability[0])} to "
        f"{percent(line.probability[-1])}"
        for line in findings.odds.lines
        if line.probability
    ]
    days = findings.odds.days
    span = f" between {brief_day(days[0])} and {brief_day(days[-1])}" if days else ""
    return f"The odds{span}. " + "; ".join(parts) + "."


def legend(findings: Findings) -> Sequence[Key]:
    """Name the colours."""
    return [
        *side_legend(findings),
        ("tone-both", "both, or either"),
        ("line-broken", "base rate in history"),
    ]


def table(findings: Findings) -> Table:
    """Give each question on each day."""
    odds = findings.odds
    header = ("End of day", *(sentence_case(short(line.label, 120)) for line in odds.lines))
    return header, [
        (
            brief_day(day),
            *(chance(line.probability[n], line.low[n], line.high[n]) for line in odds.lines),
        )
        for n, day in enumerate(odds.days)
    ]


def spec(findings: Findings) -> Spec:
    """Return the Vega-Lite specification."""
    odds = findings.odds
    lines = odds.lines[:MOST_LINES]
    titles = [_title(n, line) for n, line in enumerate(lines)]
    rows = [
        {
            "panel": title,
            "t": millis(odds.days[n]) + _NOON,
            "p": finite(line.probability[n]),
            "lo": finite(line.low[n]),
            "hi": finite(line.high[n]),
            "base": line.baseline[n],
            "tone": side_tone(findings, line.side),
            "tip": f"End of {brief_day(odds.days[n])}\n"
            f"{chance(line.probability[n], line.low[n], line.high[n])}\n"
            f"{history(line.baseline[n])}",
        }
        for title, line in zip(titles, lines, strict=True)
        for n in thinned(range(len(odds.days)), most=60)
    ]
    # The acts stand in the same data, so that each panel can draw them from its own rows.
    rows += [
        {
            "panel": title,
            "act": millis(act.last) + _NOON,
            "actTone": act.tone,
            "tip": f"{act.title}\n{act.when}\n{act.what} by {act.who}",
        }
        for title in titles
        for act in _acts(findings)
    ]
    x = time_axis("t", tickCount=4)
    return {
        "$schema": SCHEMA,
        "usermeta": fit(50, least=250, most=2, each=True),
        "data": {"values": rows},
        "facet": {
            "field": "panel",
            "type": "nominal",
            "sort": titles,
            "header": {"title": None},
        },
        "columns": 2,
        "resolve": {"scale": {"y": "independent"}, "axis": {"x": "independent"}},
        "spec": {"height": 170, "layer": _layers(x)},
    }


def _layers(x: Spec) -> list[Spec]:
    days: Spec = {"transform": [{"filter": "isValid(datum.t)"}]}
    colour: Spec = {"field": "tone", "type": "nominal", "scale": tone_scale(), "legend": None}
    return [
        {
            "transform": [{"filter": "isValid(datum.act)"}],
            "mark": {"type": "tick", "thickness": 2, "size": 11, "orient": "vertical"},
            "encoding": {
                "x": {**x, "field": "act"},
                "y": {"value": 5},
                "color": {**colour, "field": "actTone"},
                "tooltip": {"field": "tip"},
            },
        },
        {
            **days,
            "mark": {"type": "area", "opacity": 0.17},
            "encoding": {
                "x": x,
                "color": colour,
                "y": {
                    "field": "lo",
                    "type": "quantitative",
                    "axis": percent_axis(),
                    "scale": {"zero": True, "domainMin": 0},
                },
                "y2": {"field": "hi"},
            },
        },
        {
            "transform": [{"filter": "isValid(datum.t) && isValid(datum.base)"}],
            "mark": {"type": "line", "strokeDash": [4, 3], "strokeWidth": 1.5, "color": MUTED},
            "encoding": {"x": x, "y": {"field": "base", "type": "quantitative"}},
        },
        {
            **days,
            "mark": {"type": "line", "strokeWidth": 2.5, "point": {"size": 22, "filled": True}},
            "encoding": {"x": x, "color": colour, "y": {"field": "p", "type": "quantitative"}},
        },
        {
            **days,
            "mark": {"type": "point", "size": 130, "opacity": 0, "filled": True, "color": INK},
            "encoding": {
                "x": x,
                "y": {"field": "p", "type": "quantitative"},
                "tooltip": {"field": "tip"},
            },
        },
    ]


def _title(n: int, line: OddsLine) -> str:
    # Two questions may share a label; a panel each needs a name of its own.
    return f"{sentence_case(short(line.label, 60))}{chr(0x200B) * n}"


def _acts(findings: Findings) -> list[Item]:
    """Return the acts within the days asked, from displays of force up."""
    days = findings.odds.days
    if not days:
        return []
    return [
        act
        for act in account_of(findings).acts
        if days[0] <= act.last <= days[-1] and act.level >= MARKED_FROM and act.status == "done"
    ]
