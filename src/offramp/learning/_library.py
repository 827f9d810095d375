"""Parameters for each fold of the library, kept in a folder."""

import json
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from offramp._errors import OfframpError
from offramp._files import write_atomic
from offramp.history import Points
from offramp.learning._carry import carried
from offramp.learning._coordinates import Coordinates
from offramp.learning._dials import dials_without
from offramp.learning._fit import FEWEST, Fitted, prepare
from offramp.learning._folds import Fold
from offramp.learning._posterior import Posterior, posterior
from offramp.learning._save import manifest_of

Progress = Callable[[str, int, int], None]
Floats = NDArray[np.float64]

DRAWS = 50
"""Draws a fold, a quarter of what ships: there are two dozen folds."""

DIALS_UNTIL = 1994
"""The last year of what the dials' priors were counted from."""


def learn_library(
    folds: Sequence[Fold], every: Points, out: Path, draws: int = DRAWS, seed: int = 0,
    more: dict[str, Any] | None = None, progress: Progress | None = None,
) -> list[Path]:  # fmt: skip
    """Learn the parameters of each fold, each from where the one before it ended.

    Forward folds go forward in time and start from earlier ones alone, so that no climb begins
    at what only later years could teach. Folds without a crisis start from parameters that were
    learned from all years, and climb until they stand still. A fold that is in the folder
    already, made of the same points, is not made again. A crisis that opened before there was
    enough to learn from has no forward fold.

    Parameters
    ----------
    folds : sequence of Fold
        From `folds_of`: forward ones first and in the order of time.
    every : Points
        What there is to learn from.
    out : Path
        One folder a fold below it, with ``parameters.npz``, ``manifest.json`` and the draws.
    draws, seed : int
        Draws a fold, and their luck.
    more : dict, optional
        Further entries for each manifest, such as the files and their hashes.
    progress : callable, optional
        Called with a word, how much is done, and how much there is.

    Returns
    -------
    list of Path
        The folders.
    """
    crises = np.unique(every.cluster)
    chain: tuple[Floats, Coordinates] | None = None
    written: list[Path] = []
    forward = [
        fold for fold in folds
        if fold.protocol == "forward" and fold.points(every).count >= FEWEST
    ]  # fmt: skip
    others = [fold for fold in folds if fold.protocol != "forward"]
    count = len(forward) + len(others) + 1

    def learned(points: Points, folder: Path, start: tuple[Floats, Coordinates] | None) -> Any:
        prepared = prepare(points)
        if start is None:
            fitted, starts = prepared.fit(progress), None
        else:
            starts = carried(*start, prepared.space)
            fitted = Fitted(prepared.space, starts[0])
        _make(folder)
        return posterior(
            prepared, fitted, draws, seed, folder / "draws.npz", progress,
            starts=starts, crises=crises,
        )  # fmt: skip

    def tell(done: int) -> None:
        if progress:
            progress("folds", done, count)

    for done, fold in enumerate(forward):
        tell(done)
        points = fold.points(every)
        found = learned(points, out / fold.name, chain)
        chain = found.vectors, found.space
        written.append(_write(out / fold.name, fold, found, points, seed, more or {}))
    tell(len(forward))
    whole = learned(every, out / "whole", None)
    for done, fold in enumerate(others, len(forward) + 1):
        tell(done)
        points = fold.points(every)
        found = learned(points, out / fold.name, (whole.vectors, whole.space))
        written.append(_write(out / fold.name, fold, found, points, seed, more or {}))
    tell(count)
    return written


def _write(
    folder: Path, fold: Fold, found: Posterior, points: Points, seed: int, more: dict[str, Any]
) -> Path:
    """Write what was learned; a forward fold before the dials' own years takes nothing of them."""
    learned: dict[str, NDArray[np.float32]] = found.draws()
    bases: dict[str, str] = {}
    dials = "ICB and ICBe"
    if fold.protocol == "forward" and fold.opens.year <= DIALS_UNTIL:
        plain, bases = dials_without("ICB", len(found.vectors))
        learned |= plain
        dials = "nothing"
    manifest = manifest_of(
        found, points, seed,
        {**more, "fold": {"crisis": fold.crisis, "protocol": fold.protocol,
                          "opens": fold.opens.isoformat(), "left_out": list(fold.left_out)},
         "bases": bases}, dials,
    )  # fmt: skip
    if dials == "nothing":
        years = manifest["years"]
        manifest["basis"] = (
            f"Learned from {manifest['dataset']}, {years[0]}-{years[1]}: what followed "
            f"{points.count:,} acts in {manifest['confrontations']:,} confrontations; "
            f"{manifest['draws']} draws by a bootstrap over crises. Dials lie round zero: what is "
            f"known of them was counted up to {DIALS_UNTIL}, when this crisis was over or running."
        )
    text = json.dumps(manifest, indent=1)
    arrays = BytesIO()
    held: dict[str, Any] = {"manifest": np.array(text), **learned}
    np.savez_compressed(arrays, **held)
    write_atomic(folder / "parameters.npz", arrays.getvalue())
    write_atomic(folder / "manifest.json", f"{text}\n")
    return folder


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OfframpError(f"Cannot make {folder}: {error.strerror}. Nothing was kept.") from error
