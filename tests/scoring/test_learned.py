"""What the learned baselines share."""

import numpy as np
import pytest

from offramp.history import Points
from offramp.scoring._arrays import Floats, Ints
from offramp.scoring._inputs import Inputs
from offramp.scoring._learned import YEARS, Chances, fit_learned


class Counting:
    """Says the weighed share of each outcome, and keeps what it was shown."""

    def __init__(self) -> None:
        self.shown: list[tuple[Inputs, Ints, Floats]] = []

    def __call__(self, inputs: Inputs, outcome: Ints, weights: Floats) -> Chances:
        self.shown.append((inputs, outcome, weights))
        counts = np.bincount(outcome, weights)
        shares = counts[counts > 0] / counts.sum()
        return lambda inputs: np.tile(shares, (len(inputs.table), 1))


def test_half_an_answer_counts_half(train: Points, scored: Points) -> None:
    learner = Counting()
    said = fit_learned(train, learner).predict(scored)
    keep, weights = train.ends_day, train.weights()
    rate = weights[keep] @ train.outcome("other_force_30")[keep] / weights[keep].sum()
    assert np.isin(train.outcome("other_force_30"), 0.5).any()
    assert said.targets["other_force_30"] == pytest.approx(rate, abs=0.01)
    _, _, shares = learner.shown[3]
    assert shares.sum() == pytest.approx(weights[keep].sum())


def test_what_is_told_when(train: Points) -> None:
    learner = Counting()
    fit_learned(train, learner)
    (when, _, _), (what, marks, _) = learner.shown[:2]
    assert "bin" not in when.names
    assert (what.column("bin") == train.bin[train.comes]).all()
    assert len(marks) == train.comes.sum()


def test_what_was_never_seen_keeps_a_chance(train: Points, scored: Points) -> None:
    peaceful = train.where(train.mark < 6)
    said = fit_learned(peaceful, Counting()).predict(scored)
    assert said.what.min() > 0
    assert said.what[:, 7].max() < 0.01
    assert np.allclose(said.what.sum(1), 1)


def test_with_one_outcome_alone_nothing_is_fitted(train: Points, scored: Points) -> None:
    learner = Counting()
    quiet = train.where(~train.comes)
    fitted = fit_learned(quiet.where(quiet.outcome("quiet_60") == 1), learner)
    assert fitted.predict(scored).when[:, 8].min() > 0.9
    assert not learner.shown


def test_only_the_last_fifty_years_are_learned_from(train: Points) -> None:
    learner = Counting()
    days = np.where(train.confrontations.history < 40, 365 * 60, 0)
    events = train.confrontations
    early = type(events)(
        **{
            name: getattr(events, name) - days if name == "day" else getattr(events, name)
            for name in type(events).__dataclass_fields__
        }
    )
    points = Points(early, train.row, train.gap, train.bin, train.mark)
    fit_learned(points, learner)
    years = learner.shown[0][0].column("year")
    assert points.year.max() - points.year.min() > YEARS
    assert years.max() - years.min() < YEARS
