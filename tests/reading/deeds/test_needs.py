"""What must stand beside a verb for it to name a deed."""

import pytest

from offramp.reading import Source
from offramp.reading._offline import code_offline
from offramp.reading.english._lexicon import lexicon
from offramp.reading.english._tables import noun_class


def rungs(text: str) -> list[str]:
    draft = code_offline(Source("note", text, date="1990-01-01"))
    return [act.rung for act in draft.acts if act.modality == "actual"]


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("Egypt withdrew from the talks with Libya.", "coercion"),
        ("Ethiopia pulled its last brigade out of the strip.", "agreement"),
        ("Thailand and Laos were at war over three villages.", "war"),
        ("Chile let the Argentine fishermen go.", "conciliation"),
        ("Hanoi set three American pilots free.", "conciliation"),
        ("Iran set free fifty Turkish drivers.", "conciliation"),
    ],
)
def test_what_a_preposition_leads_to_decides(text: str, rung: str) -> None:
    assert rung in rungs(text)


def test_a_preposition_to_something_else_decides_nothing() -> None:
    assert rungs("Thailand and Laos were at dinner in Paris.") == []


def test_every_need_of_the_lexicon_is_of_a_known_form() -> None:
    for senses in lexicon().verbs.values():
        for deed in senses:
            for need in deed.needs:
                assert " " not in need and need == need.strip()
                if need[0] == "!":
                    assert noun_class(need[1:])
