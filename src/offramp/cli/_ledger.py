"""offramp ledger: why each side would act or hold, and what one act changed."""

from typing import TYPE_CHECKING, Annotated

import typer

from offramp.cli._compiler import set_up_compiler
from offramp.cli._options import AsJson, AsOf, Crisis, Draws, Seed, Set, prepare, remark, with_dials
from offramp.cli._say import progress, put_json, put_rich

if TYPE_CHECKING:
    from rich.console import Console

AGO = (0, 7, 30)
"""Days before the as-of date on which the ledger is shown."""

ActId = Annotated[
    str | None,
    typer.Option(
        "--act",
        metavar="ID",
        help="Say what this act changed, and whether it restored deterrence.",
        show_default=False,
    ),
]


def ledger(
    crisis: Crisis,
    as_of: AsOf = None,
    act: ActId = None,
    draws: Draws = 4_000,
    seed: Seed = 0,
    dials: Set = None,
    as_json: AsJson = False,
) -> None:
    """Take each side's reasons to act or hold apart, term by term.

    With --act: what one act changed in them, at once and thirty days on, and whether it
    lowered the other side's chance of repeating what provoked it.
    """
    asked = prepare(crisis, as_of, 1, draws, seed, None, None)
    remark(asked)
    with progress() as show:
        set_up_compiler()
        from offramp import futures
        from offramp.answers import act_effect, whose_beliefs
        from offramp.history import from_record

        if show:
            show("ledger", 0, 1)
        parameters, beliefs = with_dials(asked.record, dials)
        effect = entries = None
        if act is not None:
            effect = act_effect(asked.record, act, asked.as_of, asked.draws, asked.seed, parameters)
        else:
            history = from_record(asked.record, asked.as_of)
            held = futures.parameters_for(asked.record, parameters)
            back = futures.look_back(history, held, sorted(-ago for ago in AGO))
            entries = futures.ledger(history, held, back)
        if show:
            show("ledger", 1, 1)
    if as_json:
        put_json(
            {
                "crisis": asked.record.id, "as_of": asked.as_of,
                "beliefs": beliefs or whose_beliefs(asked.record),
                **({"ledger": entries} if effect is None else {"effect": effect}),
            }
        )  # fmt: skip
        return

    def draw(console: "Console") -> None:
        from offramp.cli import _ledger_tables as tables

        if effect is not None:
            tables.print_effect(effect, asked.record, console)
        elif entries is not None:
            tables.print_ledger(entries, asked.record, beliefs, console)

    put_rich(draw)
