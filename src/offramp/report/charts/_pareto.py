"""Off-ramps: what each plan does to the risk, against what it costs those who must make it."""

from collections.abc import Sequence

from offramp.offramps import Offramp, Offramps
from offramp.report._text import NBSP, finite, number, percent, short
from offramp.report.charts._shape import INK, SCHEMA, Key, Spec, Table, fit

NAME: str = "pareto"
TITLE: str = "What a move does, and what it costs"


def caption(found: Offramps) -> str:
    """Say what the chart shows and how to read it."""
    return (
        f"Each dot is a plan: to the left, the more bloodshed it spares within "
        f"{found.horizon_days}{NBSP}days, if it is kept as often as the model expects; higher, the "
        "more it leaves unanswered, in plain uses of force, with one more for each vow or threat "
        "that is left unfulfilled. Large dots with a number are beaten by no other plan in both."
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
        "Rank", "Moves", "Bloodshed, points (90 %)", "Better", "Kept", "Long cycle", "Battle*",
        "Dead*", "Unanswered", "Vows", "Fear lost, sd",
    )  # fmt: skip
    return header, [_row(plan) for plan in found.offramps]


def _row(plan: Offramp) -> tuple[str, ...]:
    change = plan.bloodshed
    return (
        f"{'=' if plan.tied else ''}{plan.rank}", short("; ".join(plan.moves), 200),
        f"{points(change.mean)} ({points(change.low)} to {points(change.high)})",
        percent(change.chance_better), percent(plan.kept), points(plan.cycle.mean),
        points(plan.war.mean), f"×{number(plan.dead, 2)}",
        number(sum(cost.unanswered for cost in plan.costs), 1),
        str(sum(len(cost.vows) for cost in plan.costs)),
        number(sum(cost.fear for cost in plan.costs), 2),
    )  # fmt: skip


def spec(found: Offramps) -> Spec:
    """Return the Vega-Lite specification."""
    rows = [
        {
            "gain": finite(100 * plan.expected.mean),
            "price": finite(sum(cost.weight for cost in plan.costs)),
            "best": plan.rank in found.pareto, "rank": str(plan.rank),
            "tip": f"{plan.rank}. {short('; '.join(plan.moves), 160)}\nbloodshed "
            f"{points(plan.bloodshed.mean)} points if carried out, kept "
            f"{percent(plan.kept)}\nbetter under {percent(plan.bloodshed.chance_better)} of draws",
        }
        for plan in found.offramps
    ]  # fmt: skip
    x: Spec = {
        "field": "gain", "type": "quantitative",
        "axis": {"title": "bloodshed, change in points", "grid": False},
    }  # fmt: skip
    y: Spec = {
        "field": "price", "type": "quantitative", "axis": {"title": "left unanswered"},
    }  # fmt: skip
    return {
        "$schema": SCHEMA,
        "usermeta": fit(60),
        "height": 300,
        "data": {"values": rows},
        "encoding": {"x": x, "y": y},
        "layer": [
            {
                "mark": {"type": "point", "filled": True, "opacity": 0.9},
                "encoding": {
                    "size": {
                        "field": "best", "type": "nominal", "legend": None,
                        "scale": {"domain": [False, True], "range": [60, 190]},
                    },
                    "color": {
                        "field": "best", "type": "nominal", "legend": None,
                        "scale": {
                            "domain": [False, True],
                            "range": ["var(--group-base)", "var(--group-learned)"],
                        },
                    },
                    "tooltip": {"field": "tip"},
                },
            },
            {
                "transform": [{"filter": "datum.best"}],
                "mark": {"type": "text", "dx": 12, "dy": -8, "color": INK},
                "encoding": {"text": {"field": "rank"}},
            },
        ],
    }  # fmt: skip


def points(share: float) -> str:
    """Write a change of a chance in points.

    Examples
    --------
    >>> points(-0.093)
    '-9'
    """
    return f"{100 * share:+.0f}"
