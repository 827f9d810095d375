"""offramp offramps: the moves that lower the risk."""

from typing import TYPE_CHECKING, Annotated

import typer

from offramp.cli._compiler import set_up_compiler
from offramp.cli._options import AsJson, AsOf, Crisis, Draws, Seed, Set, prepare, remark, with_dials
from offramp.cli._say import plain, progress, put_json, put_rich

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.offramps import Offramps

Moves = Annotated[
    int,
    typer.Option("--moves", metavar="N", min=1, max=3, help="Moves in a plan at most: 1 is quick."),
]


def offramps(
    crisis: Crisis,
    as_of: AsOf = None,
    draws: Draws = 5_000,
    seed: Seed = 0,
    dials: Set = None,
    moves: Moves = 3,
    as_json: AsJson = False,
) -> None:
    """Look for the moves that lower the risk, and that their makers can accept.

    Searches a closed list of moves, none of them violent: each alone, all pairs, and the
    likeliest threes. Takes about a minute.
    """
    asked = prepare(crisis, as_of, 1, draws, seed, None, None)
    remark(asked)
    with progress() as show:
        set_up_compiler()
        from offramp.offramps import search

        parameters, beliefs = with_dials(asked.record, dials)
        found = search(
            asked.record, asked.as_of, asked.draws, asked.seed, parameters, show, beliefs, moves
        )
    if as_json:
        put_json(_laid_out(found))
        return

    def draw(console: "Console") -> None:
        from offramp.cli._offramps_tables import print_offramps

        print_offramps(found, console)

    put_rich(draw)


def _laid_out(found: "Offramps") -> dict[str, object]:
    """Lay the search out as other commands lay out theirs."""
    whole = plain(found)
    whole["offramps"] = [
        {
            "rank": plan.rank, "tied": plan.tied, "moves": plan.moves, "kinds": plan.kinds,
            "by": plan.by, "risk_change": plan.bloodshed,
            "chance_better": plan.bloodshed.chance_better, "chance_beats_hold": plan.beats_hold,
            "kept": plan.kept, "kept_by": dict(plan.kept_by), "expected_change": plan.expected,
            "cycle_change": plan.cycle, "war_change": plan.war, "dead_ratio": plan.dead,
            "driven_by_priors": ["war_change", "dead_ratio"], "cost": plan.costs,
            "must_believe": plan.must_believe,
        }
        for plan in found.offramps
    ]  # fmt: skip
    return whole
