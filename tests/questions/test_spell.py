"""The normal spelling of what is asked and supposed."""

import pytest

from offramp.questions import (
    AtLeast,
    Change,
    Hold,
    Quiet,
    SetDial,
    parse_question,
    spell,
    spell_edit,
    spell_observable,
)


def test_the_parts_stand_in_their_order() -> None:
    line = spell(
        AtLeast("a", "war", 3, "proxy", "b"), (Hold("a", 2), SetDial("fear", 1.0)), ("x", "y"),
        AtLeast("b", "threat", None),
    )  # fmt: skip
    assert line == (
        "a >= war proxy against b within 3d given hold a for 2d + dial fear = 1 without x + y "
        "if b >= threat"
    )


@pytest.mark.parametrize(
    ("value", "spelt"),
    [(0.0, "0"), (-0.0, "0"), (72.0, "72"), (-0.5, "-0.5"), (1e-7, "1e-07"), (1e22, "1e+22"),
     (123456789.25, "123456789.25")],
)  # fmt: skip
def test_numbers_come_back_as_they_were(value: float, spelt: str) -> None:
    assert spell_edit(SetDial("fear", value)) == f"dial fear = {spelt}"
    (dial,) = parse_question(f"quiet for 3d given dial fear = {spelt}").given
    assert dial == SetDial("fear", value)


def test_words_are_left_as_they_are() -> None:
    assert spell_edit(Change("x", "withheld", "1e5")) == "x.withheld = 1e5"
    assert spell_observable(Quiet(3, everything=True)) == "quiet all for 3d"
