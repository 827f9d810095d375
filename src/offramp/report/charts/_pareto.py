"""Off-ramps: what each plan does to the risk, against what it costs those who must make it."""

from collections.abc import Sequence

from offramp.offramps import Offramp, Offramps
from offramp.report._text import (
    NBSP,
    NOTHING,
    finite,
    number,
    percent,
    sentence_case,
    short,
    signed,
)
from offramp.report.charts._shape import INK, SCHEMA, Key, Spec, Table, fit

NAME: str = "pareto"
TITLE: str = "What a move does, and what it costs"


def caption(found: Offramps) -> str:
    """Say what the chart shows and how to read it."""
    return (
        f"Each dot is a plan: to the left, the more bloodshed it spares within "
        f"{found.horizon_days}{NBSP}days, if it is kept as often as the model expects; higher, the "
        "more it leaves unanswered, in plain uses of force, with one more for each vow or threat "
        "that is left unfulfilled. Large dots with their rank are beaten by no other plan in both; "
        "the lines are 90 % intervals."
    )


def alt(found: Offramps) -> str:
    """Tell the chart to someone who cannot see it."""
    told = (
        f"{plan.rank}: {short('; '.join(plan.moves), 120)}, {points(plan.expected.mean)} points"
        for plan in found.offramps
        if plan.rank in found.pareto
    )
    return f"Plans that no other beats in both risk and cost. {'; '.join(told)}."


def legend(_found: Offramps) -> Sequence[Key]:
    """Name the colours."""
    return [("group-learned", "beaten by no other"), ("group-base", "beaten in both by another")]


def table(found: Offramps) -> Table:
    """Give every plan with its interval, what is kept, and what stands beside."""
    header = (
        "Rank", "Moves", "Bloodshed, points (90 %)", "Chance better", "Kept",
        "To be expected, points", "Better than holding", "Long cycle, points", "Battle*, points",
        "Dead*", "What it costs its makers",
    )  # fmt: skip
    return header, [_row(plan) for plan in found.offramps]


def _row(plan: Offramp) -> tuple[str, ...]:
    change, expected = plan.bloodshed, plan.expected
    return (
        place(plan), short("; ".join(plan.moves), 200),
        f"{points(change.mean)} ({points(change.low)} to {points(change.high)})",
        percent(change.chance_better), percent(plan.kept),
        f"{points(expected.mean)} ({points(expected.low)} to {points(expected.high)})",
        percent(plan.beats_hold), points(plan.cycle.mean), points(plan.war.mean),
        f"×{number(plan.dead, 2)}", _price(plan),
    )  # fmt: skip


def _price(plan: Offramp) -> str:
    """Tell what a plan costs, side by side."""
    told: list[str] = []
    for cost in plan.costs:
        vows = f", {len(cost.vows)} vows or threats unfulfilled" if cost.vows else ""
        side = sentence_case(short(cost.side, 40))
        told.append(
            f"{side}: {number(cost.unanswered, 1)} left unanswered{vows}, fear of it "
            f"{number(-cost.fear, 2)} sd"
        )
    return "; ".join(told) or NOTHING


def spec(found: Offramps) -> Spec:
    """Return the Vega-Lite specification."""
    rows = [
        {
            "gain": finite(100 * plan.expected.mean),
            "lo": finite(100 * plan.expected.low), "hi": finite(100 * plan.expected.high),
            "price": finite(sum(cost.weight for cost in plan.costs)),
            "best": plan.rank in found.pareto, "rank": str(plan.rank),
            "tip": f"{plan.rank}. {short('; '.join(plan.moves), 160)}\nbloodshed "
            f"{points(plan.bloodshed.mean)} points if carried out, kept "
            f"{percent(plan.kept)}\nbetter under {percent(plan.bloodshed.chance_better)} of draws",
        }
        for plan in found.offramps
    ]  # fmt: skip
    x: Spec = {
        "type": "quantitative",
        "axis": {"title": "bloodshed to be expected, change in points", "grid": False},
    }
    colour: Spec = {
        "field": "best", "type": "nominal", "legend": None,
        "scale": {"domain": [False, True], "range": ["var(--group-base)", "var(--group-learned)"]},
    }  # fmt: skip
    y: Spec = {
        "field": "price", "type": "quantitative", "axis": {"title": "what it costs"},
    }  # fmt: skip
    return {
        "$schema": SCHEMA,
        "usermeta": fit(60),
        "height": 300,
        "data": {"values": rows},
        "encoding": {"y": y},
        "layer": [
            {
                "mark": {"type": "rule", "strokeWidth": 1.5},
                "encoding": {
                    "x": {**x, "field": "lo"},
                    "x2": {"field": "hi"},
                    "color": colour,
                    "opacity": {"condition": {"test": "datum.best", "value": 0.8}, "value": 0.18},
                },
            },
            {
                "mark": {"type": "point", "filled": True, "opacity": 0.9},
                "encoding": {
                    "x": {**x, "field": "gain"},
                    "size": {
                        "field": "best", "type": "nominal", "legend": None,
                        "scale": {"domain": [False, True], "range": [60, 190]},
                    },
                    "color": colour,
                    "tooltip": {"field": "tip"},
                },
            },
            {
                "transform": [{"filter": "datum.best"}],
                "mark": {"type": "text", "dx": 12, "dy": -8, "color": INK},
                "encoding": {"x": {**x, "field": "gain"}, "text": {"field": "rank"}},
            },
        ],
    }  # fmt: skip


def place(plan: Offramp) -> str:
    """Write a plan's rank; = where it shares its place with the plan above."""
    return f"{'=' if plan.tied else ''}{plan.rank}"


def points(share: float) -> str:
    """Write a change of a chance in points.

    Examples
    --------
    >>> points(-0.093)
    '−9'
    """
    return signed(100 * share, 0)
