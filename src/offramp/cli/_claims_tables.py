"""Verdicts on claims for a terminal of 80 columns."""

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from offramp.answers import Contrast
from offramp.cli._say import printable

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.claims import ClaimAnswer, Claims, MustBelieve

STYLES = {
    "supported": "bold green", "contradicted": "bold red", "not decided": "bold yellow",
    "not testable": "dim",
}  # fmt: skip
NEAREST = 2
"""How many turns of dials are told."""


def print_claims(found: "Claims", console: "Console") -> None:
    """Print each verdict with the sentence that it judges, and what it hangs on."""
    counts = Counter(claim.verdict for claim in found.claims)
    told = ", ".join(f"{counts[name]} {name}" for name in STYLES if counts[name])
    console.print(Text(f"{len(found.claims)} claims: {told}.\n", style="bold"))
    for claim in found.claims:
        _tell(claim, console)
    console.print(
        Text(
            "A verdict on what would have been otherwise rests on the model and its priors: one "
            "crisis holds no evidence of it. It is given only where 95 % of the parameter draws "
            f"agree, whatever share of its momentum an act causes. Seed {found.seed}; run "
            f"{found.run}. Priors: {printable(found.beliefs)}",
            style="dim",
        )
    )


def _tell(claim: "ClaimAnswer", console: "Console") -> None:
    console.print(Text(printable(f"“{claim.quote}”")))
    console.print(Text(printable(f"{claim.id}, by {claim.by}"), style="dim"))
    line = Text(f"{claim.verdict}: ", style=STYLES[claim.verdict])
    line.append(printable(claim.why), style="default not bold")
    console.print(line)
    if claim.ask:
        console.print(Text(printable(f"{claim.ask}, as of {claim.as_of}"), style="dim"))
    if isinstance(claim.answer, Contrast) and claim.bayes_factor is not None:
        console.print(
            Text(
                f"The act makes a side that answers {claim.bayes_factor:.1f} times likelier than "
                "one that does not (a Bayes factor; below 3 it is weak)."
            )
        )
    if claim.must_believe is not None:
        _hangs_on(claim.must_believe, claim.verdict, console)
    console.print()


def _hangs_on(needed: "MustBelieve", verdict: str, console: "Console") -> None:
    what = "decide it" if verdict == "not decided" else "flip it"
    if not needed.turns:
        console.print(Text(f"No single dial within six standard deviations would {what}."))
    for turn in needed.turns[:NEAREST]:
        console.print(
            Text(
                f"- To {what}, {turn.dial} would have to be {turn.needed:.2f}; it is believed to "
                f"be {turn.now:.2f}, sd {turn.sd:.2f}: {abs(turn.sds):.1f} sd away."
            )
        )
