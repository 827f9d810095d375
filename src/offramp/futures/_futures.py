"""Simulated continuations of a crisis, and how their days are packed."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from offramp.history import History


@dataclass(frozen=True)
class Futures:
    """Simulated continuations of a crisis.

    Attributes
    ----------
    history : History
        Where they start.
    days : int
        How many days each runs, from the day after the as-of date.
    seed : int
        What their luck was drawn from.
    per_draw : int
        Futures per parameter draw; future ``i`` uses draw ``i % parameter_draws``.
    mark, rung, channel : array (futures, days, 2) of int8
        The acts of each day, at most two: index in `offramp.history.MARKS`, index of the
        rung, and of the channel; -1 for none.
    shadow : array (futures, days, 2) of bool
        Whether each side acted in the shadow war.
    """

    history: History
    days: int
    seed: int
    per_draw: int
    mark: NDArray[np.int8]
    rung: NDArray[np.int8]
    channel: NDArray[np.int8]
    shadow: NDArray[np.bool_]

    @property
    def count(self) -> int:
        """How many futures there are."""
        return len(self.mark)

    @property
    def parameter_draws(self) -> int:
        """Over how many parameter draws they are spread."""
        return self.count // self.per_draw

    def first(self, days: int, per_draw: int) -> "Futures":
        """Give the first days of the first futures of each parameter draw.

        They are those that a shorter run of fewer futures would give.
        """
        if (days, per_draw) == (self.days, self.per_draw):
            return self
        cut = slice(per_draw * self.parameter_draws), slice(days)
        return replace(
            self, days=days, per_draw=per_draw, mark=self.mark[cut], rung=self.rung[cut],
            channel=self.channel[cut], shadow=self.shadow[cut],
        )  # fmt: skip


def marks_in(codes: NDArray[np.uint32]) -> NDArray[np.int8]:
    """Give the marks of packed days, at most two a day on a new last axis; -1 for none."""
    return (np.stack([codes & 15, (codes >> 11) & 15], axis=-1)).astype(np.int8) - 1


def unpack(codes: NDArray[np.uint32], history: History, seed: int, per_draw: int) -> Futures:
    """Unpack days of shape (futures, days) into futures."""
    slots = np.stack([codes & 0x7FF, (codes >> 11) & 0x7FF], axis=-1)
    none = slots == 0
    return Futures(
        history=history,
        days=codes.shape[1],
        seed=seed,
        per_draw=per_draw,
        mark=marks_in(codes),
        rung=np.where(none, -1, (slots >> 4) & 31).astype(np.int8),
        channel=np.where(none, -1, slots >> 9).astype(np.int8),
        shadow=np.stack([(codes >> 22) & 1, (codes >> 23) & 1], axis=-1).astype(bool),
    )
