"""What exchanges do, learned beside the choices: imported late, since it needs NumPyro."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from offramp._extras import part

Draws = dict[str, NDArray[np.float32]]


def learn_exchange(table: Any, count: int, seed: int) -> tuple[Draws, dict[str, str]]:
    """Learn how kinds of munitions order and how far nights differ, from the Ukraine log.

    Parameters
    ----------
    table : pyarrow.Table
        As `offramp.datasets.open_dataset` gives it for ``ukraine``.
    count, seed : int
        How many draws, and their luck.

    Returns
    -------
    draws : dict of str to array (count, kinds)
    bases : dict of str to str
        What each rests on.

    Raises
    ------
    OfframpError
        When the extra ``learn`` is missing.
    """
    part("learn", "numpyro")
    from offramp.learning._salvoes import BASIS, Salvoes, exchange_draws, fit_salvoes

    found = fit_salvoes(Salvoes.from_table(table), seed)
    return exchange_draws(found, count, seed), BASIS
