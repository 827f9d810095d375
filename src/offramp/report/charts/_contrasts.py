"""Claims put to the test: how far the answer lies on the side that each claim expects."""

from collections.abc import Sequence
from dataclasses import dataclass

from offramp.answers import Contrast, Reply
from offramp.claims import ClaimAnswer, Claims
from offramp.report._text import NOTHING, finite, number, percent, short
from offramp.report.charts._shape import INK, SCHEMA, Key, Spec, Table, fit

NAME: str = "contrasts"
TITLE: str = "For the claim, or against it"

COLOURS = {
    "supported": "var(--group-learned)", "contradicted": "var(--side-b)",
    "not decided": "var(--group-base)",
}  # fmt: skip
CHANCES, FORECASTS = "Contrasts, in points", "Forecasts: points from even"


@dataclass(frozen=True)
class Leaning:
    """A claim's answer, with its sign turned so that above 0 is what the claim expects."""

    claim: ClaimAnswer
    panel: str
    mean: float
    low: float
    high: float


def caption(_claims: Claims) -> str:
    """Say what the chart shows and how to read it."""
    return (
        "To the right of 0 lies what the claim expects, to the left the opposite; the line is the "
        "90 % interval over what the parameters allow. A contrast is decided only where 95 % of "
        "the draws agree, whatever share of its momentum an act causes, and where the difference "
        "is large enough to be seen. Claims about other quantities than chances are in the table."
    )


def alt(claims: Claims) -> str:
    """Tell the chart to someone who cannot see it."""
    told = (
        f"{short(one.claim.id, 60)}: {one.claim.verdict}, {_spread(one)}"
        for one in leanings(claims)
    )
    return f"Claims put to the test. {'; '.join(told)}."


def legend(_claims: Claims) -> Sequence[Key]:
    """Name the colours."""
    return [
        ("group-learned", "supported"), ("tone-b", "contradicted"),
        ("group-base", "not decided by this evidence"),
    ]  # fmt: skip


def table(claims: Claims) -> Table:
    """Give every tested claim with both arms, where it has two, and the draws that agree."""
    header = ("Claim", "Verdict", "Expects", "As it was", "Supposed", "For it (90 %)", "Draws")
    return header, [_row(one) for one in leanings(claims)]


def spec(claims: Claims) -> Spec:
    """Return the Vega-Lite specification."""
    every = leanings(claims)
    found = [one for one in every if one.panel in (CHANCES, FORECASTS)] or every
    rows = [
        {
            "what": short(one.claim.id.replace("-", " "), 40), "panel": one.panel,
            "m": finite(one.mean), "lo": finite(one.low), "hi": finite(one.high),
            "verdict": one.claim.verdict,
            "tip": f"“{short(one.claim.quote, 140)}”\n{one.claim.verdict}: {_spread(one)}\n"
            f"{short(one.claim.answer.plain if one.claim.answer else '', 200)}",
        }
        for one in found
    ]  # fmt: skip
    x: Spec = {
        "type": "quantitative",
        "axis": {"title": "against the claim ← 0 → for it", "tickCount": 5},
    }
    shared: Spec = {
        "y": {
            "field": "what", "type": "nominal", "sort": None,
            "axis": {"title": None, "ticks": False, "domain": False, "grid": True},
        },
        "color": {
            "field": "verdict", "type": "nominal", "legend": None,
            "scale": {"domain": list(COLOURS), "range": list(COLOURS.values())},
        },
        "tooltip": {"field": "tip"},
    }  # fmt: skip
    return {
        "$schema": SCHEMA,
        "usermeta": fit(200, narrow=140),
        "data": {"values": rows},
        "facet": {
            "row": {
                "field": "panel", "type": "nominal",
                "sort": list(dict.fromkeys(one.panel for one in found)),
                "header": {"title": None, "orient": "top"},
            }
        },
        "resolve": {
            "scale": {"x": "independent", "y": "independent"}, "axis": {"x": "independent"},
        },
        "spec": {
            "height": {"step": 22},
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
        },
    }  # fmt: skip


def leanings(claims: Claims) -> list[Leaning]:
    """List what is drawn, panel by panel, in each what is decided first.

    What the record itself says for certain has no interval and is left out.
    """
    found = [one for claim in claims.claims if (one := _leaning(claim)) is not None]
    panels = [CHANCES, FORECASTS, *sorted({one.panel for one in found} - {CHANCES, FORECASTS})]
    order = list(COLOURS)
    return sorted(
        found,
        key=lambda one: (panels.index(one.panel), order.index(one.claim.verdict), -one.mean),
    )


def _leaning(claim: ClaimAnswer) -> Leaning | None:
    answer = claim.answer
    if answer is None or claim.verdict not in COLOURS:
        return None
    sign = 1 if claim.expect in ("higher", "yes") else -1
    if isinstance(answer, Contrast):
        gap = answer.difference
        scale, panel = (1, f"Contrasts, in {short(gap.unit, 30)}") if gap.unit else (100, CHANCES)
        ends = [sign * scale * end for end in (gap.low, gap.high)]
        return Leaning(claim, panel, sign * scale * gap.mean, min(ends), max(ends))
    if answer.probability is None or answer.low == answer.high:
        return None
    ends = [sign * 100 * (end - 0.5) for end in (answer.low, answer.high)]
    mean = sign * 100 * (answer.probability - 0.5)
    return Leaning(claim, FORECASTS, mean, min(ends), max(ends))


def _row(one: Leaning) -> tuple[str, ...]:
    answer = one.claim.answer
    if isinstance(answer, Contrast):
        lower = answer.difference.chance_lower
        arms = _level(answer.factual), _level(answer.counterfactual)
        agree = percent(lower if one.claim.expect == "lower" else 1 - lower)
    else:
        assert answer is not None
        arms, agree = (_level(answer), NOTHING), NOTHING
    return (
        short(one.claim.id, 60), one.claim.verdict, one.claim.expect or NOTHING, *arms,
        _spread(one), agree,
    )  # fmt: skip


def _level(reply: Reply) -> str:
    return number(reply.value, 2) if reply.probability is None else percent(reply.probability)


def _spread(one: Leaning) -> str:
    digits = 1 if one.panel in (CHANCES, FORECASTS) else 2
    mean, low, high = (number(value, digits) for value in (one.mean, one.low, one.high))
    return f"{mean} ({low} to {high})"
