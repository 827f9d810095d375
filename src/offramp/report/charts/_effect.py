"""What one act changed in each side's reasons, term by term."""

from collections.abc import Sequence

from offramp.answers import ActEffect, TermChange
from offramp.report._text import NBSP, brief_day, finite, sentence_case, short, signed
from offramp.report.charts._shape import (
    GROUP_WORDS,
    GROUPS,
    INK,
    SCHEMA,
    Key,
    Spec,
    Table,
    fit,
)

NAME: str = "effect"
TITLE: str = "What the act changed in each side’s reasons"

MOST = 7
"""Terms that are drawn for each side."""


def caption(effect: ActEffect) -> str:
    """Say what the chart shows and how to read it."""
    return (
        f"The log-hazard of force with {short(effect.act, 60)} less without it, on the evening of "
        f"{brief_day(effect.at_once.as_of)}, by term: to the right it pushes the side towards "
        f"force. The line holds 90{NBSP}% of the parameter draws. The table has the same thirty "
        "days on."
    )


def alt(effect: ActEffect) -> str:
    """Tell the chart to someone who cannot see it."""
    told = (
        f"{short(each.side, 40)}: {signed(each.mean, 2)} in all" for each in effect.at_once.totals
    )
    return f"What the act changed. {'; '.join(told)}."


def legend(effect: ActEffect) -> Sequence[Key]:
    """Name the colours."""
    kinds = {each.group for each in _shown(effect)}
    return [(f"group-{kind}", words) for kind, words in GROUP_WORDS.items() if kind in kinds]


def table(effect: ActEffect) -> Table:
    """Give every term, at once and later."""
    rows = [
        (
            brief_day(moment.as_of), short(each.side, 40), sentence_case(short(each.label, 80)),
            GROUP_WORDS[each.group], signed(each.mean, 2),
            f"{signed(each.low, 2)} to {signed(each.high, 2)}",
        )
        for moment in (effect.at_once, effect.later)
        if moment is not None
        for each in (*moment.terms, *moment.totals)
    ]  # fmt: skip
    return ("As of", "Side", "Term", "Kind", "Change", "90 %"), rows


def spec(effect: ActEffect) -> Spec:
    """Return the Vega-Lite specification."""
    rows = [
        {
            "side": sentence_case(short(each.side, 40)), "term": short(each.label, 40),
            "kind": each.group,
            "m": finite(each.mean), "lo": finite(each.low), "hi": finite(each.high),
            "tip": f"{short(each.side, 40)}: {short(each.label, 80)}\n{signed(each.mean, 2)} "
            f"({signed(each.low, 2)} to {signed(each.high, 2)})",
        }
        for each in _shown(effect)
    ]  # fmt: skip
    y: Spec = {
        "field": "term", "type": "nominal", "sort": None,
        "axis": {"title": None, "ticks": False, "domain": False},
    }  # fmt: skip
    x: Spec = {"type": "quantitative", "axis": {"title": "change of the log-odds of force"}}
    return {
        "$schema": SCHEMA,
        "usermeta": fit(240, narrow=150, each=True),
        "data": {"values": rows},
        "facet": {"field": "side", "type": "nominal", "sort": None, "header": {"title": None}},
        "columns": 1,
        "resolve": {"scale": {"y": "independent"}},
        "spec": {
            "height": {"step": 22},
            "layer": [
                {
                    "mark": {"type": "bar", "height": {"band": 0.6}},
                    "encoding": {
                        "y": y,
                        "x": {**x, "field": "m"},
                        "color": {
                            "field": "kind", "type": "nominal", "legend": None,
                            "scale": {"domain": list(GROUPS), "range": list(GROUPS.values())},
                        },
                        "tooltip": {"field": "tip"},
                    },
                },
                {
                    "mark": {"type": "rule", "color": INK, "strokeWidth": 1.2},
                    "encoding": {"y": y, "x": {**x, "field": "lo"}, "x2": {"field": "hi"}},
                },
            ],
        },
    }  # fmt: skip


def _shown(effect: ActEffect) -> list[TermChange]:
    sides = dict.fromkeys(each.side for each in effect.at_once.totals)
    return [
        each
        for side in sides
        for each in [row for row in effect.at_once.terms if row.side == side][:MOST]
    ]
