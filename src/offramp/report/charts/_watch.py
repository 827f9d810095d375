"""What to watch: how far a forecast would move if something were seen, and if it were not."""

from collections.abc import Sequence

from offramp.report._text import NBSP, finite, number, percent, sentence_case, short
from offramp.report.charts._shape import GROUPS, LINE, SCHEMA, Key, Spec, Table, fit, percent_axis
from offramp.sensitivity import Observation, Watch

NAME: str = "watch"
TITLE: str = "What to watch"

MOST = 10


def caption(watch: Watch) -> str:
    """Say what the chart shows and how to read it."""
    last = max(watch.days)
    return (
        f"What may be seen within {last}{NBSP}days, the most telling first. The question is asked "
        f"again on that day, over the {watch.within}{NBSP}days from then on: "
        f"“{short(watch.plain, 200)}”. "
        "The full dot is the forecast if the thing is seen, the hollow one if it is not; the "
        "larger the full dot, the likelier that it is seen. What is told of the future is not "
        "what causes it."
    )


def alt(watch: Watch) -> str:
    """Tell the chart to someone who cannot see it."""
    told = (
        f"{short(each.what)}: {percent(each.if_seen)} if seen, {percent(each.if_unseen)} if not"
        for each in shown(watch)[:4]
    )
    return f"What would move the forecast most. {'; '.join(told)}."


def legend(_watch: Watch) -> Sequence[Key]:
    """Name the colours."""
    return [("group-learned", "if it is seen"), ("group-base", "if it is not")]


def table(watch: Watch) -> Table:
    """Give every observation, by every day."""
    return ("Seen", "Within", "Chance", "Forecast then", "If seen", "If not", "Bits"), [
        (
            sentence_case(short(each.what, 80)), f"{each.by}{NBSP}d", percent(each.chance),
            percent(each.now), percent(each.if_seen), percent(each.if_unseen),
            number(each.bits, 3) if each.tells else "no more than chance",
        )
        for each in watch.observations
    ]  # fmt: skip


def spec(watch: Watch) -> Spec:
    """Return the Vega-Lite specification."""
    rows = [
        {
            "what": short(each.what, 44), "seen": finite(each.if_seen or 0.0),
            "not": finite(each.if_unseen or 0.0), "chance": finite(each.chance),
            "tip": f"{short(each.what, 80)}\nchance {percent(each.chance)}\nif seen "
            f"{percent(each.if_seen)}, if not {percent(each.if_unseen)}\n"
            f"{number(each.bits, 3)} bits",
        }
        for each in shown(watch)
    ]  # fmt: skip
    y: Spec = {
        "field": "what",
        "type": "nominal",
        "sort": [row["what"] for row in rows],
        "axis": {"title": None, "ticks": False, "domain": False, "grid": True},
    }
    x: Spec = {
        "type": "quantitative",
        "scale": {"domainMin": 0},
        "axis": percent_axis(title="forecast on that day"),
    }
    tip: Spec = {"field": "tip"}
    return {
        "$schema": SCHEMA,
        "usermeta": fit(250, narrow=150),
        "data": {"values": rows},
        "height": {"step": 24},
        "layer": [
            {
                "mark": {"type": "rule", "strokeWidth": 2, "color": LINE},
                "encoding": {"y": y, "x": {**x, "field": "not"}, "x2": {"field": "seen"}},
            },
            {
                "mark": {"type": "point", "size": 60, "color": GROUPS["base"], "opacity": 1},
                "encoding": {"y": y, "x": {**x, "field": "not"}, "tooltip": tip},
            },
            {
                "mark": {
                    "type": "point", "filled": True, "color": GROUPS["learned"], "opacity": 1,
                },
                "encoding": {
                    "y": y,
                    "x": {**x, "field": "seen"},
                    "size": {
                        "field": "chance",
                        "type": "quantitative",
                        "scale": {"domain": [0, 1], "range": [40, 400]},
                        "legend": None,
                    },
                    "tooltip": tip,
                },
            },
        ],
    }  # fmt: skip


def shown(watch: Watch) -> list[Observation]:
    """List what is drawn: the most telling within the longest time, that may or may not come."""
    last = max(watch.days)
    return [
        each
        for each in watch.observations
        if each.by == last and each.tells and None not in (each.if_seen, each.if_unseen)
    ][:MOST]
