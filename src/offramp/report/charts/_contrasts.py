"""Claims as contrasts: the chance as it was, and what it would be with the change."""

from collections.abc import Sequence

from offramp.answers import Contrast
from offramp.claims import ClaimAnswer, Claims
from offramp.report._text import NBSP, finite, percent, short
from offramp.report.charts._shape import INK, LINE, SCHEMA, Key, Spec, Table, fit, percent_axis

NAME: str = "contrasts"
TITLE: str = "Claims put to the test"

COLOURS = {
    "supported": "var(--group-learned)", "contradicted": "var(--group-dial)",
    "not decided": "var(--group-base)",
}  # fmt: skip


def caption(_claims: Claims) -> str:
    """Say what the chart shows and how to read it."""
    return (
        "For each claim that sets two cases side by side: the hollow dot is the chance as things "
        "were, the full dot the chance with the change that the claim supposes, in the colour of "
        "the verdict. Both arms share their luck. Where the two lie close together, the claim "
        f"hangs on what 90{NBSP}% of the parameters do not agree on."
    )


def alt(claims: Claims) -> str:
    """Tell the chart to someone who cannot see it."""
    told = (
        f"{claim.id}: {percent(answer.factual.probability)} as it was, "
        f"{percent(answer.counterfactual.probability)} with the change, {claim.verdict}"
        for claim, answer in _chances(claims)
    )
    return f"Claims put to the test. {'; '.join(told)}."


def legend(_claims: Claims) -> Sequence[Key]:
    """Name the colours."""
    return [
        ("group-learned", "supported"), ("group-dial", "contradicted"),
        ("group-base", "not decided by this evidence"),
    ]  # fmt: skip


def table(claims: Claims) -> Table:
    """Give both arms, the difference and the share of draws that agree."""
    return ("Claim", "Verdict", "As it was", "With the change", "Difference (90 %)", "Draws"), [
        (
            short(claim.id, 60), claim.verdict, percent(answer.factual.probability),
            percent(answer.counterfactual.probability),
            f"{100 * answer.difference.mean:+.1f} ({100 * answer.difference.low:+.1f} to "
            f"{100 * answer.difference.high:+.1f})",
            f"{percent(answer.difference.chance_lower)} lower",
        )
        for claim, answer in _chances(claims)
    ]  # fmt: skip


def spec(claims: Claims) -> Spec:
    """Return the Vega-Lite specification."""
    rows = [
        {
            "what": short(claim.id, 40), "was": finite(answer.factual.probability or 0.0),
            "then": finite(answer.counterfactual.probability or 0.0), "verdict": claim.verdict,
            "tip": f"{short(claim.quote, 140)}\n{claim.verdict}\nas it was "
            f"{percent(answer.factual.probability)}, with the change "
            f"{percent(answer.counterfactual.probability)}\n{short(answer.ask, 140)}",
        }
        for claim, answer in _chances(claims)
    ]  # fmt: skip
    y: Spec = {
        "field": "what", "type": "nominal", "sort": None,
        "axis": {"title": None, "ticks": False, "domain": False},
    }  # fmt: skip
    x: Spec = {"type": "quantitative", "axis": percent_axis(), "scale": {"domain": [0, 1]}}
    colour: Spec = {
        "field": "verdict", "type": "nominal", "legend": None,
        "scale": {"domain": list(COLOURS), "range": list(COLOURS.values())},
    }  # fmt: skip
    return {
        "$schema": SCHEMA,
        "usermeta": fit(200, narrow=130),
        "data": {"values": rows},
        "height": {"step": 24},
        "layer": [
            {
                "mark": {"type": "rule", "color": LINE, "strokeWidth": 2},
                "encoding": {"y": y, "x": {**x, "field": "was"}, "x2": {"field": "then"}},
            },
            {
                "mark": {"type": "point", "size": 70, "color": INK, "filled": False},
                "encoding": {"y": y, "x": {**x, "field": "was"}, "tooltip": {"field": "tip"}},
            },
            {
                "mark": {"type": "point", "size": 90, "filled": True, "opacity": 1},
                "encoding": {
                    "y": y, "x": {**x, "field": "then"}, "color": colour,
                    "tooltip": {"field": "tip"},
                },
            },
        ],
    }  # fmt: skip


def _chances(claims: Claims) -> list[tuple[ClaimAnswer, Contrast]]:
    return [
        (claim, claim.answer)
        for claim in claims.claims
        if isinstance(claim.answer, Contrast) and claim.answer.factual.probability is not None
    ]
