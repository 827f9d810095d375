"""Many confrontations at once, as published event data hold them: the ground of learning."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

HORIZON = 180
"""Days after an act in which the next one counts; beyond them the confrontation is quiet."""

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Confrontations:
    """Acts of many confrontations, one row each, in order of history, day and event number.

    A *history* is one pair of sides within one confrontation: a confrontation of several
    parties holds several histories, and they are weighed and drawn together.

    Attributes
    ----------
    dataset : str
        Where the rows come from, such as ``mie-1.0``.
    history : array (acts,)
        Index of the act's history, from 0; never falls.
    day : array (acts,)
        Proleptic ordinal of the day (`datetime.date.toordinal`); the 15th where unknown.
    mark : array (acts,)
        Index in `offramp.history.MARKS`; the first side is the one that opened.
    action : array (acts,)
        The action code as published, for those who want to know more than the mark.
    log_dead : array (acts,)
        log(1 + dead) of both sides, from the middle of the range given.
    vague : array (acts,)
        Whether the day is unknown, and only the month is given.
    confrontation, cluster : array (histories,)
        Which confrontation a history belongs to, and which crisis across datasets.
    sides : array (histories, 2) of str
        Codes of the opener's side and of the other.
    until : int
        Ordinal of the last day that the data observe.
    """

    dataset: str
    history: Ints
    day: Ints
    mark: Ints
    action: Ints
    log_dead: Floats
    vague: Bools
    confrontation: Ints
    cluster: Ints
    sides: NDArray[np.str_]
    until: int

    @property
    def count(self) -> int:
        """How many acts there are."""
        return len(self.day)

    @cached_property
    def first(self) -> Ints:
        """Row of the first act of each history: (histories,)."""
        return np.searchsorted(self.history, np.arange(len(self.confrontation)))

    @cached_property
    def begins(self) -> Ints:
        """Ordinal of the day on which each history's confrontation began: (histories,)."""
        _, group = np.unique(self.confrontation, return_inverse=True)
        opened = np.full(group.max() + 1, np.iinfo(np.int64).max)
        np.minimum.at(opened, group, self.day[self.first])
        return opened[group]

    def where(self, keep: Bools) -> "Confrontations":
        """Keep some histories, by a mask (histories,)."""
        rows = keep[self.history]
        renumber = np.cumsum(keep) - 1
        return Confrontations(
            self.dataset, renumber[self.history[rows]], self.day[rows], self.mark[rows],
            self.action[rows], self.log_dead[rows], self.vague[rows], self.confrontation[keep],
            self.cluster[keep], self.sides[keep], self.until,
        )  # fmt: skip
