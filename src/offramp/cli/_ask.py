"""offramp ask: a question in one line, answered."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from offramp._errors import UsageError
from offramp.cli._compiler import set_up_compiler
from offramp.cli._options import AsJson, AsOf, Crisis, Draws, Seed, Set, prepare, remark, with_dials
from offramp.cli._say import progress, put_json, put_rich, tell

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.record import Record

Questions = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[QUESTION]...",
        help='One line each, such as "a >= strike-home against b within 30d without x". '
        "Left out: the record's own questions of that day.",
        show_default=False,
    ),
]
Metaculus = Annotated[
    bool,
    typer.Option("--metaculus", help="Print the questions as JSON in Metaculus' fields."),
]

Log = Annotated[
    Path | None,
    typer.Option(
        "--log",
        metavar="FILE",
        help="Write the forecasts down in a track record, which 'offramp settle' scores.",
        show_default=False,
    ),
]


def ask(
    crisis: Crisis,
    questions: Questions = None,
    as_of: AsOf = None,
    draws: Draws = 10_000,
    seed: Seed = 0,
    dials: Set = None,
    as_json: AsJson = False,
    metaculus: Metaculus = False,
    log: Log = None,
) -> None:
    """Ask a crisis a question: what may come, what if, or what without.

    With `given` or `without` both arms stand side by side, and what lies between them.
    """
    asked = prepare(crisis, as_of, 1, draws, seed, None, None)
    remark(asked)
    from offramp import questions as grammar
    from offramp.answers import read_question

    lines = questions or [q.ask for q in asked.record.questions if q.as_of == asked.as_of]
    if not lines:
        raise UsageError(
            f"The record asks nothing on {asked.as_of}{_its_days(asked.record)}. Give a question "
            'of your own, such as "quiet for 30d".'
        )
    checked = [read_question(asked.record, line, asked.as_of) for line in lines]
    if metaculus:
        put_json([grammar.to_metaculus(q, asked.record, asked.as_of) for q in checked])
        return
    with progress() as show:
        set_up_compiler()
        from offramp.answers import ask_all

        parameters, beliefs = with_dials(asked.record, dials)
        found = ask_all(
            asked.record, checked, asked.as_of, asked.draws, asked.seed, parameters, beliefs, show
        )
    if log is not None:
        from offramp.answers import log_forecasts

        new = log_forecasts(log, found, crisis, date.today())
        tell(f"{new} forecast{'' if new == 1 else 's'} written down in {log}.")
    if as_json:
        put_json(found)
        return

    def draw(console: "Console") -> None:
        from offramp.cli._ask_tables import print_asked

        print_asked(found, console)

    put_rich(draw)


def _its_days(record: "Record") -> str:
    """Name the days on which a record asks, to be given with --as-of."""
    days = sorted({question.as_of for question in record.questions})
    if not days:
        return ", nor on any other day"
    told = " or ".join([", ".join(map(str, days[:-1])), str(days[-1])][len(days) < 2 :])
    return f"; it asks on {told}: choose one with --as-of"
