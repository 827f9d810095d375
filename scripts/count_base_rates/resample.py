"""Weights under the cluster bootstrap, and the entries of the output."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Entry = dict[str, Any]

DIGITS = 4


def cluster_draws(
    cluster: NDArray[np.int64], weights: Floats, replicates: int, seed: int
) -> Floats:
    """Weigh the sample, and its replicates in which whole clusters are drawn again.

    Returns shape (1 + replicates, points): row 0 is `weights`, the others are `weights`
    times how often the point's cluster was drawn.
    """
    seen, index = np.unique(cluster, return_inverse=True)
    rng = np.random.default_rng(seed)
    if not len(seen):
        return np.zeros((1 + replicates, 0))
    times = rng.multinomial(len(seen), np.full(len(seen), 1 / len(seen)), size=replicates)
    return np.vstack([weights, times[:, index] * weights])


def means(draws: Floats, seen: Floats) -> Floats:
    """Weighted means of `seen` (points, ...) under each draw: (draws, ...); 0 of no points."""
    total = np.maximum(draws.sum(1, keepdims=True), 1e-12)
    return np.tensordot(draws, seen, 1) / total.reshape(-1, *(1,) * (seen.ndim - 1))


def kish(weights: Floats) -> float:
    """Kish's effective sample size; 0 where nothing weighs."""
    return float(weights.sum() ** 2 / max((weights**2).sum(), 1e-12))


def entry(draws: Floats, axes: Mapping[str, Sequence[str]], basis: str, size: Any) -> Entry:
    """Lay out one entry from its value (row 0) and those of the replicates."""
    return {
        "value": np.round(draws[0], DIGITS).tolist(),
        "sd": np.round(np.std(draws[1:], axis=0, ddof=1), DIGITS).tolist(),
        "axes": [{"name": name, "labels": list(labels)} for name, labels in axes.items()],
        "basis": basis,
        "n_effective": np.round(size, DIGITS).tolist(),
    }
