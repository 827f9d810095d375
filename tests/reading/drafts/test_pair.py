"""The two sides are found from who acts against whom; the opening from when."""

from dataclasses import replace
from datetime import date

import pytest

from offramp._errors import OfframpError
from offramp.reading import ActItem, Draft, RelationItem, SignalItem
from offramp.reading.drafts._pair import Pair, find_pair, heads, opening


def act(
    actor: str, target: str, day: str | None = "1951-03-01", rung: str = "strike-home"
) -> ActItem:
    number = f"{actor}-{target}-{day}"
    targets = (target,) if target else ()
    return ActItem(number, (), rung=rung, actors=(actor,), targets=targets, date=day)


def draft(*acts: ActItem, relations: tuple[RelationItem, ...] = ()) -> Draft:
    return Draft(acts=acts, relations=relations)


def under(party: str, other: str, kind: str = "part-of") -> RelationItem:
    return RelationItem("r", (), kind=kind, from_=party, to=other)


def test_the_pair_with_most_between_them_is_found() -> None:
    acts = (act("a", "b"), act("b", "a", "1951-03-02"), act("c", "a"), act("a", "c", None, "words"))
    assert find_pair(draft(*acts)) == Pair("a", "b")


def test_who_acts_first_stands_first() -> None:
    assert find_pair(draft(act("a", "b", "1951-03-02"), act("b", "a"))) == Pair("b", "a")


def test_force_counts_more_than_words() -> None:
    words = [act("a", "c", f"1951-03-0{n}", "words") for n in range(1, 2)]
    assert find_pair(draft(*words, act("a", "b", "1951-03-09"))).second == "b"


def test_a_part_counts_for_the_whole_and_a_proxy_for_its_principal() -> None:
    acts = (act("guard", "b"), act("b", "militia"), act("c", "b"))
    found = find_pair(
        draft(*acts, relations=(under("guard", "a"), under("militia", "guard", "proxy-of")))
    )
    assert {found.first, found.second} == {"a", "b"}


def test_what_was_not_done_does_not_count() -> None:
    told = [replace(act("c", "b", f"1951-03-0{n}"), modality="hypothetical") for n in range(1, 5)]
    assert find_pair(draft(*told, act("a", "b"))) == Pair("a", "b")


def test_signals_make_a_pair_where_nothing_was_done() -> None:
    said = SignalItem("s", (), kind="threat", sender="a", receivers=("b",))
    assert find_pair(Draft(signals=(said,))) == Pair("a", "b")


def test_without_two_there_is_no_crisis() -> None:
    for nobody in (draft(), draft(act("a", "")), draft(act("a", "a"))):
        with pytest.raises(OfframpError, match="No crisis"):
            find_pair(nobody)


def test_a_circle_of_relations_ends() -> None:
    assert set(heads((under("a", "b"), under("b", "c"), under("c", "a")))) == {"a", "b", "c"}


def said(sender: str, receiver: str, day: str | None) -> SignalItem:
    return SignalItem(f"s-{day}", (), kind="threat", sender=sender, receivers=(receiver,), date=day)


AB = Pair("a", "b")


def test_a_confrontation_opens_after_the_last_long_quiet() -> None:
    acts = (act("a", "b", "1950-01-01"), act("a", "b", "1951-03-01"), act("b", "a", "1951-06-01"))
    assert opening(draft(*acts), AB, {}, date(1951, 7, 1)) == date(1951, 3, 1)


def test_vague_dates_and_words_open_nothing() -> None:
    acts = (act("a", "b", "1951"), act("a", "b", "1951-02-01", "words"), act("b", "a", "1951-06"))
    assert opening(draft(*acts), AB, {}, date(1951, 7, 1)) == date(1951, 6, 1)
    assert opening(draft(), AB, {}, date(1951, 7, 1)) == date(1951, 7, 1)


def test_what_the_sides_say_to_each_other_opens_it_too() -> None:
    told = Draft(acts=(act("b", "a", "1951-06-01"),), signals=(said("a", "b", "1951-05-20"),))
    assert opening(told, AB, {}, date(1951, 7, 1)) == date(1951, 5, 20)


def test_what_a_side_did_to_others_opens_nothing_between_the_two() -> None:
    acts = (act("a", "c", "1951-04-01"), act("a", "b", "1951-06-01"))
    assert opening(draft(*acts), AB, {}, date(1951, 7, 1)) == date(1951, 6, 1)
    assert opening(draft(acts[0]), AB, {}, date(1951, 7, 1)) == date(1951, 4, 1)


def test_a_single_deed_long_after_is_an_aftermath() -> None:
    acts = (
        act("a", "b", "1948-01-01"), act("a", "b", "1950-03-01"), act("b", "a", "1950-03-02"),
        act("b", "a", "1951-06-01"),
    )  # fmt: skip
    assert opening(draft(*acts), AB, {}, date(1955, 1, 1)) == date(1950, 3, 1)
    # A document of those days is about it, and the rest is background.
    assert opening(draft(*acts), AB, {}, date(1951, 6, 3)) == date(1951, 6, 1)


def test_an_expulsion_opens_a_confrontation() -> None:
    acts = (act("a", "b", "1951-05-01", "coercion"), act("b", "a", "1951-06-01"))
    assert opening(draft(*acts), AB, {}, date(1951, 7, 1)) == date(1951, 5, 1)
