"""The questions: each has a group that is named, and keys are their own."""

from offramp.history import MARKS
from offramp.scoring.library import POOLED, QUESTIONS, WORDS
from offramp.scoring.library._questions import ACTS, RUNGS, WAIT_STARTS, WAITS, wait_bin


def test_each_question_is_asked_once_and_its_group_has_words() -> None:
    keys = [question.key for question in QUESTIONS]
    assert len(set(keys)) == len(keys)
    assert {question.group for question in QUESTIONS} | {POOLED} == set(WORDS)


def test_force_and_strikes_are_asked_of_either_and_of_each_side_at_three_horizons() -> None:
    yes_no = [question.key for question in QUESTIONS if question.kind == "yes-no"]
    assert len(yes_no) == 2 * 3 * 3 + 1
    assert {q.days for q in QUESTIONS if q.kind == "yes-no"} == {7, 30, 90, 60}


def test_outcomes_have_their_places() -> None:
    assert len(ACTS) == len(MARKS) + 1
    assert RUNGS[0] == "calm"
    assert RUNGS[-1] == "war"
    assert [wait_bin(start) for start in WAIT_STARTS] == list(range(len(WAIT_STARTS)))
    assert wait_bin(None) == len(WAITS) - 1
