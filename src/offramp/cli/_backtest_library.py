"""offramp backtest --library: how forecasts on the library have done, the misses first."""

from pathlib import Path
from typing import TYPE_CHECKING

from offramp._cache import cache_folder
from offramp._errors import UsageError
from offramp.cli._compiler import set_up_compiler
from offramp.cli._options import check_writable
from offramp.cli._say import progress, put_json, put_rich, tell

if TYPE_CHECKING:
    from offramp.history import Confrontations


def backtest_library(
    events: "Confrontations | None", folder: Path | None, out: Path | None, as_json: bool
) -> None:
    """Score the library, print or write what was found, and say where the page is.

    Raises
    ------
    UsageError
        When the folder of parameters is none.
    """
    if folder is not None and not folder.is_dir():
        raise UsageError(
            f"There is no folder {folder}. Make it: offramp learn --library DATASET --out {folder}."
        )
    if out is not None:
        check_writable(out)
    kept = (cache_folder() / "library") if folder is None else folder / "said"
    with progress() as show:
        set_up_compiler()
        from offramp.record import library, open_record
        from offramp.scoring import library as scoring

        tell("Forecasting the library anew takes minutes; it goes on where it stopped.")
        records = [open_record(path) for _, path in sorted(library().items())]
        found = scoring.backtest_library(records, kept, folder, events, progress=show)
    if out is not None or not as_json:
        from offramp.report import print_library, write_library

        short = scoring.library_record_of(found)
        if out is not None:
            write_library(short, out)
        if not as_json:
            put_rich(lambda console: print_library(short, console))
    if as_json:
        put_json(scoring.plain_record(scoring.library_record_of(found)))
    if out is not None:
        tell(f"The page is {out}")
