"""Who speaks where nobody is named as speaking."""

import pytest

from reading._parsed import draft_of

BEFORE = "Iran shelled Iraq on Monday. "


@pytest.mark.parametrize(
    ("text", "kind", "sender", "receivers"),
    [
        (
            "Iran's envoy was told that any ship coming near would be met by force.",
            "conditional-threat",
            "iraq",
            ("iran",),
        ),
        (
            "It was explained in Tehran that the gunners had lost their way.",
            "justification",
            "iran",
            None,
        ),
        (
            "The Iranian envoy, called in to hear a stiff protest, left.",
            "accusation",
            "iraq",
            ("iran",),
        ),
        (
            "Iran was given to understand that its nuns would come to no harm.",
            "assurance",
            "iraq",
            ("iran",),
        ),
        ("A paper giving Iran two days to withdraw was found.", "demand", "iraq", ("iran",)),
        (
            "Iran's answer, a salvo at an airfield, had been trailed a day beforehand.",
            "notice",
            "iran",
            ("iraq",),
        ),
        ("Iran had been told of the sweep beforehand.", "notice", "iraq", ("iran",)),
    ],
)
def test_the_other_side_speaks(
    text: str, kind: str, sender: str, receivers: tuple[str, ...] | None
) -> None:
    found = {s.kind: s for s in draft_of(BEFORE + text, "1987-06-04").signals}
    assert kind in found, found
    assert found[kind].sender == sender
    assert receivers is None or found[kind].receivers == receivers


def test_a_place_where_nobody_rules_says_nothing() -> None:
    assert not draft_of(BEFORE + "It was said in the market that war would come.").signals
