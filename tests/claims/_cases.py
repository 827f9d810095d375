"""Claims on the invented crisis, and hand-made answers."""

from typing import Any

from _invented import crisis, day
from offramp.answers import AtShare, Contrast, Difference, Reply
from offramp.record import Record

PRESS = {"id": "press", "kind": "news", "title": "Press", "publisher": "Press",
         "date": day(13)}  # fmt: skip


def claim(name: str, ask: str, expect: str, offset: int = 13) -> dict[str, Any]:
    """Describe a claim with a test."""
    test = {"ask": ask, "expect": expect, "as_of": day(offset)}
    return {"id": name, "by": "press", "quote": f"It is {name}.", "test": test}


CLAIMS = (
    claim("salvo-raised", "south >= strike-abroad against north within 30d without salvo", "lower"),
    claim("pressed", "term(south, pressure) without salvo", "lower"),
    claim("hold-helps", "quiet for 30d given hold south for 30d + hold north for 30d", "higher"),
    claim("hardened", "posture(north) without salvo", "lower"),
    claim("no-war", "either >= war within 30d", "no"),
    claim("vow-binds", "north >= strike-home within 30d without vow", "lower", 8),
    {"id": "why", "by": "press", "quote": "It meant well.", "untestable": "Acts show no intent."},
)


def claimed() -> Record:
    """The invented crisis, with claims."""
    return crisis(sources=[PRESS], claims=list(CLAIMS))


def reply(value: float, low: float, high: float, unit: str = "") -> Reply:
    """Make an answer up."""
    chance, level = (None, value) if unit else (value, None)
    return Reply("a", "forecast", chance, level, unit, low, high, 0.0, None, "", "")


def contrast(
    before: float, after: float, lower: float, unit: str = "",
    shares: tuple[float, ...] = (),
) -> Contrast:  # fmt: skip
    """Make a contrast up; `shares` are the means at each share."""
    gap = after - before
    found = Difference(
        gap, gap, gap, 0.0, unit, lower, None,
        tuple(AtShare(at / 2, mean, mean, mean) for at, mean in enumerate(shares)),
    )  # fmt: skip
    one, two = reply(before, before, before, unit), reply(after, after, after, unit)
    return Contrast("a without b", one, two, found, (), None, "")
