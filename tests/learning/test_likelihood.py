"""What the model says of standing points: chances, and the same ones that the program reads."""

from dataclasses import replace

import jax
import numpy as np
import pytest

from offramp.history import QUIET, Confrontations, standing_points
from offramp.learning._coordinates import Coordinates, coordinates
from offramp.learning._likelihood import at_points, loss
from offramp.learning._problem import lay_out
from offramp.learning._standings import provocations
from offramp.model import TERMS, Draw, all_priors

from ._made_up import Values, laid, made_up, swapped, told, vector_of
from .test_standings import read_on

YEARS = (1980, 1984)
SWAPPED = [3, 4, 5, 0, 1, 2, 6, 7]


@pytest.fixture(scope="module")
def space() -> Coordinates:
    return coordinates(*YEARS)


@pytest.fixture(scope="module")
def values(space: Coordinates) -> Values:
    """Parameters drawn from the prior: far from it, and from year to year."""
    return space.parameters(vector_of(space, walks=True).astype(np.float32))


@pytest.fixture(scope="module")
def level(space: Coordinates) -> Values:
    """The same, without a walk."""
    return space.parameters(vector_of(space).astype(np.float32))


@pytest.fixture(scope="module")
def events() -> Confrontations:
    return made_up()


def test_chances_sum_to_one_at_every_point(events: Confrontations, values: Values) -> None:
    said, _, problem = told(events, values)
    ones = np.ones(problem.count)
    assert np.exp(said.when).sum(0) == pytest.approx(ones, abs=1e-5)
    assert np.exp(said.what).sum(0) == pytest.approx(ones, abs=1e-5)
    assert said.regime.sum(0) == pytest.approx(ones, abs=1e-5)
    assert said.evening.sum(0) == pytest.approx(ones, abs=1e-5)
    assert said.posture.sum((0, 1)) == pytest.approx(ones, abs=1e-5)
    assert said.when.shape == (QUIET + 1, problem.count)


def test_a_loss_is_minus_the_log_chance_of_what_came(
    events: Confrontations, values: Values
) -> None:
    said, (when, what), problem = told(events, values)
    at = np.arange(problem.count)
    assert when == pytest.approx(-said.when[problem.bin, at], abs=1e-6)
    expected = np.where(problem.comes, -said.what[problem.mark, at], 0.0)
    assert what == pytest.approx(expected, abs=1e-6)
    assert (when > 0).all()
    assert (what >= 0).all()


def one_draw(level: Values) -> Draw:
    """The parameters as `read` takes them: dials at rest, what walks in its one level."""
    rest = {p.name: np.zeros((*p.mean.shape, 1), np.float32) for p in all_priors()}
    flat = {
        name: np.asarray(value[-1] if name in _WALKS else value)[..., None]
        for name, value in level.items()
    }
    return {**rest, **{n: v[None] for n, v in provocations().items()}, **flat}


_WALKS = ("pace.era", "early.ratio", "same-day.ratio")


@pytest.mark.parametrize("history", [1, 2, 3, 4])
def test_losses_are_what_the_program_reads_as_evidence_and_timing(
    history: int, events: Confrontations, level: Values
) -> None:
    _, (when, what), problem = told(events, level)
    beliefs = read_on(one_draw(level), events, history)
    rows = np.flatnonzero(events.history == history)
    count = len(rows)
    timing, evidence = (
        np.diff(np.asarray(array, float)[:count, 0]) for array in (beliefs.timing, beliefs.evidence)
    )
    before = rows[:-1]
    assert -timing == pytest.approx(when[before], abs=1e-4)
    # Whoever opens a confrontation anew is taken as given there.
    heard = ~problem.renews[before]
    assert -evidence[heard] == pytest.approx(what[before][heard], abs=1e-4)
    assert (evidence[~heard] == 0).all()


@pytest.mark.parametrize("history", [2, 4])
def test_beliefs_are_what_the_program_reads(
    history: int, events: Confrontations, level: Values
) -> None:
    said, _, _ = told(events, level)
    beliefs = read_on(one_draw(level), events, history)
    rows = np.flatnonzero(events.history == history)
    count = len(rows)
    regime = np.asarray(beliefs.regime)[:count, :, 0].T
    posture = np.moveaxis(np.asarray(beliefs.posture)[:count, ..., 0], 0, -1)
    assert said.regime[:, rows] == pytest.approx(regime, abs=1e-4)
    # A confrontation that opens anew leaves what was believed of its sides as it was.
    assert said.posture[..., rows] == pytest.approx(posture, abs=1e-4)


def test_called_by_other_names_the_sides_give_the_same_losses(
    events: Confrontations, values: Values
) -> None:
    here, missed, _ = told(events, values)
    there, missed_too, _ = told(swapped(events), values)
    for one, other in zip(missed, missed_too, strict=True):
        assert other == pytest.approx(one, abs=1e-4)
    assert there.what == pytest.approx(here.what[SWAPPED], abs=1e-4)
    assert there.posture == pytest.approx(here.posture.swapaxes(0, 1), abs=1e-4)


def test_the_sides_do_differ(events: Confrontations, values: Values) -> None:
    said, _, _ = told(events, values)
    assert np.abs(said.what[:3] - said.what[3:6]).max() > 0.1


@pytest.mark.parametrize("later", [(1, 6), (30, 0), (150, 5), (400, 7)])
def test_an_act_dated_later_changes_no_earlier_loss(
    later: tuple[int, int], events: Confrontations, values: Values
) -> None:
    """Another last act, sooner or later: all that is said before it is known stays."""
    days, mark = later
    last = events.count - 1
    day, marks, action = events.day.copy(), events.mark.copy(), events.action.copy()
    day[last], marks[last], action[last] = day[last - 1] + days, mark, 16
    other = replace(events, day=day, mark=marks, action=action)
    said, (when, what), _ = told(events, values)
    said_too, (when_too, what_too), _ = told(other, values)
    assert np.array_equal(when[: last - 1], when_too[: last - 1])
    assert np.array_equal(what[: last - 1], what_too[: last - 1])
    # When it comes is said before it came, and what is believed is of what was.
    for name in ("when", "regime", "posture", "evening"):
        one, other_ = getattr(said, name), getattr(said_too, name)
        assert np.array_equal(one[..., :last], other_[..., :last]), name
    assert not np.array_equal(when[last - 1 :], when_too[last - 1 :])


def test_another_historys_acts_change_nothing(events: Confrontations, values: Values) -> None:
    marks = events.mark.copy()
    marks[events.history == 3] = 7
    _, one, problem = told(events, values)
    _, other, _ = told(replace(events, mark=marks), values)
    elsewhere = events.history != 3
    for before, after in zip(one, other, strict=True):
        assert np.array_equal(before[elsewhere], after[elsewhere])
        assert not np.array_equal(before[~elsewhere], after[~elsewhere])
    assert problem.count == events.count


def test_the_summed_loss_is_the_weighted_sum(events: Confrontations, values: Values) -> None:
    _, (when, what), problem = told(events, values)
    weights = np.random.default_rng(2).random(problem.count)
    whole = float(jax.jit(lambda found: loss(found, problem, weights, YEARS[0]))(values))
    assert whole == pytest.approx(float((weights * (when + what)).sum()), rel=1e-5)


def test_each_point_has_the_parameters_of_its_year_and_later_ones_the_last(
    values: Values,
) -> None:
    events = laid([(0, 1), (400, 2)], [(366 * 3, 5)], [(366 * 10, 2)])
    problem = lay_out(standing_points(events))
    draw = at_points(values, problem, YEARS[0])
    for name in _WALKS:
        path = np.asarray(values[name])
        assert np.array_equal(draw[name], path[[0, 1, 3, len(path) - 1]]), name
    assert draw["sequence.level"].shape == (3, 1)


def test_dials_are_at_rest_and_provocations_at_their_centres(values: Values) -> None:
    draw = at_points(values, lay_out(standing_points(laid([(0, 1)]))), YEARS[0])
    for name in (p.name for t in TERMS if t.part == "dial" for p in t.priors):
        assert not np.asarray(draw[name]).any(), name
    for name, weight in provocations().items():
        assert np.asarray(draw[name]) == pytest.approx([float(weight)])
