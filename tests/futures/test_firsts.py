"""Firsts and records that are found against the record's own past."""

from datetime import date, timedelta

import pytest

from _invented import OPENS, act, invent
from offramp.futures import First, firsts
from offramp.record import Record

PAST = [act(f"p{n}", 20 * n - 200, "northland", "display") for n in range(5)]


def found(*acts: dict) -> list[First]:
    return list(firsts(invent([*PAST, *acts])))


def sentences(*acts: dict) -> list[str]:
    return [each.sentence for each in found(*acts)]


STRIKE = act("s", 3, rung="strike-home", target={"kind": "military", "sovereign": "yes"})


def test_a_first_strike_on_home_soil_is_found() -> None:
    told = found(STRIKE)
    assert {each.act for each in told} == {"s"}
    assert {each.kind for each in told} == {"first"}
    assert any("sovereign soil by Northland" in each.sentence for each in told)
    assert any("or above by Northland" in each.sentence for each in told)
    assert all(each.compared_with == 5 for each in told)
    assert all(each.since == OPENS - timedelta(days=200) for each in told)


def test_the_second_is_no_first() -> None:
    again = {**STRIKE, "id": "t", "date": "2024-03-09"}
    assert {each.act for each in found(STRIKE, again)} == {"s"}


def test_with_little_past_nothing_is_called_a_first() -> None:
    assert firsts(invent([*PAST[:4], STRIKE])) == ()
    assert firsts(invent([*PAST[:4], {**PAST[4], "by": ["southland"]}, STRIKE])) == ()


def test_what_came_before_it_opened_is_the_past_and_no_news() -> None:
    assert found({**STRIKE, "date": "2024-02-20"}) == []


def test_a_proxys_first_is_told_as_such() -> None:
    fire = act("f", 3, "guard", "shadow-attack", channel="proxy", target={"kind": "shipping"})
    assert any(
        "on a shipping target by those who act for Northland" in each for each in sentences(fire)
    )


def test_who_is_kept_out_is_told() -> None:
    alone = {**STRIKE, "withheld": ["neighbour"]}
    assert any("kept others out" in each for each in sentences(alone))
    assert not any("kept others out" in each for each in sentences(STRIKE))


def test_a_record_number_is_set_beside_the_one_before() -> None:
    low = act("a", 1, rung="strike-abroad", killed=4, exchange={"launched": {"drone": 20}})
    high = act("b", 5, rung="strike-abroad", killed=9, exchange={"launched": {"drone": "30..40"}})
    told = {each.sentence for each in found(low, high) if each.kind == "record"}
    assert told == {
        "The most munitions launched in one act of Northland in this record: 30 to 40; before, 20.",
        "The most drones launched in one act of Northland in this record: 30 to 40; before, 20.",
        "The most people killed in one act of Northland in this record: 9; before, 4.",
    }
    assert not any(each.kind == "record" for each in found(high, {**low, "date": "2024-03-20"}))


def test_where_counts_differ_a_record_is_one_by_the_least() -> None:
    low = act("a", 1, rung="strike-abroad", killed="9..27")
    high = act("b", 5, rung="strike-abroad", killed="14..26")
    assert not any(each.kind == "record" for each in found(low, high))


def test_the_other_sides_acts_are_no_measure() -> None:
    theirs = act("a", 1, "southland", "strike-home", killed=50)
    mine = act("b", 5, rung="strike-abroad", killed=2)
    assert not any(each.kind == "record" for each in found(theirs, mine))


def test_the_latest_comes_first() -> None:
    told = found(STRIKE, act("w", 9, rung="strike-home", withheld=["neighbour"]))
    assert [each.date for each in told] == sorted((each.date for each in told), reverse=True)


@pytest.mark.parametrize("as_of", [date(2024, 4, 14), date(2024, 4, 30)])
def test_the_shipped_crisis_has_its_first_direct_attack_from_home(
    shipped: Record, as_of: date
) -> None:
    told = firsts(shipped.as_of(as_of))
    assert any(
        each.date in (date(2024, 4, 13), date(2024, 4, 14)) and "sovereign soil" in each.sentence
        for each in told
    )
    assert all(shipped.act(each.act).known_on <= as_of for each in told)
