"""Dials for those who may not use what a dataset says of them."""

import numpy as np
from numpy.typing import NDArray

from offramp.model import SEED, all_priors, normal

SD = 0.5
"""Width of a dial of which nothing is taken to be known."""


def dials_without(source: str, count: int) -> tuple[dict[str, NDArray[np.float32]], dict[str, str]]:
    """Draw the dials that rest on a source round zero instead.

    Parameters
    ----------
    source : str
        A dataset's name, as the dials' bases have it.
    count : int
        How many draws.

    Returns
    -------
    draws : dict of str to array (count,)
    bases : dict of str to str
        What each rests on now.

    Examples
    --------
    >>> draws, _ = dials_without("ICBe", 50)
    >>> draws["limit.own"].shape, "grievance.weight" in draws
    ((50,), False)
    """
    basis = f"Judgement, round zero: this set takes nothing from {source}."
    plain = {
        prior.name: normal(prior.name, prior.label, 0.0, SD, basis, prior.acts_on)
        for prior in all_priors()
        if prior.is_dial and source in prior.basis
    }
    draws = {name: prior.draws(count, SEED) for name, prior in plain.items()}
    return draws, dict.fromkeys(plain, basis)
