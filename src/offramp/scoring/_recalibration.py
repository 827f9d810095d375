"""Recalibration: what a forecaster's chances have been worth, learned from its last years."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit, log_expit, logit

from offramp.history import QUIET, TARGETS, Points, Target
from offramp.scoring._arrays import Floats
from offramp.scoring._predictions import Predictions

SHIFT_SD = 0.3
"""How far a shift of the log-odds is expected to lie from 0, as the sd of a normal."""

POWER_SD = 0.15
"""How far a power is expected to lie from 1, likewise."""

_EDGE = 1e-6
"""Chances nearer to 0 or 1 are read as this far from them: their log-odds would rule all others."""


@dataclass(frozen=True)
class Recalibration:
    """Maps of chances to chances; a shift of 0 and a power of 1 change nothing.

    Attributes
    ----------
    targets : dict of Target to (float, float)
        For each question the shift a and the power b of ``a + b logit p``.
    quiet, power : float
        For when: chances to the power, those of quiet times ``exp(quiet)``, made to sum to one.
    """

    targets: dict[Target, tuple[float, float]]
    quiet: float
    power: float

    def applied(self, said: Predictions) -> Predictions:
        """Recalibrate the chances of when and of the questions; those of what stay."""
        targets: dict[Target, Floats] = {
            name: expit(shift + power * _odds(said.targets[name]))
            for name, (shift, power) in self.targets.items()
        }
        return Predictions(
            np.exp(_log_when(said.when, self.quiet, self.power)), said.what, targets, said.highest
        )


def fit_recalibration(said: Predictions, points: Points) -> Recalibration:
    """Learn maps from forecasts that were made before what they speak of, and what came.

    Points are weighed n^-1/2 within their confrontation, as in learning: with equal points a
    long war rules the maps, and with equal confrontations those that end at once do. The maps
    are shrunk towards none by normal priors of sd `SHIFT_SD` and `POWER_SD`, so that few
    confrontations change little.
    """
    weights = points.weights()

    def target(name: Target) -> tuple[float, float]:
        keep = points.ends_day
        odds, came = _odds(said.targets[name][keep]), points.outcome(name)[keep]
        asked = weights[keep]

        def loss(shift: float, power: float) -> float:
            moved = shift + power * odds
            return -float(asked @ (came * log_expit(moved) + (1 - came) * log_expit(-moved)))

        return _shrunk(loss)

    rows = np.arange(points.count)

    def when(shift: float, power: float) -> float:
        return -float(weights @ _log_when(said.when, shift, power)[rows, points.bin])

    quiet, power = _shrunk(when)
    return Recalibration({name: target(name) for name in TARGETS}, quiet, power)


def _shrunk(loss: Callable[[float, float], float]) -> tuple[float, float]:
    def whole(at: Floats) -> float:
        shift, power = float(at[0]), float(at[1])
        prior = (shift / SHIFT_SD) ** 2 + ((power - 1) / POWER_SD) ** 2
        return loss(shift, power) + prior / 2

    found = minimize(whole, np.array([0.0, 1.0]), method="L-BFGS-B", bounds=((-4, 4), (0, 4)))
    return float(found.x[0]), float(found.x[1])


def _odds(chance: Floats) -> Floats:
    return logit(np.clip(chance, _EDGE, 1 - _EDGE))


def _log_when(when: Floats, quiet: float, power: float) -> Floats:
    moved = power * np.log(np.maximum(when, _EDGE))
    moved[:, QUIET] += quiet
    most = moved.max(1, keepdims=True)
    return moved - most - np.log(np.exp(moved - most).sum(1, keepdims=True))
