"""Moves put together: none that makes another idle, none counted twice."""

from itertools import combinations

import pytest

from _invented import AS_OF
from offramp.answers import World, identical
from offramp.offramps import Move, Plan, moves_of, plans
from offramp.offramps._moves import HOLDS

HOLD = {side: Move("hold", (side,), side, "") for side in "ab"}
LONG = {side: Move("hold long", (side,), side, "") for side in "ab"}
WHILE = {side: Move("hold while", (side,), side, "") for side in "ab"}
LIMIT = {side: Move("limit", (side,), side, "") for side in "ab"}
CEASEFIRE = Move("ceasefire", ("a", "b"), "both", "")
LEAVE = {side: Move("withdrawal", (side,), side, "") for side in "ab"}


def test_singles_are_all_moves_but_those_that_hang_on_another() -> None:
    moves = (HOLD["a"], WHILE["a"], LIMIT["b"])
    assert [plan.moves for plan in plans(moves, 1)] == [(HOLD["a"],), (LIMIT["b"],)]


@pytest.mark.parametrize(
    ("two", "together"),
    [
        ((HOLD["a"], HOLD["b"]), True),
        ((HOLD["a"], LONG["a"]), False),
        ((WHILE["a"], HOLD["b"]), True),
        ((WHILE["a"], WHILE["b"]), True),
        ((WHILE["a"], LIMIT["b"]), False),
        ((HOLD["a"], LIMIT["a"]), True),
        ((LEAVE["a"], LEAVE["b"]), False),
        ((CEASEFIRE, LEAVE["a"]), True),
    ],
)
def test_pairs(two: tuple[Move, Move], together: bool) -> None:
    assert [plan.moves for plan in plans(two, 2)] == ([two] if together else [])


def test_each_plan_comes_once_and_each_of_its_parts_goes_together(world: World) -> None:
    moves = moves_of(world.known, AS_OF)
    for size in (1, 2, 3):
        found = list(plans(moves, size))
        assert len({frozenset(plan.moves) for plan in found}) == len(found)
        for plan in found:
            assert len(plan.moves) == size
            held = [move.on for move in plan.moves if move.kind in HOLDS]
            assert len(set(held)) == len(held)


def test_what_a_plan_says_without_its_holds_is_a_plan_too(world: World) -> None:
    """A search looks it up: whether sides would keep to a plan is seen where nobody holds them."""
    moves = moves_of(world.known, AS_OF)
    smaller = {plan for size in (1, 2) for plan in plans(moves, size)} | {Plan(())}
    for plan in plans(moves, 3):
        words = Plan(tuple(move for move in plan.moves if move.kind not in HOLDS))
        assert len(words.moves) == 3 or words in smaller


def test_who_makes_it_and_for_how_long_it_binds() -> None:
    plan = Plan((HOLD["a"], CEASEFIRE))
    assert plan.by == ("a", "b")
    assert (plan.held("a"), plan.held("b")) == (14, 0)
    assert (plan.binds("a"), plan.binds("b")) == (30, 30)
    told = Plan((LIMIT["a"], Move("mediate", ("c",), "both", "")))
    assert (told.by, told.binds("a"), told.binds("b")) == (("a", "c"), 30, 0)


def test_no_plan_is_the_world_itself(world: World) -> None:
    assert Plan(()).begin(world) is world


def test_the_order_of_moves_does_not_matter(world: World) -> None:
    moves = moves_of(world.known, AS_OF)
    for one, two in list(combinations(moves, 2))[::5]:
        here, there = Plan((one, two)).begin(world), Plan((two, one)).begin(world)
        if one.kind in HOLDS or two.kind in HOLDS:
            assert one.on == two.on or identical(here, there)
        else:
            rows = [
                sorted(zip(*(column.tolist() for column in each.history.signals), strict=True))
                for each in (here, there)
            ]
            assert rows[0] == rows[1]
