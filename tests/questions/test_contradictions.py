"""Edits that cannot both be made."""

import pytest

from questions._asked import checked, refused

CLASHES = [
    ("raid.killed = 1 + raid.killed = 2", "raid.killed = 2"),
    ("restrain south by neighbour + back south by neighbour", "back south by neighbour"),
    ("back southland by neighbour + restrain south by neighbour", "restrain south by neighbour"),
    ("hold north for 3d + hold northland for 4d", "hold north for 4d"),
    ("hold north for 3d + north does display", "north does display"),
    ("north does display + hold northland for 3d", "hold north for 3d"),
    ("open channel by neighbour + close channel neighbour", "close channel neighbour"),
    ("dial fear = 1 + dial fear = 2", "dial fear = 2"),
    ("limit by north + limit by north", "limit by north"),
    ("raid.killed = 1 without raid", "without raid"),
]


@pytest.mark.parametrize(("edits", "second"), CLASHES)
def test_two_that_contradict_each_other_are_both_named(edits: str, second: str) -> None:
    refused(f"quiet for 9d given {edits}", second, f'"{second}". Leave one of the two out.')


def test_an_id_is_taken_out_once() -> None:
    refused("quiet for 9d without raid + vow + raid", "raid", "taken out twice")


@pytest.mark.parametrize(
    "edits",
    ["raid.killed = 1 + raid.leaders = none", "restrain south by neighbour + back north by "
     "neighbour", "hold north for 3d + hold south for 3d", "hold north for 3d + south does display",
     "north does display + north does threat", "dial fear = 1 + dial vow = 1",
     "limit by north + limit by south", "raid.killed = 1 without vow"],
)  # fmt: skip
def test_edits_of_different_things_go_together(edits: str) -> None:
    assert checked(f"quiet for 9d given {edits} if south >= war").given
