"""Questions looked up in a record: what is asked of whom."""

import pytest

from _invented import AS_OF, act, invent
from offramp.ladder import default_ladder
from offramp.questions import (
    RECORD_KINDS,
    AtLeast,
    Next,
    PostureOf,
    QuestionError,
    TermOf,
    check_names,
    parse_question,
)
from questions._asked import checked, refused


def test_a_party_that_a_side_lists_stands_for_the_side() -> None:
    question = checked("northland >= war against southland within 3d if southland >= threat")
    assert question.observable == AtLeast("north", "war", 3, None, "south")
    assert question.condition == AtLeast("south", "threat", None)
    assert question.ask == "north >= war against south within 3d if south >= threat"
    assert checked("next = southland within 3d").observable == Next(3, "south")
    assert checked("posture(northland)").observable == PostureOf("north")
    assert checked("term(northland, fear)").observable == TermOf("north", "fear")


@pytest.mark.parametrize(
    "ask",
    ["north >= war within 3d", "either >= war covert within 3d", "next within 3d",
     "next = none within 3d", "next = mutual within 3d", "highest within 3d", "quiet all for 3d",
     "dead within 3d", "stopped(salvo)", "posture(south)", *(f"record({k})" for k in RECORD_KINDS)],
)  # fmt: skip
def test_what_can_be_asked_is_left_as_it_is(ask: str) -> None:
    assert checked(ask) == parse_question(ask)


REFUSED = [
    (
        "either >= conciliation within 3d",
        "conciliation",
        "Futures hold no acts below a threat. The lowest rung to ask for is threat.",
    ),
    ("north >= wra within 3d", "wra", '"wra" is no rung of the ladder; the nearest is "war".'),
    ("nroth >= war within 3d", "nroth", 'The nearest is "north".'),
    ("guard >= war within 3d", "guard", "Ask north >= war proxy."),
    ("neighbour >= war within 3d", "neighbour", "acts between the two sides only"),
    ("north >= war against guard within 3d", "guard", "counts as done to north. Write against n"),
    ("south >= war against guard within 3d", "guard", "Write against north."),
    ("south >= war against neighbour within 3d", "neighbour", "third party"),
    ("north >= war against north within 3d", "north", "Write against south."),
    ("either >= war against north within 3d", "either", "Ask south >= war."),
    ("next = either within 3d", "either", "Ask next without a name"),
    ("next = guard within 3d", "guard", "proxy"),
    ("stopped(raid)", "raid", "no exchange"),
    ("stopped(notice)", "notice", "is a signal"),
    ("stopped(salov)", "salov", 'The nearest is "salvo".'),
    ("posture(guard)", "guard", "proxy"),
    ("record(drones)", "drones", 'The nearest is "drone".'),
    ("dead within 3d without salvo + viw", "viw", 'The nearest is "vow".'),
    ("dead within 3d if south >= wr", "wr", "no rung"),
    ("posture(north) if south >= war", "if", "settled on the as-of date"),
]


@pytest.mark.parametrize(("ask", "word", "says"), REFUSED)
def test_a_name_that_cannot_stand_is_pointed_at(ask: str, word: str, says: str) -> None:
    refused(ask, word, says)


@pytest.mark.parametrize("name", ["later-raid", "later-talks"])
def test_of_what_lies_later_only_that_it_does_is_told(name: str) -> None:
    refused(f"dead within 3d without {name}", name, f'"{name}" lies after {AS_OF}, or')
    # A slip near the name of something later is not led to it.
    with pytest.raises(QuestionError) as found:
        checked(f"dead within 3d without {name}s")
    assert name not in found.value.what.replace(f"{name}s", "")


def test_what_became_known_later_lies_later() -> None:
    record = invent([act("raid", 4), act("secret", 5, known="2024-12-01")])
    with pytest.raises(QuestionError, match="lies after"):
        check_names(parse_question("quiet for 3d without secret"), record, AS_OF, default_ladder())


def test_terms_are_checked_where_their_names_are_given() -> None:
    assert checked("term(north, anything)").ask == "term(north, anything)"
    assert checked("term(north, fear)", terms=("fear", "vow")).ask == "term(north, fear)"
    with pytest.raises(QuestionError, match='The nearest is "fear"'):
        checked("term(north, faer)", terms=("fear", "vow"))
