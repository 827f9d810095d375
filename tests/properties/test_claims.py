"""What must hold of verdicts: expectations mirror, names change nothing, later days add nothing."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from _invented import AS_OF, act, plain
from claims._cases import claim, claimed, contrast, reply
from offramp.claims import Claims, judge, verdict
from offramp.claims._sentence import sentence
from offramp.record import Record

DRAWS = 1_000
OTHER = {"supported": "contradicted", "contradicted": "supported", "not decided": "not decided"}
CHANCE = st.floats(0, 1)


@given(CHANCE, CHANCE, CHANCE, st.lists(st.floats(-1, 1), max_size=3).map(tuple))
def test_higher_mirrors_lower(
    before: float, after: float, lower: float, shares: tuple[float, ...]
) -> None:
    found = contrast(before, after, lower, shares=shares)
    said = verdict(found, "lower")
    assert verdict(found, "higher") == OTHER[said]
    assert sentence(said, found, "lower").startswith("It expects lower; with the change ")


@given(st.lists(CHANCE, min_size=3, max_size=3).map(sorted))
def test_yes_mirrors_no(ends: list[float]) -> None:
    found = reply(ends[1], ends[0], ends[2])
    assert verdict(found, "no") == OTHER[verdict(found, "yes")]


@given(CHANCE, CHANCE, CHANCE)
def test_both_arms_exchanged_mirror_the_verdict(before: float, after: float, lower: float) -> None:
    one = verdict(contrast(before, after, lower), "lower")
    assert verdict(contrast(after, before, 1 - lower), "lower") in (OTHER[one], "not decided")


def told(found: Claims) -> dict[str, tuple[Any, ...]]:
    return {
        each.id: (
            each.verdict, each.bayes_factor,
            None if each.must_believe is None else each.must_believe.turns,
            None if each.must_believe is None else round(each.must_believe.explained, 6),
        )
        for each in found.claims
    }  # fmt: skip


def swapped() -> Record:
    """Give the record with the sides' keys exchanged, in its claims as well."""
    raw: dict[str, Any] = plain(claimed())
    sides = {"north": raw["sides"]["south"], "south": raw["sides"]["north"]}
    for each in raw["claims"]:
        if "test" in each:
            ask = each["test"]["ask"].replace("north", "NORTH").replace("south", "north")
            each["test"]["ask"] = ask.replace("NORTH", "south")
    return Record.model_validate({**raw, "sides": sides})


def reordered() -> Record:
    raw: dict[str, Any] = plain(claimed())
    return Record.model_validate(
        {**raw, "sides": dict(reversed(raw["sides"].items())), "claims": raw["claims"][::-1]}
    )


def with_what_came_later() -> Record:
    raw: dict[str, Any] = plain(claimed())
    later = act("later", 20, "southland", "strike-home")
    asked = claim("asked-later", "south >= strike-home within 30d without later", "lower", 20)
    return Record.model_validate(
        {**raw, "acts": [*raw["acts"], later], "claims": [*raw["claims"], asked]}
    )


@cache
def as_claimed() -> dict[str, tuple[Any, ...]]:
    return told(judge(claimed(), AS_OF, DRAWS))


@pytest.mark.parametrize("change", [swapped, reordered, with_what_came_later])
def test_names_order_and_later_days_move_no_verdict(change: Any) -> None:
    assert told(judge(change(), AS_OF, DRAWS)) == as_claimed()
