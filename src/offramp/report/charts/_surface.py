"""A verdict over the two dials that move it most."""

from collections.abc import Sequence

from offramp.claims import Axis, Surface
from offramp.report._text import finite, short, signed
from offramp.report.charts._shape import GROUPS, INK, PAPER, SCHEMA, Key, Spec, Table, fit

NAME: str = "surface"
TITLE: str = "The verdict over two dials"

STEP = 34
"""Pixels from row to row."""


def caption(found: Surface) -> str:
    """Say what the chart shows and how to read it."""
    return (
        f"“{short(found.plain, 200)}”, asked again at each point of {found.first.dial} and "
        f"{found.second.dial}, under draws of all else. A sign stands where 95 % of these draws "
        "agree. Framed points lie within 90 % of what is believed of both dials: what lies "
        "outside is what one must believe to see it so."
    )


def alt(found: Surface) -> str:
    """Tell the chart to someone who cannot see it."""
    signs = [sign for row in found.signs for sign in row]
    return (
        f"A grid of {len(signs)} points over {found.first.dial} and {found.second.dial}: higher at "
        f"{signs.count(1)}, lower at {signs.count(-1)}, and no agreement at {signs.count(0)}."
    )


def legend(_found: Surface) -> Sequence[Key]:
    """Name the colours."""
    return [("group-learned", "higher, or likelier than not"), ("group-dial", "lower, or less")]


def table(found: Surface) -> Table:
    """Give the mean at every point, with a star where the draws agree."""
    header = (found.first.dial, *(f"{value:.2f}" for value in found.second.values))
    return header, [
        (
            f"{value:.2f}",
            *(signed(m) + ("*" if sign else "") for m, sign in zip(means, signs, strict=True)),
        )
        for value, means, signs in zip(found.first.values, found.means, found.signs, strict=True)
    ]  # fmt: skip


def spec(found: Surface) -> Spec:
    """Return the Vega-Lite specification."""
    most = max(abs(mean) for means in found.means for mean in means) or 1.0
    rows = [
        {
            "y": f"{one:.2f}", "x": f"{two:.2f}", "mean": finite(found.means[i][j]),
            "depth": finite(abs(found.means[i][j]) / most),
            "sign": {1: "+", 0: "", -1: "−"}[found.signs[i][j]],
            "tip": f"{found.first.dial} {one:.2f}\n{found.second.dial} {two:.2f}\n"
            f"{signed(found.means[i][j])}",
        }
        for i, one in enumerate(found.first.values)
        for j, two in enumerate(found.second.values)
    ]  # fmt: skip
    place: Spec = {
        "x": _channel(found.second, "x", [f"{v:.2f}" for v in found.second.values]),
        "y": _channel(found.first, "y", [f"{v:.2f}" for v in reversed(found.first.values)]),
    }
    return {
        "$schema": SCHEMA,
        "usermeta": fit(90, narrow=70, least=200),
        "data": {"values": rows},
        "height": {"step": STEP},
        "layer": [
            {
                "mark": {"type": "rect", "stroke": PAPER},
                "encoding": {
                    **place,
                    "color": {
                        "field": "mean",
                        "type": "quantitative",
                        # Colours that the page names cannot be mixed: the depth is opacity.
                        "scale": {
                            "type": "threshold",
                            "domain": [0],
                            "range": [GROUPS["dial"], GROUPS["learned"]],
                        },
                        "legend": None,
                    },
                    "opacity": {
                        "field": "depth",
                        "type": "quantitative",
                        "scale": {"domain": [0, 1], "range": [0, 0.9]},
                        "legend": None,
                    },
                    "tooltip": {"field": "tip"},
                },
            },
            {
                "mark": {"type": "text", "color": INK, "fontSize": 13},
                "encoding": {**place, "text": {"field": "sign"}},
            },
            *_believed(found, place),
        ],
    }


def _channel(axis: Axis, field: str, order: list[str]) -> Spec:
    return {
        "field": field,
        "type": "ordinal",
        "sort": order,
        "axis": {"title": short(axis.dial, 40), "labelAngle": 0, "ticks": False, "domain": False},
    }


def _believed(found: Surface, place: Spec) -> list[Spec]:
    """Frame the points that lie within what is believed of both dials."""
    inside = [
        {"x": f"{two:.2f}", "y": f"{one:.2f}"}
        for one in found.first.values
        for two in found.second.values
        if found.first.low <= one <= found.first.high
        and found.second.low <= two <= found.second.high
    ]
    mark: Spec = {"type": "rect", "filled": False, "stroke": INK, "strokeWidth": 0.8}
    return [{"data": {"values": inside}, "mark": mark, "encoding": dict(place)}] if inside else []
