from datetime import date, timedelta

import pytest

from offramp.history._usual import (
    CUSTOM_SHARE,
    CUSTOM_YEARS,
    LEAST_ACTS,
    LEAST_OF_A_KIND,
    Custom,
    Force,
    custom_of,
    is_shadow,
)

OPENS = date(2000, 1, 1)


def acts(*orders: int, days_before: int = 100) -> list[tuple[date, Force]]:
    day = OPENS - timedelta(days=days_before)
    return [(day, Force(order, arm_length=True, sovereign=False)) for order in orders]


def usual(*orders: int) -> int | None:
    found = custom_of(acts(*orders), OPENS)
    return None if found is None else found.order


def test_few_acts_make_no_custom() -> None:
    assert usual(*[6] * (LEAST_ACTS - 1)) is None
    assert usual(*[6] * LEAST_ACTS) == 6


@pytest.mark.parametrize(
    ("orders", "order"),
    [
        ((6, 6, 6, 8), 6),
        ((6, 6, 7, 8), 7),
        ((6, 7, 8, 8), 8),
        ((5, 5, 5, 5, 5, 5, 5, 7, 7, 8), 7),
    ],
)
def test_the_usual_rung_is_the_lowest_that_three_quarters_stand_at_or_below(
    orders: tuple[int, ...], order: int
) -> None:
    assert usual(*orders) == order
    assert sum(each <= order for each in orders) >= CUSTOM_SHARE * len(orders)
    assert sum(each < order for each in orders) < CUSTOM_SHARE * len(orders)


def test_the_order_of_past_acts_does_not_matter() -> None:
    assert custom_of(acts(8, 6, 7, 6), OPENS) == custom_of(acts(6, 6, 7, 8), OPENS)


def test_what_lies_long_ago_or_after_the_opening_makes_no_custom() -> None:
    old = acts(*[6] * LEAST_ACTS, days_before=366 * CUSTOM_YEARS)
    late = acts(*[6] * LEAST_ACTS, days_before=0)
    assert custom_of(old, OPENS) is None
    assert custom_of(late, OPENS) is None
    assert custom_of(acts(*[6] * LEAST_ACTS, days_before=1), OPENS) is not None


def test_what_a_pair_has_seldom_done_is_no_custom() -> None:
    """A first blockade is none, though the pair often does worse."""
    found = custom_of(acts(7, 7, 7, 5), OPENS)
    assert found is not None
    assert found.order == 7
    assert found.kinds == {(7, True)}
    assert LEAST_OF_A_KIND == 2
    assert found.reaches(7)
    assert not found.reaches(5)


BOTH = Custom(7, frozenset({(6, True), (7, True), (7, False)}))


@pytest.mark.parametrize(
    ("order", "arm_length", "sovereign", "shadow"),
    [
        (6, True, True, True),
        (6, False, False, False),
        (7, True, True, True),
        (7, False, False, True),
        (7, False, True, False),
        (8, True, False, False),
    ],
)
def test_what_belongs_to_the_shadow_war(
    order: int, arm_length: bool, sovereign: bool, shadow: bool
) -> None:
    assert is_shadow(Force(order, arm_length, sovereign), BOTH) == shadow


def test_without_custom_nothing_is_shadow() -> None:
    assert not is_shadow(Force(6, True, False), None)
