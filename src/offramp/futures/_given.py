"""What stays as it is while futures run: signals, traits, the ladder, and who is held."""

from typing import Any, NamedTuple

import numpy as np

from offramp.history import History, Signals
from offramp.model import Traits

Span = tuple[int, int]
"""A first and a last day, counted from the as-of date."""

NOT_HELD: Span = (1, 0)


class Given(NamedTuple):
    """What stays as it is while futures run.

    `held` (2, 2) is, by side, the first and the last day on which it does nothing; a last day
    of 0 holds it on none. Where `while_other` (2,) is 1, that lapses once the other side has
    used force.
    """

    signals: Signals
    traits: Traits
    home: Any
    deed: Any
    campaign: Any
    war: Any
    held: Any = np.zeros((2, 2), np.int32)
    while_other: Any = np.zeros(2, np.float32)


def given_by(
    history: History,
    held: tuple[Span, Span] = (NOT_HELD, NOT_HELD),
    while_other: tuple[bool, bool] = (False, False),
) -> Given:
    """Put together what stays as it is while futures of a crisis run."""
    return Given(
        history.signals,
        Traits(history.nuclear, history.democracy),
        history.rungs.home,
        history.rungs.deed,
        np.int32(history.rungs.campaign),
        np.int32(history.rungs.war),
        np.array(held, np.int32),
        np.array(while_other, np.float32),
    )
