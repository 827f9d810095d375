"""offramp watch: what to watch in the coming days."""

from typing import TYPE_CHECKING, Annotated

import typer

from offramp.cli._compiler import set_up_compiler
from offramp.cli._options import AsJson, AsOf, Crisis, Draws, Seed, Set, prepare, remark, with_dials
from offramp.cli._say import put_json, put_rich

if TYPE_CHECKING:
    from rich.console import Console

Asked = Annotated[
    str | None,
    typer.Argument(
        metavar="[QUESTION]",
        help='One line, such as "a >= strike-home within 30d". Left out: force by either '
        "above what is customary, within 90 days.",
        show_default=False,
    ),
]


def watch(
    crisis: Crisis,
    question: Asked = None,
    as_of: AsOf = None,
    draws: Draws = 10_000,
    seed: Seed = 0,
    dials: Set = None,
    as_json: AsJson = False,
) -> None:
    """Say what to watch: what, seen in the coming two weeks, would move the forecast most."""
    asked = prepare(crisis, as_of, 1, draws, seed, None, None)
    remark(asked)
    set_up_compiler()
    from offramp.sensitivity import watch as look

    parameters, beliefs = with_dials(asked.record, dials)
    found = look(asked.record, asked.as_of, question, asked.draws, asked.seed, parameters, beliefs)
    if as_json:
        put_json(found)
        return

    def draw(console: "Console") -> None:
        from offramp.cli._watch_tables import print_watch

        print_watch(found, console)

    put_rich(draw)
