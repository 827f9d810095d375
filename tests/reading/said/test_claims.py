"""Judgements are claims; news is not."""

from pathlib import Path

import pytest

from offramp.reading.said._claims import find_claims
from reading._parsed import draft_of, resolved

PIECES = Path(__file__).parents[1] / "claims.txt"
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
        "What mattered was not the number of tanks but the silence that followed.",
        "The shelling did less to weaken the garrison than to unite the cabinet behind it.",
        "Restraint of this kind is easily mistaken for weakness.",
        "Nothing in the record supports the view that the attack was planned in advance.",
        "The decision to leave spared Iraq a choice that nobody wanted to make.",
        "If the pipeline is cut again, the moderates will have nothing left to argue with.",
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
        "The government closed the strait to all foreign shipping on Friday.",
        "There were no reports of casualties.",
        "According to the ministry, eleven soldiers were killed and thirty wounded.",
        "The island has been administered from the mainland since 1921.",
        "This paper examines the crisis of 1980 in its course.",
    ],
)
def test_no_claims(text: str) -> None:
    assert not [c for c in draft_of(BEFORE + text, "1995-01-01").claims if c.quotes[0].text == text]


def test_the_hedge_is_kept() -> None:
    text = BEFORE + "The raid may even have encouraged the seizure of the islands."
    assert draft_of(text, "1995-01-01").claims[0].hedge == "may"


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("In all likelihood the raid encouraged the seizure of the islands.", "In all likelihood"),
        ("The raid seems to have encouraged the seizure of the islands.", "seems"),
        ("The raid encouraged Iraq, because nobody answered it.", ""),
        ("The raid probably gave Iraq an enemy that it could blame.", "probably"),
        ("The raid left Iraq with an enemy that it could blame for its own weakness.", ""),
        ("No threat could have persuaded Iraq, because the raid had emboldened it.", ""),
    ],
)
def test_the_first_word_or_phrase_that_weakens_is_the_hedge(text: str, hedge: str) -> None:
    assert draft_of(BEFORE + text, "1995-01-01").claims[0].hedge == hedge


def test_with_weights_of_ones_own_other_sentences_are_claims() -> None:
    parsed, parties = resolved("Iran yielded to Iraq on the second day. It was cold in the hills.")
    found = find_claims(parsed, parties, [], [], False, {"subject: it": 1.0, "always": -1.0})
    assert [one.sentence.number for one in found] == [1]


def test_claims_are_told_from_reports_in_pieces_of_several_styles() -> None:
    """Short pieces on invented crises: a line a sentence, + before a claim, - before none."""
    right = given = marked = 0
    for piece in PIECES.read_text("utf-8").split("# ")[1:]:
        lines = piece.strip().split("\n")[1:]
        starts = {
            q.start for c in draft_of(" ".join(x[2:] for x in lines)).claims for q in c.quotes
        }
        at = 0
        for line in lines:
            so = any(at <= start < at + len(line) - 1 for start in starts)
            right += so and line[0] == "+"
            given += so
            marked += line[0] == "+"
            at += len(line) - 1
    assert marked == 31 and 2 * right / (given + marked) > 0.7
