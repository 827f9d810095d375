"""Recalibration mends what is wrong, and leaves alone what is right."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.special import expit, logit

from offramp.history import QUIET, TARGETS, Points
from offramp.scoring import Recalibration, fit_recalibration
from offramp.scoring._base_rate import fit_base_rate
from offramp.scoring._losses import losses
from offramp.scoring._predictions import checked
from scoring._said import noisy

NONE = Recalibration(dict.fromkeys(TARGETS, (0.0, 1.0)), 0.0, 1.0)


def test_none_changes_nothing(scored: Points) -> None:
    said = noisy(scored)
    same = NONE.applied(said)
    assert np.allclose(same.when, said.when)
    assert same.what is said.what
    for name in TARGETS:
        assert same.targets[name] == pytest.approx(said.targets[name])


def test_a_shift_that_was_put_in_is_taken_out(train: Points) -> None:
    honest = fit_base_rate(train).predict(train)
    high = expit(logit(honest.targets["force_30"]) + 1.0)
    high[~train.ends_day] = np.nan
    said = replace(honest, targets={**honest.targets, "force_30": high})
    again = fit_recalibration(said, train).applied(said)
    again.targets["force_30"][~train.ends_day] = 0
    weights = train.weights() * train.ends_day
    rate = weights @ train.outcome("force_30") / weights.sum()
    mended = weights @ again.targets["force_30"] / weights.sum()
    assert abs(mended - rate) < 0.3 * abs(np.nanmax(high) - rate)


def test_too_much_quiet_is_taken_back(train: Points) -> None:
    honest = fit_base_rate(train).predict(train)
    when = honest.when.copy()
    when[:, QUIET] *= 3
    said = replace(honest, when=when / when.sum(1, keepdims=True))
    learned = fit_recalibration(said, train)
    assert learned.quiet < -0.3
    before, after = (
        losses(one, train)["when"] @ train.weights() for one in (said, learned.applied(said))
    )
    assert after < before


def test_no_skill_loses_its_sureness(train: Points) -> None:
    said = noisy(train)
    learned = fit_recalibration(said, train)
    assert learned.power < 0.7
    assert all(power < 0.8 for _, power in learned.targets.values())
    checked(learned.applied(said), train, "recalibrated")


def test_few_confrontations_change_little(train: Points) -> None:
    few = train.where(train.confrontation == train.confrontation[0])
    learned = fit_recalibration(noisy(few), few)
    assert abs(learned.quiet) < 0.2
    assert abs(learned.power - 1) < 0.25


def test_chances_of_nought_and_one_are_moved_and_stay_chances(train: Points) -> None:
    said = noisy(train)
    sure = replace(said, targets={name: train.outcome(name) for name in TARGETS})
    again = fit_recalibration(sure, train).applied(sure)
    checked(again, train, "recalibrated")
