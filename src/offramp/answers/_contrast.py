"""Set two worlds side by side, future by future, under one luck."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from offramp.answers._observe import horizon, observe, reaches
from offramp.answers._results import AtShare, Difference
from offramp.answers._sample import Level, gap_level, level
from offramp.answers._world import Run, World
from offramp.questions import Question

SHARES = (0.0, 0.5, 1.0)
"""Values of the state-dependence share over which a contrast is shown."""

ROUNDS_AT_A_SHARE = 10
"""Futures per parameter draw for each of them: arms share their luck, so few are enough."""


class Arm(NamedTuple):
    """What the futures of one world answer: values (rounds, draws), and where a condition holds."""

    values: NDArray[np.float64]
    unit: str
    condition: NDArray[np.bool_] | None

    def first(self, rounds: int) -> "Arm":
        """The same for the first futures of each parameter draw alone."""
        held = None if self.condition is None else self.condition[:rounds]
        return Arm(self.values[:rounds], self.unit, held)

    @property
    def level(self) -> Level:
        """The mean over futures, over those in which the condition holds where there is one."""
        return level(self.values, self.condition)

    @property
    def by_draw(self) -> NDArray[np.float64]:
        """The same by parameter draw; (draws,)."""
        if self.condition is None:
            return self.values.mean(0)
        return _rates(self.values, self.condition)


def arm(world: World, question: Question, run: Run) -> Arm:
    """Say what the futures of one world answer to a question."""
    sample = observe(world, question.observable, run)
    condition = None
    if question.condition is not None:
        futures, asked = world.run(run), question.condition
        # The window is the question's own, however far futures are run.
        within = asked.within or horizon(question.observable)
        condition = reaches(world, futures, replace(asked, within=within))
        condition = condition.reshape(futures.per_draw, -1)
    return Arm(sample.values, sample.unit, condition)


def gap(one: Arm, two: Arm) -> tuple[Level, float]:
    """Give the second arm less the first, and the chance that it lies below nothing."""
    if one.condition is None or two.condition is None:
        return gap_level(two.values - one.values)
    first, second = one.level, two.level
    by_draw = two.by_draw - one.by_draw
    mean = second.mean - first.mean
    low, high = np.quantile(by_draw, [0.05, 0.95])
    error = float(np.hypot(first.mc_error, second.mc_error))
    lower = float((by_draw < 0).mean() + 0.5 * (by_draw == 0).mean())
    return Level(mean, min(float(low), mean), max(float(high), mean), error), lower


def difference(
    world: World, supposed: World, question: Question, run: Run
) -> tuple[Difference, float | None]:
    """Give a question's answer in a supposed world less that in another.

    Returns
    -------
    difference : Difference
    saved : float or None
        How many times more futures two independent arms would need for the same error.
    """
    one, two = arm(world, question, run), arm(supposed, question, run)
    found, lower = gap(one, two)
    return Difference(
        found.mean, found.low, found.high, found.mc_error, one.unit,
        chance_lower=lower,
        log_odds=None if one.unit else _log_odds(one.level.mean, two.level.mean),
        by_share=_by_share(one, supposed, question, run),
    ), _saved(one, two)  # fmt: skip


def _rates(values: NDArray[np.float64], condition: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Give the mean over the futures in which a condition holds, by parameter draw.

    A draw that meets it rarely says little, and is drawn to the mean of all.
    """
    both, held = (values * condition).sum(0), condition.sum(0)
    return (both + both.sum() / max(held.sum(), 1)) / (held + 1.0)


def _log_odds(one: float, two: float) -> float | None:
    if not (0 < one < 1 and 0 < two < 1):
        return None
    return float(np.log(two / (1 - two)) - np.log(one / (1 - one)))


def _saved(one: Arm, two: Arm) -> float | None:
    if len(one.values) == 1 or one.condition is not None:
        return None
    apart = float(one.values.var(0).mean() + two.values.var(0).mean())
    together = float((two.values - one.values).var(0).mean())
    return apart / together if together > 0 else None


def at_shares(supposed: World, run: Run) -> tuple[tuple[float, World, Run], ...]:
    """List a supposed world at each share shown, and how far it is run there.

    None where no act is taken out or put in: then no share bears on it.
    """
    if not (supposed.history.events.change != 0).any():
        return ()
    few = run._replace(draws=min(run.draws, ROUNDS_AT_A_SHARE * supposed.parameters.count))
    return tuple((share, supposed.at_share(share), few) for share in SHARES)


def _by_share(one: Arm, supposed: World, question: Question, run: Run) -> tuple[AtShare, ...]:
    """Show the difference where acts cause none, half or all of the momentum after them."""
    found: list[AtShare] = []
    for share, changed, few in at_shares(supposed, run):
        two = arm(changed, question, few)
        apart, _ = gap(one.first(len(two.values)), two)
        found.append(AtShare(share, apart.mean, apart.low, apart.high))
    return tuple(found)
