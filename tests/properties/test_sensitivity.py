"""What must hold of what to watch and of hypotheses: names change none of it."""

from dataclasses import replace
from typing import Any

import pytest

from _invented import AS_OF, crisis, plain
from offramp.hypotheses import Matrix, matrix
from offramp.record import Record
from offramp.sensitivity import Watch, watch

QUIET = "quiet for 30d"


def swapped() -> tuple[Record, dict[str, str]]:
    """Give the record with the sides' keys exchanged."""
    raw: dict[str, Any] = plain(crisis())
    sides = {"north": raw["sides"]["south"], "south": raw["sides"]["north"]}
    return Record.model_validate({**raw, "sides": sides}), {"north": "south", "south": "north"}


def renamed() -> tuple[Record, dict[str, str]]:
    raw: dict[str, Any] = plain(crisis())
    sides = {"one": raw["sides"]["north"], "two": raw["sides"]["south"]}
    return Record.model_validate({**raw, "sides": sides}), {"north": "one", "south": "two"}


def reordered() -> tuple[Record, dict[str, str]]:
    raw: dict[str, Any] = plain(crisis())
    sides = dict(reversed(raw["sides"].items()))
    return Record.model_validate({**raw, "sides": sides}), {}


@pytest.mark.parametrize("change", [swapped, renamed, reordered])
def test_names_and_order_of_sides_move_no_information(change: Any) -> None:
    other, names = change()

    def told(found: Watch, names: dict[str, str]) -> set[tuple[Any, ...]]:
        return {
            (each.kind, names.get(each.side or "", each.side), each.by, each.chance,
             each.if_seen, each.if_unseen, each.bits)
            for each in found.observations
        }  # fmt: skip

    one = watch(crisis(), AS_OF, QUIET, draws=400)
    assert told(watch(other, AS_OF, QUIET, draws=400), {}) == told(one, names)


@pytest.mark.parametrize("change", [swapped, renamed, reordered])
def test_names_and_order_of_sides_move_no_hypothesis(change: Any) -> None:
    other, names = change()

    def cells(found: Matrix, names: dict[str, str]) -> dict[Any, Any]:
        keys = [(names.get(h.side, h.side), h.key.partition(": ")[2]) for h in found.hypotheses]
        return {
            (row.id, key): cell
            for row in found.rows
            for key, cell in zip(keys, row.cells, strict=True)
        }

    assert cells(matrix(other, AS_OF), {}) == cells(matrix(crisis(), AS_OF), names)


def test_what_carries_no_dial_moves_nothing() -> None:
    """A signal more adds its row, says nothing, and leaves every other row as it was."""
    raw: dict[str, Any] = plain(crisis())
    raw["signals"].append(
        {"id": "offer", "date": "2024-03-13", "kind": "offer", "from": "northland"}
    )
    one = matrix(crisis(), AS_OF)
    more = matrix(Record.model_validate(raw), AS_OF)
    rows = tuple(row for row in more.rows if row.id != "offer")
    assert replace(more, rows=rows, run=one.run) == one
