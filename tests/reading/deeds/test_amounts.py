"""Weapons, numbers and dead are read from the sentence, and nothing is made up."""

import pytest

from offramp.reading.deeds._amounts import dead_of, means_of
from reading._parsed import draft_of, resolved, token


@pytest.mark.parametrize(
    ("text", "word", "means"),
    [
        ("Iran fired six missiles at Iraq.", "fired", [("six missiles", None, 6)]),
        ("Iran launched 170 drones.", "launched", [("170 drones", "drone", 170)]),
        ("Iran launched dozens of rockets.", "launched", [("rockets", "rocket", None)]),
        (
            "Iran launched cruise and ballistic missiles.",
            "launched",
            [("cruise missiles", "cruise", None), ("ballistic missiles", "ballistic", None)],
        ),
        ("Iran attacked Iraq.", "attacked", []),
    ],
)
def test_means(text: str, word: str, means: list[tuple[str, str | None, int | None]]) -> None:
    parsed, _ = resolved(text)
    found = means_of(token(parsed, word))
    assert [(m.words, m.kind, m.count.low if m.count else None) for m in found] == means


@pytest.mark.parametrize(
    ("text", "word", "low", "high"),
    [
        ("Iran attacked, killing three fishermen.", "killing", 3, 3),
        ("Twenty-two sailors were killed.", "killed", 22, 22),
        ("Between seven and sixteen guards were killed.", "killed", 7, 16),
        ("It killed General Zahedi.", "killed", 1, 1),
        ("It killed the attaché and eight others.", "killed", 9, 9),
    ],
)
def test_dead(text: str, word: str, low: int, high: int) -> None:
    parsed, _ = resolved(text)
    count = dead_of(token(parsed, word))
    assert count is not None and (count.low, count.high) == (low, high)


def test_wounded_are_not_dead() -> None:
    parsed, _ = resolved("Iran attacked, wounding three.")
    assert dead_of(token(parsed, "wounding")) is None


def test_leaders_are_named_with_their_rank() -> None:
    (act,) = draft_of("Israeli jets bombed Damascus, killing General Mohammad Zahedi.").acts
    assert act.leaders == (("General Mohammad Zahedi", "general"),)
