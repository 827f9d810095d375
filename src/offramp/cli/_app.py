"""The commands, put together; heavy imports happen inside them."""

from typing import Annotated

import typer

from offramp._version import __version__
from offramp.cli._ask import ask
from offramp.cli._backtest import backtest
from offramp.cli._check import check
from offramp.cli._claims import claims
from offramp.cli._data import data
from offramp.cli._errors import Commands
from offramp.cli._export import export
from offramp.cli._forecast import forecast
from offramp.cli._hinges import hinges
from offramp.cli._hypotheses import hypotheses
from offramp.cli._learn import learn
from offramp.cli._ledger import ledger
from offramp.cli._like import like
from offramp.cli._list import list_records
from offramp.cli._new import new
from offramp.cli._offramps import offramps
from offramp.cli._read import read
from offramp.cli._report import report
from offramp.cli._say import put
from offramp.cli._settle import settle
from offramp.cli._watch import watch

__all__ = ["app"]

# Rich's help and tracebacks would cost most of the time in which --help must answer.
app = typer.Typer(
    name="offramp",
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(asked: bool) -> None:
    if asked:
        put(f"offramp {__version__}")
        raise typer.Exit


@app.callback()
def offramp(
    _version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Lay out an international crisis from its sources and run it forward.

    Data go to stdout, talk to stderr. Exit codes: 0 done, 1 a finding, 2 wrong usage,
    3 a bad record.
    """


app.command("report")(report)
app.command("forecast")(forecast)
app.command("ask")(ask)
app.command("claims")(claims)
app.command("ledger")(ledger)
app.command("offramps")(offramps)
app.command("watch")(watch)
app.command("hinges")(hinges)
app.command("hypotheses")(hypotheses)
app.command("like")(like)
app.command("settle")(settle)
app.command("backtest")(backtest)
app.command("learn")(learn)
app.command("check")(check)
app.command("new")(new)
app.command("list")(list_records)
app.command("read")(read)
app.command("export")(export)
app.add_typer(data)
