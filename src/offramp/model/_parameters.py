"""The parameters of the model: draws, and what each rests on."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from offramp.model._exchange import PRIORS as EXCHANGE_PRIORS
from offramp.model._prior import Prior, normal
from offramp.model._provocation import PRIORS as PROVOCATION_PRIORS
from offramp.model.terms import TERMS

SEED = 19690302
"""Fixes the shipped draws; the same for every crisis and every run."""


@dataclass(frozen=True)
class Parameters:
    """Draws of every parameter.

    Attributes
    ----------
    values : dict of str to array
        By name; each array has shape (count, ...).
    priors : tuple of Prior
        What the draws came from, with their basis.
    basis : str
        What the set as a whole rests on, in a sentence.
    """

    values: dict[str, NDArray[np.float32]]
    priors: tuple[Prior, ...]
    basis: str

    @property
    def count(self) -> int:
        """How many draws there are."""
        return len(next(iter(self.values.values())))

    def replace(self, name: str, value: float) -> "Parameters":
        """Set one parameter to a value in every draw, as when a dial is turned.

        Examples
        --------
        >>> calm = shipped_parameters().replace("fear.weight", -1.0)
        >>> float(calm.values["fear.weight"].max())
        -1.0
        """
        if name not in self.values:
            raise KeyError(name)
        changed = np.full_like(self.values[name], value)
        return Parameters({**self.values, name: changed}, self.priors, self.basis)

    def believe(self, name: str, mean: float, sd: float, basis: str) -> "Parameters":
        """Put an analyst's own prior in the place of a dial's.

        Examples
        --------
        >>> sure = shipped_parameters().believe("fear.weight", 0.5, 0.1, "my own reading")
        >>> bool(sure.values["fear.weight"].mean() > 0.4)
        True
        """
        own = next(prior for prior in self.priors if prior.name == name)
        prior = normal(name, own.label, mean, sd, basis, own.acts_on)
        priors = tuple(prior if each.name == name else each for each in self.priors)
        return Parameters({**self.values, name: prior.draws(self.count, SEED)}, priors, self.basis)


def all_priors() -> tuple[Prior, ...]:
    """List the priors of every part of the model, in the order of its terms."""
    terms = tuple(prior for term in TERMS for prior in term.priors)
    return (*terms, *PROVOCATION_PRIORS, *EXCHANGE_PRIORS)


@cache
def shipped_parameters(count: int = 200) -> Parameters:
    """Give the parameters that the package carries: draws from priors.

    Read-only, and the same object at each call.

    Parameters
    ----------
    count : int
        How many draws; futures are spread over them evenly.

    Returns
    -------
    offramp.model.Parameters
        The draws, with the priors that they came from.

    Examples
    --------
    >>> shipped_parameters(200).count
    200
    """
    priors = all_priors()
    return Parameters(
        values={prior.name: prior.draws(count, SEED) for prior in priors},
        priors=priors,
        basis=(
            "Draws from priors: hazards, shares and momentum counted from MIE 1946-94, dials "
            "from ICB and ICBe up to 1994, the rest judgement; nothing is fitted yet."
        ),
    )
