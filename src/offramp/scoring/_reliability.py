"""Reliability of chances by CORP: what was said against how often it came."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import isotonic_regression

from offramp.scoring._arrays import Floats


@dataclass(frozen=True)
class Step:
    """Forecasts that isotonic regression holds to be one chance.

    Attributes
    ----------
    low, high : float
        The least and the greatest chance that was said.
    came : float
        How often it came.
    share : float
        Their share of the weight of all forecasts.
    """

    low: float
    high: float
    came: float
    share: float


@dataclass(frozen=True)
class Reliability:
    """The Brier score taken apart: miscalibration - discrimination + uncertainty.

    Attributes
    ----------
    miscalibration : float
        What is lost because chances are not what they say; 0 is best.
    discrimination : float
        What is gained because chances differ where outcomes do; the more the better.
    uncertainty : float
        What always saying the rate would score.
    steps : tuple of Step
        The recalibrated chances, in ascending order.
    """

    miscalibration: float
    discrimination: float
    uncertainty: float
    steps: tuple[Step, ...]


def reliability(chance: Floats, came: Floats, weights: Floats | None = None) -> Reliability:
    """Set chances (points,) against what came, by isotonic regression (PAV).

    The bins are found by the data, so no choice of them can flatter (Dimitriadis, Gneiting
    and Jordan, PNAS 118(8), 2021).

    Examples
    --------
    >>> found = reliability(np.array([0.2, 0.2, 0.7, 0.7]), np.array([0.0, 0.0, 1.0, 1.0]))
    >>> round(found.miscalibration, 3), found.discrimination, found.uncertainty
    (0.065, 0.25, 0.25)
    """
    share = np.ones(len(chance)) if weights is None else weights
    chance, came, share = chance[share > 0], came[share > 0], share[share > 0]
    share = share / share.sum()
    # Forecasts that said the same are one: their outcomes stand in no order.
    levels, at = np.unique(chance, return_inverse=True)
    weight = np.bincount(at, share, len(levels))
    mean = np.bincount(at, share * came, len(levels)) / weight
    fitted = isotonic_regression(mean, weights=weight).x[at]
    rate = float(came @ share)
    said, best, flat = (float((p - came) ** 2 @ share) for p in (chance, fitted, rate))
    return Reliability(said - best, flat - best, flat, _steps(chance, fitted, share))


def _steps(chance: Floats, fitted: Floats, share: Floats) -> tuple[Step, ...]:
    levels, step = np.unique(fitted, return_inverse=True)
    found: list[Step] = []
    for at, level in enumerate(levels):
        inside = chance[step == at]
        weight = float(share[step == at].sum())
        found.append(Step(float(inside.min()), float(inside.max()), float(level), weight))
    return tuple(found)
