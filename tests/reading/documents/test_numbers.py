"""Numbers in figures and words are those that a reader would see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offramp.reading.documents._numbers import is_open, numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("seventy-two hours", {72}), ("one hundred and ten", {110}), ("two hundred fifty", {250}),
        ("3 million", {3_000_000}), ("two thousand three hundred", {2300}), ("a dozen", {12}),
        ("1,200 and 12", {1200, 12}), ("7-16", {7, 16}), ("between 7 and 16", {7, 16}),
        ("between seven and sixteen", {7, 16}), ("F-35 jets", set()), ("dozens", set()),
        ("someone", set()), ("2.5 million", {2_500_000}), ("one, two", {1, 2}),
        ("in 1951", {1951}), ("on 13 April", {13}), ("", set()),
    ],
)  # fmt: skip
def test_numbers(text: str, numbers: set[int]) -> None:
    assert numbers_in(text) == numbers


@given(st.integers(0, 9_999_999))
def test_a_figure_is_found_as_written(number: int) -> None:
    assert numbers_in(f"there were {number} of them") == {number}
    assert numbers_in(f"there were {number:,} of them") == {number}


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    assert all(number >= 0 for number in numbers_in(text))


def test_open_numbers() -> None:
    assert is_open("Hundreds of drones")
    assert not is_open("A hundred drones")
