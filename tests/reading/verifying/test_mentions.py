"""A party is named by its name, what is derived from it, and its aliases, and by nothing else."""

import pytest

from offramp.reading import PartyItem
from offramp.reading.verifying._mentions import mentions


def found(name: str, text: str, *aliases: str) -> list[str]:
    party = PartyItem("x", (), name, aliases=aliases)
    return [text[a:b] for a, b in mentions(party, text)]


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        (
            "Iran",
            "Iran, Iran's and Iran’s Iranian Iranians",
            ["Iran", "Iran's", "Iran’s", "Iranian", "Iranians"],
        ),
        (
            "Israel",
            "Israeli Israelis Israelite Israel",
            ["Israeli", "Israelis", "Israelite", "Israel"],
        ),
        ("Iran", "Iraq iranium Irangate tirani", []),
        ("US", "the US and us and USSR and US's", ["US", "US's"]),
        (
            "hard-line factions",
            "Hard-line factions and hard-line  factions",
            ["Hard-line factions", "hard-line  factions"],
        ),
        ("U.S.", "the U.S. fleet and the US fleet", ["U.S."]),
        ("People's Guard", "the People’s Guard", ["People’s Guard"]),
        ("", "anything", []),
    ],
)
def test_names(name: str, text: str, named: list[str]) -> None:
    assert found(name, text) == named


def test_aliases_name_it_too() -> None:
    assert found("Iran", "Tehran said that Iran", "Tehran", "") == ["Tehran", "Iran"]


def test_a_name_of_signs_is_no_pattern() -> None:
    assert found("(.*)", "everything (.*) here") == ["(.*)"]
