"""From a log Bayes factor to the five grades in which analysts write such tables."""

from math import log
from typing import Literal

Grade = Literal["CC", "C", "N", "I", "II"]

STRONG = log(3.0)
"""From a factor of three on, in either direction: very consistent, or very inconsistent."""

FAINT = log(1.25)
"""Below a factor of five to four nothing is said: it moves an even chance by less than six
points."""


def grade(log_bayes_factor: float) -> Grade:
    """Grade a log Bayes factor of a hypothesis against the others.

    Examples
    --------
    >>> [grade(x) for x in (1.2, 0.5, 0.0, -0.5, -1.2)]
    ['CC', 'C', 'N', 'I', 'II']
    """
    size = abs(log_bayes_factor)
    if not size >= FAINT:
        return "N"
    if log_bayes_factor > 0:
        return "CC" if size >= STRONG else "C"
    return "II" if size >= STRONG else "I"
