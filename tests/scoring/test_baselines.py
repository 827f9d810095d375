"""What holds of every baseline: chances, no hindsight, no names, better with more to see."""

from dataclasses import replace

import numpy as np
import pytest

from offramp.history import TARGETS, Confrontations, Points
from offramp.scoring import BASELINES, Forecaster
from offramp.scoring._losses import losses
from offramp.scoring._predictions import checked
from scoring._made import until_row


@pytest.fixture(scope="module")
def fitted(train: Points) -> dict[str, Forecaster]:
    return {name: fit(train) for name, fit in BASELINES.items()}


@pytest.mark.parametrize("name", BASELINES)
def test_chances_sum_to_one(name: str, fitted: dict[str, Forecaster], scored: Points) -> None:
    said = checked(fitted[name].predict(scored), scored, name)
    assert said.when.min() > 0
    assert said.what.min() > 0
    assert np.allclose(said.what.sum(1), 1)


@pytest.mark.parametrize("name", BASELINES)
def test_what_comes_later_changes_no_earlier_forecast(
    name: str, fitted: dict[str, Forecaster], events: Confrontations, scored: Points
) -> None:
    whole = fitted[name].predict(scored)
    for at in range(0, scored.count, 37):
        row = int(scored.row[at])
        cut = until_row(events, row)
        # What is conditional on when the next act came, so that is all that is told of it.
        point = Points(cut, np.array([row]), np.array([-1]), scored.bin[at : at + 1], np.array([0]))
        alone = fitted[name].predict(point)
        assert np.allclose(alone.when[0], whole.when[at], rtol=1e-12)
        assert np.allclose(alone.what[0], whole.what[at], rtol=1e-12)
        for target in TARGETS:
            assert alone.targets[target][0] == pytest.approx(whole.targets[target][at])


@pytest.mark.parametrize("name", BASELINES)
def test_other_names_of_the_sides_change_nothing(
    name: str, fitted: dict[str, Forecaster], events: Confrontations, scored: Points
) -> None:
    renamed = replace(events, sides=np.full_like(events.sides, "X"))
    points = replace(scored, confrontations=renamed)
    one, other = (fitted[name].predict(some) for some in (scored, points))
    assert (one.when == other.when).all()
    assert (one.what == other.what).all()


@pytest.mark.parametrize("name", BASELINES)
def test_a_subset_is_forecast_like_the_whole(
    name: str, fitted: dict[str, Forecaster], scored: Points
) -> None:
    keep = np.arange(scored.count) % 3 == 0
    whole, part = fitted[name].predict(scored), fitted[name].predict(scored.where(keep))
    assert np.allclose(whole.when[keep], part.when, rtol=1e-12)
    assert np.allclose(whole.what[keep], part.what, rtol=1e-12)


@pytest.mark.parametrize("name", ["markov", "logistic", "boosting"])
def test_those_that_look_at_the_past_beat_the_base_rate(
    name: str, fitted: dict[str, Forecaster], scored: Points
) -> None:
    def mean(which: str) -> float:
        return float(losses(fitted[which].predict(scored), scored)["joint"].mean())

    assert mean(name) < mean("base_rate")
