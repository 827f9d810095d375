"""Draws of one fold, laid out for the years of the next."""

import numpy as np
from numpy.typing import NDArray

from offramp.learning._coordinates import WALKS, Coordinates

Floats = NDArray[np.float64]


def carried(vectors: Floats, old: Coordinates, new: Coordinates) -> Floats:
    """Lay draws out in other coordinates, as a place for a climb to start.

    What walks goes on without a step in years that are new, and loses those that are gone; all
    else stays as it is.

    Parameters
    ----------
    vectors : array (draws, coordinates)
    old, new : Coordinates
        Of the same parameters, with walks from the same first year.

    Returns
    -------
    array (draws, coordinates)

    Examples
    --------
    >>> from offramp.learning._coordinates import coordinates
    >>> old, new = coordinates(1946, 1960), coordinates(1946, 1965)
    >>> carried(np.ones((2, old.size)), old, new).shape == (2, new.size)
    True
    """
    laid = np.zeros((len(vectors), new.size))
    for name, place in new.slices.items():
        theirs = vectors[:, old.slices[name]]
        if name in WALKS:
            theirs = theirs[:, : new.span]
        laid[:, place.start : place.start + theirs.shape[1]] = theirs
    return laid
