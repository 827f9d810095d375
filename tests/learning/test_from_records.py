import numpy as np
import pytest

from _invented import act, day, invent, signal
from offramp.learning._from_records import (
    DRAWS,
    curvatures,
    dials_in_marks,
    library_dials,
    likeliest,
    log_evidence,
    on_last,
    posterior_of,
    predictive,
    slopes,
)
from offramp.learning._told import Told, stacked, told_by
from offramp.model import shipped_parameters
from offramp.record import Record

PARAMETERS = shipped_parameters()
PRIORS = dials_in_marks(PARAMETERS)
MEANS = np.array([float(prior.mean) for prior in PRIORS])
SDS = np.array([float(prior.sd) for prior in PRIORS])
LEARNED = on_last(PARAMETERS, DRAWS)
LIMIT = [prior.name for prior in PRIORS].index("limit.own")


def record(name: str, last_rung: str) -> Record:
    acts = (
        act("a", 0, rung="strike-abroad"),
        act("b", 2, "southland", "strike-abroad"),
        act("c", 5, rung=last_rung),
    )
    said = (signal("over", 3, "limit", "northland", "southland"),)
    return invent(acts, said, id=name, closes=day(40))


def slope_of(dials: np.ndarray, one: Told) -> tuple[float, np.ndarray]:
    values, gradients = slopes(dials, PRIORS, LEARNED, stacked([one]))
    return float(values[0]), gradients[0]


@pytest.fixture(scope="module")
def told() -> tuple[Told, ...]:
    return told_by([record("kept", "display"), record("broken", "strike-abroad")])


@pytest.fixture(scope="module")
def silent() -> tuple[Told, ...]:
    only = invent((act("a", 0, rung="strike-abroad"),), id="silent", closes=day(40))
    return told_by([only])


@pytest.mark.slow
def test_the_gradient_is_that_of_the_likelihood(told: tuple[Told, ...]) -> None:
    _, slope = slope_of(MEANS, told[0])
    step = 0.02
    for n in range(0, len(PRIORS), 4):
        aside = np.zeros(len(PRIORS))
        aside[n] = step
        ahead, _ = slope_of(MEANS + aside, told[0])
        behind, _ = slope_of(MEANS - aside, told[0])
        assert slope[n] == pytest.approx((ahead - behind) / (2 * step), abs=2e-3)


def test_a_limit_that_was_kept_makes_the_dial_hold_more(told: tuple[Told, ...]) -> None:
    kept, broken = told
    assert slope_of(MEANS, kept)[1][LIMIT] < 0
    assert slope_of(MEANS, broken)[1][LIMIT] > 0
    assert likeliest([kept], PARAMETERS)[LIMIT] < MEANS[LIMIT]
    assert likeliest([broken], PARAMETERS)[LIMIT] > MEANS[LIMIT]


def test_a_record_that_says_nothing_leaves_the_priors(silent: tuple[Told, ...]) -> None:
    np.testing.assert_array_equal(likeliest([], PARAMETERS), MEANS)
    best = likeliest(silent, PARAMETERS)
    np.testing.assert_allclose(best, MEANS, atol=1e-6)
    found = posterior_of(best, curvatures(silent, best, PARAMETERS).sum(0), PARAMETERS)
    np.testing.assert_allclose(found.sd, SDS, rtol=1e-4)
    np.testing.assert_allclose(found.moved, 0.0, atol=1e-4)
    np.testing.assert_allclose(found.narrowed, 0.0, atol=1e-3)


def test_no_record_leaves_a_dial_wider_than_its_prior() -> None:
    bent = -np.diag(1.0 / SDS**2)
    found = posterior_of(MEANS, bent, PARAMETERS)
    assert (found.sd <= SDS * 1.0001).all()


def test_draws_have_the_posteriors_mean_and_width() -> None:
    found = posterior_of(MEANS, np.diag(3.0 / SDS**2), PARAMETERS)
    drawn = found.draws(20_000, 1)
    np.testing.assert_allclose(drawn.mean(0), MEANS, atol=0.02)
    np.testing.assert_allclose(drawn.std(0), SDS / 2, rtol=0.03)
    np.testing.assert_array_equal(drawn, found.draws(20_000, 1))


def test_a_prediction_is_averaged_over_draws_of_the_dials(told: tuple[Told, ...]) -> None:
    same = np.tile(MEANS, (DRAWS, 1))
    value, _ = slope_of(MEANS, told[0])
    assert predictive(told[0], same, PARAMETERS) == pytest.approx(value, abs=1e-4)


@pytest.mark.parametrize("with_icbe", [False, True])
def test_the_librarys_dials_are_drawn_as_they_were_learned(with_icbe: bool) -> None:
    taught = library_dials(PARAMETERS, with_icbe=with_icbe)
    assert taught.count == PARAMETERS.count
    by_name = {prior.name: prior for prior in taught.priors}
    for prior in PRIORS:
        own = by_name[prior.name]
        drawn = taught.values[prior.name]
        assert drawn.mean() == pytest.approx(float(own.mean), abs=4 * float(own.sd) / 200**0.5)
        assert float(own.sd) <= float(prior.sd) * 1.001
        assert "records of the library" in own.basis
        assert ("ICBe" in own.basis.rsplit("library", 1)[1]) is with_icbe
    untouched = set(taught.values) - {prior.name for prior in PRIORS}
    assert all(taught.values[name] is PARAMETERS.values[name] for name in untouched)


@pytest.mark.slow
def test_crises_side_by_side_have_the_likelihood_that_each_has_alone(
    told: tuple[Told, ...],
) -> None:
    values, gradients = slopes(MEANS, PRIORS, LEARNED, stacked(told))
    for n, one in enumerate(told):
        alone = log_evidence(MEANS, PRIORS, LEARNED, one)
        mean = np.logaddexp.reduce(np.asarray(alone, float)) - np.log(DRAWS)
        assert values[n] == pytest.approx(mean, abs=1e-4)
        np.testing.assert_allclose(gradients[n], slope_of(MEANS, one)[1], atol=1e-4)


def test_draws_are_taken_again_where_there_are_fewer() -> None:
    more = on_last(PARAMETERS, PARAMETERS.count + 3)["vow.weight"]
    np.testing.assert_array_equal(more[-3:], more[:3])
