import pytest

from offramp.history._usual import CUSTOM_SHARE, LEAST_ACTS, Force, is_shadow, usual_order


def acts(*orders: int) -> list[Force]:
    return [Force(order, arm_length=True, sovereign=False) for order in orders]


def test_few_acts_make_no_custom() -> None:
    assert usual_order(acts(*[6] * (LEAST_ACTS - 1))) is None
    assert usual_order(acts(*[6] * LEAST_ACTS)) == 6


@pytest.mark.parametrize(
    ("orders", "usual"),
    [
        ((6, 6, 6, 8), 6),
        ((6, 6, 7, 8), 7),
        ((6, 7, 8, 8), 8),
        ((5, 5, 5, 5, 5, 5, 5, 7, 7, 8), 7),
    ],
)
def test_the_usual_rung_is_the_lowest_that_three_quarters_stand_at_or_below(
    orders: tuple[int, ...], usual: int
) -> None:
    assert usual_order(acts(*orders)) == usual
    assert sum(order <= usual for order in orders) >= CUSTOM_SHARE * len(orders)
    assert sum(order < usual for order in orders) < CUSTOM_SHARE * len(orders)


def test_the_order_of_past_acts_does_not_matter() -> None:
    assert usual_order(acts(8, 6, 7, 6)) == usual_order(acts(6, 6, 7, 8))


@pytest.mark.parametrize(
    ("order", "arm_length", "sovereign", "shadow"),
    [
        (6, True, True, True),
        (7, True, True, True),
        (7, False, False, True),
        (7, False, True, False),
        (8, True, False, False),
    ],
)
def test_what_belongs_to_the_shadow_war(
    order: int, arm_length: bool, sovereign: bool, shadow: bool
) -> None:
    assert is_shadow(Force(order, arm_length, sovereign), 7) == shadow


def test_without_custom_nothing_is_shadow() -> None:
    assert not is_shadow(Force(6, True, False), None)
