"""offramp hypotheses: what was done and said, against what each side may be."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from offramp.cli._compiler import set_up_compiler
from offramp.cli._options import (
    AsJson,
    AsOf,
    Crisis,
    Set,
    check_writable,
    prepare,
    remark,
    with_dials,
)
from offramp.cli._say import put_json, put_rich, tell

if TYPE_CHECKING:
    from rich.console import Console

Csv = Annotated[
    Path | None,
    typer.Option(
        "--csv",
        metavar="FILE",
        help="Write the whole matrix, with its numbers, as CSV.",
        show_default=False,
    ),
]


def hypotheses(
    crisis: Crisis,
    as_of: AsOf = None,
    dials: Set = None,
    csv: Csv = None,
    as_json: AsJson = False,
) -> None:
    """Weigh acts against competing hypotheses: what discriminates between them first.

    The hypotheses are each side's posture, and the claims of analysts that speak of one.
    """
    asked = prepare(crisis, as_of, 1, 1, 0, None, None)
    if csv is not None:
        check_writable(csv)
    remark(asked)
    set_up_compiler()
    from offramp._files import write_atomic
    from offramp.hypotheses import matrix, to_csv

    parameters, beliefs = with_dials(asked.record, dials)
    found = matrix(asked.record, asked.as_of, parameters, beliefs)
    if csv is not None:
        write_atomic(csv, to_csv(found))
        tell(f"{len(found.rows)} rows written to {csv}.")
    if as_json:
        put_json(found)
        return

    def draw(console: "Console") -> None:
        from offramp.cli._hypotheses_tables import print_matrix

        print_matrix(found, console)

    put_rich(draw)
