"""Who owned up to a deed for which nobody was named."""

import pytest

from reading._parsed import draft_of

STORY = "Iran accused Iraq of piracy. A car bomb wrecked an Iranian office on Monday. {}"


@pytest.mark.parametrize(
    "later",
    [
        "Two days later the Vale Liberation Front claimed responsibility.",
        "The Vale Liberation Front said that its men had planted it.",
        "It had been laid by the Vale Liberation Front.",
        "The police found the car. Iraq said nothing. The Vale Liberation Front took credit.",
    ],
)
def test_who_is_told_to_have_done_it_did_it(later: str) -> None:
    act = draft_of(STORY.format(later)).acts[0]
    assert act.actors == ("vale-liberation-front",) and act.targets == ("iran",)


@pytest.mark.parametrize(
    "later",
    ["The Vale Liberation Front has not claimed responsibility.", "Nobody claimed responsibility."],
)
def test_who_did_not_own_up_did_nothing(later: str) -> None:
    act = draft_of(STORY.format(later)).acts[0]
    assert act.actors != ("vale-liberation-front",)


def test_who_is_named_is_not_replaced() -> None:
    text = "Iraqi gunboats sank an Iranian tug on Monday. The Vale Front claimed responsibility."
    assert draft_of(text).acts[0].actors == ("iraq",)
