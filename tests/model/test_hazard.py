"""The log-hazard: a rate, a choice that sums to one, and dials outside that choice."""

from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from offramp.history import FIRST, SECOND, SIGNAL_KINDS
from offramp.model import (
    TERMS,
    Draw,
    Hidden,
    Setting,
    Standing,
    choice,
    contributions,
    dials,
    log_hazard,
    rate,
)

from .conftest import deed, hidden, setting, turned

hazard, chances, held, apart, pace = map(jax.jit, (log_hazard, choice, dials, contributions, rate))
OF = {FIRST: [0, 1, 2], SECOND: [3, 4, 5]}
SWAPPED = jnp.array([3, 4, 5, 0, 1, 2, 6, 7])


def wide(tree: Any) -> Any:
    """Add a batch axis, for 200 draws at once."""
    return jax.tree.map(lambda array: jnp.asarray(array)[..., None], tree)


Scene = tuple[Standing, Hidden, Setting]


@pytest.fixture(
    scope="module", params=["peace", "one threat", "answered raid", "long war", "all said"]
)
def scene(request: pytest.FixtureRequest, after: Callable[..., Standing]) -> Scene:
    everything = dict.fromkeys(SIGNAL_KINDS, (0.3, 0.6))
    raid = deed(2, sovereign=1.0, leader=0.75, log_dead=2.0, non_state=1.0, exposed=0.1)
    return {
        "peace": (after(), hidden(2, 0, 0), setting()),
        "one threat": (after(0, days=3), hidden(0, 1, 2), setting()),
        "answered raid": (after(raid, 5, days=9), hidden(1, 2, 0), setting(nuclear=(0, 1))),
        "long war": (after(*[7, 6, 2, 5] * 15, days=60), hidden(0, 2, 2), setting(tempo=1.0)),
        "all said": (
            after(raid, 1, days=1), hidden(1, 1, 1),
            setting((1, 1), (0, 1), (0.9, 0.2), -1.0, **everything),
        ),
    }[request.param]  # fmt: skip


def test_if_an_act_comes_the_chances_of_all_marks_sum_to_one(draws: Draw, scene: Scene) -> None:
    found = np.exp(np.asarray(chances(draws, *wide(scene))))
    assert found.shape == (8, 200)
    assert found.sum(0) == pytest.approx(np.ones(200), abs=1e-5)
    assert (found > 0).all()


def test_terms_sum_to_the_log_hazard(draws: Draw, scene: Scene) -> None:
    parts = apart(draws, *wide(scene))
    whole = np.asarray(hazard(draws, *wide(scene)))
    assert np.allclose(sum(np.asarray(part) for part in parts.values()), whole, atol=2e-4)
    assert set(parts) == {term.name for term in TERMS} | {"share"}
    assert np.isfinite(whole).all()


def test_the_log_hazard_is_rate_choice_and_dials(draws: Draw, scene: Scene) -> None:
    seen = wide(scene)
    whole = pace(draws, *seen) + chances(draws, *seen) + held(draws, *seen)
    assert np.allclose(hazard(draws, *seen), whole, atol=1e-4)


def test_threats_and_displays_bear_no_dial(draws: Draw, scene: Scene) -> None:
    found = np.asarray(held(draws, *wide(scene)))
    assert (found[[0, 1, 3, 4]] == 0).all()
    assert np.allclose(found[6], (found[2] + found[5]) / 2, atol=1e-6)
    assert np.array_equal(found[6], found[7])


@pytest.mark.parametrize("name", [p.name for t in TERMS if t.part == "dial" for p in t.priors])
def test_dials_stand_outside_the_softmax(centre: Draw, scene: Scene, name: str) -> None:
    """A dial moves no chance of who and what, no pace, and no threat or display."""
    before, now = turned(centre, name, 0.0), turned(centre, name, -2.0)
    assert np.array_equal(chances(before, *scene), chances(now, *scene))
    assert np.array_equal(pace(before, *scene), pace(now, *scene))
    calm = np.array([0, 1, 3, 4])
    assert np.array_equal(hazard(before, *scene)[calm], hazard(now, *scene)[calm])


@pytest.mark.parametrize("side", [FIRST, SECOND])
@pytest.mark.parametrize("kind", ["restraint", "mediation"])
def test_holding_one_side_back_leaves_the_other_as_it_was_to_the_bit(
    draws: Draw, scene: Scene, side: int, kind: str
) -> None:
    standing, unseen, given = scene
    strong = turned(draws, f"{kind}.force", -2.0)
    row = SIGNAL_KINDS.index(kind)
    loose = given._replace(signals=given.signals.at[row].set(0.0))
    tight = given._replace(signals=loose.signals.at[row, side].set(0.9))
    before = np.asarray(hazard(strong, *wide((standing, unseen, loose))))
    now = np.asarray(hazard(strong, *wide((standing, unseen, tight))))
    assert np.array_equal(now[OF[1 - side]], before[OF[1 - side]])
    assert np.array_equal(now[OF[side]][:2], before[OF[side]][:2])
    assert now[OF[side]][2] == pytest.approx(before[OF[side]][2] - 1.8, abs=1e-4)
    assert (now[6:] < before[6:]).all(), "what takes two is held back by half"


def test_relabelling_the_sides_swaps_the_hazards(draws: Draw, scene: Scene) -> None:
    standing, unseen, given = scene
    mirrored = (_swap_standing(standing), _swap(unseen), _swap_setting(given))
    there, back = hazard(draws, *wide(scene)), hazard(draws, *wide(mirrored))
    assert np.allclose(there, back[SWAPPED], atol=1e-5)


def test_the_sides_differ_where_their_scenes_do(
    centre: Draw, after: Callable[..., Standing]
) -> None:
    opened = turned(centre, "opener.weight", 3.0)
    found = np.asarray(hazard(opened, after(2, 2, 2), hidden(), setting()))
    assert abs(found[2] - found[5]) > 0.1


def test_a_faster_record_is_faster_in_every_mark_alike(centre: Draw, scene: Scene) -> None:
    standing, unseen, given = scene
    faster = given._replace(tempo=given.tempo + 0.7)
    gain = hazard(centre, standing, unseen, faster) - hazard(centre, standing, unseen, given)
    assert np.allclose(gain, 0.7, atol=1e-5)


def _swap_standing(standing: Standing) -> Standing:
    def other(actor: jax.Array) -> jax.Array:
        return jnp.where(actor == 2, 2, 1 - actor)

    return standing._replace(
        last_actor=other(standing.last_actor),
        opener=other(standing.opener),
        stocks=standing.stocks[SWAPPED],
        **{
            name: getattr(standing, name)[::-1]
            for name in ("sting", "grievance", "pressure", "acted", "non_state", "leakage")
        },
    )


def _swap(unseen: Hidden) -> Hidden:
    return unseen._replace(posture=unseen.posture[::-1])


def _swap_setting(given: Setting) -> Setting:
    return given._replace(
        signals=given.signals[:, ::-1],
        nuclear=given.nuclear[::-1],
        democracy=given.democracy[::-1],
        resolve=given.resolve[::-1],
    )
