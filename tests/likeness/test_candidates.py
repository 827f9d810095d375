from datetime import date

from _invented import OPENS, act, day, invent
from offramp.history import from_record
from offramp.likeness._candidates import candidates, is_over, same_crisis, what_followed
from offramp.record import Record

AS_OF = date(2025, 1, 1)


def other(name: str = "others", **more: object) -> Record:
    acts = (
        act("first", 0),
        act("answer", 4, "southland", "strike-abroad"),
        act("again", 9, rung="strike-home", known="2025-06-01"),
    )
    return invent(acts, **{"id": name, "closes": day(150), **more})


def test_no_moment_of_the_same_crisis_is_compared() -> None:
    record = other("rivals")
    found, left = candidates(record, [other("rivals"), other()], AS_OF, 0, later=False)
    assert {one.record.id for one in found} == {"others"}
    assert left == []


def test_one_crisis_under_two_names_is_known_by_its_states_and_days() -> None:
    parties = [
        {"id": "northland", "name": "Northland", "kind": "state", "iso3": "XNO"},
        {"id": "southland", "name": "Southland", "kind": "state", "iso3": "XSO"},
        {"id": "guard", "name": "Guard", "kind": "armed-group"},
    ]
    assert same_crisis(other("a", parties=parties), other("b", parties=parties))
    earlier = other("c", parties=parties, closes=day(10))
    moved = invent((act("x", 300),), id="d", parties=parties, opens=day(290), closes=day(320))
    assert not same_crisis(earlier, moved)
    assert not same_crisis(other("a"), other("b"))


def test_crises_that_were_not_over_are_left_out_and_named() -> None:
    during = date.fromisoformat(day(100))
    found, left = candidates(invent(), [other()], during, 0, later=False)
    assert found == []
    assert [record.id for record in left] == ["others"]
    found, left = candidates(invent(), [other()], during, 0, later=True)
    assert [one.act for one in found] == ["first", "answer"]
    assert left == []


def test_what_came_out_later_is_not_seen_and_follows_nothing() -> None:
    assert is_over(other(), AS_OF)
    found, _ = candidates(invent(), [other()], AS_OF, 0, later=False)
    assert [one.act for one in found] == ["first", "answer"]
    assert found[1].followed.actor == "nobody"
    assert found[1].followed.highest_30 == "calm"
    after, _ = candidates(invent(), [other()], AS_OF, 0, later=True)
    assert after[1].followed.rung == "strike-home"


def test_others_are_stood_at_as_long_after_their_last_act() -> None:
    found, _ = candidates(invent(), [other()], AS_OF, 6, later=True)
    # Within six days of the first act came the answer; after that, all that was known is silence.
    assert [one.act for one in found] == ["answer"]
    assert found[0].history.as_of == date.fromisoformat(day(10))
    assert found[0].history.days_since_last == 6


def test_what_followed_is_told_by_who_acted_last() -> None:
    record = other()
    history = from_record(record.as_of(OPENS), OPENS)
    after = what_followed(record, history)
    assert (after.actor, after.days, after.rung) == ("other", 4, "strike-abroad")
    assert (after.force_30, after.force_90) == (True, True)
    assert after.highest_30 == "strike-home"


def test_a_record_that_ends_before_a_window_does_not_speak_of_it() -> None:
    record = other().model_copy(update={"closes": date.fromisoformat(day(50))})
    after = what_followed(record, from_record(record.as_of(OPENS), OPENS))
    assert after.force_30 is True
    assert (after.highest_90, after.force_90) == (None, None)
