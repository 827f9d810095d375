"""Errors that show the line and point at a word."""

import pytest

from offramp.questions._point import QuestionError, nearest_of, pointing_at, quoted


def test_carets_stand_under_the_word() -> None:
    text = str(QuestionError("No.", "a >= wra within 7d", 5, 3)).splitlines()
    assert text == ["No.", "  a >= wra within 7d", "       ^^^"]


def test_past_the_end_one_caret_stands() -> None:
    text = str(QuestionError("No.", "quiet", 5, 0)).splitlines()
    assert text[1:] == ["  quiet", "       ^"]


@pytest.mark.parametrize("start", [0, 70, 200, 390])
def test_of_a_long_line_a_part_is_shown(start: int) -> None:
    line = "x" * start + "WORD" + "y" * (396 - start)
    _, shown, under = str(QuestionError("No.", line, start, 4)).splitlines()
    assert len(shown) < 140
    assert shown[under.index("^") : under.rindex("^") + 1] == "WORD"


def test_what_would_not_print_is_not_printed() -> None:
    text = str(QuestionError("No.", "a\x1b[31m\u202eb", 1, 1))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert quoted("\x1b]0;x") == '"\ufffd]0;x"'


def test_a_word_is_found_inside_its_part_of_the_line() -> None:
    line = "iran >= war against iran within 3d"
    error = pointing_at(line, "iran", "No.", "against iran")
    assert line[error.start :].startswith("iran within")
    # A part of a longer name is no match.
    line = "dead within 3d without raid-2 + raid"
    assert pointing_at(line, "raid", "No.").start == line.rindex("raid")


def test_the_nearest_is_named_or_all_of_a_few() -> None:
    assert nearest_of("isreal", ["iran", "israel"]) == ' The nearest is "israel".'
    assert nearest_of("zzz", ["iran", "israel"]) == " It is one of: iran, israel."
    assert nearest_of("zzz", [f"name-{n}" for n in range(40)]) == ""
    assert nearest_of("zzz", []) == ""
