"""Answers: they add up, they are ordered, and they know their limits."""

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest

from _invented import AS_OF, CRISIS, OPENS, act, invent
from offramp import UsageError
from offramp.futures import Forecast, RiskCurve, forecast
from offramp.futures._estimate import words
from offramp.futures._forecast import run_id
from offramp.history import from_record
from offramp.ladder import default_ladder
from offramp.model import Parameters
from offramp.record import Record


@pytest.fixture(params=["ahead", pytest.param("shipped_ahead", marks=pytest.mark.slow)])
def found(request: pytest.FixtureRequest) -> Forecast:
    return request.getfixturevalue(request.param)


def test_who_acts_next_sums_to_one(found: Forecast) -> None:
    assert [each.actor for each in found.next_acts[2:]] == ["mutual", "none"]
    assert sum(each.probability for each in found.next_acts) == pytest.approx(1.0)
    for each in found.next_acts:
        if each.actor != "none":
            assert sum(p for _, p in each.rungs) == pytest.approx(each.probability)
    asked = [a for a in found.answers if a.topic == "next"]
    assert [a.probability for a in asked] == [each.probability for each in found.next_acts]


def test_every_estimate_lies_in_its_interval(found: Forecast) -> None:
    for answer in found.answers:
        value = answer.probability if answer.value is None else answer.value
        assert value is not None
        assert answer.low <= value <= answer.high, answer.ask
        assert answer.mc_error >= 0
        if answer.probability is not None:
            assert answer.low >= 0 and answer.high <= 1
            assert answer.words == words(answer.probability)
            assert answer.mc_error < 0.01, "simulation adds little to what is unknown"
        assert answer.basis


def curves(found: Forecast, side: str) -> list[RiskCurve]:
    return [curve for curve in found.curves if curve.side == side]


def test_risk_never_falls_with_time(found: Forecast) -> None:
    for curve in found.curves:
        assert list(curve.probability) == sorted(curve.probability)
        for row in (curve.probability, curve.low, curve.high):
            assert row[0] == 0.0
            # What simulating adds to an interval is taken out anew for each day.
            assert (np.diff(row) > -0.003).all()
        for low, middle, high in zip(curve.low, curve.probability, curve.high, strict=True):
            assert low <= middle <= high
        base = [each for each in curve.baseline if each is not None]
        assert base == sorted(base)
        assert list(curve.days) == sorted(set(curve.days))


def test_risk_never_rises_with_the_rung(found: Forecast) -> None:
    ladder = default_ladder()
    for side in (*(s.key for s in found.sides), "either"):
        own = curves(found, side)
        orders = [ladder.order(curve.rung) for curve in own]
        assert orders == sorted(orders) and orders[0] == ladder.order("threat")
        for lower, higher in pairwise(own):
            for below, above in zip(lower.probability, higher.probability, strict=True):
                assert above <= below


def test_either_is_at_least_each_and_at_most_both(found: Forecast) -> None:
    first, second = (curves(found, side.key) for side in found.sides)
    for a, b, either in zip(first, second, curves(found, "either"), strict=True):
        for p, q, both in zip(a.probability, b.probability, either.probability, strict=True):
            assert max(p, q) - 1e-9 <= both <= p + q + 1e-9


def test_answers_are_points_of_their_curves(found: Forecast) -> None:
    at = {
        (c.side, c.rung, d): p
        for c in found.curves
        for d, p in zip(c.days, c.probability, strict=True)
    }
    asked = [a for a in found.answers if a.topic == "rung"]
    assert {a.within for a in asked} == {7, 30, 90}
    for answer in asked:
        assert answer.probability == at[answer.side, answer.rung, answer.within]


def test_quiet_and_loud_sum_to_one(found: Forecast) -> None:
    quiet = next(a for a in found.answers if a.ask == "quiet for 60d")
    curve = next(c for c in curves(found, "either") if c.rung == "display")
    loud = np.interp(60, curve.days, curve.probability)
    assert quiet.probability is not None
    assert quiet.probability + loud == pytest.approx(1.0, abs=0.004)
    everything = next(a for a in found.answers if a.ask == "quiet all for 60d")
    assert everything.probability is not None
    assert everything.probability <= quiet.probability


def test_delays_and_none_agree(found: Forecast) -> None:
    either = next(d for d in found.delays if d.actor == "either")
    assert list(either.by_day) == sorted(either.by_day)
    none = next(each for each in found.next_acts if each.actor == "none")
    assert either.by_day[-1] == pytest.approx(1 - none.probability)
    for delay in found.delays:
        for low, middle, high in zip(delay.low, delay.by_day, delay.high, strict=True):
            assert 0 <= low <= middle <= high <= 1


def test_shares_of_the_highest_rung_sum_to_one(found: Forecast) -> None:
    assert found.highest.rungs[0] == "calm"
    for row in found.highest.shares:
        assert sum(row) == pytest.approx(1.0)
    calm = [row[0] for row in found.highest.shares]
    assert calm == sorted(calm, reverse=True)


def test_same_question_same_answer(invented: Record, ahead: Forecast) -> None:
    again = forecast(invented, AS_OF, days=90, draws=5000)
    assert again == ahead


def test_a_run_is_named_by_what_it_depends_on(
    invented: Record, ahead: Forecast, parameters: Parameters
) -> None:
    def run(as_of: date = AS_OF, turned: Parameters = parameters, days: int = 90, draws: int = 5000,
            seed: int = 0) -> str:  # fmt: skip
        return run_id(from_record(invented, as_of), turned, days, draws, seed)

    names = [
        run(), run(seed=1), run(days=31), run(draws=400), run(AS_OF + timedelta(1)),
        run(turned=parameters.replace("limit.own", 0.0)),
    ]  # fmt: skip
    assert len(set(names)) == len(names)
    assert ahead.run == run() == names[0]


def test_a_short_horizon_asks_only_what_it_can(invented: Record) -> None:
    found = forecast(invented, AS_OF, days=10, draws=200)
    assert {a.within for a in found.answers if a.topic == "rung"} == {7}
    assert not [a for a in found.answers if a.topic == "quiet"]
    assert found.curves[0].days[-1] == 10


def test_a_year_is_the_longest(invented: Record) -> None:
    found = forecast(invented, AS_OF, days=365, draws=200)
    assert found.curves[0].days[-1] == 365
    assert found.curves[0].baseline[-1] is None
    for days in (0, 366, 3650):
        with pytest.raises(UsageError, match="choose 1 to 365 days"):
            forecast(invented, AS_OF, days=days)


def test_before_the_first_act_it_says_when_that_was(invented: Record) -> None:
    with pytest.raises(UsageError, match="more became known on 2023-08-14"):
        forecast(invented, date(2023, 8, 1))


def test_a_record_without_acts_says_so() -> None:
    with pytest.raises(UsageError, match="holds no act"):
        forecast(invent(), AS_OF)


def test_one_side_alone_is_forecast_for_both() -> None:
    record = invent([act("a", 0), act("b", 2, rung="strike-home")])
    found = forecast(record, OPENS + timedelta(days=3), days=30, draws=1000)
    assert {each.actor for each in found.next_acts} == {"north", "south", "mutual", "none"}
    assert sum(each.probability for each in found.next_acts) == pytest.approx(1.0)


def test_where_there_is_no_custom_nothing_is_said_of_a_shadow_war() -> None:
    found = forecast(invent(CRISIS[6:]), AS_OF, days=90, draws=200)
    assert found.usual_rung is None
    assert not [a for a in found.answers if a.ask.startswith("quiet all")]
    assert not any("shadow war" in note for note in found.notes)


def test_turning_a_dial_up_brings_more_force(invented: Record, parameters: Parameters) -> None:
    def force(value: float) -> float:
        turned = parameters.replace("notice.other", value)
        found = forecast(invented, AS_OF, days=7, draws=2000, parameters=turned)
        asked = "south >= strike-abroad against north within 7d"
        return next(a.probability for a in found.answers if a.ask == asked) or 0.0

    assert force(1.5) > force(0.0) > force(-1.5)


def test_a_closed_confrontation_is_said_to_be_over() -> None:
    found = forecast(invent(CRISIS), OPENS + timedelta(days=400), days=30, draws=200)
    assert any("No confrontation is open" in note for note in found.notes)
