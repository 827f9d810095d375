"""What every chart shares: the shape of its file, its colours and its axes."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Protocol

from offramp.futures import Findings

Spec = dict[str, Any]
Row = tuple[str, ...]
Table = tuple[Row, Sequence[Row]]
Key = tuple[str, str]
"""A legend's entry: the name of its swatch in the style sheet, and its text."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"

# How a date is labelled, by the coarsest unit that it begins.
DATES: Mapping[str, str] = {
    "year": "%Y",
    "quarter": "%b %Y",
    "month": "%b %Y",
    "week": "%-d %b",
    "date": "%-d %b",
    "day": "%-d %b",
    "hours": "%-d %b",
}

INK = "var(--ink)"
MUTED = "var(--muted)"
LINE = "var(--line)"
PAPER = "var(--paper)"
TONES: Mapping[str, str] = {
    "a": "var(--side-a)",
    "b": "var(--side-b)",
    "both": "var(--both)",
    "other": "var(--other)",
}
GROUPS: Mapping[str, str] = {
    "base": "var(--group-base)",
    "learned": "var(--group-learned)",
    "dial": "var(--group-dial)",
}
GROUP_WORDS: Mapping[str, str] = {
    "base": "base: era and tempo",
    "learned": "learned or counted from history",
    "dial": "dial: a prior that you can turn",
}


class Chart(Protocol):
    """A chart is a module with these names; whoever has read one can write the next."""

    NAME: str
    TITLE: str

    def caption(self, findings: Findings, /) -> str: ...

    def alt(self, findings: Findings, /) -> str: ...

    def legend(self, findings: Findings, /) -> Sequence[Key]: ...

    def table(self, findings: Findings, /) -> Table: ...

    def spec(self, findings: Findings, /) -> Spec: ...


def rung_colour(order: int) -> str:
    """Return the colour of a rung: pale for calm, dark for war."""
    return f"var(--rung-{max(min(order, 10), 0)})"


def millis(day: date) -> int:
    """Return a day's first moment as the browser counts time, whatever its time zone."""
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return int(moment.timestamp() * 1000)


def fit(
    gutter: int, *, narrow: int | None = None, least: int = 0, most: int = 1, each: bool = False
) -> Spec:
    """Tell the page how wide to draw.

    Parameters
    ----------
    gutter : int
        Pixels that the vertical axis takes; `narrow` on a narrow screen.
    least : int
        The least width of a panel, where there are several side by side.
    most : int
        The most panels side by side.
    each : bool
        Whether every panel has a vertical axis of its own.
    """
    return {
        "fit": {
            "gutter": gutter,
            "narrow": narrow or gutter,
            "least": least,
            "most": most,
            "each": each,
        }
    }


def time_axis(field: str = "t", **axis: Any) -> Spec:
    """Return a horizontal axis of days that no time zone shifts."""
    return {
        "field": field,
        "type": "temporal",
        "scale": {"type": "utc"},
        "axis": {
            "title": None,
            "grid": False,
            "labelOverlap": True,
            "format": DATES,
            **axis,
        },
    }


def tone_scale() -> Spec:
    """Return the scale from whose act it is to its colour."""
    return {"domain": list(TONES), "range": list(TONES.values())}


def side_tone(findings: Findings, side: str | None) -> str:
    """Return whose colour a side's key has: ``a``, ``b``, or ``both`` for either."""
    first, second = findings.forecast.sides
    return {first.key: "a", second.key: "b"}.get(side or "", "both")


def side_legend(findings: Findings) -> list[Key]:
    """Return the two sides as legend entries."""
    first, second = findings.forecast.sides
    return [("tone-a", first.name), ("tone-b", second.name)]


def percent_axis(**axis: Any) -> Spec:
    """Return a vertical axis of chances."""
    return {"title": None, "format": ".0%", "tickCount": 4, **axis}


def thinned(
    days: Sequence[int], wanted: Sequence[int] | None = None, *, most: int = 30
) -> list[int]:
    """Pick places along `days`: those `wanted`, else about `most`, denser at first.

    Examples
    --------
    >>> thinned([1, 2, 7, 30], wanted=(1, 7))
    [0, 2]
    >>> len(thinned(range(90), most=10))
    15
    """
    last = len(days) - 1
    if wanted is not None:
        return [n for n, day in enumerate(days) if day in wanted] or [last] * (last >= 0)
    if last < most:
        return list(range(last + 1))
    step = -(-last // most)
    return sorted({*range(5), *range(0, last + 1, step), last})
