"""What happened afterwards, set beside a forecast."""

from collections.abc import Callable

import pytest

from _invented import CRISIS, SAID, act, day, invent
from offramp.futures import Forecast, Reveal, forecast, reveal
from offramp.record import Record

Found = dict[str, Reveal]


@pytest.fixture(scope="module")
def after(ahead: Forecast) -> Callable[..., Found]:
    """Resolve the one forecast by what some later acts made of it."""

    def after(*later: dict, **more: object) -> Found:
        return {each.ask: each for each in reveal(invent([*CRISIS, *later], SAID, **more), ahead)}

    return after


STRIKE = act("strike", 20, "southland", "strike-home")
HOME_7, HOME_30, HOME_90 = (f"south >= strike-home against north within {d}d" for d in (7, 30, 90))
OVER = {"closes": day(200)}


def test_an_act_says_yes_from_its_day_on(after: Callable[..., Found]) -> None:
    found = after(STRIKE, **OVER)
    assert (found[HOME_7].happened, found[HOME_7].by_act) == (True, "strike")
    assert found["south >= war against north within 30d"].happened is False
    assert found["north >= display against south within 30d"].happened is False
    assert found["either >= strike-abroad within 7d"].happened is True


@pytest.mark.parametrize(("offset", "yes"), [(20, True), (21, False)])
def test_a_window_holds_its_last_day(after: Callable[..., Found], offset: int, yes: bool) -> None:
    late = act("late", offset, "southland", "strike-home")
    assert after(late, **OVER)[HOME_7].happened is yes


def test_while_the_record_runs_on_a_question_stays_open(after: Callable[..., Found]) -> None:
    found = after(act("talk", 25, "southland", "threat"))
    assert found[HOME_7].happened is False
    assert found[HOME_30].happened is None
    assert found[HOME_30].brier is None
    assert found["south >= threat against north within 30d"].happened is True


def test_without_later_acts_everything_is_open(after: Callable[..., Found]) -> None:
    assert {each.happened for each in after().values()} == {None}


def test_where_nothing_came_quiet_is_true(after: Callable[..., Found]) -> None:
    found = after(**OVER)
    assert found["quiet for 60d"].happened is True
    assert found["next = none within 90d"].happened is True
    assert found["next = south within 90d"].happened is False
    assert found[HOME_90].happened is False


def test_a_display_breaks_quiet_and_a_threat_does_not(after: Callable[..., Found]) -> None:
    shown = after(act("x", 30, "southland", "display"), **OVER)["quiet for 60d"]
    assert (shown.happened, shown.by_act) == (False, "x")
    assert after(act("x", 30, "southland", "threat"), **OVER)["quiet for 60d"].happened is True


def test_who_came_next_is_who_came_first(after: Callable[..., Found]) -> None:
    found = after(act("b", 40, "northland", "display"), STRIKE, **OVER)
    assert found["next = south within 90d"].happened is True
    assert found["next = north within 90d"].happened is False
    assert found["next = none within 90d"].happened is False
    clash = after(act("c", 15, rung="strike-abroad", mutual="yes"), STRIKE, **OVER)
    assert clash["next = mutual within 90d"].happened is True
    assert clash["north >= strike-abroad against south within 7d"].happened is True


def test_the_shadow_war_answers_nothing(after: Callable[..., Found]) -> None:
    shadow = act("s", 15, "guard", "shadow-attack", channel="proxy")
    assert after(shadow, **OVER)["next = none within 90d"].happened is True


def test_scores_are_briers(after: Callable[..., Found]) -> None:
    for each in after(STRIKE, **OVER).values():
        assert each.brier == pytest.approx((each.probability - float(bool(each.happened))) ** 2)
        if each.baseline is not None:
            assert each.brier_baseline == pytest.approx(
                (each.baseline - float(bool(each.happened))) ** 2
            )


@pytest.mark.slow
def test_on_the_last_day_of_a_record_nothing_is_known(shipped: Record) -> None:
    assert shipped.closes is not None
    last = forecast(shipped, shipped.closes, days=30, draws=200)
    assert {each.happened for each in reveal(shipped, last)} == {None}


@pytest.mark.slow
def test_the_shipped_crisis_is_resolved(shipped: Record, shipped_ahead: Forecast) -> None:
    found = {each.ask: each for each in reveal(shipped, shipped_ahead)}
    strike = found["israel >= strike-home against iran within 7d"]
    assert strike.happened is True
    assert shipped.act(strike.by_act or "").span.first >= shipped_ahead.as_of
    assert found["iran >= war against israel within 7d"].happened is False
    assert found["iran >= war against israel within 90d"].happened is None
