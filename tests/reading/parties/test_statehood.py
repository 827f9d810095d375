"""How much a name is used as the name of a state."""

import pytest

from offramp.reading.english._nlp import parse
from offramp.reading.parties._statehood import TITLED, acts_like, governs, is_person, is_place
from reading._parsed import token


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Mirren air force spoke.", "Mirren"),
        ("The police of Orsk looked on.", "Orsk"),
        ("They were near the Orsk border.", "Orsk"),
        ("They fled to neighbouring Tolland.", "Tolland"),
    ],
)
def test_governments_forces_and_borders_are_a_states(text: str, name: str) -> None:
    parsed = parse(text)
    at = token(parsed, name).i
    assert governs(parsed, at, at, alone=True) >= 1


def test_a_peoples_name_that_stands_nowhere_alone_needs_an_office() -> None:
    parsed = parse("They were Kashmiri farmers.")
    at = token(parsed, "Kashmiri").i
    assert governs(parsed, at, at, alone=False) == 0


def test_who_does_deeds_weighs_more_than_who_sleeps() -> None:
    parsed = parse("Orsk shelled the port. Orsk slept.")
    shelled, slept = (t.i for t in parsed.doc if t.text == "Orsk")
    assert acts_like(parsed, shelled, shelled) > acts_like(parsed, slept, slept)


def test_places_and_people_are_told_by_the_nouns_beside_them() -> None:
    parsed = parse("They met General Roe at the port of Sallen.")
    roe, sallen = token(parsed, "Roe").i, token(parsed, "Sallen").i
    assert is_place(parsed.doc, sallen) and not is_place(parsed.doc, roe)
    assert is_person(parsed, [(roe, roe)], 0) == TITLED
