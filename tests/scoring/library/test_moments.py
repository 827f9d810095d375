"""Moments: evenings with a main act of level 3 or more, from the opening on."""

from datetime import date

from _invented import act, day, invent
from offramp.scoring.library import moments_of

from ._heard import crisis


def test_one_stands_on_the_evening_of_each_main_act_and_not_on_threats() -> None:
    found = moments_of(crisis())
    assert [(moment.day.isoformat(), moment.act) for moment in found] == [
        (day(0), "show"), (day(3), "answer-again"), (day(8), "strike"),
    ]  # fmt: skip


def test_neither_what_came_before_the_opening_nor_after_the_close_is_a_moment() -> None:
    acts = (act("old", -30), act("in", 1), act("late", 90))
    found = moments_of(invent(acts, closes="2024-04-01"))
    assert [moment.act for moment in found] == ["in"]


def test_acts_of_the_shadow_war_are_no_moments() -> None:
    usual = act("usual", 5, "guard", "shadow-attack", channel="proxy")
    record = crisis(shadow=True)
    more = invent(
        [*(a.model_dump(mode="json", by_alias=True, exclude_none=True) for a in record.acts), usual]
    )
    assert [m.act for m in moments_of(more)] == [m.act for m in moments_of(record)]
    alone = invent([usual, act("show", 0)])
    assert "usual" in [m.act for m in moments_of(alone)], "without a custom it is one"


def test_what_became_known_later_is_not_stood_on() -> None:
    acts = (act("show", 0), act("hidden", 4, "southland", "seizure", known=day(40)))
    assert [moment.act for moment in moments_of(invent(acts))] == ["show"]


def test_one_stands_on_the_evening_of_the_news() -> None:
    by_night = act("by-night", 4, "southland", "seizure", known=day(5))
    (first, second) = moments_of(invent([act("show", 0), by_night]))
    assert (second.day.isoformat(), second.act) == (day(5), "by-night")
    assert (first.act, second.history.acts) == ("show", ("show", "by-night"))
    late = moments_of(invent([act("show", 0), by_night], closes=day(4)))
    assert [moment.act for moment in late] == ["show"], "the record was closed by then"


def test_one_evening_with_two_acts_is_one_moment() -> None:
    acts = [act("show", 0), act("by-night", 4, known=day(5)), act("answer", 5, "southland")]
    assert [moment.act for moment in moments_of(invent(acts))] == ["show", "answer"]


def test_a_moment_knows_nothing_later() -> None:
    first = moments_of(crisis())[0]
    assert first.history.acts == ("show",)
    assert first.day == date.fromisoformat(day(0))
