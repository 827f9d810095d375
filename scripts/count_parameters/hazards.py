"""Grouped hazards: from shares to log hazards, and log hazard ratios by Newton steps."""

import numpy as np
from histories import BIN_WIDTHS, N_BINS, Floats, Points

TINY = 1e-9


def log_hazards(shares: Floats) -> Floats:
    """Log hazard per day in each bin of shares over the 9 outcomes, shape (..., 8)."""
    passed = np.cumsum(shares, axis=-1) - shares
    chance = shares[..., :N_BINS] / np.maximum(1 - passed[..., :N_BINS], TINY)
    chance = np.clip(chance, TINY, 1 - TINY)
    return np.log(-np.log1p(-chance) / BIN_WIDTHS)


def hazard_shares(log_hazard: Floats) -> Floats:
    """Shares over the 9 outcomes of log hazards per day: the inverse of `log_hazards`."""
    load = np.exp(np.minimum(log_hazard, 5)) * BIN_WIDTHS
    passed = np.cumsum(load, axis=-1)
    alive = np.exp(-np.concatenate([np.zeros_like(passed[..., :1]), passed], axis=-1))
    return np.concatenate([alive[..., :-1] - alive[..., 1:], alive[..., -1:]], axis=-1)


def outcomes(p: Points) -> Floats:
    """One-hot outcome of each point, shape (points, 9)."""
    return np.eye(N_BINS + 1)[p.bin]


def split_counts(counts: Floats) -> tuple[Floats, Floats]:
    """Events and survivors by bin of counts over the 9 outcomes, both (..., 8)."""
    at_risk = np.flip(np.cumsum(np.flip(counts, axis=-1), axis=-1), axis=-1)
    return counts[..., :N_BINS], at_risk[..., 1:]


def hazard_ratio(
    events: Floats, survivors: Floats, log_hazard: Floats, ridge: float = 0.25
) -> Floats:
    """Log ratio by which a hazard must be multiplied to give what was seen.

    Sums over the last axis (bins, or points); `log_hazard` holds log(width x hazard) and
    broadcasts. A N(0, 1/ridge) prior keeps empty cells finite.
    """
    eta = np.zeros(np.broadcast_shapes(events.shape, log_hazard.shape)[:-1])
    for _ in range(25):
        mean = np.exp(np.clip(log_hazard + eta[..., None], -30, 5))
        odds = mean / np.maximum(np.expm1(mean), TINY)
        slope = (events * odds - survivors * mean).sum(axis=-1) - ridge * eta
        # the curvature of log(1 - exp(-mean)) in eta is odds (1 - mean - odds), never above 0
        bend = events * odds * np.minimum(1 - mean - odds, 0) - survivors * mean
        step = slope / (ridge - bend.sum(axis=-1))
        eta = np.clip(eta + np.clip(step, -1, 1), -6, 6)
    return eta
