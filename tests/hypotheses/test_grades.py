import math

import pytest

from offramp.hypotheses import FAINT, STRONG, grade


@pytest.mark.parametrize(
    ("factor", "expected"),
    [(3.0, "CC"), (2.99, "C"), (1.25, "C"), (1.24, "N"), (1.0, "N"), (1 / 1.26, "I"),
     (1 / 2.99, "I"), (1 / 3.01, "II"), (1 / 1.24, "N")],
)  # fmt: skip
def test_a_factor_gets_its_grade(factor: float, expected: str) -> None:
    assert grade(math.log(factor) * (1 + 1e-9)) == expected


def test_what_is_no_number_says_nothing() -> None:
    assert grade(math.nan) == "N"


def test_the_thresholds_are_those_that_are_told() -> None:
    assert math.exp(STRONG) == pytest.approx(3.0)
    assert math.exp(FAINT) == pytest.approx(1.25)
