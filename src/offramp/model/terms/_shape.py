"""The one shape that every term has."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from jax import Array

from offramp.model._prior import Prior
from offramp.model._setting import Hidden, Setting
from offramp.model._standing_types import Draw, Standing

Marks = tuple[Array, ...]
"""A value for each of the eight marks; kept apart until all terms are summed."""

Apply = Callable[[Draw, Standing, Hidden, Setting], Array | Marks]


@dataclass(frozen=True)
class Term:
    """A named part of the log-hazard.

    Attributes
    ----------
    name, label : str
        The key of the term and how a reader would call it.
    part : str
        ``rate`` terms give a number () that moves all marks alike; ``choice`` terms give
        eight, inside the softmax over marks; ``dial`` terms give (2,), what holds or pushes
        each side's use of force, outside it.
    group : str
        How the ledger groups it: ``base``, ``learned`` or ``dial``.
    priors : tuple of Prior
        The parameters that the term owns.
    apply : callable
        Of one draw, the standing, the hidden states and the setting.
    """

    name: str
    label: str
    part: Literal["rate", "choice", "dial"]
    group: Literal["base", "learned", "dial"]
    priors: tuple[Prior, ...]
    apply: Apply

    @property
    def basis(self) -> str:
        """What the term's parameters rest on."""
        return " ".join(dict.fromkeys(prior.basis for prior in self.priors))
