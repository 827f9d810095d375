"""Scores: by hand where that can be done, and the one who knows wins."""

import math

import numpy as np
import pytest

from offramp.scoring.library import OURS, POOLED
from offramp.scoring.library._scores import losses_of, rows_of, scores_of

from ._heard import crisis, heard

BOTH = [*heard(crisis("one"), knows=True), *heard(crisis("two"), knows=True)]


def test_who_knows_beats_who_does_not_at_everything() -> None:
    found = scores_of(BOTH, draws=50)
    assert next(iter(found)) == POOLED
    for scores in found.values():
        for by in scores.gaps.values():
            assert by["markov"].event.high < 0
            assert by["markov"].confrontation.high < 0
    lost = scores_of([*heard(crisis("one"), knows=False)], draws=50)
    assert all(s.gaps[m]["markov"].event.low > 0 for s in lost.values() for m in s.gaps)


def test_the_scores_are_those_that_one_works_out_by_hand() -> None:
    found = scores_of(BOTH, draws=50)
    pool = found[POOLED]
    assert pool.means["brier"]["markov"].event == pytest.approx(0.25)
    assert pool.means["log"]["markov"].confrontation == pytest.approx(math.log(2))
    assert pool.means["brier"][OURS].event == pytest.approx(0.0001)
    assert pool.crises == 2
    assert pool.moments == 6
    assert pool.questions == sum(
        s.questions for g, s in found.items() if s.kind == "yes-no" and g != POOLED
    )
    assert set(found["highest-30"].means) == {"ranked"}, "baselines hold some rungs impossible"
    assert found["act-30"].means["log"]["markov"].event == pytest.approx(math.log(9))


def test_crises_weigh_the_same_however_many_questions_they_have() -> None:
    few = heard(crisis("few"), knows=False)[:1]
    rows = rows_of([*BOTH, *few], ["force-either-7"])
    lost = losses_of("yes-no", rows.chances[OURS], rows.outcome)["brier"]
    found = scores_of([*BOTH, *few], draws=50)["force-either-7"]
    assert found.means["brier"][OURS].event == pytest.approx(lost.mean())
    by_crisis = [lost[rows.crisis == number].mean() for number in range(3)]
    assert found.means["brier"][OURS].confrontation == pytest.approx(np.mean(by_crisis))


def test_whoever_does_not_answer_all_is_not_scored() -> None:
    silent = heard(crisis("one"), knows=True)
    for one in silent:
        one.said["markov"].pop("wait-30")
    found = scores_of(silent, draws=50)
    assert "markov" not in found["wait-30"].means["log"]
    assert "markov" in found["actor-30"].means["log"]


def test_coverage_and_calibration_are_told_where_they_mean_something() -> None:
    found = scores_of(BOTH, draws=50)
    pool, wait = found[POOLED], found["wait-30"]
    assert pool.said is not None and pool.came is not None
    assert pool.said.event.mean == pytest.approx(pool.came.event.mean, abs=0.01)
    assert pool.miscalibration is not None and pool.miscalibration.mean < 0.001
    assert set(pool.reliability) == {OURS, "markov"}
    assert wait.coverage["markov"]["0.9"].event.mean <= 1
    assert not pool.coverage
    assert wait.said is None


def test_an_order_is_scored_by_how_far_off_one_was() -> None:
    near, far = np.array([[0.0, 1.0, 0.0]]), np.array([[1.0, 0.0, 0.0]])
    came = np.array([2])
    assert losses_of("order", near, came)["ranked"] < losses_of("order", far, came)["ranked"]
    assert losses_of("who", far, came)["brier"].tolist() == [2.0]
