"""Running the model forward from standing points, against what the likelihood says."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from offramp.futures import marks_in, run_on
from offramp.history import BATTLE, BIN_STARTS, CLASH, Confrontations, standing_points
from offramp.learning._ahead import LEVELS, _answers, _given, _highest, _start, ahead
from offramp.learning._coordinates import coordinates
from offramp.learning._likelihood import at_points
from offramp.learning._problem import lay_out

from ._made_up import BEGIN, Row, Values, laid, told, vector_of

NONE = -1
DAYS = 90


def ran(*acts: tuple[int, int], slot: int = 0) -> np.ndarray:
    """One future of one point: acts (day from 1, mark); (90, 1, 1, 2)."""
    marks = np.full((DAYS, 1, 1, 2), NONE, np.int8)
    for day, mark in acts:
        marks[day - 1, 0, 0, slot] = mark
    return marks


SECOND_IS_OTHER = np.array([[0.0], [1.0]])
NOTHING = {"force_30": 0.0, "other_force_30": 0.0, "quiet_60": 1.0, "battle_90": 0.0}


@pytest.mark.parametrize("slot", [0, 1])
@pytest.mark.parametrize(
    ("acts", "differs"),
    [
        ((), {}),
        (((30, 5),), {"force_30": 1, "other_force_30": 1, "quiet_60": 0}),
        (((31, 5),), {"quiet_60": 0}),
        (((30, 2),), {"force_30": 1, "quiet_60": 0}),
        (((7, CLASH),), {"force_30": 1, "other_force_30": 1, "quiet_60": 0}),
        (((60, 1),), {"quiet_60": 0}),
        (((61, 1),), {}),
        (((2, 0),), {}),
        (((90, BATTLE),), {"battle_90": 1}),
        (((3, 0), (20, 5)), {"force_30": 1, "other_force_30": 1, "quiet_60": 0}),
    ],
)
def test_a_future_answers_as_history_would(
    acts: tuple[tuple[int, int], ...], differs: dict[str, float], slot: int
) -> None:
    """The same days and acts, laid out as history, have the same outcomes."""
    found = _answers(ran(*acts, slot=slot), SECOND_IS_OTHER)
    assert {name: float(share[0]) for name, share in found.items()} == {**NOTHING, **differs}
    points = standing_points(laid([(0, 1), *acts]))
    for name, share in found.items():
        assert share[0] == points.outcome(name)[0], name


def test_shares_are_over_futures_point_by_point() -> None:
    marks = np.full((DAYS, 4, 2, 2), NONE, np.int8)
    marks[3, :3, 0, 0] = 5
    marks[80, 1, 1, 1] = BATTLE
    found = _answers(marks, np.array([[0.5, 1.0], [0.5, 0.0]]))
    assert found["force_30"].tolist() == [0.75, 0.0]
    assert found["other_force_30"].tolist() == [0.375, 0.0]
    assert found["quiet_60"].tolist() == [0.25, 1.0]
    assert found["battle_90"].tolist() == [0.0, 0.25]


@pytest.mark.parametrize(
    ("acts", "level"),
    [((), 0), (((2, 3),), 2), (((2, 3), (90, 1)), 3), (((1, 5), (9, 0)), 4), (((5, BATTLE),), 5)],
)
def test_the_highest_level_is_that_of_the_whole_future(
    acts: tuple[tuple[int, int], ...], level: int
) -> None:
    (found,) = _highest(ran(*acts))
    assert found.tolist() == [float(each == level) for each in LEVELS]


# Simulation and likelihood: the same model, used twice.

PAST: list[Row] = [(0, 1), (3, 5), (3, 5), (9, 2), (12, 6), (40, 0), (41, 5)]
STARTS = (1, 4, 7)
"""How much of the past each start has seen."""

MONTH = 30
ROUNDS = 40_000
FIRST_YEAR = 1980


@pytest.fixture(scope="module")
def values() -> Values:
    space = coordinates(FIRST_YEAR, FIRST_YEAR)
    found = space.parameters(vector_of(space, seed=5).astype(np.float32))
    return {name: np.asarray(value) for name, value in found.items()}


def asked(seen: int) -> Confrontations:
    """The past up to an act, once for each day of a month on which the next may come."""
    past = PAST[:seen]
    return laid(*[[*past, (past[-1][0] + day, 2)] for day in range(1, MONTH + 1)])


def by_likelihood(values: Values, seen: int) -> tuple[np.ndarray, np.ndarray]:
    """Chances of the first next act in each bin, and of each mark, from the evening on.

    The chance of a day is that of its bin, spread as its constant hazard has it; the chance of
    a mark is what the likelihood says of an act on that very day.
    """
    said, _, problem = told(asked(seen), values, FIRST_YEAR)
    rows = np.array([seen - 1 + (seen + 1) * n for n in range(MONTH)])
    assert problem.gap[rows].tolist() == list(range(1, MONTH + 1))
    at = int(rows[0])
    when = np.exp(said.when[:, at])
    by_bin = when[1:6] / (1.0 - when[0])
    days = _chances_of_days(values, said, problem, at)
    starts = [start for start in BIN_STARTS if 0 < start <= MONTH] + [MONTH + 1]
    for number, (low, high) in enumerate(pairwise(starts)):
        assert days[low - 1 : high - 1].sum() == pytest.approx(by_bin[number], abs=1e-5)
    what = np.exp(said.what[:, rows])
    return by_bin, (what * days).sum(1)


def _chances_of_days(values: Values, said, problem, at: int) -> np.ndarray:
    """Chances of the first next act on each day of a month, over the tempo regimes."""
    from offramp.learning._problem import plain_setting
    from offramp.model import Standing, bin_of, hazards_by_bin

    draw = at_points(values, problem, FIRST_YEAR)
    one = {n: v[..., at : at + 1] if v.shape[-1] == problem.count else v for n, v in draw.items()}
    standing = Standing(*(array[..., at : at + 1] for array in problem.standing))
    hazards = np.asarray(hazards_by_bin(one, standing, plain_setting(one["pace.era"])), float)[
        ..., 0
    ]
    daily = hazards[np.asarray(bin_of(np.arange(1, MONTH + 1)))]
    alive = np.exp(-np.cumsum(daily, axis=0) + daily)
    return (said.evening[:, at] * alive * -np.expm1(-daily)).sum(1)


@pytest.mark.slow
def test_simulated_shares_are_the_likelihoods_chances(values: Values) -> None:
    """Who, what and when of the first next act within thirty days, from three starts."""
    events = laid(PAST)
    said, _, problem = told(events, values, FIRST_YEAR)
    rows = np.array(STARTS) - 1
    draw = at_points(values, problem, FIRST_YEAR)
    at = {
        name: np.asarray(value[..., rows] if value.shape[-1] == problem.count else value)
        for name, value in draw.items()
    }
    start = _start(problem, said, rows, at["pace.era"])
    marks = marks_in(run_on(at, start, _given(), MONTH, ROUNDS, 3))[..., 0]
    came = marks >= 0
    first = np.where(came.any(0), came.argmax(0), MONTH)
    for place, seen in enumerate(STARTS):
        by_bin, by_mark = by_likelihood(values, seen)
        day = first[:, place]
        mark = marks[np.minimum(day, MONTH - 1), np.arange(ROUNDS), place]

        def check(chance: float, share: float, what: str, seen: int = seen) -> None:
            error = np.sqrt(max(chance * (1.0 - chance), 1e-5) / ROUNDS)
            assert abs(share - chance) < 0.005 + 3 * error, (seen, what)

        starts = [each - 1 for each in BIN_STARTS if 0 < each <= MONTH] + [MONTH]
        for number, chance in enumerate(by_bin):
            inside = (day >= starts[number]) & (day < starts[number + 1])
            check(float(chance), inside.mean(), f"bin {number + 1}")
        for number, chance in enumerate(by_mark):
            share = ((mark == number) & (day < MONTH)).mean()
            check(float(chance), share, f"mark {number}")


@pytest.mark.slow
def test_each_point_is_run_by_itself_and_again_alike(values: Values) -> None:
    """Asked in another company, a point has other luck; asked again, the same."""
    events = laid(PAST, [(0, 2), (500, 1)])
    said, _, problem = told(events, values, FIRST_YEAR)
    ends = np.array([0, 3, 6, 7, 8])
    other = standing_points(events).other()
    steps: list[tuple[int, int]] = []

    def run(rows: np.ndarray, seed: int = 0):
        return ahead(
            values, problem, said, rows, other[:, rows], FIRST_YEAR, 50, seed,
            lambda done, of: steps.append((done, of)),
        )  # fmt: skip

    once, again, anew = run(ends), run(ends), run(ends, seed=1)
    assert steps[0] == (5, 5)
    for name, share in once.targets.items():
        assert share.shape == (5,)
        assert ((share >= 0) & (share <= 1)).all()
        assert np.array_equal(share, again.targets[name])
    assert not np.array_equal(once.highest, anew.highest)
    assert once.highest.sum(1) == pytest.approx(np.ones(5))
    reached = once.highest[:, LEVELS.index(5)]
    assert reached == pytest.approx(once.targets["battle_90"])


def test_events_dated_later_than_a_point_are_none_of_its_start(values: Values) -> None:
    """Where a point starts from is the same whatever came after it."""
    here = laid(PAST)
    last = len(PAST) - 1
    day = here.day.copy()
    day[last] = BEGIN + 170
    one, other = (lay_out(standing_points(e)) for e in (here, replace(here, day=day)))
    said, said_too = (told(e, values, FIRST_YEAR)[0] for e in (here, replace(here, day=day)))
    rows = np.arange(last)
    tempo = np.zeros(last, np.float32)
    for a, b in zip(_start(one, said, rows, tempo), _start(other, said_too, rows, tempo),
                    strict=True):  # fmt: skip
        pairs = zip(a, b, strict=True) if isinstance(a, tuple) else [(a, b)]
        assert all(np.array_equal(x, y) for x, y in pairs)
