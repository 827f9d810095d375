"""Draws of the parameters: how far they could lie elsewhere, given so few crises."""

import hashlib
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from offramp._files import write_atomic
from offramp._version import __version__
from offramp.learning._coordinates import Coordinates
from offramp.learning._fit import Fitted, Prepared

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Progress = Callable[[str, int, int], None]

ROUNDS = 40
"""Iterations of L-BFGS for each draw, from the likeliest parameters on."""

KEPT_EVERY = 10
"""Draws after which those done are kept on disk, so that a run can be resumed."""

WORKERS = 2
"""Draws that are made side by side; the compiled objective leaves other threads alone."""


@dataclass(frozen=True)
class Posterior:
    """Draws from the posterior by a cluster bootstrap.

    Attributes
    ----------
    fitted : Fitted
        The likeliest parameters.
    vectors : array (draws, coordinates)
    """

    fitted: Fitted
    vectors: Floats

    @property
    def space(self) -> Coordinates:
        """The coordinates of what was learned."""
        return self.fitted.space

    def draws(self) -> dict[str, NDArray[np.float32]]:
        """Give each parameter as of the last learned year: (draws, ...)."""
        rows = [self.space.last(vector) for vector in self.vectors]
        return {name: np.stack([row[name] for row in rows]) for name in rows[0]}


def posterior(
    prepared: Prepared, fitted: Fitted, count: int = 200, seed: int = 0,
    kept: Path | None = None, progress: Progress | None = None, *,
    starts: Floats | None = None, crises: Ints | None = None,
) -> Posterior:  # fmt: skip
    """Draw from the posterior, by the cluster bootstrap.

    Points of one crisis are not independent, and they are weighted, so the likelihood's own
    curvature would claim too much. Each draw weighs whole crises anew (exponential weights,
    Rubin 1981), centres the prior on a draw from itself, and climbs to the likeliest
    parameters; where the data say nothing, the draws are those of the prior. It is an
    approximation: exact where likelihood and prior are normal.

    Parameters
    ----------
    prepared : Prepared
    fitted : Fitted
        Where each climb starts.
    count, seed : int
        How many draws, and their luck: draw ``i`` is the same whatever the count.
    kept : Path, optional
        A file in which draws that are done are kept; an interrupted run goes on from it.
    progress : callable, optional
        Called with a word, how many draws are done, and how many there are.
    starts : array (count, coordinates), optional
        Where each draw's climb starts instead, as from draws that were made of fewer data.
    crises : array, optional
        The crises among which each draw shares its weights out, a superset of those of the
        points: draws of samples that overlap then have their weights in common.

    Returns
    -------
    Posterior
    """
    mark = _mark(prepared, fitted, seed)
    done = _resume(kept, mark, count)
    known = np.unique(prepared.points.cluster if crises is None else crises)
    cluster = np.searchsorted(known, prepared.points.cluster)
    weights = prepared.points.weights()

    def one(draw: int) -> Floats:
        rng = np.random.Generator(np.random.Philox([seed, draw]))
        times = rng.exponential(size=len(known))
        centre = rng.standard_normal(prepared.space.size)
        return prepared.objective.climb(
            weights * (times / times.mean())[cluster],
            centre,
            fitted.vector if starts is None else starts[draw],
            ROUNDS,
        )

    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        while len(done) < count:
            if progress:
                progress("posterior draws", len(done), count)
            done += pool.map(one, range(len(done), min(len(done) + KEPT_EVERY, count)))
            if kept is not None:
                _keep(kept, mark, done)
    if progress:
        progress("posterior draws", count, count)
    return Posterior(fitted, np.stack(done))


def _mark(prepared: Prepared, fitted: Fitted, seed: int) -> str:
    """Name all that a draw depends on, so that no draw of another run is taken for one's own."""
    points = prepared.points
    digest = hashlib.sha256(f"{__version__} {seed} {prepared.space.years}".encode())
    for array in (points.day, points.gap, points.mark, points.cluster, fitted.vector.round(3)):
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()


def _resume(kept: Path | None, mark: str, count: int) -> list[Floats]:
    if kept is None or not kept.exists():
        return []
    try:
        with np.load(kept, allow_pickle=False) as held:
            if str(held["mark"]) != mark:
                return []
            return list(held["vectors"][:count])
    except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile, zlib.error):
        # A file that was cut short, or is none of ours, is as good as none.
        return []


def _keep(kept: Path, mark: str, done: list[Floats]) -> None:
    held = BytesIO()
    np.savez_compressed(held, mark=np.array(mark), vectors=np.stack(done))
    write_atomic(kept, held.getvalue())
