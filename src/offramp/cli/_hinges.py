"""offramp hinges: which beliefs an answer hangs on."""

from typing import TYPE_CHECKING

from offramp.cli._compiler import set_up_compiler
from offramp.cli._options import AsJson, AsOf, Crisis, Draws, Seed, Set, prepare, remark, with_dials
from offramp.cli._say import progress, put_json, put_rich
from offramp.cli._watch import Asked

if TYPE_CHECKING:
    from rich.console import Console


def hinges(
    crisis: Crisis,
    question: Asked = None,
    as_of: AsOf = None,
    draws: Draws = 4_000,
    seed: Seed = 0,
    dials: Set = None,
    as_json: AsJson = False,
) -> None:
    """Say what an answer hangs on: each dial, each learned term, by its share of the spread.

    Takes any question that 'offramp ask' takes; of a contrast, the difference is taken apart.
    Some fifty runs: about a minute.
    """
    asked = prepare(crisis, as_of, 1, draws, seed, None, None)
    remark(asked)
    with progress() as show:
        set_up_compiler()
        from offramp.sensitivity import hinges as look

        parameters, beliefs = with_dials(asked.record, dials)
        found = look(
            asked.record, asked.as_of, question, asked.draws, asked.seed, parameters, beliefs, show
        )
    if as_json:
        put_json(found)
        return

    def draw(console: "Console") -> None:
        from offramp.cli._hinges_tables import print_hinges

        print_hinges(found, console)

    put_rich(draw)
