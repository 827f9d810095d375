"""Who is chosen, and what is marked as inferred."""

import pytest

from offramp.reading import ActItem, Source, code_offline
from offramp.reading._offline import read_with
from offramp.reading.weighing._choice import Chooser, shipped_weights


def acts(text: str) -> dict[str, ActItem]:
    draft = code_offline(Source("a", text, date="1950-06-01"))
    return {act.trigger.text: act for act in draft.acts if act.trigger is not None}


def test_what_syntax_states_stands_and_is_not_marked() -> None:
    found = acts("On 2 May 1950 Iran shelled the Iraqi port of Fao.")["shelled"]
    assert (found.actors, found.targets, found.inferred) == (("iran",), ("iraq",), ())


def test_those_joined_by_and_are_chosen_together() -> None:
    found = acts("Iran and Egypt shelled the Iraqi port of Fao on 2 May 1950.")["shelled"]
    assert found.actors == ("iran", "egypt")


def test_the_other_side_is_chosen_where_nobody_is_named_and_marked() -> None:
    text = "Iran shelled Iraq on 2 May 1950. Iraqi forces shelled Iran on 3 May. {}"
    found = acts(text.format("On 5 May 1950 four Iraqi soldiers were captured."))["captured"]
    assert found.targets == ("iraq",) and found.actors == ("iran",)
    assert "actors" in found.inferred and "targets" not in found.inferred


def test_no_weight_is_a_partys_name() -> None:
    words = {word for name in shipped_weights() for word in name.replace(",", "").split()}
    assert not words & {"iran", "israel", "iraq", "russia", "china", "states"}
    assert all(name.split(":")[0] in _ROLES for name in shipped_weights())


def test_with_no_weights_whom_syntax_names_still_comes_first() -> None:
    source = Source("a", "On 2 May 1950 Iran shelled Iraq.", date="1950-06-01")
    (act,) = read_with(source, Chooser({})).acts
    assert (act.actors, act.targets) == (("iran",), ("iraq",))


@pytest.mark.parametrize("swap", [("Iran", "Iraq"), ("Oman", "Yemen"), ("Chad", "Libya")])
def test_names_change_nothing(swap: tuple[str, str]) -> None:
    one, other = swap
    text = f"{one} shelled {other} on 2 May 1950. Two days later a bridge was destroyed."
    here = [(a.actors, a.targets) for a in acts(text).values()]
    ids = {one.lower(): "first", other.lower(): "second"}
    named = [(tuple(ids[p] for p in a), tuple(ids[p] for p in t)) for a, t in here]
    text = text.replace(one, "Chad").replace(other, "Libya")
    there = [(a.actors, a.targets) for a in acts(text).values()]
    ids = {"chad": "first", "libya": "second"}
    assert named == [(tuple(ids[p] for p in a), tuple(ids[p] for p in t)) for a, t in there]


_ROLES = {"actor", "target", "sender", "receiver"}


def test_who_does_a_friendly_thing_together_does_it_to_one_another() -> None:
    text = "Iran and Iraq fought in 1949. Egypt slept. On 2 May 1950 Iran and Iraq reopened {}."
    found = acts(text.format("their embassies"))["reopened"]
    assert (found.actors, found.targets) == (("iran",), ("iraq",))


def test_whoever_held_them_lets_them_go() -> None:
    text = (
        "Iraq protested. Iran seized four Iraqi pilots in May 1950. The pilots were freed in June."
    )
    found = acts(text)["freed"]
    assert found.actors == ("iran",) and found.targets == ("iraq",)
    assert "actors" in found.inferred


def test_who_is_called_home_is_called_by_his_own() -> None:
    text = "The United States issued a visa to Iraq. The Iranian ambassador was called home."
    assert acts(text)["called"].actors == ("iran",)
