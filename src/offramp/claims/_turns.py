"""What one must believe: how far which dials would have to be turned for a verdict to flip."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import logit, ndtr

from offramp.model import SHARE, Parameters, Prior

FARTHEST = 6.0
"""Standard deviations; what would have to be turned further is not shown."""

RIDGE = 2.0
ONE_SIDED = 1.645


@dataclass(frozen=True)
class Turn:
    """A turn of one dial that would change a verdict.

    Attributes
    ----------
    dial, label : str
    now, sd : float
        Where the draws have it, on its own scale.
    needed : float
        Where it would have to stand, all else as believed.
    sds : float
        How far that is, in standard deviations of what is believed.
    chance : float
        What is believed of its lying there or beyond.
    basis : str
        What that belief rests on.
    """

    dial: str
    label: str
    now: float
    sd: float
    needed: float
    sds: float
    chance: float
    basis: str


@dataclass(frozen=True)
class MustBelieve:
    """What a verdict hangs on.

    Attributes
    ----------
    turns : tuple of Turn
        The nearest first; each dial alone, by a straight line through the draws.
    explained : float
        Share of the spread over draws that all the dials together explain.
    """

    turns: tuple[Turn, ...]
    explained: float


def turnable(parameters: Parameters) -> tuple[Prior, ...]:
    """List the parameters that an analyst may believe otherwise: dials, weights and the share."""
    return tuple(
        prior
        for prior in parameters.priors
        if prior.is_dial or prior.name in (SHARE, "provocation.proxy")
    )


def must_believe(
    by_draw: NDArray[np.float64], parameters: Parameters, decided: bool, wanted: int,
) -> MustBelieve:  # fmt: skip
    """Find the dials that would turn a verdict, each alone.

    Parameters
    ----------
    by_draw : array (draws,)
        What the verdict is about, by parameter draw: a difference, or a chance less a half.
    parameters : Parameters
        The draws.
    decided : bool
        Whether the verdict is one; if so, it flips where the mean crosses nothing. If not, a
        turn decides it where the draws would agree on `wanted`.
    wanted : int
        The sign that the claim expects.

    Returns
    -------
    MustBelieve
    """
    priors = turnable(parameters)
    scaled = np.stack([_on_scale(prior, parameters) for prior in priors], axis=1)
    middle, width = scaled.mean(0), np.maximum(scaled.std(0), 1e-9)
    inputs = (scaled - middle) / width
    mean = float(by_draw.mean())
    gram = inputs.T @ inputs + RIDGE * np.eye(len(priors))
    slopes = np.linalg.solve(gram, inputs.T @ (by_draw - mean))
    spread = float(by_draw.var())
    left = float((by_draw - mean - inputs @ slopes).var())
    turns = [
        _turn(prior, parameters, float(middle[at]), float(width[at]), far)
        for at, prior in enumerate(priors)
        if (far := _how_far(mean, slopes[at], spread, decided, wanted)) is not None
    ]
    turns.sort(key=lambda turn: abs(turn.sds))
    return MustBelieve(tuple(turns), 1.0 - left / spread if spread > 0 else 0.0)


def _how_far(mean: float, slope: float, spread: float, decided: bool, wanted: int) -> float | None:
    """Give the turn in standard deviations; None where none within reach does it."""
    if abs(slope) < 1e-12:
        return None
    goal = 0.0
    if not decided:
        goal = wanted * ONE_SIDED * float(np.sqrt(max(spread - slope**2, 0.0)))
    far = float((goal - mean) / slope)
    return far if abs(far) <= FARTHEST else None


def _turn(prior: Prior, parameters: Parameters, middle: float, width: float, far: float) -> Turn:
    draws = parameters.values[prior.name]
    needed = _back(prior, middle + far * width)
    return Turn(
        dial=dial_name(prior), label=prior.label, now=float(np.median(draws)),
        sd=float(draws.std()), needed=needed, sds=far, chance=float(ndtr(-abs(far))),
        basis=prior.basis,
    )  # fmt: skip


def dial_name(prior: Prior) -> str:
    """Give the name by which a record and the command line call a parameter."""
    return prior.name.removesuffix(".weight").replace(".", "-")


def _on_scale(prior: Prior, parameters: Parameters) -> NDArray[np.float64]:
    draws = parameters.values[prior.name].astype(float)
    if prior.family == "lognormal":
        return np.log(draws)
    return logit(np.clip(draws, 1e-4, 1 - 1e-4)) if prior.family == "beta" else draws


def _back(prior: Prior, value: float) -> float:
    if prior.family == "lognormal":
        return float(np.exp(value))
    return float(1 / (1 + np.exp(-value))) if prior.family == "beta" else value
