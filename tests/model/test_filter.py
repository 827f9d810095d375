"""Reading a history forward: what is believed of the hidden, act by act."""

from collections.abc import Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from offramp.history import BIN_STARTS, HORIZON, MAIN, SHADOW, Events, History, Signals, padded
from offramp.model import (
    PRIOR_SHARES,
    Beliefs,
    Draw,
    Traits,
    after_silence,
    first_regime,
    log_chances_of_bins,
    next_regime,
    read,
    read_last,
    resolve,
    setting_at,
)
from offramp.model._filter import expected_acts

from .conftest import as_judged, turned

Row = tuple[int, int, dict[str, float]]
SIZE = padded(1)
PATIENT, ASSERTIVE = 0, 2
BURSTS, SLOW = 0, 2


WHOLE = ("day", "mark", "deed", "stream", "renews", "change")


def events(*rows: Row, size: int = SIZE) -> Events:
    """Lay out acts, each (day, mark, what else it carries); the rest is padding on day 0."""
    table: dict[str, Any] = {
        name: np.zeros(size, np.int32 if name in WHOLE else np.float32) for name in Events._fields
    }
    table["exposed"][:] = -1.0
    for index, (day, mark, more) in enumerate(rows):
        table["day"][index], table["mark"][index], table["valid"][index] = day, mark, 1.0
        for name, value in more.items():
            table[name][index] = value
    return Events(**table)


def silence() -> Signals:
    zero = np.zeros(SIZE, np.int32)
    return Signals(zero, zero, zero, zero, np.zeros(SIZE, np.float32))


def traits() -> Traits:
    return Traits(jnp.zeros(2), jnp.zeros(2))


def seen(draws: Draw, rows: Sequence[Row], size: int = SIZE) -> Beliefs:
    return read(draws, events(*rows, size=size), silence(), traits())


def of(history: History, draws: Draw) -> Beliefs:
    given = Traits(jnp.asarray(history.nuclear), jnp.asarray(history.democracy))
    return read(draws, history.events, history.signals, given)


silent = jax.jit(after_silence)


def last(beliefs: Beliefs) -> Beliefs:
    return jax.tree.map(lambda array: array[-1], beliefs)


STORY: tuple[Row, ...] = (
    (-300, 2, {"stream": SHADOW}), (-40, 1, {"renews": 1}), (-36, 5, {"log_dead": 1.4}),
    (-35, 0, {}), (-20, 2, {"sovereign": 1.0, "exposed": 0.1}), (-6, 6, {}), (-6, 4, {}),
)  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [(), STORY, (*STORY, (-3, 2, {"change": -1})), (*STORY, (-3, 6, {"change": 1})),
     tuple((at - SIZE, at % 8, {}) for at in range(SIZE))],
    ids=["nothing", "story", "taken-out", "put-in", "no-padding"],
)  # fmt: skip
def test_the_end_alone_is_the_last_of_all(rows: Sequence[Row], draws: Draw) -> None:
    end = read_last(draws, events(*rows), silence(), traits())
    for whole, alone in zip(
        jax.tree.leaves(last(seen(draws, rows))), jax.tree.leaves(end), strict=True
    ):
        assert np.array_equal(whole, alone)


@pytest.mark.parametrize("which", ["shipped_history", "invented_history"])
def test_beliefs_sum_to_one_after_every_act(
    which: str, request: pytest.FixtureRequest, draws: Draw
) -> None:
    beliefs = of(request.getfixturevalue(which), draws)
    assert np.allclose(beliefs.regime.sum(1), 1.0, atol=1e-5)
    assert np.allclose(beliefs.posture.sum((1, 2)), 1.0, atol=1e-5)
    for part in (beliefs.regime, beliefs.posture):
        assert float(part.min()) >= 0
    assert all(np.isfinite(array).all() for array in jax.tree.leaves(beliefs))
    assert (np.diff(beliefs.evidence, axis=0) <= 1e-5).all()
    assert (np.diff(beliefs.timing, axis=0) <= 1e-5).all()
    assert (np.diff(beliefs.expected, axis=0) >= -1e-5).all()


def test_before_any_act_the_prior_is_believed(draws: Draw) -> None:
    nothing = last(seen(draws, []))
    assert np.allclose(nothing.posture.sum(1)[..., 0], PRIOR_SHARES, atol=1e-6)
    assert np.allclose(nothing.regime, first_regime(draws), atol=1e-6)
    assert float(jnp.abs(nothing.evidence).max()) == float(jnp.abs(nothing.timing).max()) == 0.0
    assert np.allclose(resolve(nothing.posture), 1 - PRIOR_SHARES[PATIENT], atol=1e-6)


def test_later_acts_leave_earlier_beliefs_as_they_were(draws: Draw) -> None:
    whole, cut = seen(draws, STORY), seen(draws, [*STORY[:4], (-1, 5, {"leader": 1.0})])
    for one, other in zip(jax.tree.leaves(whole), jax.tree.leaves(cut), strict=True):
        assert np.array_equal(one[:4], other[:4])
    assert not np.array_equal(whole.posture[5], cut.posture[5])


@pytest.mark.parametrize("place", [1, 4, len(STORY)])
def test_a_question_on_the_day_of_an_act_changes_nothing(draws: Draw, place: int) -> None:
    """An event that is not valid only asks what is believed at the end of its day."""
    question = (STORY[place - 1][0], 7, {"valid": 0.0, "leader": 1.0, "renews": 1})
    plain = seen(draws, STORY)
    asked = seen(draws, [*STORY[:place], question, *STORY[place:]])
    for one, other in zip(jax.tree.leaves(plain), jax.tree.leaves(asked), strict=True):
        assert np.array_equal(one[-1], other[-1])
        assert np.array_equal(one[place - 1], other[place])


@pytest.mark.parametrize("day", [-200, -30, -10, -1])
def test_a_question_between_acts_changes_nothing(draws: Draw, day: int) -> None:
    rows = sorted([*STORY, (day, 7, {"valid": 0.0})], key=lambda row: row[0])
    plain, asked = last(seen(draws, STORY)), last(seen(draws, rows))
    for one, other in zip(jax.tree.leaves(plain), jax.tree.leaves(asked), strict=True):
        assert np.allclose(one, other, rtol=2e-4, atol=1e-5)


@pytest.mark.slow
def test_more_padding_changes_nothing(draws: Draw) -> None:
    short, long = last(seen(draws, STORY, size=SIZE // 2)), last(seen(draws, STORY))
    for one, other in zip(jax.tree.leaves(short), jax.tree.leaves(long), strict=True):
        assert np.allclose(one, other, rtol=1e-5, atol=1e-6)


def test_the_chances_of_what_comes_next_sum_to_one(draws: Draw) -> None:
    """The evidence of each mark that could come next, over all marks."""
    before = last(seen(draws, STORY)).evidence
    chances = sum(
        np.exp(np.asarray(last(seen(draws, [*STORY, (0, mark, {})])).evidence - before))
        for mark in range(8)
    )
    assert chances == pytest.approx(np.ones(200), abs=1e-4)


def test_the_chances_of_when_it_comes_sum_to_one(draws: Draw) -> None:
    """The timing of a next act in each bin, and of one that comes too late, over all of them."""
    before = last(seen(draws, STORY)).timing
    then = STORY[-1][0]
    chances = sum(
        np.exp(np.asarray(last(seen(draws, [*STORY, (then + days, 2, {})])).timing - before))
        for days in (*BIN_STARTS, HORIZON + 1)
    )
    assert chances == pytest.approx(np.ones(200), abs=1e-4)


def test_days_within_a_bin_are_alike(draws: Draw) -> None:
    """Such days are often the coders' guess."""
    then = STORY[-1][0]
    some, other = (last(seen(draws, [*STORY, (then + days, 2, {})])) for days in (15, 30))
    assert np.allclose(some.timing, other.timing, atol=1e-5)
    assert np.allclose(some.regime, other.regime, atol=1e-5)


def test_chances_of_bins_sum_to_one_whatever_the_hazards() -> None:
    hazards = jnp.exp(jnp.linspace(-9.0, 3.9, 8 * 3 * 5).reshape(8, 3, 5))
    assert jnp.exp(log_chances_of_bins(hazards)).sum(0) == pytest.approx(np.ones((3, 5)), abs=1e-5)


def test_chances_of_regimes_sum_to_one(draws: Draw) -> None:
    first = first_regime(draws)
    after = next_regime(draws, first)
    assert first.sum(0) == pytest.approx(np.ones(200), abs=1e-5)
    assert after.sum(0) == pytest.approx(np.ones(200), abs=1e-5)
    still = {
        **draws,
        "tempo.transition": jnp.broadcast_to(50.0 * jnp.eye(3)[..., None], (3, 3, 200)),
    }
    assert np.allclose(next_regime(still, first), first, atol=1e-6)


def test_the_shadow_war_says_nothing_of_tempo_or_posture(draws: Draw) -> None:
    plain = last(seen(draws, STORY))
    with_shadow = last(seen(draws, [*STORY, (-1, 5, {"stream": SHADOW, "log_dead": 2.0})]))
    for name in ("regime", "posture", "acts", "expected", "evidence", "timing"):
        assert np.allclose(getattr(plain, name), getattr(with_shadow, name), rtol=1e-4, atol=1e-6)
    grown = with_shadow.standing.grievance[0] - plain.standing.grievance[0]
    assert float(grown.min()) > 0
    assert MAIN != SHADOW


def test_a_confrontation_that_opens_anew_begins_anew(draws: Draw) -> None:
    anew = last(seen(draws, [*STORY, (0, 1, {"renews": 1})]))
    assert np.allclose(anew.regime, first_regime(draws), atol=1e-6)
    assert set(np.asarray(anew.standing.k).ravel().tolist()) == {1}
    assert set(np.asarray(anew.standing.opener).ravel().tolist()) == {0}
    assert float(jnp.abs(anew.acts - last(seen(draws, STORY)).acts).max()) == 0.0


def test_force_again_and_again_speaks_for_an_assertive_side(draws: Draw) -> None:
    rows = [(3 * n - 60, 2 if n % 2 else 4, {}) for n in range(20)]
    posture = last(seen(as_judged(draws, "posture"), rows)).posture.mean(-1)
    first, second = posture.sum(1), posture.sum(0)
    assert float(first[ASSERTIVE]) > PRIOR_SHARES[ASSERTIVE]
    assert float(first[ASSERTIVE]) > float(second[ASSERTIVE])
    sure = resolve(posture)
    assert float(sure[0]) > float(sure[1])


def test_acts_on_each_others_heels_speak_for_bursts(draws: Draw) -> None:
    draws = as_judged(draws, "tempo")
    fast = last(seen(draws, [(n // 3 - 5, 2 + 3 * (n % 2), {}) for n in range(12)])).regime.mean(-1)
    slow = last(seen(draws, [(50 * (n - 12), 2 + 3 * (n % 2), {}) for n in range(12)]))
    assert float(fast[BURSTS]) > float(slow.regime.mean(-1)[BURSTS])


def test_postures_drift_back_to_the_prior_where_nothing_is_heard(draws: Draw) -> None:
    draws, rows = as_judged(draws, "posture"), [(3 * n - 4000, 2, {}) for n in range(20)]
    beliefs = seen(draws, rows)
    then, now = (beliefs.posture[row].sum(1).mean(-1) for row in (19, -1))
    assert np.abs(now - np.array(PRIOR_SHARES)).max() < np.abs(then - np.array(PRIOR_SHARES)).max()
    for_ever = seen(turned(draws, "posture.days", 1e12), rows)
    assert np.allclose(for_ever.posture[19], for_ever.posture[-1], atol=1e-6)


def test_silence_speaks_for_a_slow_tempo_and_never_for_a_posture(draws: Draw) -> None:
    draws, slow = as_judged(draws, "tempo"), list[float]()
    for days in (1, 10, 40, 120):
        beliefs = last(seen(draws, [(-days - 4, 1, {}), (-days, 5, {})]))
        given = setting_at(jnp.int32(0), silence(), traits(), beliefs.posture, draws["pace.era"])
        regime, expected = silent(draws, beliefs, given)
        assert np.allclose(regime.sum(0), 1.0, atol=1e-5)
        assert (np.asarray(expected) >= np.asarray(beliefs.expected)).all()
        slow.append(float(regime.mean(-1)[SLOW]))
    assert slow == sorted(slow)
    assert slow[-1] > slow[0] + 0.05


def test_acts_expected_add_up_over_the_bins() -> None:
    """One act a day is expected: as many before a day as days before it, and one on it."""
    flat = jnp.ones((8, 3, 6))
    days = jnp.array([0, 1, 3, 30, 200, 2000])
    before, on = expected_acts(flat, days)
    assert np.allclose(before, days)
    assert np.allclose(on, 1.0)


def test_each_bin_has_its_own_hazard() -> None:
    hazards = jnp.broadcast_to(jnp.arange(8.0)[:, None, None], (8, 3, 5))
    _, on = expected_acts(hazards, jnp.array([0, 2, 3, 15, 500]))
    assert on[0].tolist() == [0.0, 2.0, 2.0, 5.0, 7.0]
