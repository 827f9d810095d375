from typing import Any

import pytest

from _invented import AS_OF, CRISIS, act, crisis
from offramp._errors import UsageError
from offramp.answers import Contrast, answer, deterrence, read_question, stand
from offramp.record import Record

pytestmark = pytest.mark.slow


def asks(found: Any) -> list[str]:
    return [contrast.ask for contrast in found.contrasts]


def test_the_provocation_is_what_the_act_answers(invented: Record) -> None:
    found = deterrence(invented, "salvo", AS_OF, draws=400)
    assert (found.provocation, found.by, found.as_of) == ("raid", "south", AS_OF)
    assert asks(found) == [
        f"south >= strike-abroad against north within {days}d without salvo" for days in (30, 90)
    ]
    assert found.through
    assert all(row.side == "south" for row in found.through)
    assert found.custom is None


def test_the_contrasts_are_those_that_asking_gives(invented: Record) -> None:
    world = stand(invented, AS_OF)
    for contrast in deterrence(invented, "salvo", AS_OF, draws=400, seed=3).contrasts:
        question = read_question(invented, contrast.ask, AS_OF)
        asked = answer(world, question, 400, 3)
        assert isinstance(asked, Contrast)
        assert asked == contrast


def test_a_customary_provocation_is_asked_above_custom_too() -> None:
    reply = act("reply", 8, "southland", "strike-abroad", answers=["fire"])
    found = deterrence(crisis([*CRISIS, reply]), "reply", AS_OF, draws=400)
    assert (found.provocation, found.by) == ("fire", "north")
    assert found.custom is not None
    assert "fire was itself of the shadow war" in found.custom
    assert "strike-abroad, is asked about first" in found.custom
    assert asks(found) == [
        "north >= strike-abroad against south within 30d without reply",
        "north >= strike-abroad against south within 90d without reply",
        "north >= shadow-attack against south within 30d without reply",
        "north >= shadow-attack proxy against south within 30d without reply",
    ]


def test_of_several_provocations_the_highest_counts() -> None:
    reply = act("reply", 13, "southland", "strike-home", answers=["alert", "threat", "salvo"])
    found = deterrence(crisis([*CRISIS, reply]), "reply", AS_OF, draws=400)
    assert found.provocation == "salvo"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"answers": ["alert"]}, 'answers "alert": no act of a threat or more by the other side'),
        ({"answers": ["talk"]}, 'answers "talk": no act of a threat or more by the other side'),
        ({}, "answers no act on record by 2024-03-14"),
        (
            {"answers": ["raid"], "by": ["northland", "southland"], "mutual": "yes"},
            "is an act of both sides",
        ),
        ({"answers": ["raid"], "date": "2024-03-20"}, "is not known by 2024-03-14"),
        ({"act": "words"}, "is no act of a threat or more between the two sides"),
    ],
)
def test_what_cannot_deter_is_told(more: dict[str, Any], told: str) -> None:
    talk = act("talk", 5, "southland", "words")
    acts = [*CRISIS, talk, {**act("reply", 10, "northland", "strike-home"), **more}]
    with pytest.raises(UsageError) as caught:
        deterrence(crisis(acts), "reply", AS_OF, draws=400)
    assert told in str(caught.value)


@pytest.mark.nightly
def test_every_act_of_the_library_that_answers_another_can_be_asked_about() -> None:
    from offramp.record import library, open_record

    asked = 0
    for name in library():
        record = open_record(name)
        end = record.closes or max(each.span.last for each in record.acts)
        for each in record.acts:
            if not each.answers:
                continue
            try:
                found = deterrence(record, each.id, end, draws=200)
            except UsageError as error:
                assert each.id in str(error)
            else:
                asked += 1
                assert all(0 <= (one.factual.probability or 0) <= 1 for one in found.contrasts)
                assert found.provocation in each.answers
    assert asked > 60


def test_a_battle_has_a_maker_in_the_record_though_it_takes_two() -> None:
    reply = act("reply", 13, "southland", "war", answers=["salvo"])
    found = deterrence(crisis([*CRISIS, reply]), "reply", AS_OF, draws=400)
    assert (found.provocation, found.by) == ("salvo", "north")
