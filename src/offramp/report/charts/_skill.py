"""How far Offramp's Brier score lies from that of the baselines, question by question."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from offramp.futures import Findings
from offramp.history import TARGETS
from offramp.report._text import finite, number, percent, sentence_case
from offramp.report._track_record import BASE, HARDEST, NAMES, OURS, QUESTIONS, shown
from offramp.report.charts._shape import GROUPS, INK, SCHEMA, Key, Spec, Table, fit
from offramp.scoring import Interval, TrackRecord

NAME: str = "skill"
TITLE: str = "Brier score against two baselines"

COLOURS: Mapping[str, str] = {BASE: GROUPS["base"], HARDEST: GROUPS["learned"]}


@dataclass(frozen=True)
class Skill:
    """The share of a baseline's Brier score that Offramp takes off; below 0 it adds."""

    question: str
    baseline: str
    mean: float
    low: float
    high: float


def caption(_findings: Findings) -> str:
    """Say what the chart shows and how to read it."""
    return (
        "The share of a baseline’s Brier score that Offramp takes off, per confrontation, on "
        "history that none of them had seen: to the right of 0 Offramp is better, to the left "
        "the baseline is. The lines are 95 % intervals, by drawing whole crises again; one that "
        "crosses 0 tells no difference."
    )


def alt(_findings: Findings) -> str:
    """Tell the chart to someone who cannot see it."""
    told = (
        f"{one.question} against {one.baseline}: {number(100 * one.mean, 0)} % "
        f"({number(100 * one.low, 0)} to {number(100 * one.high, 0)})"
        for one in _skills()
    )
    return "Share of the Brier score taken off. " + "; ".join(told) + "."


def legend(_findings: Findings) -> Sequence[Key]:
    """Name the colours."""
    return [("group-base", f"against {NAMES[BASE]}"), ("group-learned", "against boosting")]


def table(_findings: Findings) -> Table:
    """Give every forecaster's Brier score, per event and per confrontation."""
    header = ("Question", "Forecaster", "Per event: Brier score", "said → came",
              "Per confrontation: Brier score", "said → came")  # fmt: skip
    record = shown()
    if record is None:
        return header, []
    names = {OURS: "Offramp", "pooled": "Offramp and boosting, pooled", **NAMES}
    return header, [
        (
            sentence_case(QUESTIONS[target]),
            sentence_case(names.get(name, name)),
            number(one.brier.event, 3),
            f"{percent(one.said.event)} → {percent(one.came.event)}",
            number(one.brier.confrontation, 3),
            f"{percent(one.said.confrontation)} → {percent(one.came.confrontation)}",
        )
        for target in TARGETS
        for name, card in record.cards.items()
        for one in [card.targets[target]]
    ]


def spec(_findings: Findings) -> Spec:
    """Return the Vega-Lite specification."""
    rows = [
        {
            "question": one.question,
            "against": one.baseline,
            "m": finite(one.mean),
            "lo": finite(one.low),
            "hi": finite(one.high),
            "tip": f"{one.question}\nagainst {one.baseline}\n{number(100 * one.mean, 0)} % "
            f"({number(100 * one.low, 0)} to {number(100 * one.high, 0)})",
        }
        for one in _skills()
    ]
    order = [NAMES[name] for name in COLOURS]
    x: Spec = {
        "type": "quantitative",
        "axis": {"title": "baseline better ← 0 → Offramp better", "format": "+.0%", "tickCount": 5},
    }
    shared: Spec = {
        "y": {
            "field": "question",
            "type": "nominal",
            "sort": [sentence_case(QUESTIONS[target]) for target in TARGETS],
            "axis": {"title": None, "ticks": False, "domain": False, "grid": True},
        },
        "yOffset": {"field": "against", "type": "nominal", "scale": {"domain": order}},
        "color": {
            "field": "against",
            "type": "nominal",
            "scale": {"domain": order, "range": list(COLOURS.values())},
            "legend": None,
        },
        "tooltip": {"field": "tip"},
    }
    return {
        "$schema": SCHEMA,
        "usermeta": fit(250, narrow=150),
        "data": {"values": rows},
        "height": {"step": 20, "for": "offset"},
        "layer": [
            {
                "mark": {"type": "rule", "strokeWidth": 1, "color": INK},
                "encoding": {
                    "x": {"datum": 0, "type": "quantitative"},
                    "y": {"value": 0},
                    "y2": {"value": "height"},
                },
            },
            {
                "mark": {"type": "rule", "strokeWidth": 2},
                "encoding": {**shared, "x": {**x, "field": "lo"}, "x2": {"field": "hi"}},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 80, "opacity": 1},
                "encoding": {**shared, "x": {**x, "field": "m"}},
            },
        ],
    }


def _skills() -> list[Skill]:
    record = shown()
    return [] if record is None else list(_every(record))


def _every(record: TrackRecord) -> Iterator[Skill]:
    for target in TARGETS:
        for name in COLOURS:
            gap: Interval = record.differences[OURS][name][target].confrontation
            whole = record.cards[name].targets[target].brier.confrontation
            if whole > 0:
                yield Skill(
                    sentence_case(QUESTIONS[target]), NAMES[name],
                    -gap.mean / whole, -gap.high / whole, -gap.low / whole,
                )  # fmt: skip
