"""Two worlds side by side, future by future, under one luck."""

from collections.abc import Callable

import numpy as np
import pytest

from _invented import AS_OF
from offramp.answers import Run, World, arm, arms, difference, gap, read_question
from offramp.questions import Question

RUN = Run(30, 2000)
Pair = tuple[World, World, Question]


@pytest.fixture
def pair(world: World) -> Callable[[str], Pair]:
    def make(line: str) -> Pair:
        question = read_question(world.known, line, AS_OF)
        return *arms(world, question), question

    return make


def test_a_world_does_not_differ_from_itself(pair: Callable[[str], Pair]) -> None:
    world, _, question = pair("south >= strike-home within 30d")
    found, saved = difference(world, world, question, RUN)
    assert (found.mean, found.low, found.high) == (0, 0, 0)
    assert found.mc_error < 1e-3
    assert found.chance_lower == 0.5 and found.by_share == ()
    assert saved is None, "no independent arms could show that without error"


def test_the_two_ways_round_are_opposite(pair: Callable[[str], Pair]) -> None:
    one, two, question = pair("south >= strike-home within 30d without salvo")
    (there, saved), (back, again) = (difference(a, b, question, RUN) for a, b in
                                     ((one, two), (two, one)))  # fmt: skip
    assert there.mean == pytest.approx(-back.mean)
    assert there.chance_lower == pytest.approx(1 - back.chance_lower, abs=0.01)
    assert there.log_odds == pytest.approx(-back.log_odds)  # type: ignore[operator]
    assert saved == pytest.approx(again)


def test_shared_luck_saves_futures(pair: Callable[[str], Pair]) -> None:
    """The saving told is that of the error: independent arms differ by so much more."""
    one, two, question = pair("quiet for 30d given hold south for 3d")
    found, saved = difference(one, two, question, RUN)
    assert saved is not None and saved > 1.2
    first, second = arm(one, question, RUN), arm(two, question, RUN._replace(seed=9))
    apart, _ = gap(first, second)
    assert (apart.mc_error / found.mc_error) ** 2 == pytest.approx(saved, rel=0.25)


def test_an_edit_of_no_act_has_no_share(pair: Callable[[str], Pair]) -> None:
    one, two, question = pair("quiet for 30d given limit by south + salvo.killed = 0")
    assert difference(one, two, question, RUN)[0].by_share == ()


def test_the_range_of_the_share_brackets_the_answer(pair: Callable[[str], Pair]) -> None:
    one, two, question = pair("either >= strike-abroad within 30d without salvo + raid")
    found, _ = difference(one, two, question, RUN)
    at = [each.mean for each in found.by_share]
    assert min(at) - 0.02 <= found.mean <= max(at) + 0.02
    assert at[2] < at[0], "the more an act caused, the more is gone with it"


def test_a_term_differs_without_simulating(pair: Callable[[str], Pair]) -> None:
    one, two, question = pair("term(south, grievance) without salvo")
    found, saved = difference(one, two, question, Run(0))
    assert found.mean < 0 and found.high < 0 and found.chance_lower == 1.0
    assert found.mc_error == 0 and saved is None and found.unit and found.log_odds is None


def test_arms_that_differ_in_luck_alone_do_not_differ(pair: Callable[[str], Pair]) -> None:
    """Where nothing lies between two arms, nothing more than chance is found."""
    world, _, question = pair("south >= strike-abroad within 30d")
    for seed in range(4):
        apart, _ = gap(arm(world, question, RUN._replace(seed=seed)),
                       arm(world, question, RUN._replace(seed=seed + 10)))  # fmt: skip
        assert abs(apart.mean) < 4 * apart.mc_error
        assert apart.low < 0 < apart.high


def test_under_a_condition_both_arms_are_averaged_over_it(pair: Callable[[str], Pair]) -> None:
    one, two, question = pair(
        "south >= strike-home within 30d given hold north for 5d if south >= display"
    )
    found, saved = difference(one, two, question, RUN)
    first, second = arm(one, question, RUN), arm(two, question, RUN)
    assert first.condition is not None
    assert first.level.mean == pytest.approx(first.values[first.condition].mean())
    assert found.mean == pytest.approx(second.level.mean - first.level.mean)
    assert np.isfinite([found.low, found.high, found.mc_error]).all() and saved is None
