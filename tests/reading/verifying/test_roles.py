"""Who did it is said only where the sentence leaves no doubt."""

import re

import pytest

from offramp.reading.verifying._roles import doers, is_passive, sufferers


def places(sentence: str, *names: str) -> list[tuple[int, int]]:
    found = (re.search(rf"{name}\w*", sentence) for name in names)
    return [match.span() for match in found if match]


def named(sentence: str, word: str) -> set[str]:
    at = sentence.index(word)
    found = doers(sentence, (at, at + len(word)), places(sentence, "Iran", "Israel"))
    return {name for name in ("Iran", "Israel") for a, b in found if sentence[a:b].startswith(name)}


@pytest.mark.parametrize(
    ("sentence", "word", "who"),
    [
        ("Iran attacked Israel.", "attacked", "Iran"),
        ("Iran has never attacked Israel.", "attacked", "Iran"),
        ("Iranian forces quickly struck Israel.", "struck", "Iran"),
        ("Israel said that Iran attacked it.", "attacked", "Iran"),
        ("Israel was attacked by Iran.", "attacked", "Iran"),
        ("Israel was attacked on Monday by the army of Iran.", "attacked", "Iran"),
        ("The army of Iran attacked Israel.", "attacked", "Iran"),
        ("A friend of Iran attacked Israel.", "attacked", ""),
        ("Iran strikes on Israel went on.", "strikes", "Iran"),
        ("Iran broke with Israel, froze assets and left.", "left", ""),
        ("In talks with Iran attacked states spoke of Israel.", "attacked", ""),
        ("The Israel bombing shook Iran.", "bombing", ""),
        ("Israel was attacked; Iran denied it.", "attacked", ""),
        ("Iran and others attacked Israel.", "attacked", ""),
        ("Israel attacked ships owned by Iran.", "attacked", "Israel"),
    ],
)
def test_doers(sentence: str, word: str, who: str) -> None:
    assert named(sentence, word) == ({who} if who else set())


def test_the_subject_of_the_passive_suffers() -> None:
    sentence = "Israel was never attacked by Iran."
    at = (17, 25)
    assert is_passive(sentence, at)
    found = sufferers(sentence, at, places(sentence, "Iran", "Israel"))
    assert {sentence[a:b] for a, b in found} == {"Israel"}
    assert sufferers("Israel attacked Iran.", (7, 15), [(0, 6), (16, 20)]) == set()
