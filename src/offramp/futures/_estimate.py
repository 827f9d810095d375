"""From simulated futures to a probability, its interval and its words."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ICD_203 = (
    (0.05, "almost no chance"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly even chance"),
    (0.80, "likely"),
    (0.95, "very likely"),
    (1.01, "almost certain"),
)
"""Upper ends of the bands of Intelligence Community Directive 203."""


@dataclass(frozen=True)
class Estimate:
    """A probability, its 90 % interval over parameter draws, and the simulation's own error."""

    probability: float
    low: float
    high: float
    mc_error: float


def words(probability: float) -> str:
    """Give the ICD-203 term for a probability.

    Examples
    --------
    >>> words(0.3), words(0.5), words(0.97)
    ('unlikely', 'roughly even chance', 'almost certain')
    """
    return next(term for end, term in ICD_203 if probability < end)


def estimate(happened: NDArray[np.bool_], per_draw: int) -> Estimate:
    """Estimate how likely something is from whether it happened in each future.

    Parameters
    ----------
    happened : array (futures,) of bool
        Future ``i`` was run under parameter draw ``i % draws``.
    per_draw : int
        Futures per parameter draw.

    Returns
    -------
    Estimate

    Examples
    --------
    >>> sure = estimate(np.ones(400, bool), per_draw=20)
    >>> sure.probability, sure.low, round(sure.mc_error, 3)
    (1.0, 1.0, 0.002)
    """
    means, low, high, error = estimate_many(happened[None], per_draw)
    return Estimate(float(means[0]), float(low[0]), float(high[0]), float(error[0]))


def estimate_many(
    happened: NDArray[np.bool_], per_draw: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Do as `estimate` for many questions at once.

    The spread of the draws' frequencies is that of the parameters plus that of simulating
    finitely often; the second is known, and is taken out by drawing the frequencies
    towards their mean, so that the interval speaks of parameters alone. Where simulating blurs
    most of what is seen, too little is known of the rest to call it nothing: as much is kept as
    the spread's own standard error leaves possible.

    Parameters
    ----------
    happened : array (questions, futures) of bool
    per_draw : int

    Returns
    -------
    probability, low, high, mc_error : array (questions,)
    """
    by_draw = happened.reshape(len(happened), per_draw, -1).mean(axis=1)
    draws = by_draw.shape[1]
    mean = by_draw.mean(axis=1)
    within = (by_draw * (1.0 - by_draw)).mean(axis=1) / max(per_draw - 1, 1)
    total = by_draw.var(axis=1)
    between = np.maximum(total - within, total * np.sqrt(2.0 / max(draws - 1, 1)))
    keep = np.sqrt(np.divide(between, total, out=np.zeros_like(total), where=total > 0))
    drawn = np.clip(mean[:, None] + keep[:, None] * (by_draw - mean[:, None]), 0.0, 1.0)
    low, high = np.quantile(drawn, [0.05, 0.95], axis=1)
    error = np.sqrt(within / draws)
    # Never or always seen, or one future a draw, is not the same as known without error.
    futures = draws * per_draw
    hits = mean * futures
    floor = np.sqrt((hits + 0.5) * (futures - hits + 0.5) / (futures + 2)) / (futures + 1)
    rare = (hits == 0) | (hits == futures) | (per_draw == 1)
    return mean, np.minimum(low, mean), np.maximum(high, mean), np.where(rare, floor, error)


def quantile_over_draws(
    values: NDArray[np.float64], per_draw: int
) -> tuple[float, float, float, float]:
    """Give the median of a quantity over all futures, its interval over draws, its error.

    Parameters
    ----------
    values : array (futures,)
    per_draw : int

    Returns
    -------
    median, low, high, mc_error : float
    """
    by_draw = np.median(values.reshape(per_draw, -1), axis=0)
    low, high = np.quantile(by_draw, [0.05, 0.95])
    halves = np.array([np.median(half) for half in np.array_split(values, 20)])
    error = float(halves.std(ddof=1) / np.sqrt(len(halves)))
    return float(np.median(values)), float(low), float(high), error
