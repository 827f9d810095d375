"""What happened after a day, by the rules of that day."""

from datetime import timedelta

from _invented import AS_OF, CRISIS, OPENS, act, day, invent
from offramp.history import happened_after


def test_only_what_came_after_is_listed_in_order() -> None:
    acts = [*CRISIS, act("late", 30, "southland", "display"), act("soon", 15, rung="strike-home")]
    found = happened_after(invent(acts), AS_OF)
    assert [(h.id, h.side, h.rung, h.level) for h in found] == [
        ("soon", "north", "strike-home", 4),
        ("late", "south", "display", 3),
    ]
    assert found[0].day == OPENS + timedelta(days=15)


def test_the_shadow_war_is_left_out_and_a_clash_is_nobodys() -> None:
    acts = [
        *CRISIS,
        act("shadow", 15, "guard", "shadow-attack", channel="proxy"),
        act("clash", 16, rung="strike-abroad", mutual="yes"),
    ]
    assert [(h.id, h.side) for h in happened_after(invent(acts), AS_OF)] == [("clash", None)]


def test_hindsight_does_not_move_the_line_of_custom() -> None:
    """Acts that became known later make no custom of that day."""
    late = [
        act(f"k{n}", -100 + n, "guard", "strike-abroad", channel="proxy", known=day(40))
        for n in range(30)
    ]
    after = act("x", 15, "guard", "strike-abroad", channel="proxy")
    assert [h.id for h in happened_after(invent([*CRISIS, *late, after]), AS_OF)] == ["x"]
    seen_late = happened_after(invent([*CRISIS, *late, after]), OPENS + timedelta(days=41))
    assert seen_late == []


def test_rungs_are_compared_by_their_order() -> None:
    (found,) = happened_after(invent([*CRISIS, act("x", 15, rung="strike-abroad")]), AS_OF)
    assert found.at_least("display")
    assert found.at_least("strike-abroad")
    assert not found.at_least("strike-home")
    assert not found.at_least(None)


def test_the_shadow_war_is_listed_where_it_is_asked_for() -> None:
    acts = [
        *CRISIS,
        act("shadow", 15, "guard", "shadow-attack", channel="proxy", killed="2..3"),
        act("own", 16, rung="strike-abroad"),
    ]
    found = happened_after(invent(acts), AS_OF, shadow=True)
    assert [(h.id, h.shadow, h.channel) for h in found] == [
        ("shadow", True, "proxy"),
        ("own", False, "direct"),
    ]
    assert str(found[0].dead) == "2..3"
    assert found[1].dead is None
