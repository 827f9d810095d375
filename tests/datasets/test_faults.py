"""Errors that say where, what, and what would be right."""

import doctest

from offramp._errors import Problem
from offramp.datasets import DatasetError, _faults
from offramp.datasets._faults import fault, shown


def test_problems_are_told_in_order_and_the_rest_counted() -> None:
    problems = [Problem("b.csv", 9, 1, "Nine."), Problem("b.csv", 2, 4, "Two.", "Do.")]
    assert str(DatasetError(problems, 1)).splitlines() == [
        "b.csv:2:4: Two. Do.",
        "b.csv:9:1: Nine.",
        "1 more problem like these.",
    ]
    assert str(DatasetError(problems, 1200)).endswith("1,200 more problems like these.")


def test_a_fault_of_a_whole_file_has_no_line() -> None:
    assert (
        str(fault("a.csv", "It is empty.", "Take another.")) == "a.csv: It is empty. Take another."
    )
    assert str(fault("a.csv", "Odd.", line=3)) == "a.csv:3:1: Odd."


def test_a_long_cell_is_cut() -> None:
    assert shown("x" * 10_000) == "x" * 40 + "…"


def test_examples_run() -> None:
    assert doctest.testmod(_faults).failed == 0
