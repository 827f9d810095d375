"""What the learned baselines share: a classifier each for when, what, and each question."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from offramp._extras import part
from offramp.history import MARKS, QUIET, TARGETS, Points, Target
from offramp.scoring._arrays import Floats, Ints
from offramp.scoring._highest import RUNGS, highest_rung
from offramp.scoring._inputs import Inputs, absolute, inputs_of, relative
from offramp.scoring._predictions import Predictions

Chances = Callable[[Inputs], Floats]
"""From inputs to the chances of each outcome: (points, outcomes)."""

Learner = Callable[[Inputs, Ints, Floats], Chances]
"""Fits a classifier to inputs, outcomes and weights; its chances are of the outcomes seen."""

YEARS = 50
"""Years before the end of the training that are learned from; earlier ones add nothing."""

_HALF = 0.5


@dataclass(frozen=True)
class Learned:
    """Fitted classifiers, which look at the inputs of `_inputs` and at nothing else."""

    when: Chances
    what: Chances
    targets: dict[Target, Chances]
    highest: Chances

    def predict(self, points: Points) -> Predictions:
        """Forecast each point from its inputs."""
        inputs = inputs_of(points)
        with one_thread():
            return Predictions(
                self.when(inputs),
                absolute(self.what(_knowing_when(inputs, points)), inputs.side),
                {name: chances(inputs)[:, 1] for name, chances in self.targets.items()},
                self.highest(inputs),
            )


def fit_learned(train: Points, learner: Learner) -> Learned:
    """Fit a classifier for when, one for what given when, one for each question.

    Marks are learned as seen from the last actor. Points are weighed n^-1/2 within their
    confrontation. Questions are learned where they are asked, in the evening; one that is half
    answered (after a mutual act, force by one of the two sides) counts half as yes and half as
    no.
    """
    years = train.year
    train = train.where(years > years.max() - YEARS)
    inputs, weights, comes = inputs_of(train), train.weights(), train.comes
    evening = train.ends_day
    known = _knowing_when(inputs, train).where(comes)
    marks = relative(train.mark, inputs.side)[comes]

    def fit(inputs: Inputs, outcome: Ints, weights: Floats, size: int) -> Chances:
        return smoothed(learner, inputs, outcome, weights, size)

    def fit_target(name: Target) -> Chances:
        yes = train.outcome(name)
        some, rest = np.flatnonzero(evening & (yes > 0)), np.flatnonzero(evening & (yes < 1))
        rows = np.concatenate([some, rest])
        answer = np.repeat([1, 0], [len(some), len(rest)])
        share = np.where(answer == 1, yes[rows], 1 - yes[rows])
        return fit(inputs.where(rows), answer, weights[rows] * share, 2)

    with one_thread():
        return Learned(
            fit(inputs, train.bin, weights, QUIET + 1),
            fit(known, marks, weights[comes], len(MARKS)),
            {name: fit_target(name) for name in TARGETS},
            fit(inputs.where(evening), highest_rung(train)[evening], weights[evening], len(RUNGS)),
        )


def one_thread() -> Any:
    """Keep to one thread: on tables of this size more wait for each other, and take longer."""
    return part("score", "threadpoolctl").threadpool_limits(1)


def _knowing_when(inputs: Inputs, points: Points) -> Inputs:
    return inputs.with_column("bin", np.minimum(points.bin, QUIET - 1).astype(float))


def smoothed(
    learner: Learner, inputs: Inputs, outcome: Ints, weights: Floats, size: int
) -> Chances:
    """Fit to the outcomes that were seen, and leave a chance to those that were not."""
    seen = np.unique(outcome)
    fitted = learner(inputs, outcome, weights) if len(seen) > 1 else _certain
    count = len(outcome)

    def chances(inputs: Inputs) -> Floats:
        full = np.zeros((len(inputs.table), size))
        full[:, seen] = fitted(inputs)
        return (count * full + _HALF) / (count + size * _HALF)

    return chances


def _certain(inputs: Inputs) -> Floats:
    return np.ones((len(inputs.table), 1))
