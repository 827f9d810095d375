"""The share of an exchange that failed or was stopped, over all claimants."""

import pytest

from _invented import act, invent
from offramp.questions._stopped import share_stopped
from offramp.record import Act


def salvo(launched: dict, *outcome: dict) -> Act:
    claims = [{"says": f"s{n}", **each} for n, each in enumerate(outcome)]
    return invent(
        [act("x", 1, exchange={"launched": launched, "outcome": claims})]
    ).act("x")  # fmt: skip


@pytest.mark.parametrize(
    ("launched", "outcome", "low", "high"),
    [
        ({"drone": 10}, [{"drone": {"hit": 2}}], 0.8, 0.8),
        ({"drone": 10}, [{"drone": {"failed": 1, "stopped": 7}}], 0.8, 0.8),
        ({"drone": 10}, [{"drone": {"hit": 2}}, {"drone": {"hit": "4..5"}}], 0.5, 0.8),
        # Who says what hit is taken over one who says what he stopped himself.
        ({"drone": 10}, [{"drone": {"hit": 2}}, {"drone": {"stopped": 3}}], 0.8, 0.8),
        ({"drone": "8..10"}, [{"drone": {"stopped": 8}}], 0.75, 1.0),
        ({"drone": "8..10"}, [{"drone": {"hit": 2}}], 0.75, 0.8),
        (
            {"drone": 30, "ballistic": 10},
            [{"drone": {"hit": 0}}, {"ballistic": {"hit": "1..5"}}], 0.875, 0.975,
        ),
        ({"drone": 10}, [{"drone": {"hit": 12}}], 0.0, 0.0),
        ({"drone": 10}, [{"drone": {"stopped": 12}}], 1.0, 1.0),
    ],
)  # fmt: skip
def test_the_range_holds_what_every_claimant_leaves_open(
    launched: dict, outcome: list[dict], low: float, high: float
) -> None:
    share, _ = share_stopped(salvo(launched, *outcome))
    assert share == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("launched", "outcome", "why"),
    [
        ({"drone": 10}, [], "Nobody says what became of the drone"),
        ({"drone": 10, "rocket": 4}, [{"drone": {"hit": 1}}], "what became of the rocket"),
        ({}, [], "Nobody says what was launched"),
        ({"drone": "0..4"}, [{"drone": {"hit": 0}}], "Nobody says what was launched"),
    ],
)
def test_where_nobody_tells_it_is_open(launched: dict, outcome: list[dict], why: str) -> None:
    share, said = share_stopped(salvo(launched, *outcome))
    assert share is None
    assert why in said


def test_without_an_exchange_there_is_nothing_to_share() -> None:
    assert share_stopped(invent([act("x", 1)]).act("x"))[0] is None
