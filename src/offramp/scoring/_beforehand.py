"""What a forecaster was fitted to before the backtest began."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Beforehand:
    """What a forecaster that is not fitted anew was fitted to.

    Attributes
    ----------
    basis : str
        In a sentence.
    until : datetime.date
        The last day of what it was fitted to.
    """

    basis: str
    until: date
