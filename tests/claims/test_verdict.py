import pytest

from claims._cases import contrast, reply
from offramp.claims._verdict import is_seen, verdict, would_be_sure


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [(0.6, 0.9, "supported"), (0.1, 0.4, "contradicted"), (0.4, 0.9, "not decided")],
)
def test_a_forecast_is_decided_on_one_side_of_even(low: float, high: float, told: str) -> None:
    assert verdict(reply((low + high) / 2, low, high), "yes") == told


def test_a_contrast_needs_agreement_of_the_draws() -> None:
    assert verdict(contrast(0.2, 0.1, 0.97), "lower") == "supported"
    assert verdict(contrast(0.2, 0.1, 0.97), "higher") == "contradicted"
    assert verdict(contrast(0.2, 0.1, 0.94), "lower") == "not decided"
    assert would_be_sure(0.02) == 1


def test_a_contrast_must_hold_at_every_share() -> None:
    assert verdict(contrast(0.2, 0.1, 0.99, shares=(-0.01, -0.1, -0.2)), "lower") == "supported"
    assert verdict(contrast(0.2, 0.1, 0.99, shares=(0.01, -0.1, -0.2)), "lower") == "not decided"


@pytest.mark.parametrize(
    ("before", "after", "unit", "seen"),
    [
        (0.5, 0.52, "", False),
        (0.5, 0.55, "", True),
        (0.0, 0.001, "", False),
        (0.0, 0.02, "", True),
        (0.001, 0.004, "", False),
        (0.80, 0.70, "share", True),
        (0.80, 0.801, "share", False),
        (1.0, 1.05, "log-odds", False),
        (0.0, -0.2, "log-odds", True),
        (4.2, 4.25, "rung", False),
        (25.0, 24.5, "weight", False),
        (25.0, 13.0, "weight", True),
    ],
)
def test_what_nobody_would_see_is_no_difference(
    before: float, after: float, unit: str, seen: bool
) -> None:
    assert is_seen(contrast(before, after, 0.5, unit)) == seen
    sure = contrast(before, after, 1.0 if after < before else 0.0, unit)
    assert (verdict(sure, "lower") != "not decided") == seen
