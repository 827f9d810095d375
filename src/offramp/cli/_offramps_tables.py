"""Off-ramps for a terminal of 80 columns."""

from typing import TYPE_CHECKING

from rich.text import Text

from offramp.cli._say import printable
from offramp.cli._tables import new_table

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.offramps import Change, Offramp, Offramps

FIRST = 3
"""How many plans are told in full."""


def print_offramps(found: "Offramps", console: "Console") -> None:
    """Print the ranked plans, what the best ones cost, and what waiting costs."""
    console.print(
        Text(
            f"If nothing more is done, within {found.horizon_days} days of {found.as_of}: "
            f"bloodshed {_percent(found.bloodshed)}, a long cycle {_percent(found.cycle)}, a "
            f"battle {_percent(found.war)}.",
            style="bold",
        )
    )
    if not found.offramps:
        console.print("No move on the list lowers the risk, as far as the model can tell.")
        return
    console.print(_ranking(found))
    for plan in found.offramps[:FIRST]:
        _tell(plan, console)
    if found.best_joint:
        console.print(Text(f"The best plan in which both sides take part: {found.best_joint}."))
    console.print(_waits(found))
    console.print(
        Text(
            f"{found.searched} plans of the closed list were run, {found.rejected} do not lower "
            "the risk and are not shown. Ranked by the change of bloodshed times the chance that "
            "the plan is kept; = means that the place is shared with the plan above, as far as "
            "simulation tells. Bloodshed is any use of force outside the shadow war, a seizure "
            "without dead too. What moves do rests on the dials' priors: history says little of "
            "it, and nothing of battles and the dead. "
            f"Seed {found.seed}; run {found.run}. Priors: {printable(found.beliefs)}",
            style="dim",
        )
    )


def _ranking(found: "Offramps") -> object:
    table = new_table("Off-ramps")
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("Moves", overflow="fold")
    table.add_column("Bloodshed\n(90 %)", justify="right", no_wrap=True)
    table.add_column("Better", justify="right", no_wrap=True)
    table.add_column("Kept", justify="right", no_wrap=True)
    table.add_column("Long\ncycle", justify="right", no_wrap=True)
    for plan in found.offramps:
        table.add_row(
            f"{'=' if plan.tied else ''}{plan.rank}",
            Text(printable("; ".join(plan.moves))),
            _change(plan.bloodshed),
            _percent(plan.bloodshed.chance_better),
            _percent(plan.kept),
            f"{100 * plan.cycle.mean:+.0f}",
        )
    return table


def _tell(plan: "Offramp", console: "Console") -> None:
    console.print(Text(f"\n{plan.rank}. {printable('; '.join(plan.moves))}", style="bold"))
    beats = "" if plan.beats_hold is None else (
        f" Better than its makers' holding two weeks: {_percent(plan.beats_hold)} likely."
    )  # fmt: skip
    console.print(
        Text(
            f"A battle {100 * plan.war.mean:+.1f} points, the dead times {plan.dead:.2f} (both "
            f"driven by priors).{beats}"
        )
    )
    if plan.must_believe is not None:
        turns = plan.must_believe.turns[:1]
        told = [
            f"{turn.dial} would have to be {turn.needed:.2f} for it to spare nothing, "
            f"{abs(turn.sds):.1f} sd from what is believed"
            for turn in turns
        ]
        console.print(Text(f"- {'; '.join(told) or 'No single dial would undo it'}."))
    for side, share in plan.kept_by:
        console.print(Text(f"- {side} would use no force for so long anyway: {_percent(share)}."))
    for cost in plan.costs:
        vows = f", {len(cost.vows)} vows or threats unfulfilled" if cost.vows else ""
        console.print(
            Text(
                f"- It costs {cost.side}, over {cost.days} days: provocation of "
                f"{cost.unanswered:.1f} plain uses of force left unanswered{vows}, and the other "
                f"side's fear of its answer falls by {cost.fear:.2f} sd."
            )
        )


def _waits(found: "Offramps") -> object:
    table = new_table("The best plan, begun later: bloodshed within the same days")
    table.add_column("After", justify="right")
    table.add_column("Change", justify="right")
    for wait in found.waiting:
        table.add_row(f"{wait.after} days", _change(wait.bloodshed))
    return table


def _change(change: "Change") -> str:
    low, high = 100 * change.low, 100 * change.high
    return f"{100 * change.mean:+.0f} ({low:+.0f} to {high:+.0f})"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
