"""Posture: how each side has been disposed to answer, day by day."""

from collections.abc import Sequence

from offramp.futures import Findings, PosturePath
from offramp.report._labels import side_name
from offramp.report._text import brief_day, finite, percent, sentence_case, short
from offramp.report.charts._shape import (
    INK,
    PAPER,
    SCHEMA,
    Key,
    Spec,
    Table,
    fit,
    millis,
    percent_axis,
    thinned,
    time_axis,
)

NAME: str = "posture"
TITLE: str = "Posture through time"

_NOON = 43_200_000


def caption(_findings: Findings) -> str:
    """Say what the chart shows and how to read it."""
    return (
        "The chance of each posture on each day. The line above each panel is the 80 % span of "
        "the day on which the posture most likely changed, its dot the likeliest day."
    )


def alt(findings: Findings) -> str:
    """Tell the chart to someone who cannot see it."""
    parts: list[str] = []
    for path in findings.postures:
        if not path.shares:
            continue
        likely = max(range(len(path.postures)), key=lambda p: path.shares[-1][p])
        parts.append(
            f"{side_name(findings.forecast, path.side)} is now most likely "
            f"{short(path.postures[likely], 60)}, {percent(path.shares[-1][likely])}; chance of "
            f"a shift {percent(path.shift_chance)}, driven by {_driver(path)}"
        )
    return ". ".join(parts) + "."


def legend(findings: Findings) -> Sequence[Key]:
    """Name the postures."""
    return [
        *((f"posture-{n}", short(name, 60)) for n, name in enumerate(_postures(findings))),
        ("dot-ink", "likeliest day of a shift, with its 80 % span"),
    ]


def table(findings: Findings) -> Table:
    """Give the chances at a few days."""
    rows: list[tuple[str, ...]] = []
    for path in findings.postures:
        last = len(path.days) - 1
        for n in sorted({0, last // 4, last // 2, 3 * last // 4, last}) if path.days else ():
            told = "; ".join(
                f"{short(name, 60)} {percent(share)}"
                for name, share in zip(path.postures, path.shares[n], strict=True)
            )
            rows.append((side_name(findings.forecast, path.side), brief_day(path.days[n]), told))
    return ("Side", "Day", "Chance of each posture"), rows


def spec(findings: Findings) -> Spec:
    """Return the Vega-Lite specification."""
    names = _postures(findings)
    order = [side.key for side in findings.forecast.sides]
    paths = sorted(findings.postures, key=lambda path: order.index(path.side))
    sides = [_panel(findings, path) for path in paths]
    rows = [
        {
            "side": panel,
            "t": millis(path.days[n]) + _NOON,
            "posture": str(names.index(name)),
            "p": finite(path.shares[n][p]),
        }
        for panel, path in zip(sides, paths, strict=True)
        for n in thinned(range(len(path.days)), most=45)
        for p, name in enumerate(path.postures)
    ]
    tips = [
        {
            "side": panel,
            "day": millis(path.days[n]) + _NOON,
            "tip": f"{brief_day(path.days[n])}\n"
            + "\n".join(
                f"{short(name, 60)}: {percent(share)}"
                for name, share in zip(path.postures, path.shares[n], strict=True)
            ),
        }
        for panel, path in zip(sides, paths, strict=True)
        for n in thinned(range(len(path.days)), most=45)
    ]
    shifts = [
        {
            "side": panel,
            "shift": millis(path.shift_date) + _NOON,
            "from": millis(path.shift_from or path.shift_date),
            "to": millis(path.shift_to or path.shift_date) + 2 * _NOON,
            "tip": f"Likeliest shift {brief_day(path.shift_date)}\n"
            f"chance of any shift {percent(path.shift_chance)}\ndriven by {_driver(path)}",
        }
        for panel, path in zip(sides, paths, strict=True)
        if path.shift_date is not None
    ]
    x = time_axis("t", tickCount=4)
    shift_only: Spec = {"transform": [{"filter": "isValid(datum.shift)"}]}
    return {
        "$schema": SCHEMA,
        "usermeta": fit(52, least=280, most=2),
        "data": {"values": [*rows, *tips, *shifts]},
        "facet": {"field": "side", "type": "nominal", "sort": sides, "header": {"title": None}},
        "bounds": "flush",
        "columns": 2,
        "spec": {
            "height": 150,
            "layer": [
                {
                    "transform": [{"filter": "isValid(datum.t)"}],
                    "mark": {"type": "area", "stroke": PAPER, "strokeWidth": 0.7},
                    "encoding": {
                        "x": x,
                        "y": {
                            "field": "p",
                            "type": "quantitative",
                            "stack": "zero",
                            "scale": {"domain": [0, 1.12], "nice": False},
                            "axis": percent_axis(values=[0, 0.5, 1]),
                        },
                        "color": {
                            "field": "posture",
                            "type": "nominal",
                            "scale": {
                                "domain": [str(n) for n in range(len(names))],
                                "range": [f"var(--posture-{n % 4})" for n in range(len(names))],
                            },
                            "legend": None,
                        },
                    },
                },
                {
                    "transform": [{"filter": "isValid(datum.day)"}],
                    "mark": {"type": "rule", "strokeWidth": 12, "opacity": 0},
                    "encoding": {"x": {**x, "field": "day"}, "tooltip": {"field": "tip"}},
                },
                {
                    **shift_only,
                    "mark": {"type": "rule", "strokeWidth": 2, "color": INK},
                    "encoding": {
                        "x": {**x, "field": "from"},
                        "x2": {"field": "to"},
                        "y": {"datum": 1.06},
                        "tooltip": {"field": "tip"},
                    },
                },
                {
                    **shift_only,
                    "mark": {"type": "point", "filled": True, "size": 60, "color": INK},
                    "encoding": {
                        "x": {**x, "field": "shift"},
                        "y": {"datum": 1.06},
                        "opacity": {"value": 1},
                        "tooltip": {"field": "tip"},
                    },
                },
            ],
        },
    }


def _driver(path: PosturePath) -> str:
    return "the evidence" if path.driven_by == "evidence" else "the prior"


def _panel(findings: Findings, path: PosturePath) -> str:
    return sentence_case(side_name(findings.forecast, path.side))


def _postures(findings: Findings) -> list[str]:
    return list(dict.fromkeys(name for path in findings.postures for name in path.postures))
