"""Outcomes: by the rest of the record, and only where a no would have been seen."""

from datetime import date

from _invented import act, invent
from offramp.scoring.library import moments_of, outcomes
from offramp.scoring.library._questions import RUNGS

from ._heard import crisis


def test_what_came_is_told_with_the_act_that_decided() -> None:
    came = outcomes(moments_of(crisis())[0])
    assert (came["force-either-7"].outcome, came["force-either-7"].by_act) == (1, "answer-again")
    assert came["force-second-7"].outcome == 1
    assert came["force-first-7"].outcome == 0
    assert (came["home-first-30"].outcome, came["home-first-30"].by_act) == (1, "strike")
    assert came["home-second-90"].outcome == 0
    assert (came["quiet-60"].outcome, came["quiet-60"].by_act) == (0, "answer")
    assert came["actor-30"].outcome == 1
    assert came["act-30"].outcome == 5, "a display by the second"
    assert came["wait-30"].outcome == 1, "after three days"
    assert RUNGS[came["highest-30"].outcome] == "strike-home"


def test_silence_counts_where_the_record_watches() -> None:
    came = outcomes(moments_of(crisis())[-1])
    assert came["force-either-30"].outcome == 0
    assert came["quiet-60"].outcome == 1, "a threat does not break it"
    assert came["act-30"].outcome == 4, "a threat by the second"
    assert RUNGS[came["highest-30"].outcome] == "threat"


def test_a_question_stays_open_past_the_close_even_where_a_yes_came() -> None:
    came = outcomes(moments_of(crisis(closes=date(2024, 3, 25)))[0])
    assert "force-either-7" in came
    assert not any(key.endswith(("-30", "-60", "-90")) for key in came)


def test_nobody_and_both_have_their_places() -> None:
    quiet = outcomes(moments_of(invent([act("show", 0)], closes="2024-12-31"))[0])
    assert quiet["actor-30"].outcome == 3
    assert quiet["act-30"].outcome == 0
    assert quiet["wait-30"].outcome == 5
    assert quiet["highest-30"].outcome == 0
    clash = act("clash", 2, rung="strike-abroad", mutual="yes")
    came = outcomes(moments_of(invent([act("show", 0), clash], closes="2024-12-31"))[0])
    assert came["actor-30"].outcome == 2
    assert came["act-30"].outcome == 7
    assert came["force-first-7"].outcome == came["force-second-7"].outcome == 1


def test_a_battle_is_nobodys_and_the_force_of_him_who_began_it() -> None:
    battle = act("battle", 2, rung="war")
    came = outcomes(moments_of(invent([act("show", 0), battle], closes="2024-12-31"))[0])
    assert came["actor-30"].outcome == 2
    assert came["act-30"].outcome == 8
    assert RUNGS[came["highest-30"].outcome] == "war"
    assert {came["force-first-7"].outcome, came["force-second-7"].outcome} == {0, 1}


def test_the_shadow_war_answers_nothing() -> None:
    record = crisis(shadow=True)
    dumped = [a.model_dump(mode="json", by_alias=True, exclude_none=True) for a in record.acts]
    usual = act("usual", 1, "guard", "shadow-attack", channel="proxy")
    more = invent([*dumped, usual], closes="2024-07-01")
    assert outcomes(moments_of(more)[0])["wait-30"] == outcomes(moments_of(record)[0])["wait-30"]
