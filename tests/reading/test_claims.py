"""Judgements are claims; news is not."""

import pytest

from reading._parsed import draft_of

BEFORE = "Iran shelled Iraq in 1980. "


@pytest.mark.parametrize(
    "text",
    [
        "The attack was probably meant to restore deterrence.",
        "The raid will not deter Iraq, because its leaders fear their own people more.",
        "Without Swedish help the two would have gone to war.",
        "Deniability lowers the cost of violence, but it also makes limits harder to signal.",
        "Analysts say that Iran wants a way out.",
        "The blockade worked because it left the next move to Iraq.",
    ],
)
def test_claims(text: str) -> None:
    (claim,) = draft_of(BEFORE + text, "1995-01-01").claims
    assert claim.quotes[0].text == text


@pytest.mark.parametrize(
    "text",
    [
        "Iran fired two missiles at Basra.",
        "Iraq accused Iran of piracy.",
        "What explains the difference?",
        "The mission arrived the same day.",
        "This paper examines the crisis of 1980 in its course.",
    ],
)
def test_no_claims(text: str) -> None:
    assert not [c for c in draft_of(BEFORE + text, "1995-01-01").claims if c.quotes[0].text == text]


def test_the_hedge_is_kept() -> None:
    text = BEFORE + "The raid may even have encouraged the seizure of the islands."
    assert draft_of(text, "1995-01-01").claims[0].hedge == "may"
