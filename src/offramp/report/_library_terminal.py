"""The track record over the library in a terminal, the misses first."""

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from offramp.report._library import (
    explained,
    heading,
    miss_sentence,
    tables,
    verdict,
)
from offramp.report._text import NBSP, clean
from offramp.scoring.library import LibraryRecord, ShortRun


def print_library(record: LibraryRecord, console: Console) -> None:
    """Print the misses by name, what Offramp is better and worse than, and the scores.

    Parameters
    ----------
    record : LibraryRecord
    console : rich.console.Console
    """
    first = record.runs[0]
    console.print(Text("The worst forecast of each crisis", style="bold"))
    for miss in first.misses:
        console.print(Padding(_plain(miss_sentence(miss)), (0, 0, 0, 2)))
    for run in record.runs:
        console.print()
        console.print(Text(heading(run), style="bold"))
        console.print(_plain(explained(run)))
        for line in verdict(run):
            console.print(_plain(line))
        _print_tables(run, console)
    for note in record.notes:
        console.print(Text(f"! {clean(note)}", style="yellow"))


def _print_tables(run: ShortRun, console: Console) -> None:
    """Print each table; where it is wide, a row becomes a few lines."""
    for title, header, rows in tables(run):
        console.print()
        table = Table(
            title=clean(title), title_justify="left", title_style="bold", box=box.SIMPLE_HEAD,
            pad_edge=False, show_edge=False, padding=(0, 1, 0, 0),
        )  # fmt: skip
        for name in header:
            table.add_column(clean(name), overflow="fold")
        for row in rows:
            table.add_row(*(_plain(cell) for cell in row))
        console.print(table)


def _plain(text: str) -> Text:
    return Text(clean(text).replace(NBSP, " "))
