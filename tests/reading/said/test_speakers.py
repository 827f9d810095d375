"""Who sends a signal."""

import pytest

from offramp.reading import Source
from offramp.reading._offline import code_offline
from reading._parsed import draft_of

BEFORE = "Turkey and Greece disputed the islet. "


def senders(said: str) -> set[str]:
    """Give the senders of the signals in a sentence about Turkey and Greece."""
    draft = code_offline(Source("note", BEFORE + said, date="1999-05-04"))
    return {s.sender for s in draft.signals if s.quotes[0].start >= len(BEFORE)}


@pytest.mark.parametrize(
    ("said", "sender"),
    [
        ("The ministry in Athens said that the blame lay with its neighbour.", "greece"),
        ("In Ankara the foreign minister said that the islet would never be given up.", "turkey"),
        ("A spokesman for the Greek navy said that any intruder would be fired on.", "greece"),
        ("Greece will not stand by, Foreign Minister John Doe said on Tuesday.", "greece"),
        ("Turkey, its premier declared, wanted peace.", "turkey"),
        ("According to the Turkish foreign ministry, the guns had only answered fire.", "turkey"),
        ("A note from the Turkish general staff said that intruders must be stopped.", "turkey"),
        ("Greece sent a note. The note demanded that the soldiers leave.", "greece"),
        ('"Not an inch will be given," said Jane Roe, a spokeswoman for the Greek navy.', "greece"),
        ("Greece sent word to Ankara through an envoy, warning it of war.", "greece"),
        ("Greece urged Turkey to wait and offered talks.", "greece"),
        ("Its neighbour did, however, warn Turkey against a landing.", "greece"),
    ],
)
def test_the_sender_is_whom_the_speaker_speaks_for(said: str, sender: str) -> None:
    assert senders(said) == {sender}


def test_who_only_watches_sends_nothing() -> None:
    assert senders("According to analysts in London, Greece would never give in.") == set()


def test_a_thing_called_it_sends_nothing() -> None:
    assert senders("This work is old, but it holds that the islet was never Greek.") == set()


def test_who_is_accused_before_a_council_is_spoken_to() -> None:
    text = BEFORE + "Greece complained to the Security Council."
    found = code_offline(Source("note", text, date="1999-05-04")).signals
    assert [(s.kind, s.sender, s.receivers) for s in found] == [
        ("accusation", "greece", ("turkey",))
    ]


def test_the_announcer_speaks_for_the_radio_told_of_before() -> None:
    text = (
        "Iran shelled Iraq on Monday. Iraqi radio opened with music. "
        "The army would stop at the railway, the announcer added."
    )
    found = {(s.kind, s.sender) for s in draft_of(text, "1987-06-04").signals}
    assert ("limit", "iraq") in found
