"""What must hold of what an act changed: names and order of sides move nothing."""

from typing import Any

import pytest

from _invented import AS_OF, crisis, plain
from offramp.answers import ActEffect, act_effect
from offramp.record import Record

pytestmark = pytest.mark.slow


def swapped() -> tuple[Record, dict[str, str]]:
    raw: dict[str, Any] = plain(crisis())
    sides = {"north": raw["sides"]["south"], "south": raw["sides"]["north"]}
    return Record.model_validate({**raw, "sides": sides}), {"north": "south", "south": "north"}


def renamed() -> tuple[Record, dict[str, str]]:
    raw: dict[str, Any] = plain(crisis())
    sides = {"one": raw["sides"]["north"], "two": raw["sides"]["south"]}
    return Record.model_validate({**raw, "sides": sides}), {"north": "one", "south": "two"}


def reordered() -> tuple[Record, dict[str, str]]:
    raw: dict[str, Any] = plain(crisis())
    return Record.model_validate({**raw, "sides": dict(reversed(raw["sides"].items()))}), {}


def told(found: ActEffect, names: dict[str, str]) -> dict[Any, Any]:
    assert found.deterrence is not None
    assert found.later is not None
    rows = {
        (moment.as_of, names.get(row.side, row.side), row.name): (row.mean, row.low, row.high)
        for moment in (found.at_once, found.later)
        for row in (*moment.terms, *moment.totals)
    }
    by = found.deterrence.by
    chances = [(c.factual.probability, c.difference.mean) for c in found.deterrence.contrasts]
    return {**rows, "by": names.get(by, by), "chances": chances}


@pytest.mark.parametrize("change", [swapped, renamed, reordered])
def test_names_and_order_of_sides_swap_the_answer_and_no_more(change: Any) -> None:
    other, names = change()
    one = told(act_effect(crisis(), "salvo", AS_OF, draws=400), names)
    assert told(act_effect(other, "salvo", AS_OF, draws=400), {}) == one
