"""Groups are known by the words of their names."""

import pytest

from offramp.reading.english._nlp import parse
from offramp.reading.parties._group_names import Found, find_groups


def groups(text: str) -> dict[str, str]:
    found = Found()
    find_groups(parse(text), set(), found)
    return {name: kind for name, kind, _ in found.groups.values()}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A bomb of the Front for a Free Orsk fell.", "Front for a Free Orsk", "armed-group"),
        ("A bomb of the Dawn Committees went off.", "Dawn Committees", "armed-group"),
        ("Yesterday the Red Sail movement claimed the raid.", "Red Sail", "armed-group"),
        ("Envoys of the Southern League met.", "Southern League", "alliance"),
        ("Yesterday the Northern Council met.", "Northern Council", "organisation"),
    ],
)  # fmt: skip
def test_groups_are_found(text: str, name: str, kind: str) -> None:
    assert groups(text).get(name) == kind


def test_those_who_open_a_sentence_are_no_name() -> None:
    assert groups("Gunmen of the Brahan Front struck.") == {"Brahan Front": "armed-group"}


def test_a_government_of_a_union_is_no_group() -> None:
    assert groups("He met the Government of the Union of Sarawa.") == {}


def test_a_council_of_one_state_is_no_group() -> None:
    assert groups("Yesterday the Revolutionary Council met.") == {}


def test_a_treaty_is_nobody() -> None:
    assert groups("They met under the Treaty of Locarno.") == {}
