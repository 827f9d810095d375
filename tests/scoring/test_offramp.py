"""The model as one forecaster among others."""

import numpy as np
import pytest

from offramp.history import TARGETS, Confrontations, Points
from offramp.scoring import Offramp, backtest, fit_offramp, shipped_offramp
from offramp.scoring._base_rate import fit_base_rate
from offramp.scoring._losses import losses
from offramp.scoring._predictions import checked
from scoring._made import until_row

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def fitted(train: Points) -> Offramp:
    return fit_offramp(train, futures=20)


def test_chances_of_the_right_shape(fitted: Offramp, scored: Points) -> None:
    said = checked(fitted.predict(scored), scored, "offramp")
    assert np.allclose(said.when.sum(1), 1)
    for name in TARGETS:
        asked = said.targets[name][scored.ends_day]
        assert asked.min() > 0
        assert asked.max() < 1


def test_it_learns_from_what_it_is_given(fitted: Offramp, train: Points, scored: Points) -> None:
    base = fit_base_rate(train).predict(scored)
    ours = losses(fitted.predict(scored), scored)["joint"].mean()
    assert ours < losses(base, scored)["joint"].mean()


def test_what_comes_later_changes_no_earlier_forecast(
    fitted: Offramp, events: Confrontations, scored: Points
) -> None:
    whole = fitted.predict(scored)
    at = scored.count // 2
    row = int(scored.row[at])
    cut = until_row(events, row)
    point = Points(cut, np.array([row]), np.array([-1]), np.array([8]), np.array([-1]))
    alone = fitted.predict(point)
    assert np.allclose(alone.when[0], whole.when[at], atol=1e-5)


def test_the_parameters_that_ship_are_a_forecaster_too(scored: Points) -> None:
    some = scored.where(np.arange(scored.count) < 30)
    ready, beforehand = shipped_offramp(futures=20)
    said = checked(ready.predict(some), some, "shipped")
    assert said.highest is not None
    assert beforehand.basis


def test_progress_is_told(train: Points, events: Confrontations) -> None:
    told: list[str] = []
    few = {"base_rate": fit_base_rate, "boosting": fit_base_rate}

    def fit(points: Points) -> Offramp:
        return fit_offramp(points, futures=5, progress=lambda *step: told.append(step[0]))

    backtest(events, fit, 1990, baselines=few, draws=10)
    assert {"fit", "futures"} <= set(told)
