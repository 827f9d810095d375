"""A record becomes arrays, by the rules of the day on which one stands."""

from datetime import date, timedelta
from math import log1p

import numpy as np
import pytest

from _invented import AS_OF, CRISIS, CUSTOM, OPENS, act, day, invent, signal
from offramp import UsageError
from offramp.history import (
    BATTLE,
    CLASH,
    CLOSES_AFTER,
    DEEDS,
    FIRST,
    MAIN,
    MUTUAL,
    SECOND,
    SHADOW,
    SIGNAL_KINDS,
    History,
    deeds_between,
    from_record,
    ladder_of,
    padded,
)
from offramp.record import Record

NEVER = 1_000_000


def seen(record: Record, as_of: date = AS_OF) -> History:
    return from_record(record, as_of)


def valid(history: History, name: str) -> list[float]:
    return getattr(history.events, name)[history.events.valid > 0].tolist()


def test_each_act_keeps_its_day_and_mark(invented_history: History) -> None:
    assert invented_history.acts[-5:] == ("alert", "raid", "fire", "threat", "salvo")
    assert valid(invented_history, "day")[-5:] == [-13, -9, -7, -4, -1]
    assert valid(invented_history, "mark")[-5:] == [1, 5, 2, 0, 2]
    assert valid(invented_history, "stream")[-5:] == [MAIN, MAIN, SHADOW, MAIN, MAIN]
    assert invented_history.sides == ("north", "south")
    assert invented_history.days_since_last == 1


def test_what_an_act_carries_as_a_provocation() -> None:
    target = {
        "kind": "leadership", "sovereign": "yes", "non_state": "yes",
        "leaders": [{"name": "A", "rank": "senior"}, {"name": "B", "rank": "general"}],
    }  # fmt: skip
    plain = act("plain", 0, rung="strike-abroad")
    full = act("full", 1, "guard", "strike-abroad", channel="proxy", killed="2..4", target=target)
    events = seen(invent([plain, full])).events
    carried = [events.proxy, events.sovereign, events.leader, events.log_dead, events.non_state]
    assert [float(a[0]) for a in (*carried, events.exposed)] == [0, 0, 0, 0, 0, -1]
    assert [float(a[1]) for a in carried] == pytest.approx([1, 1, 0.75, log1p(3), 1])


@pytest.mark.parametrize(
    ("rung", "stated", "sovereign"),
    [
        ("strike-home", None, 1),
        ("strike-home", "no", 0),
        ("strike-abroad", None, 0),
        ("strike-abroad", "yes", 1),
    ],
)
def test_soil_is_read_from_the_rung_unless_stated(
    rung: str, stated: str | None, sovereign: int
) -> None:
    more = {"target": {"kind": "military", "sovereign": stated}} if stated else {}
    assert seen(invent([act("a", 0, rung=rung, **more)])).events.sovereign[0] == sovereign


def test_what_got_through_is_averaged_over_those_who_say_so_but_its_maker() -> None:
    told = [
        {"says": "southland", "drone": {"stopped": 9, "hit": 1}},
        {"says": "northland", "drone": {"stopped": 5, "hit": 5}},
        {"says": "neighbour", "drone": {"stopped": 7, "hit": 3}},
    ]
    exchange = {"launched": {"drone": 10}, "outcome": told}
    events = seen(invent([act("a", 0, rung="strike-home", exchange=exchange)])).events
    assert events.exposed[0] == pytest.approx((0.1 + 0.3) / 2)


def test_its_makers_word_counts_where_nobody_else_says_how_much_got_through() -> None:
    told = [
        {"says": "northland", "drone": {"stopped": 5, "hit": 5}},
        {"says": "neighbour", "drone": {"stopped": 10}},
    ]
    exchange = {"launched": {"drone": 10}, "outcome": told}
    events = seen(invent([act("a", 0, rung="strike-home", exchange=exchange)])).events
    assert events.exposed[0] == pytest.approx(0.5)


def test_a_share_that_got_through_never_exceeds_one() -> None:
    exchange = {"launched": {"drone": 1}, "outcome": [{"says": "southland", "drone": {"hit": 4}}]}
    events = seen(invent([act("a", 0, rung="strike-home", exchange=exchange)])).events
    assert events.exposed[0] == 1.0


@pytest.mark.parametrize(
    "left_out",
    [
        act("x", 1, status="threatened"),
        act("x", 1, status="proposed"),
        act("x", 1, rung="coercion"),
        act("x", 1, "neighbour"),
        {**act("x", 1), "against": ["neighbour"]},
        {**act("x", 1), "against": []},
        {**act("x", 1), "against": ["guard"]},
    ],
)
def test_what_is_no_act_between_the_sides(left_out: dict) -> None:
    assert seen(invent([act("a", 0), left_out])).acts == ("a",)


def test_a_clash_belongs_to_both() -> None:
    both = [
        act("a", 0),
        act("clash", 1, rung="strike-abroad", mutual="yes"),
        act("battle", 2, rung="war", mutual="yes"),
        {**act("joint", 3, rung="strike-abroad"), "by": ["northland", "southland"]},
    ]
    assert valid(seen(invent(both)), "mark")[1:] == [CLASH, BATTLE, CLASH]


def test_a_proxy_counts_only_while_it_is_one() -> None:
    ends = {"kind": "proxy-of", "from": "guard", "to": "northland", "date": f"2010/{day(5)}"}
    acts = [act("a", 0), act("b", 4, "guard"), act("c", 8, "guard")]
    assert seen(invent(acts, relations=[ends])).acts == ("a", "b")


def test_the_side_that_acts_first_since_it_opened_comes_first() -> None:
    past = [act("past", -30, "northland", "strike-abroad")]
    assert seen(invent([*past, act("a", 0, "southland"), act("b", 1)])).sides == ("south", "north")
    assert seen(invent(past)).sides == ("north", "south")
    shadow = act("s", 0, "guard", "shadow-attack", channel="proxy")
    assert seen(invent([*CUSTOM, shadow, act("a", 1, "southland")])).sides == ("south", "north")


def test_a_proxys_own_soil_is_not_asked_for_the_usual_rung() -> None:
    history = seen(invent([*CUSTOM, act("a", 1, "southland", "strike-abroad")]))
    assert history.rungs.keys[history.rungs.usual or 0] == "shadow-attack"
    assert valid(history, "stream") == [SHADOW] * 6 + [MAIN]


def test_custom_is_what_came_before_it_opened() -> None:
    """Acts of the confrontation itself never raise the line below which they would fall."""
    since = [act(f"n{n}", n, "guard", "shadow-attack", channel="proxy") for n in range(6)]
    history = seen(invent(since))
    assert history.rungs.usual is None
    assert valid(history, "stream") == [MAIN] * 6


def test_threats_and_displays_are_never_of_the_shadow_war() -> None:
    history = seen(invent([*CUSTOM, act("a", 1, "guard", "display", channel="proxy")]))
    assert valid(history, "stream")[-1] == MAIN


def test_where_only_the_shadow_war_runs_one_stands_on_its_latest_act() -> None:
    history = from_record(invent(CUSTOM), OPENS - timedelta(days=1))
    assert valid(history, "stream") == [SHADOW] * 5 + [MAIN]


def test_the_shadow_war_is_counted_by_side_over_half_a_year(invented_history: History) -> None:
    # Of its seven acts, two lie more than 183 days before the as-of date.
    assert invented_history.shadow_acts.tolist() == [5.0, 0.0]
    assert invented_history.shadow_days == 183


def renewals(*acts: dict, opens: date = OPENS) -> list[float]:
    last = max(date.fromisoformat(a["date"]) for a in acts)
    return valid(from_record(invent(acts, opens=opens.isoformat()), last), "renews")


def test_a_confrontation_opens_with_its_first_act() -> None:
    assert renewals(act("a", 0), act("b", 1), act("c", 2)) == [1, 0, 0]


def test_it_opens_anew_on_the_day_that_the_record_names() -> None:
    assert renewals(act("a", -30), act("b", -20), act("c", 3), act("d", 4)) == [1, 0, 1, 0]


def test_a_threat_that_opens_it_does_so_once() -> None:
    found = renewals(
        act("a", -30), act("b", 1, rung="threat"), act("c", 2, rung="threat"), act("d", 4)
    )
    assert found == [1, 1, 0, 0]


@pytest.mark.parametrize(("gap", "anew"), [(CLOSES_AFTER, 0), (CLOSES_AFTER + 1, 1)])
def test_it_is_over_after_half_a_year_without_a_display(gap: int, anew: int) -> None:
    assert renewals(act("a", 0), act("b", gap)) == [1, anew]
    threat = act("t", 90, rung="threat")
    assert renewals(act("a", 0), threat, act("b", gap)) == [1, 0, anew]


def test_a_threat_after_half_a_year_opens_it_once() -> None:
    later = [act(f"t{n}", 200 + n, rung="threat") for n in range(3)]
    assert renewals(act("a", 0), *later) == [1, 1, 0, 0]


def test_an_uncertain_day_enters_when_its_last_possible_day_is_past() -> None:
    record = invent([act("a", 0), act("b", "2024-03-05/2024-03-09", "southland")])
    assert seen(record, date(2024, 3, 8)).acts == ("a",)
    late = seen(record, date(2024, 3, 9))
    assert late.acts == ("a", "b")
    assert valid(late, "day") == [-8, 0]


def test_about_a_day_means_three_days_either_way() -> None:
    record = invent([act("a", 0), act("b", "2024-03-05~", "southland")])
    assert seen(record, date(2024, 3, 7)).acts == ("a",)
    assert seen(record, date(2024, 3, 8)).acts == ("a", "b")


def test_what_became_known_late_enters_on_that_day_at_its_own() -> None:
    record = invent([act("a", 0), act("b", 2, "southland", known=day(9))])
    assert seen(record, OPENS + timedelta(days=8)).acts == ("a",)
    assert valid(seen(record, OPENS + timedelta(days=9)), "day") == [-9, -7]


def signals(record: Record, as_of: date = AS_OF) -> list[tuple[int, str, int, int]]:
    table = from_record(record, as_of).signals
    return [
        (int(d), SIGNAL_KINDS[k], int(s), int(e)) for d, k, s, e, v in zip(*table, strict=True) if v
    ]


def test_signals_carry_day_kind_and_side(invented_history: History, invented: Record) -> None:
    assert signals(invented) == [
        (-8, "vow", FIRST, -1),
        (-2, "notice", FIRST, NEVER),
        (-1, "mediation", FIRST, NEVER),
        (-1, "mediation", SECOND, NEVER),
        (0, "restraint", SECOND, NEVER),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "ends"), [("vow", 12), ("threat", 12), ("limit", 12), ("demand", None)]
)
def test_force_makes_a_vow_good_and_breaks_a_limit(kind: str, ends: int | None) -> None:
    record = invent([*CRISIS, act("x", 13, "southland")], [
        signal("s", 5, kind, "northland", "southland")
    ])  # fmt: skip
    found = signals(record)[0][3]
    assert found == (NEVER if ends is None else ends - 13)


@pytest.mark.parametrize(
    "later",
    [
        act("x", 6, "southland", "strike-abroad"),
        act("x", 6, "northland", "display"),
        act("x", 4, "northland", "strike-abroad"),
        act("x", 6, "guard", "shadow-attack", channel="proxy"),
    ],
)
def test_what_does_not_make_a_vow_good(later: dict) -> None:
    """Not the other's force, no display, nothing before it was said, no shadow war."""
    vow = signal("s", 5, "vow", "northland", "southland")
    assert signals(invent([*CUSTOM, act("a", 0), later], [vow]))[0][3] == NEVER


def test_a_clash_ends_the_vows_of_both() -> None:
    vows = [signal("n", 5, "vow", "northland"), signal("s", 5, "vow", "southland")]
    clash = act("x", 7, rung="strike-abroad", mutual="yes")
    assert [s[3] for s in signals(invent([act("a", 0), clash], vows))] == [-6, -6]


def test_force_that_is_not_yet_known_ends_nothing() -> None:
    vow = signal("s", 5, "vow", "northland", "southland")
    record = invent([act("a", 0), act("x", 7, rung="strike-abroad", known=day(20))], [vow])
    assert signals(record)[0][3] == NEVER
    assert signals(record, OPENS + timedelta(days=20))[0][3] == 7 - 20


def test_traits_are_those_of_a_sides_own_parties() -> None:
    parties = [
        {"id": "northland", "name": "N", "kind": "state", "nuclear": "yes", "democracy": "no"},
        {"id": "southland", "name": "S", "kind": "state", "democracy": "yes"},
    ]
    history = seen(invent([act("a", 0, "southland")], parties=parties, relations=[]))
    assert history.sides == ("south", "north")
    assert history.nuclear.tolist() == [0.0, 1.0]
    assert history.democracy.tolist() == [1.0, 0.0]


@pytest.mark.parametrize("count", [1, 63, 64, 65, 127, 128, 129])
def test_there_is_always_room_to_reach_the_as_of_date(count: int) -> None:
    """The last row is empty and bears the as-of date, whatever the number of acts."""
    events = seen(invent([act(f"a{n}", n % 9) for n in range(count)])).events
    assert events.valid.sum() == count
    assert len(events.day) == padded(count + 1)
    assert events.valid[-1] == 0
    assert events.day[-1] == 0


def test_rows_come_in_order_of_time(shipped_history: History) -> None:
    days = valid(shipped_history, "day")
    assert days == sorted(days)
    assert len(shipped_history.acts) == len(days) > 50
    assert max(days) <= 0


def test_deeds_tell_the_shadow_war_by_maker_and_order(invented: Record) -> None:
    deeds = deeds_between(invented, ladder_of(invented))
    assert [deed.maker for deed in deeds[-5:]] == ["north", "south", "north", "north", "north"]
    assert [deed.sovereign for deed in deeds[-5:]] == [False, False, False, False, True]
    assert deeds[-3].force.arm_length


def test_before_the_first_act_there_is_nothing_to_stand_on(shipped: Record) -> None:
    with pytest.raises(UsageError, match="Nothing was known to have happened") as error:
        from_record(shipped, date(1990, 1, 1))
    assert "Choose that day or a later one." in str(error.value)
    assert error.value.exit_code == 2


@pytest.mark.parametrize(
    "acts", [(), (act("w", 0, rung="words"),), (act("t", 0, status="threatened"),)]
)
def test_a_record_without_acts_says_so(acts: tuple) -> None:
    with pytest.raises(UsageError, match="holds no act of a threat or more"):
        from_record(invent(acts), AS_OF)


def test_one_side_alone_can_be_read() -> None:
    history = seen(invent([act("a", 0), act("b", 1, rung="strike-home")]))
    assert history.sides == ("north", "south")
    assert set(valid(history, "mark")) <= {FIRST * 3, 1, 2}


def test_a_record_of_clashes_alone_can_be_read() -> None:
    history = seen(invent([act("a", 0, rung="strike-abroad", mutual="yes")]))
    assert valid(history, "mark") == [CLASH]
    assert MUTUAL == CLASH // 3


def test_a_record_states_no_more_of_a_deed_than_its_rung_says() -> None:
    acts = [
        act("t", 0, rung="threat"), act("d", 1, rung="display"), act("s", 2, rung="seizure"),
        act("f", 3, rung="strike-home"), act("c", 4, rung="strike-abroad", mutual="yes"),
        act("w", 5, rung="war", mutual="yes"),
    ]  # fmt: skip
    told = [DEEDS[int(kind)] for kind in valid(seen(invent(acts)), "deed")]
    assert told == ["not stated", "not stated", "seizure", "attack", "clash", "battle"]


def test_nothing_in_a_record_is_a_counterfactual(shipped_history: History) -> None:
    assert not shipped_history.events.change.any()


def test_arrays_are_of_the_types_that_the_model_takes(shipped_history: History) -> None:
    events, said = shipped_history.events, shipped_history.signals
    for name in ("day", "mark", "deed", "stream", "renews", "change"):
        assert getattr(events, name).dtype == np.int32
    for name in ("proxy", "sovereign", "leader", "log_dead", "non_state", "exposed", "valid"):
        assert getattr(events, name).dtype == np.float32
    assert all(array.dtype == np.int32 for array in said[:4])
