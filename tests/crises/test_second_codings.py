"""The second codings of four crises: they open, and compare with the first."""

from pathlib import Path

import pytest

from offramp.record import open_record
from offramp.record._library import library

FOLDERS = sorted(
    (Path(__file__).parents[2] / "docs" / "second-codings").glob("*/crisis.yaml"), key=str
)


@pytest.mark.parametrize("file", FOLDERS, ids=lambda file: file.parent.name)
def test_second_coding_is_a_record_of_the_same_pair_and_span(file: Path) -> None:
    first, second = open_record(file.parent.name), open_record(str(file.parent))
    assert (first.id, first.opens) == (second.id, second.opens)
    # The first may have been followed on since.
    assert first.closes and second.closes and second.closes <= first.closes
    assert set(first.sides) == set(second.sides)
    assert not second.claims


def test_there_are_four() -> None:
    assert len(FOLDERS) == 4
    assert {file.parent.name for file in FOLDERS} <= set(library())
