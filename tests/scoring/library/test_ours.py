"""What Offramp says: chances of the right shape that hang together, the same each time."""

import pytest

from offramp.model import shipped_parameters
from offramp.scoring.library import QUESTIONS, Said, moments_of
from offramp.scoring.library._ours import say_ours

from ._heard import SIZES, crisis


@pytest.fixture(scope="module")
def spoken() -> Said:
    return say_ours(moments_of(crisis())[1], shipped_parameters(), futures=400)


def test_every_question_is_answered(spoken: Said) -> None:
    assert set(spoken) == {question.key for question in QUESTIONS}
    for key, chances in spoken.items():
        assert all(0 < chance < 1 for chance in chances), "nothing passes for certain"
        if key in SIZES:
            assert len(chances) == SIZES[key]
            assert sum(chances) == pytest.approx(1)


def test_the_answers_hang_together(spoken: Said) -> None:
    for what in ("force", "home"):
        for who in ("either", "first", "second"):
            week, month, quarter = (spoken[f"{what}-{who}-{days}"] for days in (7, 30, 90))
            assert week <= month <= quarter
            assert spoken[f"{what}-{who}-30"] <= spoken[f"{what}-either-30"]
    assert spoken["home-first-30"] <= spoken["force-first-30"]
    nobody = spoken["actor-30"][3]
    assert nobody == pytest.approx(spoken["act-30"][0], abs=0.02)
    assert nobody == pytest.approx(spoken["wait-30"][-1], abs=0.02)
    assert nobody == pytest.approx(spoken["highest-30"][0], abs=0.02)
    assert spoken["actor-30"][0] == pytest.approx(sum(spoken["act-30"][1:4]), abs=0.02)


def test_the_same_seed_says_the_same(spoken: Said) -> None:
    moment = moments_of(crisis())[1]
    assert say_ours(moment, shipped_parameters(), futures=400) == spoken
    assert say_ours(moment, shipped_parameters(), futures=400, seed=1) != spoken
