"""What is believed about a parameter before a crisis speaks, and why."""

import zlib
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Family = Literal["normal", "lognormal", "logdirichlet", "loggamma"]


@dataclass(frozen=True)
class Prior:
    """The prior of one parameter: a family, its numbers, and what they rest on.

    Attributes
    ----------
    name : str
        ``term.parameter``, unique over the model.
    label : str
        How a reader would call it.
    family : str
        ``normal``: `mean` and `sd` of the parameter. ``lognormal``: `mean` and `sd` of its
        log. ``logdirichlet``: the log of shares; `mean` holds the shares along the last
        axis and `sd` the counts that they rest on, one per row.
    mean, sd : array
        Of one shape, except for ``logdirichlet`` (see above).
    basis : str
        The paper, the data or the judgement behind the numbers.
    acts_on : str
        Which part of the hazard the parameter moves, in words.
    """

    name: str
    label: str
    family: Family
    mean: NDArray[np.float64]
    sd: NDArray[np.float64]
    basis: str
    acts_on: str

    @property
    def is_dial(self) -> bool:
        """Whether it is a single number on its own scale, that an analyst can turn."""
        return self.family == "normal" and self.mean.ndim == 0 and "pace" not in self.name

    def draws(self, count: int, seed: int) -> NDArray[np.float32]:
        """Draw from the prior; each parameter has a random stream of its own.

        Parameters
        ----------
        count : int
            How many draws.
        seed : int
            The seed; with the name it fixes the stream, so that one more parameter in
            the model moves no other's draws.

        Returns
        -------
        array of shape (count, *mean.shape)

        Examples
        --------
        >>> width = normal("fear.weight", "fear", 0.0, 0.3, "judgement", "force")
        >>> width.draws(4, seed=1).shape
        (4,)
        """
        rng = np.random.Generator(np.random.Philox([seed, zlib.crc32(self.name.encode())]))
        shape = (count, *self.mean.shape)
        if self.family == "logdirichlet":
            weights = self.mean * self.sd[..., None]
            shares = rng.standard_gamma(np.broadcast_to(weights, shape))
            shares = np.maximum(shares, 1e-9)
            return np.log(shares / shares.sum(-1, keepdims=True)).astype(np.float32)
        values = self.mean + self.sd * rng.standard_normal(shape)
        if self.family == "lognormal":
            values = np.exp(values)
        return values.astype(np.float32)

    def band(self, share: float = 0.8) -> tuple[float, float, float]:
        """Give mean and band of a scalar parameter, on the scale on which it acts.

        Examples
        --------
        >>> low, mean, high = normal("a.b", "x", 0.0, 1.0, "judgement", "force").band(0.8)
        >>> round(high, 2)
        1.28
        """
        z = {0.8: 1.2815516, 0.9: 1.6448536}[share]
        centre, spread = float(self.mean.mean()), float(self.sd.mean())
        if self.family == "logdirichlet":
            return centre, centre, centre
        low, high = centre - z * spread, centre + z * spread
        if self.family == "lognormal":
            return float(np.exp(low)), float(np.exp(centre)), float(np.exp(high))
        return low, centre, high


def normal(name: str, label: str, mean: object, sd: object, basis: str, acts_on: str) -> Prior:
    """Build a normal prior from numbers or nested lists."""
    return _build(name, label, "normal", mean, sd, basis, acts_on)


def lognormal(name: str, label: str, mean: object, sd: object, basis: str, acts_on: str) -> Prior:
    """Build a log-normal prior; `mean` and `sd` are those of the log."""
    return _build(name, label, "lognormal", mean, sd, basis, acts_on)


def logdirichlet(
    name: str, label: str, shares: object, counts: object, basis: str, acts_on: str
) -> Prior:
    """Build a prior over the log of shares from shares and the counts behind them."""
    return Prior(
        name, label, "logdirichlet",
        np.asarray(shares, float), np.asarray(counts, float), basis, acts_on,
    )  # fmt: skip


def _build(
    name: str, label: str, family: Family, mean: object, sd: object, basis: str, acts_on: str
) -> Prior:
    centre = np.asarray(mean, float)
    return Prior(
        name, label, family, centre,
        np.broadcast_to(np.asarray(sd, float), centre.shape).copy(), basis, acts_on,
    )  # fmt: skip
