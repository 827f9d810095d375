"""Names looked up in a record, each with an error that points at it."""

import pytest

from _invented import AS_OF
from offramp.ladder import default_ladder
from offramp.questions import QuestionError
from offramp.questions._names import Names, other_side
from questions._asked import crisis


@pytest.fixture(scope="module")
def names() -> Names:
    record = crisis()
    line = "the line with guard and neighbour and x"
    return Names(line, record, record.as_of(AS_OF), AS_OF, default_ladder())


def test_a_side_is_found_by_its_key_and_by_its_members(names: Names) -> None:
    assert (names.side("north", ""), names.side("southland", "")) == ("north", "south")
    assert other_side(names.known, "north") == "south"


def test_a_partys_name_may_be_that_of_a_side(names: Names) -> None:
    assert names.party("guard", "") == "guard"
    assert names.party("north", "") == "northland"


def test_a_third_party_stands_outside_both_sides(names: Names) -> None:
    assert names.third("neighbour", "") == "neighbour"
    with pytest.raises(QuestionError, match=r"guard acts for north; .* Third parties: neighbour"):
        names.third("guard", "")


def test_outside_a_side_the_other_side_stands_too(names: Names) -> None:
    assert names.outside("south", "north", "") == "southland"
    with pytest.raises(QuestionError, match="guard acts for north itself"):
        names.outside("guard", "north", "")


def test_acts_and_signals_are_told_apart(names: Names) -> None:
    names.entry("vow", "")
    names.entry("salvo", "", acts_only=True)
    with pytest.raises(QuestionError, match="is a signal"):
        names.entry("vow", "", acts_only=True)


def test_a_rung_is_found(names: Names) -> None:
    assert names.rung("war", "").level == 5
