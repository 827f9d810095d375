"""Ranked probability scores of outcomes that have an order."""

from offramp._extras import part
from offramp.scoring._arrays import Floats, Ints


def ranked_loss(chances: Floats, outcome: Ints) -> Floats:
    """Give the ranked probability score of each forecast; 0 is best.

    Parameters
    ----------
    chances : array (points, categories)
        Chances of ordered categories.
    outcome : array (points,)
        The category that came, from 0.

    Returns
    -------
    array (points,)
        Sum of the squared distances between the cumulated chances and the cumulated outcome.

    Examples
    --------
    >>> import numpy as np
    >>> ranked_loss(np.array([[1.0, 0.0, 0.0]]), np.array([2])).tolist()
    [2.0]
    """
    return part("score", "scoringrules").rps_score(outcome + 1, chances)
