from dataclasses import replace
from datetime import timedelta

import pytest

from _invented import AS_OF, crisis
from claims._cases import CLAIMS, PRESS, claim, claimed
from offramp import UsageError
from offramp.answers import Contrast, Reply
from offramp.claims import Claims, judge

DRAWS = 1_000


@pytest.fixture(scope="module")
def judged() -> Claims:
    return judge(claimed(), AS_OF, DRAWS)


def test_every_claim_has_a_verdict_in_the_records_order(judged: Claims) -> None:
    assert [each.id for each in judged.claims] == [each["id"] for each in CLAIMS]
    by_id = {each.id: each for each in judged.claims}
    assert by_id["why"].verdict == "not testable"
    assert by_id["why"].why == "Acts show no intent."
    assert by_id["hold-helps"].verdict == "supported"
    assert "30 of the 30 days" in (by_id["hold-helps"].by_construction or "")
    assert by_id["pressed"].verdict == "supported"
    assert by_id["no-war"].verdict == "not decided"
    assert "which says so more clearly" in by_id["no-war"].why
    assert by_id["no-war"].must_believe is None
    assert judged.beliefs == "The program's."
    assert "claims about acts that had none" in judged.calibration


def test_only_claims_about_what_a_side_is_have_a_bayes_factor(judged: Claims) -> None:
    assert {each.id for each in judged.claims if each.bayes_factor is not None} == {"hardened"}


def test_verdicts_do_not_depend_on_which_claims_are_asked(judged: Claims) -> None:
    for name in ("salvo-raised", "hold-helps"):
        (alone,) = judge(claimed(), AS_OF, DRAWS, only=[name]).claims
        assert alone == next(each for each in judged.claims if each.id == name)


def test_no_claim_that_is_asked_later_is_judged() -> None:
    early = judge(claimed(), AS_OF - timedelta(days=5), DRAWS)
    assert [each.id for each in early.claims] == ["vow-binds", "why"]


def test_a_named_claim_that_is_asked_later_is_told() -> None:
    with pytest.raises(UsageError, match='"pressed" is asked as of 2024-03-14, which lies after'):
        judge(claimed(), AS_OF - timedelta(days=1), DRAWS, only=["pressed"])


def test_looking_closely_moves_no_verdict(judged: Claims) -> None:
    (close,) = judge(claimed(), AS_OF, DRAWS, only=["pressed"], closely=True).claims
    plain = next(each for each in judged.claims if each.id == "pressed")
    assert close.surface is not None
    assert close.must_believe is not None
    assert plain.must_believe is not None
    turns = tuple(replace(turn, rerun=None) for turn in close.must_believe.turns)
    assert replace(close.must_believe, turns=turns) == plain.must_believe
    assert replace(close, surface=None, must_believe=plain.must_believe) == plain


def test_a_test_that_cannot_be_read_names_its_claim() -> None:
    record = crisis(sources=[PRESS], claims=[claim("odd", "north >= hope within 3d", "yes")])
    with pytest.raises(UsageError, match='The test of claim "odd" cannot be read'):
        judge(record, AS_OF, DRAWS)


def test_a_contrast_keeps_what_its_edit_does(judged: Claims) -> None:
    answer = judged.claims[0].answer
    assert isinstance(answer, Contrast)
    assert "Taken out: salvo" in answer.effects[0]


def test_what_came_of_a_forecast_stands_beside_it_once_it_is_settled(judged: Claims) -> None:
    assert all(each.came is None for each in judged.claims), "no window is over yet"
    later = judge(claimed(), AS_OF + timedelta(days=60), DRAWS)
    settled = {each.id: each for each in later.claims if each.came is not None}
    assert settled
    assert all(isinstance(each.answer, Reply) and each.came_why for each in settled.values())
    for each in judged.claims:
        then = next(one for one in later.claims if one.id == each.id)
        assert replace(then, came=None, came_why="") == each, "it moves no verdict"
