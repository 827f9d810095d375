from datetime import date

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from _invented import act, day, invent, signal
from offramp.learning._from_records import (
    DRAWS,
    Told,
    curvatures,
    dials_in_marks,
    library_dials,
    likeliest,
    log_evidence,
    log_evidence_slope,
    on_last,
    posterior_of,
    predictive,
    told_by,
)
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


@pytest.fixture(scope="module")
def told() -> tuple[Told, ...]:
    return told_by([record("kept", "display"), record("broken", "strike-abroad")])


@pytest.fixture(scope="module")
def silent() -> tuple[Told, ...]:
    only = invent((act("a", 0, rung="strike-abroad"),), id="silent", closes=day(40))
    return told_by([only])


@pytest.mark.slow
def test_the_gradient_is_that_of_the_likelihood(told: tuple[Told, ...]) -> None:
    _, slope = log_evidence_slope(MEANS, PRIORS, LEARNED, told[0])
    step = 0.02
    for n in range(0, len(PRIORS), 4):
        aside = np.zeros(len(PRIORS))
        aside[n] = step
        ahead, _ = log_evidence_slope(MEANS + aside, PRIORS, LEARNED, told[0])
        behind, _ = log_evidence_slope(MEANS - aside, PRIORS, LEARNED, told[0])
        assert slope[n] == pytest.approx((ahead - behind) / (2 * step), abs=2e-3)


def test_a_limit_that_was_kept_makes_the_dial_hold_more(told: tuple[Told, ...]) -> None:
    kept, broken = told
    assert log_evidence_slope(MEANS, PRIORS, LEARNED, kept)[1][LIMIT] < 0
    assert log_evidence_slope(MEANS, PRIORS, LEARNED, broken)[1][LIMIT] > 0
    assert likeliest([kept], PARAMETERS)[LIMIT] < MEANS[LIMIT]
    assert likeliest([broken], PARAMETERS)[LIMIT] > MEANS[LIMIT]


def test_a_record_that_says_nothing_leaves_the_priors(silent: tuple[Told, ...]) -> None:
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


def test_what_came_before_the_opening_is_no_evidence() -> None:
    custom = act("old", -300, rung="strike-abroad"), act("older", -290, "southland", "war")
    later = (act("a", 0, rung="display"),)
    (one,) = told_by([invent((*custom, *later), id="old-feud", closes=day(10))])
    assert one.before == 1
    assert float(jnp.abs(log_evidence(MEANS, PRIORS, LEARNED, one)).max()) < 1e-6


def test_a_prediction_is_averaged_over_draws_of_the_dials(told: tuple[Told, ...]) -> None:
    same = np.tile(MEANS, (DRAWS, 1))
    value, _ = log_evidence_slope(MEANS, PRIORS, LEARNED, told[0])
    assert predictive(told[0], same, PARAMETERS) == pytest.approx(value, abs=1e-4)


@pytest.mark.slow
def test_records_share_one_shape_and_padding_says_nothing() -> None:
    long = invent([act(f"n{n}", n, rung="display") for n in range(70)], id="long", closes=day(90))
    (alone,) = told_by([record("kept", "display")])
    beside, _ = told_by([record("kept", "display"), long])
    assert len(beside.events.day) > len(alone.events.day)
    jax.tree.map(
        np.testing.assert_allclose,
        log_evidence(MEANS, PRIORS, LEARNED, beside),
        log_evidence(MEANS, PRIORS, LEARNED, alone),
    )


def test_a_record_is_read_as_known_on_its_last_day() -> None:
    late = record("kept", "display")
    more = {**late.model_dump(mode="json", by_alias=True, exclude_none=True)}
    more["acts"].append(act("d", 20, rung="war", known="2030-01-01"))
    (one,), (other,) = told_by([late]), told_by([Record.model_validate(more)])
    np.testing.assert_array_equal(one.events.valid, other.events.valid)
    assert date.fromisoformat(day(40)) == late.closes


def test_the_librarys_dials_are_drawn_as_they_were_learned() -> None:
    taught = library_dials(PARAMETERS)
    assert taught.count == PARAMETERS.count
    by_name = {prior.name: prior for prior in taught.priors}
    for prior in PRIORS:
        own = by_name[prior.name]
        drawn = taught.values[prior.name]
        assert drawn.mean() == pytest.approx(float(own.mean), abs=4 * float(own.sd) / 200**0.5)
        assert float(own.sd) <= float(prior.sd) * 1.001
        assert "twelve records" in own.basis
    untouched = set(taught.values) - {prior.name for prior in PRIORS}
    assert all(taught.values[name] is PARAMETERS.values[name] for name in untouched)
