"""offramp like: crises like this one, and what followed them."""

from typing import TYPE_CHECKING, Annotated

import typer

from offramp.cli._compiler import set_up_compiler
from offramp.cli._options import AsJson, AsOf, Crisis, Draws, Seed, Set, prepare, remark, with_dials
from offramp.cli._say import put_json, put_rich

if TYPE_CHECKING:
    from rich.console import Console


def like(
    crisis: Crisis,
    as_of: AsOf = None,
    later: Annotated[
        bool,
        typer.Option(
            "--later",
            help="Compare with crises that were not over by that day too: this is hindsight.",
        ),
    ] = False,
    draws: Draws = 10_000,
    seed: Seed = 0,
    dials: Set = None,
    as_json: AsJson = False,
) -> None:
    """Show the moments of the library that are nearest to this one, and what followed them.

    Where MIE and ICB have been added with 'offramp data add', their nearest moments are shown too.
    Beside it stands the model's own forecast, and how far the two lie apart.
    """
    asked = prepare(crisis, as_of, 1, draws, seed, None, None)
    remark(asked)
    set_up_compiler()
    from offramp.likeness import like as look
    from offramp.likeness import published
    from offramp.record import library, open_record

    parameters, _ = with_dials(asked.record, dials)
    others = [open_record(folder) for folder in library().values()]
    found = look(
        asked.record, others, asked.as_of, later, asked.draws, asked.seed, parameters, published()
    )
    if as_json:
        put_json(found)
        return

    def draw(console: "Console") -> None:
        from offramp.cli._like_tables import print_likeness

        print_likeness(found, console)

    put_rich(draw)
