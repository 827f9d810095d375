"""Broken lines become paragraphs, and every offset stays."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from offramp.reading.documents._unwrap import rejoined, unwrapped

PROSE = (
    "On 1 May British aircraft bombed the Argentine garrison at Stanley, and on the next day the "
    "submarine Conqueror torpedoed an Argentine cruiser to the south of the islands. Argentina "
    "vowed revenge, and Peru offered to mediate between the two governments once more."
)


def test_prose_that_was_wrapped_is_whole_again() -> None:
    for width in (40, 60, 72, 80, 100):
        wrapped = "\n".join(textwrap.wrap(PROSE, width))
        assert unwrapped(wrapped) == PROSE


def test_paragraphs_headings_and_lists_stay_apart() -> None:
    for text in (
        "A heading\n\nThen prose.", f"{PROSE}\n{PROSE}", "Short.\nA much longer line than that.",
        "By Ann Roe\n\n" + PROSE, "One.\nTwo.\nThree is longer.",
    ):  # fmt: skip
        assert unwrapped(text) == text


@given(st.text(alphabet="ab .\n\t-", max_size=200))
def test_no_offset_moves_and_only_breaks_change(text: str) -> None:
    found = unwrapped(text)
    assert len(found) == len(text)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(text, found, strict=True))


def test_hyphens_at_the_ends_of_lines() -> None:
    assert rejoined("inter-\ncepted F-\n16 air-launched") == "intercepted F-\n16 air-launched"
