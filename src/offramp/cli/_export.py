"""offramp export: records as a data package that other programs read."""

from pathlib import Path
from typing import Annotated

import typer

from offramp._errors import UsageError
from offramp.cli._say import put, tell


def export(
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="FOLDER", help="The new folder to write.", show_default=False
        ),
    ],
    crisis: Annotated[
        str | None,
        typer.Argument(
            metavar="[CRISIS]",
            help="A name from 'offramp list', or the path of a record's folder or crisis.yaml.",
            show_default=False,
        ),
    ] = None,
    all_of_it: Annotated[
        bool, typer.Option("--library", help="Export every record that ships with Offramp.")
    ] = False,
) -> None:
    """Write a record, or the library, as a Frictionless data package.

    Tables of acts, signals, sources and so on as CSV, the records' own files, and
    datapackage.json, which describes every column. Prints its path. The folder is written
    whole or not at all.
    """
    if (crisis is None) is not all_of_it:
        raise UsageError("Name one crisis to export, or give --library for all that ship.")
    from offramp.exporting import data_package, write_folder
    from offramp.record import library, open_record

    if crisis is None:
        paths: list[Path | str] = [*library().values()]
        name = "offramp-library"
    else:
        name = open_record(crisis).id
        paths = [crisis]
    files = data_package(paths, name)
    write_folder(out, files)
    put(str(out / "datapackage.json"))
    if "LICENSE" in files:
        tell("The library is under CC BY 4.0: name its source. Quotes belong to their publishers.")
    else:
        tell('The package states no licence. To share it, put "licenses" into datapackage.json.')
