"""Which confrontations are a record's own: by its two states and its days, and by nothing else."""

from dataclasses import replace

import numpy as np
import pytest

from offramp.history import Confrontations
from offramp.learning._same_crisis import COW, clusters_of_record
from offramp.record import Record, library, open_record


def events(*rows: tuple[int, int, str, str, int]) -> Confrontations:
    """One act a history: cluster, day, and the two sides."""
    count = len(rows)
    return Confrontations(
        "made up", np.arange(count), np.array([row[4] for row in rows]), np.zeros(count, int),
        np.full(count, 7), np.zeros(count), np.zeros(count, bool), np.arange(count),
        np.array([row[0] for row in rows]), np.array([[row[2], row[3]] for row in rows]),
        until=800_000,
    )  # fmt: skip


@pytest.fixture(scope="module")
def falklands() -> Record:
    return open_record(library()["falklands-1982"])


def test_the_pair_is_found_in_either_order_while_the_crisis_runs(falklands: Record) -> None:
    day = falklands.opens.toordinal() + 5
    found = events((7, day, "160", "200", day), (8, day, "200", "160", day))
    assert clusters_of_record(falklands, found) == (7, 8)


def test_other_pairs_and_other_years_are_not_it(falklands: Record) -> None:
    day = falklands.opens.toordinal() + 5
    found = events(
        (7, 0, "160", "155", day), (8, 0, "200", "365", day),
        (9, 0, "160", "200", day - 3000), (10, 0, "160", "200", day + 3000),
    )  # fmt: skip
    assert clusters_of_record(falklands, found) == ()


def test_relabelled_sides_are_the_same_crisis(falklands: Record) -> None:
    day = falklands.opens.toordinal() + 5
    found = events((7, 0, "160", "200", day))
    turned = replace(found, sides=found.sides[:, ::-1])
    swapped = falklands.model_copy(update={"sides": dict(reversed(falklands.sides.items()))})
    assert clusters_of_record(falklands, turned) == clusters_of_record(swapped, found) == (7,)


def test_every_state_that_is_a_side_in_the_library_has_a_code() -> None:
    for name, path in library().items():
        record = open_record(path)
        for members in record.sides.values():
            codes = [record.party(party).iso3 for party in members]
            assert any(code in COW for code in codes), f"{name}: {codes}"
