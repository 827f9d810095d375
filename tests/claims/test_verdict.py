from dataclasses import replace

import pytest

from claims._cases import contrast, reply
from offramp.answers import Reply
from offramp.claims._verdict import (
    is_close,
    is_seen,
    is_weak,
    says_less_than_history,
    verdict,
    would_be_sure,
)


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


@pytest.mark.parametrize(
    ("chance", "base", "says_less"),
    [(0.16, 0.09, True), (0.09, 0.16, False), (0.16, None, False), (0.84, 0.91, True),
     (0.91, 0.84, False), (0.16, 0.7, False), (0.84, 0.3, False), (0.04, 0.01, False)],
)  # fmt: skip
def test_what_history_says_more_clearly_is_not_put_down_to_what_is_known(
    chance: float, base: float | None, says_less: bool
) -> None:
    low, high = (max(chance - 0.05, 0.0), min(chance + 0.05, 1.0))
    found = Reply("a", "forecast", chance, None, "", low, high, 0.0, base, "", "")
    assert says_less_than_history(found) is says_less
    one, other = (verdict(found, expect) for expect in ("yes", "no"))
    if says_less:
        assert one == other == "not decided"
    else:
        assert {one, other} == {"supported", "contradicted"}
    mirrored = Reply(
        "a", "forecast", 1 - chance, None, "", 1 - high, 1 - low, 0.0,
        None if base is None else 1 - base, "", "",
    )  # fmt: skip
    assert (verdict(mirrored, "no"), verdict(mirrored, "yes")) == (one, other)


@pytest.mark.parametrize(
    ("factor", "weak"), [(None, False), (1.0, True), (1.7, True), (0.5, True), (3.2, False),
                         (0.3, False)],
)  # fmt: skip
def test_a_bayes_factor_near_one_is_weak(factor: float | None, weak: bool) -> None:
    assert is_weak(factor) is weak


def test_what_history_leaves_undecided_no_seed_decides() -> None:
    wide = replace(reply(0.12, 0.01, 0.53), baseline=None)
    assert is_close(wide)
    assert not is_close(replace(wide, baseline=0.08))
    assert is_close(replace(wide, baseline=0.3))
