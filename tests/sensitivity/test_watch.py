import math

import pytest

from _invented import AS_OF, CRISIS, act, crisis
from offramp import UsageError
from offramp.answers import ask
from offramp.record import Record
from offramp.sensitivity import DAYS, Watch, watch

FEW = 2000


@pytest.fixture(scope="module")
def watched(invented: Record) -> Watch:
    return watch(invented, AS_OF, "either >= strike-home within 30d", draws=FEW)


def test_every_sign_is_looked_for_on_every_day(watched: Watch) -> None:
    whats = {each.what for each in watched.observations}
    asked = {(each.what, each.by) for each in watched.observations}
    assert asked == {(what, day) for what in whats for day in DAYS}
    assert len(asked) == len(watched.observations)


def test_the_most_telling_comes_first(watched: Watch) -> None:
    bits = [each.bits for each in watched.observations]
    assert bits == sorted(bits, reverse=True)
    assert watched.observations[0].tells
    assert min(bits) >= 0.0


def test_the_forecast_is_what_is_seen_and_what_is_not(watched: Watch) -> None:
    for each in watched.observations:
        seen, unseen = each.if_seen or 0.0, each.if_unseen or 0.0
        assert each.chance * seen + (1 - each.chance) * unseen == pytest.approx(each.now)


def test_force_tells_of_force(watched: Watch) -> None:
    """Momentum is in the model's data: force by either side makes more of it likelier."""
    forces = [each for each in watched.observations if each.kind == "force" and each.by == 14]
    assert len(forces) == 2
    assert all((each.if_seen or 0.0) > (each.if_unseen or 1.0) for each in forces)
    (nothing,) = (e for e in watched.observations if e.kind == "nothing" and e.by == 14)
    assert (nothing.if_seen or 1.0) < (nothing.if_unseen or 0.0)


def test_what_cannot_come_tells_nothing(invented: Record) -> None:
    question = "either >= strike-home within 30d given hold north for 20d + hold south for 20d"
    found = watch(invented, AS_OF, question, draws=FEW)
    never = [each for each in found.observations if each.kind in ("threat", "force", "clash")]
    assert never
    for each in never:
        assert (each.chance, each.bits, each.if_seen, each.tells) == (0.0, 0.0, None, False)


def test_asked_again_on_the_eve_it_is_the_question_itself(invented: Record) -> None:
    """Nothing of the question's own days lies behind the day on which it is asked again."""
    asked = "quiet for 20d"
    found = watch(invented, AS_OF, asked, draws=FEW)
    now = next(each.now for each in found.observations if each.by == 1)
    reply = ask(invented, asked, AS_OF, draws=FEW)
    assert reply.kind == "forecast"
    assert now == pytest.approx(reply.probability, abs=0.08)


def test_left_out_the_question_is_force_above_custom(invented: Record) -> None:
    found = watch(invented, AS_OF, draws=400)
    assert (found.ask, found.within) == ("either >= strike-abroad within 90d", 90)


def test_one_seed_gives_one_answer(invented: Record) -> None:
    one, two = (watch(invented, AS_OF, "quiet for 30d", draws=400, seed=4) for _ in range(2))
    assert one == two
    assert watch(invented, AS_OF, "quiet for 30d", draws=400, seed=5) != one


def test_what_comes_later_changes_nothing(invented: Record) -> None:
    later = crisis((*CRISIS, act("later", 20, "southland", "strike-home")))
    one = watch(crisis(CRISIS), AS_OF, "quiet for 30d", draws=400)
    assert watch(later, AS_OF, "quiet for 30d", draws=400).observations == one.observations


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("quiet for 30d without salvo", 'leave "if" and "without" out'),
        ("quiet for 30d if north >= strike-home within 5d", 'leave "if" and "without" out'),
        ("dead within 30d", "no yes or no in the days to come"),
        ("posture(north)", "no yes or no in the days to come"),
        ("next within 30d", "ask next = <side>"),
        ("quiet for 360d", "Ask for 351 days at most"),
        ("quiet for 30d given nonsense", "nonsense"),
        ("peace for 30d", "peace"),
    ],
)
def test_what_cannot_be_watched_for_is_told(invented: Record, question: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        watch(invented, AS_OF, question, draws=400)


def test_no_share_is_more_than_all(watched: Watch) -> None:
    for each in watched.observations:
        assert 0.0 <= each.share <= 1.01
        assert math.isfinite(each.error)
