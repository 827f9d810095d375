"""offramp learn: the model's parameters from published events."""

from datetime import MAXYEAR, MINYEAR
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from offramp._errors import OfframpError, UsageError
from offramp._extras import need
from offramp.cli._compiler import set_up_compiler
from offramp.cli._say import progress, put, put_json, tell

if TYPE_CHECKING:
    from offramp.history import Confrontations, Points

SINCE = 1946
DRAWS, FOLD_DRAWS = 200, 50

Datasets = Annotated[
    list[str],
    typer.Argument(
        metavar="DATASET...",
        help="Names from `offramp data list`, or paths of published files: mie, midi, icb; and "
        "ukraine for what exchanges do. Several are put together.",
    ),
]


def learn(
    datasets: Datasets,
    out: Annotated[
        Path, typer.Option("--out", help="Folder for parameters.npz, posterior.nc, manifest.json.")
    ],
    draws: Annotated[
        int | None,
        typer.Option(
            "--draws",
            help="Draws from the posterior, 20 to 2000. Default: 200, with --library 50 a fold.",
            show_default=False,
        ),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Same seed, same draws.")] = 0,
    since: Annotated[int, typer.Option("--since", help="First year to learn from.")] = SINCE,
    before: Annotated[
        int | None, typer.Option("--before", help="Learn only from what was over before this year.")
    ] = None,
    without_icbe: Annotated[
        bool,
        typer.Option(
            "--without-icbe",
            help="Put the dials that rest on ICBe, whose terms forbid commercial use, round zero.",
        ),
    ] = False,
    library: Annotated[
        bool,
        typer.Option(
            "--library",
            help="Learn once for each crisis of the library, from what was over before it opened, "
            "and from all but the crisis itself: for backtest --library.",
        ),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the manifest as JSON.")] = False,
) -> None:
    """Learn the model's parameters from published events.

    Finds the likeliest parameters, then draws from their posterior by a bootstrap over crises.
    Draws are kept in draws.npz: a run that was interrupted, or that asks for more of them, goes
    on where it stopped. Use what was learned with
    OFFRAMP_PARAMETERS=FOLDER; posterior.nc opens in ArviZ.
    """
    if draws is None:
        draws = FOLD_DRAWS if library else DRAWS
    _check(draws, seed, since, before, out)
    need("learn")
    if library:
        if before is not None or without_icbe:
            raise UsageError("--library takes neither --before nor --without-icbe; leave them out.")
        _learn_library(datasets, out, draws, seed, since, as_json)
        return
    with progress() as show:
        set_up_compiler()
        from offramp import learning

        events, salvoes, files = _open(datasets)
        points = _points(events, since, before)
        _make(out)
        kept = out / "draws.npz"
        prepared = learning.prepare(points)
        fitted = prepared.fit(show)
        found = learning.posterior(prepared, fitted, draws, seed, kept, show)
        learned = found.draws()
        more: dict[str, Any] = {"files": files, "since": since, "before": before}
        if salvoes is not None:
            if show:
                show("exchanges", 0, 1)
            exchange, more["bases"] = learning.learn_exchange(salvoes, draws, seed)
            learned |= exchange
        if without_icbe:
            plain, why = learning.dials_without("ICBe", draws)
            learned |= plain
            more["bases"] = {**more.get("bases", {}), **why}
        manifest = learning.manifest_of(
            found, points, seed, more, "ICB" if without_icbe else "ICB and ICBe"
        )
        written = learning.save(out, learned, found, manifest)
    for path in written:
        tell(f"Wrote {path}")
    if as_json:
        put_json(manifest)
        return
    put(f"{manifest['basis']}\nUse it: OFFRAMP_PARAMETERS={out} offramp forecast ...")


def _check(draws: int, seed: int, since: int, before: int | None, out: Path) -> None:
    """Find out before anything long begins whether it can be done.

    Raises
    ------
    UsageError
        When a number is out of range, or the folder is a file.
    """
    if not 20 <= draws <= 2000:
        raise UsageError(f"{draws} draws cannot be made; choose 20 to 2000.")
    if not 0 <= seed < 2**31:
        raise UsageError(f"A seed of {seed} cannot be used; choose 0 to {2**31 - 1}.")
    for name, year in (("--since", since), ("--before", before)):
        if year is not None and not MINYEAR <= year <= MAXYEAR:
            raise UsageError(f"{name} must be a year; it cannot be {year}.")
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file. Give a folder.")


def _learn_library(
    datasets: list[str], out: Path, draws: int, seed: int, since: int, as_json: bool
) -> None:
    """Learn the parameters of each fold of the library, and say where they are."""
    with progress() as show:
        set_up_compiler()
        from offramp import learning
        from offramp.record import library, open_record

        events, salvoes, files = _open(datasets)
        if salvoes is not None:
            raise UsageError("--library asks nothing of exchanges: leave ukraine out.")
        every = _points(events, since, None)
        _make(out)
        records = [open_record(path) for _, path in sorted(library().items())]
        folds = learning.folds_of(records, events)
        more: dict[str, Any] = {"files": files, "since": since}
        written = learning.learn_library(folds, every, out, draws, seed, more, show)
    names = [path.relative_to(out).as_posix() for path in written]
    for path in written:
        tell(f"Wrote {path}")
    if as_json:
        put_json({"folds": names, "draws": draws, "seed": seed})
        return
    put(
        f"{len(names)} folds of {draws} draws, from {events.dataset} since {since}.\n"
        f"Use them: offramp backtest --library {datasets[0]} --parameters {out}"
    )


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OfframpError(f"Cannot make {out}: {error.strerror}. Nothing was learned.") from error


def _open(names: list[str]) -> tuple["Confrontations", object | None, dict[str, str]]:
    """Open the datasets: confrontations put together, and the table of salvoes apart."""
    from offramp.datasets import open_dataset
    from offramp.history import Confrontations, join

    parts: list[Confrontations] = []
    salvoes: object | None = None
    files: dict[str, str] = {}
    for name in names:
        opened = open_dataset(name)
        files |= _hashes(name)
        if isinstance(opened, Confrontations):
            parts.append(opened)
        elif "ukraine" in Path(name).name:
            salvoes = opened
        else:
            raise UsageError(
                f'"{name}" holds no confrontations to learn from. Give mie, midi or icb; and '
                "ukraine for what exchanges do."
            )
    if not parts:
        raise UsageError(
            "Give at least one of mie, midi and icb: the choices are learned from them."
        )
    return (parts[0] if len(parts) == 1 else join(*parts)), salvoes, files


def _hashes(name: str) -> dict[str, str]:
    """Give the sha256 of each published file behind a name or a path."""
    from hashlib import sha256

    from offramp.datasets import stored

    path = Path(name)
    if path.is_file():
        return {path.name: sha256(path.read_bytes()).hexdigest()}
    held = stored(name)
    return {file.source: file.sha256 for file in held.files} if held else {}


def _points(events: "Confrontations", since: int, before: int | None) -> "Points":
    from datetime import date

    from offramp.history import standing_points

    points = standing_points(events)
    points = points.begun_from(date(since, 1, 1))
    if before is not None:
        points = points.closed_before(date(before, 1, 1))
    if not points.count:
        raise OfframpError(
            f"{events.dataset} holds no act since {since} whose following half-year is over"
            + (f" before {before}" if before else "")
            + ". Choose other years."
        )
    return points
