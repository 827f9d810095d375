"""Signals that a noun carries, and statements that states make of themselves."""

import pytest

from reading._parsed import draft_of

BEFORE = "On 3 May 1988 Iraqi aircraft bombed Iran. Iran shelled Iraq. "


def signals(text: str) -> set[tuple[str, str]]:
    return {(one.kind, one.sender) for one in draft_of(BEFORE + text, "1988-05-09").signals}


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Iraq's promise that no ship would be touched calmed nobody.", ("assurance", "iraq")),
        ("Iran confined itself to a note of protest.", ("accusation", "iran")),
        ("Kuwait obtained from Iraq an undertaking that it would stop.", ("assurance", "iraq")),
        ("The Swiss envoy conveyed an Iranian assurance to Iraq.", ("assurance", "iran")),
        ("Iran made it clear that it would not tolerate a blockade.", ("warning", "iran")),
        ("Iran insists that it was attacked first.", ("framing", "iran")),
    ],
)
def test_what_a_noun_or_an_idiom_carries_is_read(text: str, signal: tuple[str, str]) -> None:
    assert signal in signals(text)


def test_a_noun_in_a_mere_proposal_is_no_signal() -> None:
    found = signals("Kuwait ought to ask for an Iraqi promise to leave the port alone.")
    assert ("assurance", "iraq") not in found


def test_a_statement_speaks_for_the_state_that_makes_it() -> None:
    text = (
        "The Government of the Republic of Sarawa rejects the charges of Bende. "
        "It reserves the right to take measures. It demands the return of the prisoners. "
        "The Republic of Sarawa has no quarrel with the people of Bende."
    )
    draft = draft_of(text, "1988-05-09")
    assert {one.sender for one in draft.signals} == {"sarawa"}
    assert {"threat", "demand"} <= {one.kind for one in draft.signals}
