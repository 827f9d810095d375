"""What an answer hinges on: the share of its spread that each group of parameters carries."""

from collections.abc import Sequence

from offramp.report._text import (
    NBSP,
    NOTHING,
    finite,
    listing,
    number,
    percent,
    sentence_case,
    short,
)
from offramp.report.charts._shape import (
    GROUP_WORDS,
    GROUPS,
    INK,
    SCHEMA,
    TONES,
    Key,
    Spec,
    Table,
    fit,
)
from offramp.sensitivity import Hinge, Hinges

NAME: str = "hinges"
TITLE: str = "What the answer hinges on"

MOST = 12
LEAST = 0.01
COLOURS = {**GROUPS, "counted": TONES["other"]}


def caption(hinges: Hinges) -> str:
    """Say what the chart shows and how to read it."""
    return (
        f"The share of the spread of “{short(hinges.plain, 200)}” that would be left if all but "
        "one thing were known, with its standard error. Where things work together, the shares add "
        f"up to more than the whole. {_together(hinges)}The answer is "
        f"{_value(hinges.answer, hinges.unit)}, with a standard deviation of "
        f"{_value(hinges.sd, hinges.unit)} over what may be believed."
    )


def alt(hinges: Hinges) -> str:
    """Tell the chart to someone who cannot see it."""
    told = (f"{short(each.label)}: {percent(each.share)}" for each in shown(hinges)[:5])
    return f"What carries most of the answer’s spread. {'; '.join(told)}."


def legend(hinges: Hinges) -> Sequence[Key]:
    """Name the colours."""
    kinds = {each.kind for each in shown(hinges)}
    keys = [(f"group-{kind}", words) for kind, words in GROUP_WORDS.items() if kind in kinds]
    return [*keys, ("tone-other", "counted from the record")] if "counted" in kinds else keys


def table(hinges: Hinges) -> Table:
    """Give every group that carries something, and the answer at the ends of single numbers."""
    header = ("What", "Kind", "Share", "Answer at 5 %", "Answer at 95 %", "Rests on")
    return header, [
        (
            sentence_case(short(each.label, 80)),
            GROUP_WORDS.get(each.kind, "counted from the record"),
            f"{percent(each.share)} ±{number(100 * each.error, 0)}",
            _value(each.at_low, hinges.unit), _value(each.at_high, hinges.unit),
            short(each.basis, 160),
        )
        for each in hinges.hinges
        if each.share >= max(LEAST, each.error)
    ]  # fmt: skip


def spec(hinges: Hinges) -> Spec:
    """Return the Vega-Lite specification."""
    rows = [
        {
            "what": short(each.label, 44), "kind": each.kind, "m": finite(each.share),
            "lo": finite(max(each.share - each.error, 0.0)), "hi": finite(each.share + each.error),
            "tip": f"{short(each.label, 80)}\n{percent(each.share)} of the variance\n"
            + _ends(each, hinges.unit)
            + short(each.basis, 160),
        }
        for each in shown(hinges)
    ]  # fmt: skip
    y: Spec = {
        "field": "what",
        "type": "nominal",
        "sort": [row["what"] for row in rows],
        "axis": {"title": None, "ticks": False, "domain": False},
    }
    x: Spec = {
        "type": "quantitative",
        "axis": {"title": "share of the variance", "format": ".0%", "tickCount": 5},
    }
    return {
        "$schema": SCHEMA,
        "usermeta": fit(250, narrow=150),
        "data": {"values": rows},
        "height": {"step": 22},
        "layer": [
            {
                "mark": {"type": "bar", "height": {"band": 0.6}},
                "encoding": {
                    "y": y,
                    "x": {**x, "field": "m"},
                    "color": {
                        "field": "kind",
                        "type": "nominal",
                        "scale": {"domain": list(COLOURS), "range": list(COLOURS.values())},
                        "legend": None,
                    },
                    "tooltip": {"field": "tip"},
                },
            },
            {
                "mark": {"type": "rule", "color": INK, "strokeWidth": 1.2},
                "encoding": {"y": y, "x": {**x, "field": "lo"}, "x2": {"field": "hi"}},
            },
        ],
    }


def shown(hinges: Hinges) -> list[Hinge]:
    """List what is drawn: the largest, where they are more than their error."""
    return [each for each in hinges.hinges if each.share >= max(LEAST, each.error)][:MOST]


def _together(hinges: Hinges) -> str:
    told = (f"{short(each.label)} {percent(each.share)}" for each in hinges.together)
    return f"As one: {listing(told)}. " if hinges.together else ""


def _ends(hinge: Hinge, unit: str) -> str:
    if hinge.at_low is None or hinge.at_high is None:
        return ""
    return (
        f"answer {_value(hinge.at_low, unit)} at {number(hinge.low, 2)}, "
        f"{_value(hinge.at_high, unit)} at {number(hinge.high, 2)}\n"
    )


def _value(value: float | None, unit: str) -> str:
    if value is None:
        return NOTHING
    if unit:
        return f"{number(value, 2)}{NBSP}{short(unit, 20)}"
    return f"{number(100 * value, 0)}{NBSP}%"
