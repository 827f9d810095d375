"""The score card of one forecaster."""

from dataclasses import dataclass

import numpy as np

from offramp.history import TARGETS, Points, Target
from offramp.scoring._arrays import Bools, Floats, Ints
from offramp.scoring._before_battle import before_battle
from offramp.scoring._bootstrap import Bootstrap, Intervals
from offramp.scoring._highest import highest_rung
from offramp.scoring._losses import Losses, asked, losses
from offramp.scoring._means import Mean, equal_shares, mean_of
from offramp.scoring._pit import COVERED, spread
from offramp.scoring._predictions import Predictions
from offramp.scoring._ranked import ranked_loss
from offramp.scoring._reliability import Reliability, reliability


@dataclass(frozen=True)
class LogScores:
    """Log scores of the next act, in nats; less is better."""

    joint: Mean
    when: Mean
    what: Mean


@dataclass(frozen=True)
class TargetScores:
    """How a forecaster did on one question with a yes or no, asked where a day ends.

    Attributes
    ----------
    brier : Mean
        Brier score.
    said, came : Mean
        Mean forecast, and how often it came.
    by_event, by_confrontation : Reliability
        The Brier score taken apart, by either weight.
    """

    brier: Mean
    said: Mean
    came: Mean
    by_event: Reliability
    by_confrontation: Reliability


@dataclass(frozen=True)
class OrderedScores:
    """How a forecaster did on an outcome that has an order.

    Attributes
    ----------
    ranked : Mean
        Ranked probability score.
    coverage : dict of float to Intervals
        Share of outcomes in each central interval, which should be that interval's own share.
    pit : array (10,)
        Share of outcomes in each tenth of their distributions; flat at best.
    """

    ranked: Mean
    coverage: dict[float, Intervals]
    pit: Floats


@dataclass(frozen=True)
class Card:
    """All scores of one forecaster.

    Attributes
    ----------
    scores : LogScores
        Over all points.
    before_battle : LogScores
        Over the points before any battle; NaN where there are none.
    targets : dict of Target to TargetScores
        The questions.
    wait : OrderedScores
        Days to the next act, by bin.
    highest : OrderedScores, optional
        The highest level within 90 days, where a forecaster says anything of it.
    """

    scores: LogScores
    before_battle: LogScores
    targets: dict[Target, TargetScores]
    wait: OrderedScores
    highest: OrderedScores | None


def card_of(said: Predictions, points: Points, bootstrap: Bootstrap) -> Card:
    """Score what was said of points by everything there is."""
    lost, every = losses(said, points), np.ones(points.count, bool)
    highest = None
    if said.highest is not None:
        rung = highest_rung(points)
        highest = _ordered(said.highest, rung, points, points.ends_day, bootstrap)
    return Card(
        _logs(lost, points, every),
        _logs(lost, points, before_battle(points)),
        {name: _target(said.targets[name], lost, points, name) for name in TARGETS},
        _ordered(said.when, points.bin, points, every, bootstrap),
        highest,
    )


def _logs(lost: Losses, points: Points, keep: Bools) -> LogScores:
    return LogScores(
        mean_of(lost["joint"], points, keep),
        mean_of(lost["when"], points, keep),
        mean_of(lost["what"], points, keep & points.comes),
    )


def _target(chance: Floats, lost: Losses, points: Points, name: Target) -> TargetScores:
    came, keep = points.outcome(name), asked(points, name)
    return TargetScores(
        mean_of(lost[name], points, keep),
        mean_of(chance, points, keep),
        mean_of(came, points, keep),
        reliability(chance[keep], came[keep]),
        reliability(chance[keep], came[keep], equal_shares(points, keep)),
    )


def _ordered(
    chances: Floats, outcome: Ints, points: Points, keep: Bools, bootstrap: Bootstrap
) -> OrderedScores:
    where = spread(chances, outcome)
    return OrderedScores(
        mean_of(ranked_loss(chances, outcome), points, keep),
        {share: bootstrap.intervals(where.covered(share), keep) for share in COVERED},
        spread(chances[keep], outcome[keep]).histogram(),
    )
