"""The baselines: fitted to the same questions, and indifferent to who is called first."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from offramp.history import Points
from offramp.scoring.library import QUESTIONS, RIVALS, Said, moments_of
from offramp.scoring.library._rivals import _asked, say_rivals
from scoring._made import swapped

from ._heard import SIZES, crisis

Spoken = Mapping[str, list[Said]]


@pytest.fixture(scope="module")
def spoken(train: Points) -> Spoken:
    return say_rivals(train, moments_of(crisis()))


def test_each_answers_every_question_with_chances(spoken: Spoken) -> None:
    assert set(spoken) == set(RIVALS)
    for said in (one for each in spoken.values() for one in each):
        assert set(said) == {question.key for question in QUESTIONS}
        for key, chances in said.items():
            assert all(0 <= chance <= 1 for chance in chances)
            if key in SIZES:
                assert len(chances) == SIZES[key]
                assert sum(chances) == pytest.approx(1)


def test_the_base_rate_is_the_share_of_history(train: Points, spoken: Spoken) -> None:
    evening = train.where(train.ends_day)
    weights = evening.weights()
    came, _ = _asked(evening)["force-either-30"]
    share = (came @ weights + 0.5) / (weights.sum() + 1)
    for said in spoken["base_rate"]:
        assert said["force-either-30"] == (pytest.approx(share),)


def test_what_is_said_of_own_and_other_goes_to_the_right_side(spoken: Spoken) -> None:
    first, second, third = spoken["base_rate"]
    # The first side acted last at the first and third moments, the second at the second.
    assert first["force-first-30"] == third["force-first-30"] == second["force-second-30"]
    assert first["force-second-30"] == second["force-first-30"]
    assert first["act-30"][1:4] == second["act-30"][4:7]


def test_names_of_sides_teach_nothing(train: Points, spoken: Spoken) -> None:
    other = replace(train, confrontations=swapped(train.confrontations))
    turned = np.where((train.mark >= 0) & (train.mark < 6), (train.mark + 3) % 6, train.mark)
    again = say_rivals(replace(other, mark=turned), moments_of(crisis()))
    for said, same in zip(spoken["base_rate"], again["base_rate"], strict=True):
        # A mutual act is seen from the opener, who is now the other one.
        assert same["force-either-30"] == pytest.approx(said["force-either-30"])
        assert same["quiet-60"] == pytest.approx(said["quiet-60"])


def test_the_outcomes_agree_with_those_of_the_other_backtest(train: Points) -> None:
    evening = train.where(train.ends_day)
    asked = _asked(evening)
    assert np.array_equal(asked["force-either-30"][0], evening.outcome("force_30"))
    assert np.array_equal(asked["quiet"][0], evening.outcome("quiet_60"))
    assert np.array_equal(asked["battle-90"][0], evening.outcome("battle_90"))
    near = asked["act"][0] > 0
    assert np.array_equal(near, asked["wait"][0] < 5)
    assert np.array_equal(near, asked["highest"][0] > 0)
