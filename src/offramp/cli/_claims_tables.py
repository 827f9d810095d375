"""Verdicts on claims for a terminal of 80 columns."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from offramp.answers import Contrast
from offramp.cli._say import printable

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.claims import ClaimAnswer, Claims, MustBelieve, Surface, Turn

STYLES = {
    "supported": "bold green", "contradicted": "bold red", "not decided": "bold yellow",
    "not testable": "dim",
}  # fmt: skip
MARK = {1: "+", 0: ".", -1: "-"}
NEAREST = 2
"""How many turns of dials are told."""


def print_claims(found: "Claims", console: "Console") -> None:
    """Print each verdict with the sentence that it judges, and what it hangs on."""
    counts = Counter(claim.verdict for claim in found.claims)
    told = ", ".join(f"{counts[name]} {name}" for name in STYLES if counts[name])
    what = "claim" if len(found.claims) == 1 else "claims"
    console.print(Text(f"{len(found.claims)} {what}: {told}.\n", style="bold"))
    for claim in found.claims:
        _tell(claim, found, console)
    console.print(
        Text(
            "A verdict on what would have been otherwise rests on the model and its priors: one "
            "crisis holds no evidence of it. It is given only where 95 % of the parameter draws "
            "agree, whatever share of its momentum an act causes, and where the difference is "
            f"large enough to be seen. {found.calibration} Seed {found.seed}; run {found.run}. "
            f"Priors: {printable(found.beliefs)}",
            style="dim",
        )
    )


def came_line(claim: "ClaimAnswer", found: "Claims") -> str:
    """Say what had come of a forecast that a claim is tested by."""
    told = "yes" if claim.came else "no"
    return f"What came by {found.as_of}: {told}. {claim.came_why}"


def _tell(claim: "ClaimAnswer", found: "Claims", console: "Console") -> None:
    console.print(Text(printable(f"“{claim.quote}”")))
    console.print(Text(printable(f"{claim.id}, by {claim.by}"), style="dim"))
    line = Text(f"{claim.verdict}: ", style=STYLES[claim.verdict])
    line.append(printable(claim.why), style="default not bold")
    console.print(line)
    if claim.answer:
        console.print(Text(printable(f"Asked: {claim.answer.plain}."), style="dim"))
        console.print(Text(printable(f"{claim.ask}, as of {claim.as_of}"), style="dim"))
    if claim.came is not None:
        console.print(Text(printable(came_line(claim, found)), style="bold"))
    if isinstance(claim.answer, Contrast) and claim.bayes_factor is not None:
        console.print(
            Text(
                f"The act makes a side that answers {claim.bayes_factor:.1f} times likelier than "
                "one that does not (a Bayes factor; below 3 it is weak)."
            )
        )
    if claim.by_construction:
        console.print(Text(printable(claim.by_construction)))
    if claim.must_believe is not None:
        _hangs_on(claim.must_believe, claim.verdict, console)
    if claim.surface is not None:
        console.print()
        _draw(claim.surface, console)
    console.print()


def _hangs_on(needed: "MustBelieve", verdict: str, console: "Console") -> None:
    what = "decide it" if verdict == "not decided" else "flip it"
    if not needed.turns:
        console.print(Text(f"No single dial within six standard deviations would {what}."))
    for turn in needed.turns[:NEAREST]:
        console.print(Text(f"- {_told(turn, what, verdict)}"))


def _told(turn: "Turn", what: str, said: str) -> str:
    if turn.sds == 0:
        told = (
            f"To {what}, it is enough to be sure that {turn.dial} stands at {turn.needed:.2f}, as "
            f"is believed ({turn.low:.2f} to {turn.high:.2f})."
        )
    else:
        told = (
            f"To {what}, {turn.dial} would have to be {turn.needed:.2f}, {abs(turn.sds):.1f} sd "
            f"away; what is believed of it is {turn.now:.2f} ({turn.low:.2f} to {turn.high:.2f}), "
            f"so that lies {'within' if turn.allowed else 'outside'}."
        )
    if turn.rerun is None:
        return told
    again = f"{told} Run again with {turn.rerun.value:.2f}, it"
    if turn.rerun.flips:
        return f"{again} does."
    if turn.rerun.verdict == said:
        return f"{again} does not: a straight line through the draws is wrong here."
    return f"{again} does not, but falls: the claim is {turn.rerun.verdict} there."


def _draw(found: "Surface", console: "Console") -> None:
    """Draw the verdict over two dials: a sign where the other draws agree, else a point."""
    across = found.second
    console.print(
        Text(
            f"Down: {found.first.dial}. Across: {across.dial}. + higher, - lower, . the draws do "
            "not agree; ( ) marks what is believed."
        )
    )
    near = [_nearest(axis.values, axis.now) for axis in (found.first, across)]
    console.print(Text(" " * 8 + "".join(f"{value:>7.2f}" for value in across.values)))
    for row, (value, signs) in enumerate(zip(found.first.values, found.signs, strict=True)):
        cells = [
            f"({MARK[sign]})" if [row, column] == near else f" {MARK[sign]} "
            for column, sign in enumerate(signs)
        ]
        console.print(Text(f"{value:>8.2f}" + "".join(f"{cell:>7}" for cell in cells)))


def _nearest(values: Sequence[float], wanted: float) -> int:
    return min(range(len(values)), key=lambda at: abs(values[at] - wanted))
