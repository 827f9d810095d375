"""A Markov chain: what follows depends on the last mark, which says who acted and how."""

from dataclasses import dataclass

import numpy as np

from offramp.history import MARKS, QUIET, TARGETS, Points, Target
from offramp.scoring._arrays import Floats, Ints
from offramp.scoring._base_rate import BaseRate, fit_base_rate
from offramp.scoring._highest import RUNGS, highest_rung
from offramp.scoring._inputs import absolute, last_side, relative
from offramp.scoring._predictions import Predictions

SHRINKAGE = 10.0
"""How many points' worth the base rate counts for after each mark."""


@dataclass(frozen=True)
class Markov:
    """Shares of each outcome by the last mark: the first axis of each array has 8 marks."""

    when: Floats
    what: Floats
    targets: dict[Target, Floats]
    highest: Floats

    def predict(self, points: Points) -> Predictions:
        """Look each point's last mark up."""
        last = points.confrontations.mark[points.row]
        return Predictions(
            self.when[last],
            absolute(self.what[last], last_side(last)),
            {name: shares[last] for name, shares in self.targets.items()},
            self.highest[last],
        )


def fit_markov(train: Points) -> Markov:
    """Count outcomes by the last mark, shrunk to the base rate."""
    base: BaseRate = fit_base_rate(train)
    weights, comes, evening = train.weights(), train.comes, train.ends_day
    last = train.confrontations.mark[train.row]
    marks = relative(train.mark, last_side(last))[comes]

    def yes(name: Target) -> Floats:
        share = weights * evening
        counts = np.bincount(last, train.outcome(name) * share, minlength=len(MARKS))
        total = np.bincount(last, share, minlength=len(MARKS))
        return (counts + SHRINKAGE * base.targets[name]) / (total + SHRINKAGE)

    return Markov(
        by_last_mark(last, train.bin, weights, base.when, QUIET + 1),
        by_last_mark(last[comes], marks, weights[comes], base.what, len(MARKS)),
        {name: yes(name) for name in TARGETS},
        by_last_mark(last, highest_rung(train), weights * evening, base.highest, len(RUNGS)),
    )


def by_last_mark(last: Ints, outcome: Ints, weights: Floats, base: Floats, size: int) -> Floats:
    """Give the shares of outcomes by the last mark, shrunk to a base rate: (8, size)."""
    flat = np.bincount(last * size + outcome, weights, minlength=len(MARKS) * size)
    counts = flat.reshape(len(MARKS), size) + SHRINKAGE * base
    return counts / counts.sum(1, keepdims=True)
