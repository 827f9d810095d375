"""Who quarrels with whom in the whole of a text."""

import pytest

from offramp.reading.weighing._quarrels import Quarrels
from reading._parsed import resolved


@pytest.mark.parametrize(
    ("text", "enemies"),
    [
        ("Iran accused Iraq of piracy. Egypt offered to help.", ("iraq",)),
        ("Egypt offered to help in the war between Iran and Iraq.", ("iraq",)),
        ("Iran asked Egypt for help.", ()),
        ("Iran blamed Iraq. Iran warned Egypt. Iraq attacked Iran.", ("iraq", "egypt")),
    ],
)
def test_words_and_disputes_tell_who_faces_whom(text: str, enemies: tuple[str, ...]) -> None:
    _, parties = resolved(text)
    assert Quarrels((), parties).enemies("iran") == enemies


def test_a_quarrel_has_two_sides() -> None:
    _, parties = resolved("Iran accused Iraq of piracy.")
    quarrels = Quarrels((), parties)
    assert quarrels.between("iran", "iraq") == quarrels.between("iraq", "iran") == 1
