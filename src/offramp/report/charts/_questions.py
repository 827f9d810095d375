"""The record's questions: each answer with its interval, and for a contrast both arms."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from offramp.answers import Asked, Contrast, Reply
from offramp.report._text import NOTHING, chance, finite, number, percent, short
from offramp.report.charts._shape import GROUPS, INK, SCHEMA, Key, Spec, Table, fit, percent_axis

NAME: str = "questions"
TITLE: str = "The answers, each with its interval"

OFFSETS = {"forecast": 0, "as it was": -7, "supposed": 7}
"""Pixels by which an arm lies below the middle of its row."""

LINE, LINES = 31, 6
"""Letters in a line of a label, and lines at most."""

COLOURS = {"forecast": GROUPS["learned"], "as it was": GROUPS["base"], "supposed": GROUPS["dial"]}


def caption(_asked: Asked) -> str:
    """Say what the chart shows and how to read it."""
    return (
        "The dot is the chance, the line its 90 % interval over what the parameters allow, the "
        "upright stroke history’s base rate for the same question, where it has one. A contrast "
        "has two dots: as it was, and as one supposes it."
    )


def alt(asked: Asked) -> str:
    """Tell the chart to someone who cannot see it."""
    told = (f"{short(ask, 160)}, {arm}: {_told(reply)}" for ask, arm, reply in _arms(asked))
    return f"Answers to the record’s questions. {'; '.join(told)}."


def legend(asked: Asked) -> Sequence[Key]:
    """Name the colours."""
    arms = {arm for _, arm, _ in _arms(asked)}
    keys = [
        ("group-learned", "a forecast, or a conditional one"),
        ("group-base", "a contrast: as it was"), ("group-dial", "a contrast: as supposed"),
    ]  # fmt: skip
    shown = [key for key, arm in zip(keys, COLOURS, strict=True) if arm in arms]
    return [*shown, ("stroke-base", "history")]


def table(asked: Asked) -> Table:
    """Give every answer; a contrast gives both arms and the difference."""
    header = ("Question", "Kind", "Answer (90 %)", "In words", "History", "Supposed (90 %)",
              "Difference (90 %)")  # fmt: skip
    return header, [_row(each) for each in asked.answers]


def spec(asked: Asked) -> Spec:
    """Return the Vega-Lite specification."""
    rows = [
        {
            "what": _folded(ask), "arm": arm, "dy": OFFSETS[arm],
            "m": finite(reply.probability or 0.0),
            "lo": finite(reply.low), "hi": finite(reply.high),
            **({} if reply.baseline is None else {"base": finite(reply.baseline)}),
            "tip": f"{short(ask, 240)}\n{arm}: {_told(reply)}\nhistory: {percent(reply.baseline)}",
        }
        for ask, arm, reply in _arms(asked)
    ]  # fmt: skip
    labels = list(dict.fromkeys(_folded(ask) for ask, _, _ in _arms(asked)))
    lines = max((label.count("\n") + 1 for label in labels), default=1)
    x: Spec = {"type": "quantitative", "scale": {"domain": [0, 1]}, "axis": percent_axis()}
    tip: Spec = {"field": "tip"}
    y: Spec = {
        "field": "what",
        "type": "nominal",
        "sort": labels,
        "axis": {
            "title": None, "ticks": False, "domain": False, "grid": True,
            "labelExpr": "split(datum.label, '\\n')", "labelLineHeight": 13,
            "labelOffset": -6 if lines > 1 else 0,
        },
    }  # fmt: skip
    shared: Spec = {
        "y": y,
        "color": {
            "field": "arm", "type": "nominal", "legend": None,
            "scale": {"domain": list(COLOURS), "range": list(COLOURS.values())},
        },
        "tooltip": tip,
    }  # fmt: skip
    moved: Spec = {"yOffset": {"expr": "datum.dy"}}
    return {
        "$schema": SCHEMA,
        "usermeta": fit(205, narrow=170),
        "data": {"values": rows},
        "height": {"step": max(13 * lines + 10, 28)},
        "layer": [
            {
                "mark": {"type": "rule", "strokeWidth": 5, "opacity": 0.35, **moved},
                "encoding": {**shared, "x": {**x, "field": "lo"}, "x2": {"field": "hi"}},
            },
            {
                "mark": {"type": "tick", "color": INK, "thickness": 2, "size": 16},
                "encoding": {"y": y, "x": {**x, "field": "base"}, "tooltip": tip},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 90, "opacity": 1, **moved},
                "encoding": {**shared, "x": {**x, "field": "m"}},
            },
        ],
    }


def _arms(asked: Asked) -> Iterator[tuple[str, str, Reply]]:
    """Give every chance that was asked for: the question, the arm and its answer."""
    for each in asked.answers:
        arms = (
            [("as it was", each.factual), ("supposed", each.counterfactual)]
            if isinstance(each, Contrast)
            else [("forecast", each)]
        )
        for arm, reply in arms:
            if reply.probability is not None:
                yield each.plain, arm, reply


def _row(answer: Reply | Contrast) -> tuple[str, ...]:
    ask = short(answer.plain, 240)
    if isinstance(answer, Reply):
        return (
            ask, answer.kind, _told(answer), answer.words or NOTHING, percent(answer.baseline),
            NOTHING, NOTHING,
        )  # fmt: skip
    one, gap = answer.factual, answer.difference
    scale, digits = (1, 2) if gap.unit else (100, 1)
    change = [number(scale * value, digits) for value in (gap.mean, gap.low, gap.high)]
    return (
        ask, answer.kind, _told(one), one.words or NOTHING, percent(one.baseline),
        _told(answer.counterfactual),
        f"{change[0]} ({change[1]} to {change[2]}) {short(gap.unit, 20) or 'points'}",
    )  # fmt: skip


def _told(reply: Reply) -> str:
    if reply.probability is not None:
        told = chance(reply.probability, reply.low, reply.high)
    else:
        low, high = number(reply.low, 1), number(reply.high, 1)
        told = f"{number(reply.value, 1)} ({low} to {high}) {short(reply.unit, 30)}".rstrip()
    cases = [each for each in reply.shares if "%" not in each[0]]
    if cases:
        told += "; " + ", ".join(f"{short(name, 30)} {percent(share)}" for name, share in cases)
    return told


def _folded(ask: str) -> str:
    """Break a question into the lines of a label."""
    return "\n".join(wrap(short(ask, LINE * LINES), LINE, max_lines=LINES, placeholder=" …"))
