"""When two items tell of the same thing."""

from dataclasses import replace
from typing import Any

import pytest

from offramp.reading import ActItem, PartyItem, Quote, SignalItem
from offramp.reading.drafts._same import same_act, same_party, same_signal

ONE = ActItem(
    "a1",
    (Quote("x", 0, 5, "fired"),),
    trigger=Quote("x", 0, 5, "fired"),
    rung="strike-home",
    actors=("a",),
    targets=("b",),
    date="1951-03-01",
    place="river post",
)
OTHER = replace(ONE, quotes=(Quote("y", 0, 5, "fired"),), trigger=Quote("y", 0, 5, "fired"))


@pytest.mark.parametrize(
    ("more", "same"),
    [
        ({}, True),
        ({"date": "1951-03-02"}, True),
        ({"date": "1951-03-03"}, False),
        ({"date": None}, False),
        ({"date": "1951-03-01/1951-03-04"}, True),
        ({"date": "1951"}, False),
        ({"rung": "strike-abroad"}, True),
        ({"rung": "threat"}, False),
        ({"rung": ""}, False),
        ({"place": None}, True),
        ({"place": "the river post at Zug"}, True),
        ({"place": "port"}, False),
        ({"actors": ()}, True),
        ({"actors": (), "place": None}, True),
        ({"actors": (), "targets": ()}, False),
        ({"actors": ("c",)}, True),
        ({"actors": ("c",), "place": None}, False),
        ({"targets": ()}, True),
        ({"targets": ("c",)}, False),
        ({"modality": "claimed"}, True),
        ({"modality": "proposed"}, False),
        ({"actors": ("guard",)}, True),
    ],
)
def test_acts_of_two_sources(more: dict[str, Any], same: bool) -> None:
    other = replace(OTHER, **more)
    assert same_act(ONE, other, {"guard": "a"}) is same
    assert same_act(other, ONE, {"guard": "a"}) is same


def test_acts_of_one_source_are_one_only_by_their_words_or_where_it_tells_again() -> None:
    word = Quote("x", 50, 56, "attack")
    again = replace(ONE, trigger=word, quotes=(word,))
    assert not same_act(ONE, again, {})
    assert not same_act(ONE, replace(again, quotes=ONE.quotes), {}, retold=True), "one sentence"
    assert same_act(ONE, again, {}, retold=True)
    assert not same_act(ONE, replace(again, date="1951-03-02"), {}, retold=True)
    assert same_act(ONE, replace(ONE, date=None), {})
    assert not same_act(ONE, replace(ONE, date="1951-05-01"), {}), "one verb, two days"


def test_parties() -> None:
    iran = PartyItem("iran", (), "Iran", "state", "IRN")
    assert same_party(iran, PartyItem("x", (), "Persia", "state", "IRN"))
    assert not same_party(iran, PartyItem("iran", (), "Iran", "state", "IRQ"))
    assert same_party(PartyItem("g", (), "The Guard"), PartyItem("h", (), "the guard"))
    assert not same_party(PartyItem("g", (), "Guard"), PartyItem("h", (), "Navy"))


def test_a_byname_tells_a_party_in_one_source_alone() -> None:
    here, there = (Quote("x", 0, 4, "IRGC"),), (Quote("y", 0, 4, "IRGC"),)
    corps = PartyItem("corps", here, "Guard Corps", "office", aliases=("IRGC", "the Guard"))
    irgc = PartyItem("irgc", here, "IRGC", "office")
    assert same_party(corps, irgc)
    assert same_party(irgc, corps)
    assert not same_party(corps, replace(irgc, quotes=there)), "of another source"
    assert not same_party(corps, replace(irgc, kind="armed-group")), "of another kind"
    assert not same_party(corps, replace(irgc, iso3="IRQ")), "of another state"
    land = PartyItem("a", here, "Ruritania", "state", aliases=("Strelsau",))
    assert not same_party(land, PartyItem("b", here, "Strelsau", "state"))


@pytest.mark.parametrize(
    "day", ["1951-03-01", "1951-03", "1951", "1951-21", "1951-03-01/1951-04-20", "1951-03~", None]
)  # fmt: skip
def test_an_act_is_the_same_as_itself(day: str | None) -> None:
    act = replace(ONE, date=day)
    assert same_act(act, act, {})
    assert same_act(act, act, {}, retold=True)


def test_signals() -> None:
    one = SignalItem(
        "s",
        (Quote("x", 0, 6, "warned"),),
        trigger=Quote("x", 0, 6, "warned"),
        kind="warning",
        sender="a",
        receivers=("b",),
        date="1951-03-01",
    )
    other = replace(one, quotes=(Quote("y", 0, 6, "warned"),), trigger=None)
    assert same_signal(one, other)
    assert same_signal(one, replace(other, receivers=()))
    for more in ({"kind": "threat"}, {"sender": "c"}, {"date": None}, {"receivers": ("c",)}):
        assert not same_signal(one, replace(other, **more))
