"""Edits that can be made, and those that cannot."""

import pytest

from offramp.questions import Back, CloseChannel, Do, Edit, Hold, OpenChannel, Restrain, Say
from offramp.questions._changes import NEVER
from questions._asked import checked, refused


@pytest.mark.parametrize(
    ("edit", "made"),
    [
        ("limit by northland to south", Say("limit", "northland", "south")),
        ("warning by neighbour to northland", Say("warning", "neighbour", "northland")),
        ("northland does display", Do("north", "display")),
        ("north does conciliation", Do("north", "conciliation")),
        ("restrain southland by neighbour", Restrain("south", "neighbour")),
        ("restrain south by northland", Restrain("south", "northland")),
        ("back southland by neighbour", Back("south", "neighbour")),
        ("hold northland for 9d", Hold("north", 9)),
        ("open channel by neighbour", OpenChannel("neighbour")),
        ("close channel neighbour", CloseChannel("neighbour")),
    ],
)
def test_an_edit_names_sides_by_their_keys(edit: str, made: Edit) -> None:
    assert checked(f"quiet for 9d given {edit}").given == (made,)


@pytest.mark.parametrize("rung", ["seizure", "shadow-attack", "strike-home", "campaign", "war"])
def test_no_use_of_force_can_be_put_in(rung: str) -> None:
    refused(f"quiet for 9d given north does {rung}", rung, NEVER)


REFUSED = [
    ("limti by north", "limti", 'The nearest is "limit".'),
    ("stance by neighbour", "stance", "restrain <side> by <party>"),
    ("limit by nobody", "nobody", "no party"),
    ("limit by north to northland", "northland", "itself"),
    ("guard does display", "guard", "proxy"),
    ("north does dispaly", "dispaly", 'the nearest is "display"'),
    ("restrain neighbour by south", "neighbour", "third party"),
    ("restrain north by guard", "guard", "guard acts for north itself"),
    ("back north by northland", "northland", "Third parties: neighbour."),
    ("hold guard for 9d", "guard", "proxy"),
    ("open channel by guard", "guard", "a third party is meant"),
    ("close channel northland", "northland", "a third party is meant"),
]


@pytest.mark.parametrize(("edit", "word", "says"), REFUSED)
def test_an_edit_that_cannot_be_made_is_pointed_at(edit: str, word: str, says: str) -> None:
    refused(f"quiet for 9d given {edit}", word, says)


def test_dials_are_left_to_the_model() -> None:
    assert checked("quiet for 9d given dial anything = 3").ask.endswith("dial anything = 3")
