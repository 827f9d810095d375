"""The model fitted: it finds again what it was drawn from, and refuses what teaches nothing."""

import numpy as np
import pytest

from offramp import OfframpError
from offramp.history import standing_points
from offramp.learning import Fitted, Prepared, fit, prepare
from offramp.learning._coordinates import WALKS, coordinates
from offramp.learning._fit import FEWEST

from ._made_up import drawn, laid, made_up, told, vector_of


def test_too_few_points_are_refused() -> None:
    with pytest.raises(OfframpError, match=f"There are 3 moments.*at least {FEWEST} are needed"):
        fit(standing_points(laid([(0, 1), (4, 2), (5, 5)])))


def test_points_with_a_hole_in_their_past_are_refused() -> None:
    points = standing_points(made_up((20, 20)))
    keep = np.arange(points.count) != 7
    with pytest.raises(OfframpError, match="whole past of each history"):
        prepare(points.where(keep))


def test_points_that_end_early_are_no_hole() -> None:
    points = standing_points(made_up((40, 20)))
    assert prepare(points.where(points.row < 35)).points.count == 35


def test_what_walks_walks_over_the_years_of_the_points(prepared: Prepared) -> None:
    years = prepared.points.year
    assert prepared.space.years == (years.min(), years.max())


def test_tied_parameters_are_held_at_nothing() -> None:
    points = standing_points(made_up((40,)))
    space = prepare(points, tied=("posture.level",)).space
    (prior,) = (prior for prior in space.priors if prior.name == "posture.level")
    assert not prior.mean.any()
    assert not prior.sd.any()


def test_the_parameters_are_those_of_the_vector(centred: Fitted) -> None:
    found = centred.parameters
    for prior in centred.space.priors:
        centre = np.exp(prior.mean) if prior.family == "lognormal" else prior.mean
        assert np.allclose(found[prior.name], centre, rtol=1e-5), prior.name
    assert all(found[name].shape == (centred.space.span,) for name in WALKS)


@pytest.mark.slow
def test_what_is_fitted_lies_between_the_prior_and_the_data(prepared: Prepared) -> None:
    steps: list[tuple[str, int, int]] = []
    fitted = prepared.fit(lambda *step: steps.append(step))
    assert {name for name, _, _ in steps} == {"fit"}
    assert all(0 < done <= whole for _, done, whole in steps)
    events = prepared.points.confrontations
    _, (when, what), _ = told(events, fitted.parameters, prepared.space.years[0])
    _, (when_0, what_0), _ = told(
        events, Fitted(prepared.space, np.zeros(prepared.space.size)).parameters,
        prepared.space.years[0],
    )  # fmt: skip
    weights = prepared.points.weights()
    assert (weights * (when + what)).sum() < (weights * (when_0 + what_0)).sum()


@pytest.mark.slow
def test_it_finds_the_parameters_that_confrontations_were_drawn_from() -> None:
    """Over some thousand points: each kind of parameter, and what is said of new points."""
    space = coordinates(1980, 1985)
    truth = vector_of(space, seed=11)
    for name in WALKS:
        truth[space.slices[name]] = 0.0
    events = drawn(space, truth, 700, seed=1)
    points = standing_points(events)
    assert points.count > 2500
    laid_out = prepare(points)
    vector = laid_out.objective.climb(np.ones(points.count), most=150)
    found, true = laid_out.space.parameters(vector), space.parameters(truth)

    def far(name: str) -> np.ndarray:
        return np.abs(np.asarray(found[name]) - np.asarray(true[name]))

    # Where an act comes, and whose and of what kind it is, has been seen a thousand times.
    assert far("sequence.level").max() < 0.8
    assert far("opener.weight").mean() < 0.4
    for name in ("sequence.side", "tempo.hazard", "lapse.ratio", "momentum.side"):
        (prior,) = (prior for prior in space.priors if prior.name == name)
        mine, theirs = (
            ((np.asarray(each[name]) - prior.mean) / prior.sd).ravel() for each in (found, true)
        )
        assert np.corrcoef(mine, theirs)[0, 1] > 0.4, name

    # What it says of points that it has not seen is nearly what the truth says.
    new = drawn(space, truth, 250, seed=2)

    def missed(what_holds: dict, first: int) -> np.ndarray:
        _, (when, what), problem = told(new, what_holds, first)
        return np.array([when.mean(), what.sum() / problem.comes.sum()])

    best = missed(true, space.years[0])
    fitted = missed(found, laid_out.space.years[0])
    prior = missed(space.parameters(np.zeros(space.size)), space.years[0])
    assert (best < fitted).all(), "nothing beats what they were drawn from"
    assert (fitted - best < 0.15 * (prior - best)).all()
