"""The base rate of each question."""

from datetime import timedelta

import pytest

from _invented import AS_OF, OPENS, act, invent
from offramp.futures import _baseline as baseline
from offramp.history import MUTUAL, History, from_record
from offramp.model import counted


def test_more_time_and_lower_levels_are_likelier(invented_history: History) -> None:
    for side in (0, 1, 2):
        for days in (1, 7, 20, 30, 90):
            by_level = [
                baseline.acts_at_level(invented_history, side, level, days) for level in range(2, 6)
            ]
            assert by_level == sorted(by_level, reverse=True)
            assert all(0 < each < 1 for each in by_level)
        by_day = [baseline.acts_at_level(invented_history, side, 4, d) for d in range(1, 91)]
        assert by_day == sorted(by_day)


def test_higher_rungs_are_rarer(invented_history: History) -> None:
    levels = enumerate(invented_history.rungs.level)
    campaign = invented_history.rungs.campaign
    rungs = [i for i, level in levels if level >= 2 and i != campaign]
    assert baseline.acts_at_rung(invented_history, 2, campaign, 30) is None
    for days in (7, 30, 90):
        rates = [baseline.acts_at_rung(invented_history, 2, rung, days) for rung in rungs]
        assert rates == sorted(rates, reverse=True)
        lowest = {
            at: min(r for r in rungs if invented_history.rungs.level[r] == at) for at in (2, 3, 4)
        }
        for level, rung in lowest.items():
            assert baseline.acts_at_rung(invented_history, 2, rung, days) == pytest.approx(
                baseline.acts_at_level(invented_history, 2, level, days)
            )


def test_beyond_what_was_counted_there_is_no_rate(invented_history: History) -> None:
    assert baseline.acts_at_level(invented_history, 0, 4, 91) is None
    assert baseline.acts_at_rung(invented_history, 0, 9, 91) is None
    assert baseline.next_actor(30) is None


@pytest.mark.parametrize("within", [90, 180])
def test_who_acts_next_sums_to_one(within: int) -> None:
    rates = baseline.next_actor(within)
    assert rates is not None
    assert sum(rates.values()) == pytest.approx(1.0, abs=1e-3)


def test_quiet_is_a_chance() -> None:
    assert 0 < baseline.quiet_60() < 1


def test_it_asks_who_acted_last() -> None:
    north = from_record(invent([act("a", 0, "southland"), act("b", 1)]), AS_OF)
    south = from_record(
        invent([act("a", 0, "southland"), act("b", 1), act("c", 2, "southland")]), AS_OF
    )
    assert (baseline.last_actor(north), baseline.last_actor(south)) == (1, 0)
    same = baseline.acts_at_level(south, 0, 4, 30)
    assert same == baseline.acts_at_level(north, 1, 4, 30)
    assert same != baseline.acts_at_level(south, 1, 4, 30)


def test_after_a_clash_either_side_has_the_same_rate() -> None:
    clash = invent([act("a", 0), act("c", 1, rung="strike-abroad", mutual="yes")])
    history = from_record(clash, OPENS + timedelta(days=1))
    assert baseline.last_actor(history) == MUTUAL
    first, second = (baseline.acts_at_level(history, side, 4, 30) for side in (0, 1))
    assert first == second


def test_the_rates_are_those_of_the_last_years_counted(invented_history: History) -> None:
    acts = counted("climatology_day_end_acts").at(window=baseline.WINDOW, last="any", who="any")
    for row, days in enumerate(baseline.HORIZONS):
        rates = [baseline.acts_at_level(invented_history, 2, level, days) for level in range(2, 6)]
        assert rates == pytest.approx(acts[:, row])
    assert counted("climatology_day_end_acts").axes["window"][-1] == baseline.WINDOW
    assert baseline.WINDOW in baseline.BASIS
