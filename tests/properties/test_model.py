"""What must hold of the model wherever a confrontation stands."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offramp.history import DEEDS, FIRST, SECOND, SIGNAL_KINDS
from offramp.model import (
    NO_GAP,
    Draw,
    Hidden,
    Setting,
    Standing,
    at_peace,
    choice,
    contributions,
    log_hazard,
    shipped_parameters,
    signals_on,
)
from offramp.model._standing import HALF_LIVES

hazard, chances, apart, in_force = map(jax.jit, (log_hazard, choice, contributions, signals_on))
OF = {FIRST: [0, 1, 2], SECOND: [3, 4, 5]}
SWAPPED = np.array([3, 4, 5, 0, 1, 2, 6, 7])
DIALS = ("restraint", "mediation", "backing")

amount = st.floats(0, 50, width=32)
share = st.floats(0, 1, width=32)
pairs = st.tuples(amount, amount)
flags = st.tuples(st.sampled_from([0.0, 1.0]), st.sampled_from([0.0, 1.0]))


def draw_number(number: int) -> Draw:
    """Take one of the shipped draws."""
    return {name: jnp.asarray(a[number]) for name, a in shipped_parameters().values.items()}


@st.composite
def scenes(draw: st.DrawFn) -> tuple[Standing, Hidden, Setting]:
    """A standing, hidden states and a setting of any kind that can come about, and more."""

    def floats(strategy: st.SearchStrategy[tuple[float, float]]) -> np.ndarray:
        return np.array(draw(strategy), np.float32)

    spans = st.tuples(*[amount] * len(HALF_LIVES))
    stocks = np.array(draw(st.lists(spans, min_size=8, max_size=8)), np.float32)
    standing = at_peace()._replace(
        last_kind=np.int32(draw(st.integers(0, 4))),
        last_actor=np.int32(draw(st.integers(0, 2))),
        last_deed=np.int32(draw(st.integers(0, len(DEEDS) - 1))),
        last_dead=np.float32(draw(st.floats(0, 12, width=32))),
        age=np.int32(draw(st.integers(0, 20_000))),
        gaps=np.array(draw(st.tuples(*[st.integers(0, NO_GAP)] * 3)), np.int32),
        since=np.int32(draw(st.integers(0, 5000))),
        k=np.int32(draw(st.integers(0, 500))),
        opener=np.int32(draw(st.integers(0, 2))),
        stocks=stocks,
        sting=floats(pairs), grievance=floats(pairs), pressure=floats(pairs),
        acted=floats(flags), non_state=floats(flags),
        leakage=1.0 + np.array(draw(st.lists(pairs, min_size=2, max_size=2)), np.float32),
    )  # fmt: skip
    posture = np.array(draw(st.tuples(st.integers(0, 2), st.integers(0, 2))), np.int32)
    both = st.tuples(share, share)
    rows = st.lists(both, min_size=len(SIGNAL_KINDS), max_size=len(SIGNAL_KINDS))
    given_ = Setting(
        signals=np.array(draw(rows), np.float32), nuclear=floats(both), democracy=floats(both),
        resolve=floats(both), tempo=np.float32(draw(st.floats(-3, 3, width=32))),
    )  # fmt: skip
    return standing, Hidden(np.int32(draw(st.integers(0, 2))), posture), given_


numbers = st.integers(0, 199)


@settings(max_examples=60, deadline=None)
@given(numbers, scenes())
def test_chances_sum_to_one_and_terms_to_the_whole(number: int, scene: tuple) -> None:
    draw = draw_number(number)
    whole = np.asarray(hazard(draw, *scene))
    assert np.isfinite(whole).all()
    assert np.exp(np.asarray(chances(draw, *scene), float)).sum() == pytest.approx(1.0, abs=1e-5)
    parts = apart(draw, *scene)
    assert np.allclose(sum(np.asarray(p) for p in parts.values()), whole, rtol=1e-4, atol=1e-3)


@settings(max_examples=60, deadline=None)
@given(numbers, scenes(), st.sampled_from(DIALS), st.sampled_from([FIRST, SECOND]), share)
def test_what_is_said_to_one_side_moves_nothing_of_the_others(
    number: int, scene: tuple, dial: str, side: int, strength: float
) -> None:
    """To the bit, wherever one stands: the other's hazard is its own."""
    standing, hidden, given_ = scene
    signals = np.array(given_.signals)
    signals[SIGNAL_KINDS.index(dial), side] = strength
    draw = draw_number(number)
    before = np.asarray(hazard(draw, *scene))
    now = np.asarray(hazard(draw, standing, hidden, given_._replace(signals=signals)))
    assert np.array_equal(now[OF[1 - side]], before[OF[1 - side]])
    assert np.array_equal(now[OF[side]][:2], before[OF[side]][:2])


@settings(max_examples=60, deadline=None)
@given(numbers, scenes())
def test_relabelling_the_sides_swaps_the_hazards(number: int, scene: tuple) -> None:
    standing, hidden, given_ = scene

    def other(actor: np.ndarray) -> np.ndarray:
        return np.where(actor == 2, 2, 1 - actor).astype(np.int32)

    flipped = {
        name: np.asarray(getattr(standing, name))[::-1]
        for name in ("sting", "grievance", "pressure", "acted", "non_state", "leakage")
    }
    mirrored = standing._replace(
        last_actor=other(standing.last_actor), opener=other(standing.opener),
        stocks=np.asarray(standing.stocks)[SWAPPED], **flipped,
    )  # fmt: skip
    turned = Setting(
        given_.signals[:, ::-1], given_.nuclear[::-1], given_.democracy[::-1],
        given_.resolve[::-1], given_.tempo,
    )  # fmt: skip
    draw = draw_number(number)
    there = np.asarray(hazard(draw, *scene))
    back = np.asarray(hazard(draw, mirrored, hidden._replace(posture=hidden.posture[::-1]), turned))
    assert np.allclose(there, back[SWAPPED], rtol=1e-4, atol=1e-4)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(-400, 40), st.integers(0, len(SIGNAL_KINDS) - 1), st.integers(0, 2),
            st.integers(-400, 1000),
        ),
        max_size=16,
    ),
    st.integers(0, 90),
)  # fmt: skip
def test_signals_weigh_between_nothing_and_all(sent: list[tuple], day: int) -> None:
    rows = np.zeros((16, 4), np.int32)
    rows[: len(sent)] = sent or np.zeros((0, 4))
    valid = (np.arange(16) < len(sent)).astype(np.float32)
    found = np.asarray(in_force(np.int32(day), *rows.T, valid))
    assert found.shape == (len(SIGNAL_KINDS), 2)
    assert (found >= 0).all()
    assert (found <= 1).all()
    spoken = {kind for when, kind, _, ends in sent if when < day <= ends}
    assert set(np.flatnonzero(found.max(1)).tolist()) <= spoken
