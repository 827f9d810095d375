"""offramp backtest: how good the forecasts are, against baselines."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from offramp._errors import UsageError
from offramp.cli._compiler import set_up_compiler
from offramp.cli._options import AsJson
from offramp.cli._say import progress, put_json, put_rich, tell

if TYPE_CHECKING:
    from offramp.history import Confrontations, Points
    from offramp.scoring import Forecaster


def backtest(
    source: Annotated[
        str | None,
        typer.Argument(
            metavar="DATASET",
            help="A name from 'offramp data list', or the path of a published file. With --library "
            "it may be left out: the baselines are fitted to it.",
            show_default=False,
        ),
    ] = None,
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="PATH",
            help="The published file, where DATASET only says what it is.",
            show_default=False,
        ),
    ] = None,
    year: Annotated[
        int | None,
        typer.Option(
            "--from",
            metavar="YEAR",
            help="Score confrontations that began in this year or later, fit to what had closed "
            "before it. Default: the last eight years.",
            show_default=False,
        ),
    ] = None,
    shipped: Annotated[
        bool,
        typer.Option(
            "--shipped",
            help="Score the parameters that ship, as they are, and say what they were fitted to.",
        ),
    ] = False,
    library: Annotated[
        bool,
        typer.Option(
            "--library",
            help="Score forecasts of the library's crises, as of each act, against what came.",
        ),
    ] = False,
    parameters: Annotated[
        Path | None,
        typer.Option(
            "--parameters",
            metavar="FOLDER",
            help="With --library: what 'offramp learn --library' wrote, parameters for each crisis "
            "that know nothing of it. Default: those that ship, which do.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FILE",
            help="With --library: an HTML page to write.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Score the forecasts on history that they had not seen.

    The model and five baselines are fitted to what had closed before a year, and
    scored on the confrontations that began after it. Takes mie, midi and icb.

    With --library, the forecasts of each crisis in the library are made anew as of each of its
    acts and scored by the rest of its record. The misses come first.
    """
    if library:
        if year is not None or shipped:
            raise UsageError("--library takes neither --from nor --shipped; leave them out.")
        from offramp.cli._backtest_library import backtest_library

        events = None if source is None else _events(source, path)
        backtest_library(events, parameters, out, as_json)
        return
    if parameters is not None or out is not None:
        raise UsageError("--parameters and --out go with --library; add it.")
    if source is None:
        raise UsageError("Give a dataset of confrontations: mie, midi or icb; or --library.")
    events = _events(source, path)
    with progress() as show:
        set_up_compiler()
        from offramp import scoring

        tell("Fitting and forecasting; this takes a few minutes.")
        ours, beforehand = partial(scoring.fit_offramp, progress=show), None
        if shipped:
            ready, beforehand = scoring.shipped_offramp(progress=show)
            ours = partial(_as_it_is, ready)
        found = scoring.backtest(events, ours, year, beforehand=beforehand, progress=show)
    if as_json:
        from offramp.cli._backtest_json import backtest_json

        put_json(backtest_json(found))
        return
    from offramp.cli._backtest_tables import print_backtest

    put_rich(lambda console: print_backtest(found, console))


def _as_it_is(ready: "Forecaster", _train: "Points") -> "Forecaster":
    return ready


def _events(source: str, path: str | None) -> "Confrontations":
    """Open what was named.

    Raises
    ------
    UsageError
        When it holds no confrontations, or is another dataset than was said.
    """
    from offramp.datasets import KNOWN, open_dataset
    from offramp.history import Confrontations

    events = open_dataset(path or source)
    kinds = "It takes a dataset of confrontations: mie, midi or icb."
    if not isinstance(events, Confrontations):
        raise UsageError(f"{path or source} holds no acts to forecast. {kinds}")
    if path is not None:
        if source not in [known.name for known in KNOWN]:
            raise UsageError(f'There is no dataset "{source}". {kinds}')
        if not events.dataset.startswith(f"{source}-"):
            raise UsageError(f"{path} is {events.dataset} and not {source}.")
    return events
