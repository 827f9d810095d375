"""offramp data: the published datasets that history is learned from."""

from typing import TYPE_CHECKING, Annotated

import typer

from offramp.cli._options import AsJson
from offramp.cli._say import printable, progress, put, put_json, put_rich, tell

if TYPE_CHECKING:
    from rich.console import Console

    from offramp.datasets import Dataset, Stored

data = typer.Typer(
    name="data",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Add, list, fetch and remove the datasets that history is learned from.",
)

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="A name from 'offramp data list'.", show_default=False)
]


@data.command("add")
def add(
    name: Name,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="The published file or files, or the folder in which they lie.",
            show_default=False,
        ),
    ],
) -> None:
    """Keep a dataset's published files, once every row is checked.

    They go to the user's data folder. Nothing is kept unless all rows are as published.
    """
    from offramp import datasets

    _tell_kept(datasets.add(name, paths))


@data.command("list")
def list_datasets(as_json: AsJson = False) -> None:
    """List what is there and what can be added.

    Each dataset stands with its terms, how to cite it, and where to get it.
    """
    from offramp import datasets

    kept = datasets.listed()
    rows = [(known, kept[known.name]) for known in datasets.KNOWN]
    if as_json:
        put_json([_row(*row) for row in rows])
        return

    def draw(console: "Console") -> None:
        from rich import box
        from rich.table import Table
        from rich.text import Text

        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
        table.add_column("Name", no_wrap=True)
        table.add_column("Here", no_wrap=True)
        table.add_column("Dataset, terms, citation, where to get it", overflow="fold")
        for known, there in rows:
            told = Text(f"{known.title} {known.version}".rstrip())
            source = f"offramp data get {known.name}" if known.address else known.ask
            more = (f"{known.terms}.", known.citation, source)
            told.append("".join(f"\n{line}" for line in more if line), style="dim")
            here = f"{there.rows:,} rows\n{there.added}" if there else "no"
            table.add_row(known.name, here, told)
            table.add_section()
        console.print(table)
        console.print(Text(printable(f"\nKept in {datasets.data_folder()}")))

    put_rich(draw)


@data.command("get")
def get(
    name: Name,
    sha256: Annotated[
        str,
        typer.Option(
            "--sha256",
            metavar="HASH",
            help="What the download must hash to.",
            show_default=False,
        ),
    ] = "",
) -> None:
    """Fetch a dataset from its publisher, and add it.

    Only where its terms allow that. A download that broke off is taken up where it ended.
    """
    from offramp import datasets

    known = datasets.dataset(name)
    if known.address:
        tell(f"Fetching {known.address.url}")
    with progress() as show:
        kept = datasets.get(name, show, sha256)
    _tell_kept(kept)
    tell(f"Terms: {known.terms}.\nCite: {known.citation}")


@data.command("remove")
def remove(name: Name) -> None:
    """Take a dataset out of the data folder."""
    from offramp import datasets

    datasets.remove(name)
    put(f"{name}: removed")


def _tell_kept(kept: "tuple[Stored, ...]") -> None:
    for one in kept:
        for file in one.files:
            put(printable(f"{one.name}: {file.rows:,} rows from {file.source}"))


def _row(known: "Dataset", there: "Stored | None") -> dict[str, object]:
    return {
        "name": known.name,
        "title": known.title,
        "version": known.version,
        "files": [file.published for file in known.files],
        "terms": known.terms,
        "citation": known.citation,
        "ask": known.ask,
        "fetched_from": known.address.url if known.address else None,
        "kept": there,
    }
