"""What one must believe: how far which dials would have to be turned for a verdict to flip."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import logit, ndtr

from offramp._errors import UsageError
from offramp.claims._verdict import Verdict
from offramp.model import SHARE, Parameters, Prior

FARTHEST = 6.0
"""Standard deviations; what would have to be turned further is not shown."""

RIDGE = 2.0

STEEPEST = 5
"""How many of the dials that move an answer most are named."""

ONE_SIDED = 1.645


@dataclass(frozen=True)
class Rerun:
    """What came of turning a dial, a little further than a straight line says is needed.

    Attributes
    ----------
    value : float
        Where the dial stood.
    mean : float
        What the verdict is about there.
    verdict : str
        The verdict there.
    flips : bool
        Whether the line was right: the mean has changed sides there; or, where nothing was
        decided, it is decided as the claim expects.
    """

    value: float
    mean: float
    verdict: Verdict
    flips: bool


@dataclass(frozen=True)
class Turn:
    """A turn of one dial that would change a verdict.

    Attributes
    ----------
    dial, label : str
    now, sd : float
        Where the draws have it, on its own scale.
    needed : float
        Where it would have to stand, for sure, all else as believed.
    sds : float
        How far that is, in standard deviations of what is believed.
    chance : float
        What is believed of its lying there or beyond.
    low, high : float
        90 % of what is believed of the dial: how far the data behind it, or its prior, allow it
        to be turned.
    basis : str
        What that belief rests on.
    rerun : Rerun or None
        What came when it was turned so far and the futures were run again; None where that was
        not done.
    """

    dial: str
    label: str
    now: float
    sd: float
    needed: float
    sds: float
    chance: float
    low: float
    high: float
    basis: str
    rerun: Rerun | None = None

    @property
    def allowed(self) -> bool:
        """Whether so far a turn lies within 90 % of what is believed."""
        return self.low <= self.needed <= self.high


@dataclass(frozen=True)
class MustBelieve:
    """What a verdict hangs on.

    Attributes
    ----------
    turns : tuple of Turn
        The nearest first; each dial alone, by a straight line through the draws.
    explained : float
        Share of the spread over draws that all the dials together explain.
    steepest : tuple of str
        The dials that move it most, by one standard deviation each; the first two span
        `surface`.
    """

    turns: tuple[Turn, ...]
    explained: float
    steepest: tuple[str, ...] = ()


def turnable(parameters: Parameters) -> tuple[Prior, ...]:
    """List the parameters that an analyst may believe otherwise: dials, weights and the share."""
    return tuple(
        prior
        for prior in parameters.priors
        if prior.is_dial or prior.name in (SHARE, "provocation.proxy")
    )


def must_believe(
    by_draw: NDArray[np.float64], parameters: Parameters, decided: bool, wanted: int,
    least: float = 0.0,
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
    least : float
        The least difference that would be seen.

    Returns
    -------
    MustBelieve
    """
    priors = turnable(parameters)
    scaled = np.stack([to_scale(p, parameters.values[p.name]) for p in priors], axis=1)
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
        if (far := _how_far(mean, slopes[at], spread, decided, wanted, least)) is not None
    ]
    turns.sort(key=lambda turn: abs(turn.sds))
    order = np.argsort(-np.abs(slopes))[:STEEPEST]
    return MustBelieve(
        tuple(turns), 1.0 - left / spread if spread > 0 else 0.0,
        tuple(dial_name(priors[at]) for at in order),
    )  # fmt: skip


def _how_far(
    mean: float, slope: float, spread: float, decided: bool, wanted: int, least: float
) -> float | None:
    """Give the turn in standard deviations; None where none within reach does it."""
    if abs(slope) < 1e-12:
        return None
    goal = 0.0
    if not decided:
        # To know a dial for sure takes its share out of the spread.
        left = float(np.sqrt(max(spread - slope**2, 0.0)))
        goal = wanted * max(ONE_SIDED * left, least)
        if (mean - goal) * wanted >= 0:
            return 0.0
    far = float((goal - mean) / slope)
    return far if abs(far) <= FARTHEST else None


def _turn(prior: Prior, parameters: Parameters, middle: float, width: float, far: float) -> Turn:
    draws = parameters.values[prior.name]
    needed = off_scale(prior, middle + far * width)
    low, high = np.quantile(draws, [0.05, 0.95])
    return Turn(
        dial=dial_name(prior), label=prior.label, now=float(np.median(draws)),
        sd=float(draws.std()), needed=needed, sds=far, chance=float(ndtr(-abs(far))),
        low=float(low), high=float(high), basis=prior.basis,
    )  # fmt: skip


def prior_of(parameters: Parameters, dial: str) -> Prior:
    """Find a turnable parameter by the name of its dial.

    Raises
    ------
    UsageError
        When nothing of that name can be turned.
    """
    held = {dial_name(prior): prior for prior in turnable(parameters)}
    if dial not in held:
        raise UsageError(f'There is no dial "{dial}". Dials: {", ".join(sorted(held))}.')
    return held[dial]


def dial_name(prior: Prior) -> str:
    """Give the name by which a record and the command line call a parameter."""
    return prior.name.removesuffix(".weight").replace(".", "-")


def to_scale(prior: Prior, values: NDArray[np.float32]) -> NDArray[np.float64]:
    """Put values on the scale on which a parameter is turned: a log, log-odds, or its own."""
    draws = values.astype(float)
    if prior.family == "lognormal":
        return np.log(draws)
    return logit(np.clip(draws, 1e-4, 1 - 1e-4)) if prior.family == "beta" else draws


def off_scale(prior: Prior, value: float) -> float:
    """Give a value on a parameter's own scale."""
    if prior.family == "lognormal":
        return float(np.exp(value))
    return float(1 / (1 + np.exp(-value))) if prior.family == "beta" else value
