"""Weights, the cluster bootstrap, shrinkage, and the entries of the output."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from histories import Floats, Histories, Ints, Points

Axis = tuple[str, Sequence[str]]


def cluster_draws(cluster: Ints, weight: Floats, replicates: int, seed: int) -> Floats:
    """Weights of the sample (row 0) and of its cluster-bootstrap replicates.

    Returns shape (1 + replicates, points): row 0 is `weight`, the others are `weight`
    times how often the point's cluster was drawn.
    """
    _, index = np.unique(cluster, return_inverse=True)
    size = int(index.max()) + 1
    rng = np.random.default_rng(seed)
    times = rng.multinomial(size, np.full(size, 1 / size), size=replicates)
    return np.vstack([weight, times[:, index] * weight])


def point_weights(h: Histories, p: Points) -> Floats:
    """n^-1/2 by events in the confrontation, scaled to sum to Kish's effective n."""
    _, index, counts = np.unique(h.confrontation, return_inverse=True, return_counts=True)
    raw = counts[index][p.row] ** -0.5
    return raw * kish(raw) / raw.sum()


def kish(weight: Floats) -> float:
    """Kish's effective sample size of weights over the last axis."""
    total = float(weight.sum())
    return total**2 / float((weight**2).sum()) if total else 0.0


def spread(draws: Floats) -> Floats:
    """Standard deviation over the replicates, rows 1 and on."""
    return np.std(draws[1:], axis=0, ddof=1)


def shrink(draws: Floats) -> tuple[Floats, Floats, float]:
    """Empirical-Bayes shrinkage of a table of log ratios to 0.

    The spread of the true ratios is that of Paule and Mandel, with the mean held at 0.
    Returns the shrunk values, their posterior sd, and that spread.
    """
    raw, var = draws[0], np.maximum(np.var(draws[1:], axis=0, ddof=1), 1e-6)
    low, high = 0.0, 25.0
    if float((raw**2 / var).mean()) <= 1:
        high = 0.0
    for _ in range(60):
        mid = (low + high) / 2
        low, high = (mid, high) if (raw**2 / (var + mid)).mean() > 1 else (low, mid)
    between = high
    share = between / (between + var)
    return raw * share, np.sqrt(share * var), float(np.sqrt(between))


def matched_n(shares: Floats, draws: Floats) -> float:
    """Size of the Dirichlet whose total variance equals that of the bootstrap draws."""
    var = float(np.var(draws[1:], axis=0, ddof=1).sum())
    return float((shares * (1 - shares)).sum()) / var - 1 if var > 0 else 0.0


def plain(value: Any) -> Any:
    """Turn arrays into lists and round floats to four decimals, as JSON wants them."""
    if isinstance(value, np.ndarray | list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, float | np.floating):
        return round(float(value), 4)
    return int(value) if isinstance(value, np.integer) else value


def entry(
    value: Any, sd: Any, axes: Sequence[Axis], basis: str, n_effective: Any, **more: Any
) -> dict[str, Any]:
    """One named entry of the output file."""
    return {
        "value": plain(value),
        "sd": plain(sd),
        "axes": [{"name": name, "labels": list(labels)} for name, labels in axes],
        "basis": basis,
        "n_effective": plain(n_effective),
        **{key: plain(item) for key, item in more.items()},
    }
