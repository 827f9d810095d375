"""How a phrase hangs on a trigger."""

import pytest

from offramp.reading.english._links import link
from reading._parsed import resolved, token


@pytest.mark.parametrize(
    ("text", "trigger", "word", "expected"),
    [
        ("Iran shelled Iraq.", "shelled", "Iran", "under nsubj"),
        ("Iran shelled Iraq.", "shelled", "Iraq", "under dobj"),
        ("Iran shelled Iraqi posts.", "shelled", "Iraqi", "under dobj, as a modifier"),
        ("Iraq was shelled by Iran.", "shelled", "Iran", "under by"),
        ("Iran fired rockets at Iraq.", "fired", "Iraq", "under against"),
        ("The Iranian raid failed.", "raid", "Iranian", "under amod"),
        ("Iran said that the raid failed.", "raid", "Iran", "nsubj over clause"),
        ("Iran slept. Iraq shelled Basra.", "shelled", "Iran", "elsewhere"),
        ("Iraq shelled Basra.", "shelled", "shelled", "is the trigger"),
    ],
)
def test_links_are_told_apart(text: str, trigger: str, word: str, expected: str) -> None:
    parsed, _ = resolved(text)
    assert link((token(parsed, trigger),), token(parsed, word)) == expected
