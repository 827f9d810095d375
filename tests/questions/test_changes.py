"""What may be changed about an act or signal: nothing makes an attack worse."""

from typing import get_args

import pytest

from offramp.questions._changes import ACT_CHANGES, GRAVITY, NEVER, SIGNAL_CHANGES
from offramp.questions._parse import IN_NUMBERS, IN_WORDS
from offramp.record.enums import TargetKind
from questions._asked import checked, refused


@pytest.mark.parametrize(
    "change",
    ["salvo.channel = proxy", "fire.channel = proxy", "raid.channel = covert",
     "salvo.admitted = denied",
     "salvo.sovereign = yes", "salvo.sovereign = no", "salvo.target = proxy-forces",
     "salvo.target = none", "salvo.target = shipping", "raid.leaders = none", "raid.killed = 4",
     "raid.killed = 0", "salvo.hits = 1", "salvo.hits = 0", "salvo.withheld = guard",
     "salvo.withheld = none", "notice.hours = 0", "notice.hours = 8760", "vow.via = neighbour",
     "vow.channel = none", "vow.public = no"],
)  # fmt: skip
def test_what_takes_away_or_scales_down_can_be_made(change: str) -> None:
    assert checked(f"quiet for 9d given {change}").ask == f"quiet for 9d given {change}"


WORSE = [
    ("raid.sovereign = yes", "yes"), ("salvo.target = civilian", "civilian"),
    ("threat.target = leadership", "leadership"), ("raid.leaders = general", "general"),
    ("raid.killed = 5", "5"), ("raid.killed = -1", "-1"), ("alert.killed = 1", "1"),
    ("fire.channel = direct", "direct"), ("fire.channel = covert", "covert"),
    ("salvo.hits = 1.01", "1.01"), ("salvo.hits = -0.1", "-0.1"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "word"), WORSE)
def test_what_would_make_an_attack_worse_is_refused(change: str, word: str) -> None:
    refused(f"quiet for 9d given {change}", word, NEVER)


REFUSED = [
    ("salvo.channel = guard", "guard", "Write direct or proxy or covert."),
    ("salvo.admitted = maybe", "maybe", "Write yes or no or denied or partly."),
    ("salvo.sovereign = some", "some", "Write yes or no."),
    ("salvo.target = tanks", "tanks", "Write military or"),
    ("raid.hits = 0.5", "raid", "no exchange"),
    ("salvo.withheld = northland", "northland", "took part in salvo"),
    ("salvo.withheld = neighbour", "neighbour", "does not act for those who did salvo"),
    ("salvo.withheld = nobody", "nobody", "no party"),
    ("salvo.hours = 3", "hours", "no attribute of an act. salvo has: channel,"),
    ("vow.hours = 3", "vow", "hours belong to a notice"),
    ("notice.hours = 8761", "8761", "Write 0 to 8760 hours."),
    ("notice.hours = -1", "-1", "Write 0 to 8760 hours."),
    ("vow.killed = 0", "killed", "no attribute of a signal. vow has: hours,"),
    ("vow.via = nobody", "nobody", "no party"),
    ("vow.public = perhaps", "perhaps", "Write yes or no."),
    ("later-raid.channel = proxy", "later-raid", "lies after"),
    ("rade.channel = proxy", "rade", 'The nearest is "raid".'),
]


@pytest.mark.parametrize(("change", "word", "says"), REFUSED)
def test_a_change_that_cannot_be_made_is_pointed_at(change: str, word: str, says: str) -> None:
    refused(f"quiet for 9d given {change}", word, says)


def test_the_lists_cover_what_the_record_and_the_grammar_know() -> None:
    assert set(GRAVITY) == set(get_args(TargetKind))
    assert {*IN_WORDS, *IN_NUMBERS} == {*ACT_CHANGES, *SIGNAL_CHANGES}
