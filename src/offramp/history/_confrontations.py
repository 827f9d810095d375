"""Many confrontations at once, as published event data hold them: the ground of learning."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

HORIZON = 180
"""Days after an act in which the next one counts; beyond them the confrontation is quiet."""

APART = 1_000_000_000
"""What is added to the numbers of a further dataset, so that they stay apart."""

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
    watched : array (acts,) of bool, optional
        Whether the data go on watching after the act, so that silence means that nothing came;
        all where left out. ICB watches a crisis actor up to its major response, and no further.
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
    watched: Bools | None = None

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
            None if self.watched is None else self.watched[rows],
        )  # fmt: skip


def join(*parts: Confrontations) -> Confrontations:
    """Put the confrontations of several datasets together; crises keep their clusters.

    Confrontations that are numbered alike in two datasets stay apart.

    Examples
    --------
    >>> one = Confrontations(
    ...     "a", np.array([0]), np.array([10]), np.array([1]), np.array([7]), np.zeros(1),
    ...     np.zeros(1, bool), np.array([5]), np.array([5]), np.array([["A", "B"]]), until=99,
    ... )
    >>> both = join(one, one)
    >>> both.history.tolist(), both.confrontation.tolist(), both.dataset
    ([0, 1], [5, 1000000005], 'a + a')
    """
    starts = np.cumsum([0, *(len(part.confrontation) for part in parts)])[:-1]
    numbered = list(zip(parts, range(len(parts)), starts, strict=True))
    return Confrontations(
        dataset=" + ".join(part.dataset for part in parts),
        history=np.concatenate([part.history + start for part, _, start in numbered]),
        day=np.concatenate([part.day for part in parts]),
        mark=np.concatenate([part.mark for part in parts]),
        action=np.concatenate([part.action for part in parts]),
        log_dead=np.concatenate([part.log_dead for part in parts]),
        vague=np.concatenate([part.vague for part in parts]),
        confrontation=np.concatenate([part.confrontation + at * APART for part, at, _ in numbered]),
        cluster=np.concatenate([_apart(part.cluster, at) for part, at, _ in numbered]),
        sides=np.concatenate([part.sides for part in parts]),
        until=min(part.until for part in parts),
        watched=np.concatenate(
            [np.ones(p.count, bool) if p.watched is None else p.watched for p in parts]
        ),
    )


def _apart(cluster: Ints, at: int) -> Ints:
    """Keep crises that only one dataset knows, whose numbers are negative, apart from others."""
    return np.where(cluster < 0, cluster - at * APART, cluster)
