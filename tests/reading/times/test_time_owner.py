"""Whether a time moves the story, and whose it is, is told by syntax."""

import pytest

from offramp.reading.times._time_owner import aside, flashback, leads, names_its_day, to_come
from reading._parsed import resolved, token


@pytest.mark.parametrize(
    ("text", "word", "back"),
    [
        ("Iran had bombed Iraq.", "bombed", True),
        ("Iran had seized a ship and bombed Iraq.", "bombed", False),
        ("Iran had seized a ship and burnt it.", "seized", True),
        ("Iran bombed Iraq.", "bombed", False),
        ("Iraq said that Iran had bombed Basra.", "bombed", False),
        ("After Iran had bombed Basra, Iraq struck.", "bombed", False),
    ],
)
def test_a_step_back(text: str, word: str, back: bool) -> None:
    parsed, _ = resolved(text)
    assert flashback(token(parsed, word), undated=True) is back


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Iran, which attacked Iraq in 1981, left.", True),
        ("Iran had attacked Iraq in 1981.", True),
        ("Iran attacked Iraq in 1981.", False),
    ],
)
def test_aside(text: str, beside: bool) -> None:
    parsed, _ = resolved(text)
    assert aside(token(parsed, "1981")) is beside


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("Iran will leave on Friday.", True),
        ("Iran agreed to leave by Friday.", True),
        ("Iran left on Friday.", False),
    ],
)
def test_still_to_come(text: str, later: bool) -> None:
    parsed, _ = resolved(text)
    assert to_come(token(parsed, "Friday")) is later


def test_a_day_told_by_what_was_done_on_it() -> None:
    parsed, _ = resolved("It held until 2 September, the day on which Iran shelled Iraq.")
    assert names_its_day(token(parsed, "September"), token(parsed, "shelled"))
    assert not names_its_day(token(parsed, "September"), token(parsed, "held"))


def test_a_time_that_leads_its_sentence() -> None:
    parsed, _ = resolved("On 8 August Iran seized a ship and bombed Iraq.")
    assert leads(token(parsed, "August"), token(parsed, "seized"), 0)
    assert leads(token(parsed, "August"), token(parsed, "bombed"), 0)
