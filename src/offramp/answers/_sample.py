"""What futures say to a question, and how sure that is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

BATCHES = 10
"""Into how many batches of rounds a ratio's futures are cut to see its error."""


@dataclass(frozen=True)
class Sample:
    """What each future says to a question.

    Attributes
    ----------
    values : array (rounds, draws)
        True or false, or a quantity; one row where nothing is simulated.
    unit : str
        Empty for a chance.
    """

    values: NDArray[np.float64]
    unit: str = ""

    @property
    def is_chance(self) -> bool:
        """Whether it is a probability."""
        return not self.unit


@dataclass(frozen=True)
class Level:
    """A mean over futures, its 90 % interval over parameter draws, and the simulation's error."""

    mean: float
    low: float
    high: float
    mc_error: float


def level(values: NDArray[np.float64], condition: NDArray[np.bool_] | None = None) -> Level:
    """Average over futures; where a condition is given, over those in which it holds.

    Parameters
    ----------
    values : array (rounds, draws)
    condition : array (rounds, draws), optional

    Returns
    -------
    Level
        The interval speaks of parameters alone: the spread that comes of simulating finitely
        often is taken out. NaN where the condition never holds.

    Examples
    --------
    >>> level(np.ones((50, 4))).mean
    1.0
    """
    if condition is not None:
        return _ratio(values, condition)
    mean, (within, _) = float(values.mean()), _spread(values)
    low, high = np.quantile(_without_blur(values), [0.05, 0.95])
    error = np.sqrt(within / values.shape[1])
    if within == 0.0 and len(values) > 1 and _is_yes_or_no(values) and mean in (0.0, 1.0):
        # Never or always seen is not the same as known without error.
        error = 0.7 / (values.size + 1)
    return Level(mean, min(float(low), mean), max(float(high), mean), float(error))


def gap_level(gap: NDArray[np.float64]) -> tuple[Level, float]:
    """Average a difference of two arms, and say how likely it is to lie below nothing.

    Parameters
    ----------
    gap : array (rounds, draws)

    Returns
    -------
    level : Level
    chance_lower : float
        Over parameter draws. Where simulation blurs the draws more than they differ, both it
        and the interval rest on a normal whose sd is the most that the blur could hide.
    """
    found = level(gap)
    within, total = _spread(gap)
    if within <= total / 2:
        by_draw = _without_blur(gap)
        return found, float((by_draw < 0).mean() + 0.5 * (by_draw == 0).mean())
    hidden = _hidden(within, total, gap.shape[1])
    if hidden <= 0.0:
        return found, 0.5
    sd = float(np.sqrt(hidden))
    low, high = found.mean + 1.645 * sd * np.array([-1.0, 1.0])
    chance = float(ndtr(-found.mean / np.hypot(sd, found.mc_error)))
    return Level(found.mean, float(low), float(high), found.mc_error), chance


def _without_blur(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the draws' means, drawn towards the mean of all by as much as simulating blurs them."""
    (within, total), by_draw = _spread(values), values.mean(0)
    keep = np.sqrt(1.0 - within / total) if total > 0 else 1.0
    return by_draw.mean() + keep * (by_draw - by_draw.mean())


def _spread(values: NDArray[np.float64]) -> tuple[float, float]:
    """Give the variance of the draws' means that simulating explains, at most all, and all of it.

    Nothing is simulated in a single row.
    """
    total = float(values.mean(0).var())
    if len(values) == 1:
        return 0.0, total
    return min(float(values.var(0, ddof=1).mean()) / len(values), total), total


def _is_yes_or_no(values: NDArray[np.float64]) -> bool:
    return bool(((values == 0) | (values == 1)).all())


def _ratio(values: NDArray[np.float64], condition: NDArray[np.bool_]) -> Level:
    both, held = (values * condition).sum(0), condition.sum(0).astype(float)
    if held.sum() == 0:
        return Level(float("nan"), float("nan"), float("nan"), float("nan"))
    mean = both.sum() / held.sum()
    batches = [
        (values[part] * condition[part]).sum() / max(condition[part].sum(), 1)
        for part in np.array_split(np.arange(len(values)), min(BATCHES, len(values)))
    ]
    error = float(np.std(batches, ddof=1) / np.sqrt(len(batches))) if len(batches) > 1 else 0.0
    # A draw that meets the condition rarely says little: it is drawn to the mean of all.
    by_draw = (both + mean) / (held + 1.0)
    within = mean * (1 - mean) / max(held.mean(), 1.0) if _is_yes_or_no(values) else 0.0
    total = float(np.average((by_draw - mean) ** 2, weights=held))
    if within > total / 2:
        spread = 1.645 * np.sqrt(_hidden(within, total, len(held)))
        ends = np.clip([mean - spread, mean + spread], values.min(), values.max())
        return Level(float(mean), float(ends[0]), float(ends[1]), error)
    keep = np.sqrt(max(total - within, 0.0) / total) if total > 0 else 0.0
    shrunk = mean + keep * (by_draw - mean)
    order = np.argsort(shrunk)
    share = np.cumsum(held[order]) / held.sum()
    low, high = (float(shrunk[order][np.searchsorted(share, at)]) for at in (0.05, 0.95))
    return Level(float(mean), min(low, float(mean)), max(high, float(mean)), error)


def _hidden(within: float, total: float, draws: int) -> float:
    """Give the most variance between draws that the blur of simulating could hide."""
    return max(total - within, 0.0) + total * float(np.sqrt(2.0 / max(draws - 1, 1)))
