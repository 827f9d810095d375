"""Who did it is refused only where the sentence says that it was another."""

import pytest

from offramp.reading import PartyItem, Source
from offramp.reading.verifying._who import Who, who_fault

PEOPLE = {
    name: PartyItem(name, (), name.title(), aliases=("The Guard",) if name == "guard" else ())
    for name in ("iran", "israel", "guard", "oman")
}


def fault(text: str, word: str, makers: str, others: str, *, struck: bool = False) -> str:
    source = Source("s", text)
    at = text.index(word)
    told = Who(
        tuple(makers.split()),
        tuple(others.split()),
        source.quote(at, at + len(word)),
        False,
        struck,
    )
    return who_fault(told, {"s": source}, PEOPLE, {"guard": "iran"})


@pytest.mark.parametrize(
    ("text", "word", "makers", "others", "says"),
    [
        ("Iran attacked Israel.", "attacked", "iran", "israel", ""),
        ("Iran attacked Israel.", "attacked", "israel", "iran", "the other way round"),
        ("Iran attacked Israel.", "attacked", "oman", "israel", "done by another"),
        ("Israel was attacked by Iran.", "attacked", "israel", "iran", "the other way round"),
        ("Israel was attacked by Iran.", "attacked", "iran", "israel", ""),
        ("The Guard attacked Israel.", "attacked", "iran", "israel", ""),
        ("The Guard attacked Israel.", "attacked", "oman", "israel", "done by another"),
        ("It attacked Israel.", "attacked", "iran", "israel", ""),
        ("Iran and others attacked Israel.", "attacked", "oman", "israel", ""),
        ("Iran attacked Israel.", "attacked", "", "israel", ""),
        ("Iran attacked Israel.", "attacked", "iran israel", "israel", ""),
    ],
)
def test_who(text: str, word: str, makers: str, others: str, says: str) -> None:
    found = fault(text, word, makers, others)
    assert says in found
    assert bool(found) is bool(says)


def test_who_is_struck_in_the_passive_did_not_strike() -> None:
    assert "suffer" in fault("Israel was struck at dawn.", "struck", "israel", "iran", struck=True)
    assert fault("Israel was put on alert.", "put", "israel", "iran") == ""


def test_without_a_word_for_it_nothing_is_held() -> None:
    assert who_fault(Who(("iran",), ("israel",), None), {}, PEOPLE, {}) == ""
