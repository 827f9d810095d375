"""What holds of every score, whatever the confrontations and the forecasts."""

from importlib.util import find_spec

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offramp.history import Points, standing_points
from offramp.scoring import Bootstrap
from offramp.scoring._inputs import inputs_of
from offramp.scoring._losses import MEASURES, asked, losses
from offramp.scoring._means import mean_of
from offramp.scoring._pool import pooled
from scoring._made import made, until_row
from scoring._said import noisy

pytestmark = pytest.mark.skipif(
    not all(map(find_spec, ("sklearn", "scoringrules"))), reason="needs the extra score"
)
SEEDS = st.integers(0, 10_000)


def points_of(seed: int) -> Points:
    return standing_points(made(12, seed))


@settings(max_examples=25, deadline=None)
@given(SEEDS, SEEDS, st.floats(0, 1))
def test_a_pool_loses_no_more_than_its_parts_on_average(
    seed: int, other: int, share: float
) -> None:
    points = points_of(seed)
    one, two = noisy(points, seed), noisy(points, other)
    ours, theirs, both = (
        losses(said, points) for said in (one, two, pooled(one, two, points, share))
    )
    for measure in ("joint", "when", "force_30", "battle_90"):
        mean = share * ours[measure] + (1 - share) * theirs[measure]
        assert (both[measure] <= mean + 1e-9).all()


@settings(max_examples=25, deadline=None)
@given(SEEDS, st.floats(0, 1))
def test_no_input_knows_what_comes_later(seed: int, place: float) -> None:
    points = points_of(seed)
    at = int(place * (points.count - 1))
    row = int(points.row[at])
    cut = until_row(points.confrontations, row)
    alone = Points(cut, np.array([row]), *(np.array([-1]) for _ in range(3)))
    assert (inputs_of(alone).table[0] == inputs_of(points).table[at]).all()


@settings(max_examples=25, deadline=None)
@given(SEEDS)
def test_an_interval_holds_its_mean_and_turns_with_its_sign(seed: int) -> None:
    points = points_of(seed)
    lost, draws = losses(noisy(points, seed), points), Bootstrap(points, 100)
    for measure in MEASURES:
        found = draws.intervals(lost[measure], asked(points, measure)).confrontation
        turned = draws.intervals(-lost[measure], asked(points, measure)).confrontation
        assert found.low <= found.high
        assert turned.low == pytest.approx(-found.high)
        assert found.mean == mean_of(lost[measure], points, asked(points, measure)).confrontation


@settings(max_examples=25, deadline=None)
@given(SEEDS)
def test_points_in_another_order_score_the_same(seed: int) -> None:
    points = points_of(seed)
    said = noisy(points, seed)
    order = np.random.default_rng(seed).permutation(points.count)
    turned = losses(said.where(order), points.where(order))
    for measure, lost in losses(said, points).items():
        mean = mean_of(lost, points, asked(points, measure))
        again = mean_of(turned[measure], points.where(order), asked(points.where(order), measure))
        assert again.event == pytest.approx(mean.event)
        assert again.confrontation == pytest.approx(mean.confrontation)
