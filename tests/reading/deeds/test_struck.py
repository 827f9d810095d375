"""Who stands behind a subject, and whose the thing is that was struck."""

import pytest

from offramp.reading.deeds._struck import acting, struck, suffered, without
from reading._parsed import resolved, token


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Iran's tug was sunk.", "tug"),
        ("The port of the Iranian fleet was shelled.", "port"),
        ("The tug Babr of Iran was sunk.", "Babr"),
    ],
)
def test_what_is_struck_is_its_owners(text: str, word: str) -> None:
    parsed, parties = resolved(text)
    assert struck(token(parsed, word), parties) == ("iran",)


def test_who_struck_stands_behind_the_strikes() -> None:
    parsed, parties = resolved("Strikes by Iran killed nine.")
    assert acting(token(parsed, "Strikes"), parties) == ("iran",)


def test_the_subject_suffers_and_the_phrase_tells_who_did_it() -> None:
    parsed, parties = resolved("An Iranian tug came under fire from Iraq.")
    verb, tug = token(parsed, "came"), token(parsed, "tug")
    assert suffered(verb, tug, parties)[:2] == (("iraq",), ("iran",))


def test_who_acted_is_no_target() -> None:
    _, parties = resolved("Iran shelled Iraq.")
    assert without(("iran", "iraq"), ("iran",), parties) == ("iraq",)
