"""What is believed about a parameter before a crisis speaks, and why."""

import zlib
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

PACE = "when the next act comes"
"""What the parameters of the rate act on; none of them is a dial."""

Family = Literal["normal", "lognormal", "beta"]


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
        log. ``beta``: `mean` and `sd` hold the two shapes of a share.
    mean, sd : array
        Of one shape.
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
        return self.family == "normal" and self.mean.ndim == 0 and self.acts_on != PACE

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
        if self.family == "beta":
            return rng.beta(self.mean, self.sd, shape).astype(np.float32)
        values = self.mean + self.sd * rng.standard_normal(shape)
        if self.family == "lognormal":
            values = np.exp(values)
        return values.astype(np.float32)


def normal(name: str, label: str, mean: object, sd: object, basis: str, acts_on: str) -> Prior:
    """Build a normal prior from numbers or nested lists."""
    return _build(name, label, "normal", mean, sd, basis, acts_on)


def lognormal(name: str, label: str, mean: object, sd: object, basis: str, acts_on: str) -> Prior:
    """Build a log-normal prior; `mean` and `sd` are those of the log."""
    return _build(name, label, "lognormal", mean, sd, basis, acts_on)


def beta(name: str, label: str, one: float, two: float, basis: str, acts_on: str) -> Prior:
    """Build a beta prior of a share from its two shapes."""
    return _build(name, label, "beta", one, two, basis, acts_on)


def _build(
    name: str, label: str, family: Family, mean: object, sd: object, basis: str, acts_on: str
) -> Prior:
    centre = np.asarray(mean, float)
    return Prior(
        name, label, family, centre,
        np.broadcast_to(np.asarray(sd, float), centre.shape).copy(), basis, acts_on,
    )  # fmt: skip
