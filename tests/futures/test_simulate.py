"""Running a crisis forward: seeds, prefixes, batches, and agreement with the likelihood."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from _invented import CRISIS, OPENS, act, invent
from offramp import UsageError
from offramp.futures import Futures, _simulate, simulate
from offramp.futures._start import begin, on_last_axis
from offramp.history import (
    BATTLE,
    CHANNELS,
    CLASH,
    MARKS,
    MUTUAL,
    SHADOW,
    History,
    from_record,
    padded,
)
from offramp.model import (
    Draw,
    Hidden,
    Parameters,
    Setting,
    Standing,
    Traits,
    along,
    log_hazard,
    pass_days,
    read,
    signals_on,
)

Run = Callable[..., Futures]
ARRAYS = ("mark", "rung", "channel", "shadow")


def same(one: Futures, other: Futures, futures: int | None = None, days: int | None = None) -> bool:
    return all(
        np.array_equal(getattr(one, n)[:futures, :days], getattr(other, n)[:futures, :days])
        for n in ARRAYS
    )


@pytest.fixture(scope="module")
def thirty(invented_history: History, run: Run) -> Futures:
    return run(invented_history)


def test_same_seed_same_futures(invented_history: History, run: Run, thirty: Futures) -> None:
    assert same(run(invented_history), thirty)
    assert not same(run(invented_history, seed=1), thirty)


def test_an_empty_change_changes_nothing(
    invented_history: History, run: Run, thirty: Futures, parameters: Parameters
) -> None:
    values = {name: array.copy() for name, array in parameters.values.items()}
    unchanged = replace(parameters, values=values)
    assert same(run(invented_history, parameters=unchanged), thirty)


@pytest.mark.parametrize("draws", [200, 400, 5000, 5200])
def test_fewer_futures_are_the_first_of_more(
    invented_history: History, run: Run, draws: int
) -> None:
    """Whatever the batches in which they are run."""
    many = run(invented_history, draws=10_000)
    few = run(invented_history, draws=draws)
    assert few.count == draws
    assert same(few, many, futures=draws)


@pytest.mark.parametrize("days", [1, 29, 30, 31, 60])
def test_fewer_days_are_the_first_of_more(
    invented_history: History, run: Run, futures: Futures, days: int
) -> None:
    short = run(invented_history, days=days)
    assert short.mark.shape == (5000, days, 2)
    assert same(short, futures, days=days)


@pytest.mark.slow
@pytest.mark.parametrize(("rounds", "workers"), [(10, 2), (25, 1)])
def test_the_size_of_a_batch_changes_nothing(
    invented_history: History, run: Run, thirty: Futures, monkeypatch: pytest.MonkeyPatch,
    rounds: int, workers: int,
) -> None:  # fmt: skip
    monkeypatch.setattr(_simulate, "CHUNK_ROUNDS", rounds)
    monkeypatch.setattr(_simulate, "WORKERS", workers)
    jax.clear_caches()
    try:
        assert same(run(invented_history), thirty)
    finally:
        monkeypatch.undo()
        jax.clear_caches()


def test_draws_are_rounded_up_to_whole_rounds(invented_history: History, run: Run) -> None:
    found = run(invented_history, draws=1)
    assert (found.count, found.per_draw, found.parameter_draws) == (200, 1, 200)
    assert run(invented_history, draws=201).count == 400


@pytest.mark.parametrize("days", [0, -1, 366, 3650])
def test_a_horizon_that_cannot_be_run_is_refused(
    invented_history: History, parameters: Parameters, days: int
) -> None:
    with pytest.raises(UsageError, match="choose 1 to 365 days") as error:
        simulate(invented_history, parameters, days)
    assert str(days) in str(error.value)


@pytest.mark.parametrize("draws", [0, -5, 1_000_001])
def test_a_number_of_futures_that_cannot_be_run_is_refused(
    invented_history: History, parameters: Parameters, draws: int
) -> None:
    with pytest.raises(UsageError, match="choose 1 to 1,000,000"):
        simulate(invented_history, parameters, 30, draws)


def test_each_act_is_a_mark_on_a_rung_of_its_level(futures: Futures) -> None:
    rungs = futures.history.rungs
    acts = futures.mark >= 0
    assert acts.any()
    for other in (futures.rung, futures.channel):
        assert ((other >= 0) == acts).all()
    level = np.array([MARKS[m][1] for m in range(8)])[futures.mark[acts]]
    assert (np.array(rungs.level)[futures.rung[acts]] == level).all()
    assert set(futures.channel[acts].tolist()) <= set(range(len(CHANNELS)))
    assert (futures.rung[futures.mark == BATTLE] == rungs.war).all()
    mutual = (futures.mark == CLASH) | (futures.mark == BATTLE)
    assert (futures.channel[mutual] == 0).all()


def test_a_second_act_on_a_day_needs_a_first(futures: Futures) -> None:
    first, second = futures.mark[..., 0] >= 0, futures.mark[..., 1] >= 0
    assert second.any()
    assert (first | ~second).all()


def test_the_shadow_war_runs_at_the_pace_of_its_past(futures: Futures) -> None:
    """The first side's proxies acted five times in the last 183 days; the second's never."""
    by_day = futures.shadow.mean((0, 1))
    assert by_day[0] == pytest.approx(5.5 / 213, rel=0.15)
    assert by_day[1] == pytest.approx(0.5 / 213, rel=0.5)


def test_no_act_of_the_shadow_war_counts_as_a_next_act(futures: Futures) -> None:
    """What is customary is no rung of the main stream, save where a side went beyond it."""
    usual = futures.history.rungs.usual
    assert usual is not None
    customary = futures.rung[futures.mark >= 0] == usual
    assert not customary.any()


def test_a_run_of_force_is_a_campaign(run: Run) -> None:
    run_of_force = [act(f"f{n}", n, "southland", "strike-home") for n in range(12)]
    history = from_record(invent(run_of_force), OPENS + timedelta(days=11))
    found = run(history)
    second = history.sides.index("south")
    own = found.rung[found.mark == 3 * second + 2]
    assert (own == history.rungs.campaign).mean() > 0.5
    calm = run(from_record(invent([act("a", 0, "southland")]), OPENS))
    assert (calm.rung[:, 0] != calm.history.rungs.campaign).all()


# Simulation and likelihood: the same model, used twice.


def expected(history: History, parameters: Parameters, days: int) -> tuple[np.ndarray, np.ndarray]:
    """Work out, without simulating, the chance of no act by each day, and of each mark first.

    Postures are held (no drift); arrays are (days, draws) and (days, 8, draws).
    """
    values, start = on_last_axis(parameters), begin(history, parameters)
    regime, first, second = (
        jnp.asarray(axis.reshape(-1, 1)) for axis in np.meshgrid(*[np.arange(3)] * 3, indexing="ij")
    )
    weights = (start.regime[:, None, None] * start.posture[None]).reshape(27, -1)
    wide = jax.tree.map(lambda array: jnp.expand_dims(array, -2), (values, start.standing))
    unseen = Hidden(regime, jnp.stack([first, second]))

    @jax.jit
    def hazards(draw: Draw, standing: Standing, day: jax.Array) -> jax.Array:
        tempo = start.tempo[None]
        given = Setting(
            along(signals_on(day, *history.signals), tempo),
            along(jnp.asarray(history.nuclear), tempo),
            along(jnp.asarray(history.democracy), tempo),
            start.resolve[:, None],
            tempo,
        )
        later = pass_days(standing, jnp.float32(day))
        return jnp.exp(log_hazard(draw, later, unseen, given))

    alive, none, marks = jnp.ones_like(weights), [], []
    for day in range(1, days + 1):
        each = hazards(*wide, jnp.int32(day))
        whole = each.sum(0)
        acts = alive * -jnp.expm1(-whole)
        marks.append(np.asarray((weights * acts * each / whole).sum(1)))
        alive = alive * jnp.exp(-whole)
        none.append(np.asarray((weights * alive).sum(0)))
    return np.array(none), np.array(marks)


BINS = ((1, 1), (2, 3), (4, 7), (8, 14), (15, 30))
MANY = 100_000


@pytest.mark.parametrize(
    "which", ["invented_history", pytest.param("shipped_history", marks=pytest.mark.slow)]
)
def test_simulated_frequencies_are_the_models_probabilities(
    which: str, request: pytest.FixtureRequest, run: Run, parameters: Parameters
) -> None:
    history: History = request.getfixturevalue(which)
    still = parameters.replace("posture.days", 1e12)
    none, marks = (array.mean(-1) for array in expected(history, still, 30))
    found = run(history, parameters=still, draws=MANY)
    first = np.where((found.mark[..., 0] >= 0).any(1), (found.mark[..., 0] >= 0).argmax(1), 30)

    def check(chance: float, frequency: float, what: str) -> None:
        error = np.sqrt(max(chance * (1 - chance), 1e-5) / MANY)
        assert abs(frequency - chance) < 4.5 * error, what
        assert abs(frequency - chance) < 0.005, what

    check(1 - none[0], (first == 0).mean(), "any act on day 1")
    for mark in range(8):
        by_mark = found.mark[:, 0, 0] == mark
        check(marks[0][mark], by_mark.mean(), f"mark {mark} on day 1")
        in_time = found.mark[np.arange(MANY), np.minimum(first, 29), 0] == mark
        check(marks[:, mark].sum(), (in_time & (first < 30)).mean(), f"mark {mark} first")
    for low, high in BINS:
        before = none[low - 2] if low > 1 else 1.0
        share = ((first >= low - 1) & (first <= high - 1)).mean()
        check(before - none[high - 1], share, f"first act on days {low} to {high}")


def test_the_likelihood_of_a_mark_is_the_chance_with_which_it_is_simulated(
    invented_history: History, parameters: Parameters
) -> None:
    """What the filter says of an act on the next day, draw by draw."""
    still = parameters.replace("posture.days", 1e12)
    values = on_last_axis(still)
    traits = Traits(invented_history.nuclear, invented_history.democracy)
    events, count = invented_history.events, len(invented_history.acts)
    likely: list[np.ndarray] = []
    for mark in range(8):
        arrays = {name: np.array(array) for name, array in events._asdict().items()}
        arrays["day"][count:], arrays["mark"][count], arrays["valid"][count] = 1, mark, 1.0
        evidence = read(values, type(events)(**arrays), invented_history.signals, traits).evidence
        likely.append(np.exp(np.asarray(evidence[count] - evidence[count - 1])))
    _, (day_1,) = expected(invented_history, still, 1)
    assert sum(likely) == pytest.approx(np.ones(200), abs=1e-4)
    # An act on the day says a little of the postures, by what holds them back; the filter
    # takes a posture to bear on who and what, and not on when.
    assert np.abs(np.stack(likely) - day_1 / day_1.sum(0)).mean() < 0.005


def test_every_draw_starts_from_beliefs_that_sum_to_one(
    shipped_history: History, parameters: Parameters
) -> None:
    start = begin(shipped_history, parameters)
    assert np.allclose(start.regime.sum(0), 1.0, atol=1e-5)
    assert np.allclose(start.posture.sum((0, 1)), 1.0, atol=1e-5)
    assert np.allclose(start.channels.sum(0), 1.0, atol=1e-5)
    assert np.allclose(start.rungs.sum(0), 1.0, atol=1e-5)
    assert (np.asarray(start.shadow) > 0).all()
    assert ((np.asarray(start.resolve) > 0) & (np.asarray(start.resolve) < 1)).all()
    assert int(start.standing.since.max()) == shipped_history.days_since_last


@pytest.mark.slow
def test_a_history_with_a_full_table_stands_on_its_as_of_date(parameters: Parameters) -> None:
    """A table without an empty row would stop at the last act, and count no days since."""
    days = [n // 4 for n in range(padded(1))]
    record = invent([act(f"a{n}", day) for n, day in enumerate(days)])
    start = begin(from_record(record, OPENS + timedelta(days=days[-1] + 10)), parameters)
    assert set(np.asarray(start.standing.since).ravel().tolist()) == {10}


def test_a_busier_record_runs_faster(parameters: Parameters) -> None:
    def tempo(step: int) -> float:
        acts = [act(f"a{n}", step * n, by) for n, by in enumerate(["northland", "southland"] * 10)]
        as_of = OPENS + timedelta(days=step * 19 + 1)
        return float(np.mean(begin(from_record(invent(acts), as_of), parameters).tempo))

    assert tempo(1) > tempo(9)


def test_the_shadow_wars_pace_follows_its_count(parameters: Parameters) -> None:
    def pace(count: int) -> np.ndarray:
        more = [
            act(f"s{n}", n % 13, "guard", "shadow-attack", channel="proxy") for n in range(count)
        ]
        history = from_record(invent([*CRISIS, *more]), OPENS + timedelta(days=13))
        assert (history.events.stream == SHADOW).sum() == 7 + count
        return np.asarray(begin(history, parameters).shadow)

    few, many = pace(1), pace(20)
    assert (many[0] > few[0]).all()
    assert np.array_equal(many[1], few[1])


@pytest.mark.slow
def test_five_thousand_acts(parameters: Parameters, run: Run) -> None:
    acts = [
        act(
            f"a{n}",
            n // 3 - 1700,
            ("northland", "southland")[n % 2],
            ("display", "strike-abroad")[n % 3 > 0],
        )
        for n in range(5000)
    ]
    history = from_record(invent(acts), OPENS)
    found = run(history, draws=200)
    assert len(history.acts) == 5000
    assert found.mark.shape == (200, 30, 2)
    assert np.isfinite(np.asarray(begin(history, parameters).tempo)).all()


@pytest.mark.parametrize("kind", ["one side", "clashes", "shadow war alone"])
def test_records_of_an_odd_shape_can_be_run(kind: str, run: Run) -> None:
    acts = {
        "one side": [act("a", 0), act("b", 2, rung="strike-home")],
        "clashes": [act("a", 0, rung="strike-abroad", mutual="yes")],
        "shadow war alone": CRISIS[:6],
    }[kind]
    found = run(from_record(invent(acts), OPENS + timedelta(days=3)))
    assert (found.mark >= 0).any()
    actors = set((found.mark[found.mark >= 0] // 3).tolist())
    assert actors == {0, 1, MUTUAL}


@pytest.mark.parametrize("seed", [-1, 2**31])
def test_a_seed_that_cannot_be_used_is_refused(
    invented_history: History, parameters: Parameters, seed: int
) -> None:
    with pytest.raises(UsageError, match="seed"):
        simulate(invented_history, parameters, 1, 200, seed)
