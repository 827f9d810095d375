"""offramp new: a record to begin with."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from offramp._errors import OfframpError, UsageError
from offramp._files import write_atomic
from offramp.cli._options import check_writable
from offramp.cli._say import put, tell


def new(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="The record's id: small letters, digits and hyphens, such as two-rivals.",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path,
        typer.Option("--out", metavar="FOLDER", help="Where to make the record's folder."),
    ] = Path(),
) -> None:
    """Begin a record of your own, from a small one with comments.

    Writes NAME/crisis.yaml and prints its path.
    """
    from offramp.record import new_record

    text = new_record(name)
    folder = out / name
    main = folder / "crisis.yaml"
    if main.exists():
        raise UsageError(f"There is a record at {main} already. Choose another name or --out.")
    if not out.is_dir():
        raise UsageError(f"There is no folder {out} to put it in. Make it first.")
    check_writable(folder)
    made = _make(folder)
    try:
        write_atomic(main, text)
    except (OfframpError, KeyboardInterrupt):
        if made:
            with suppress(OSError):
                folder.rmdir()
        raise
    put(str(main))
    tell(
        "Next:\n"
        "  1. Open it in an editor and put your crisis in place of the invented one.\n"
        f"  2. offramp check {folder}\n"
        f"  3. offramp report {folder}"
    )


def _make(folder: Path) -> bool:
    try:
        folder.mkdir()
    except FileExistsError:
        return False
    except OSError as error:
        raise OfframpError(f"Cannot make {folder}: {error.strerror}.") from error
    return True
