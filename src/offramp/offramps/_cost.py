"""What a plan costs those who must make it, in the model's own terms."""

from dataclasses import dataclass

import jax
import jax.numpy as jnp
import numpy as np

from offramp.answers import World
from offramp.futures import on_last_axis
from offramp.history import SIGNAL_KINDS
from offramp.model import (
    Draw,
    Setting,
    Standing,
    drift,
    expected_answer,
    pass_days,
    resolve,
    setting_at,
    signals_on,
    unanswered,
)

IN_FORCE = 0.1
"""A vow that has faded below this binds nobody."""


@dataclass(frozen=True)
class Cost:
    """What holding costs a side.

    Attributes
    ----------
    side : str
    days : int
        For how long it holds, or keeps its word.
    unanswered : float
        Provocation that it leaves unanswered at the end, in plain uses of force.
    vows : tuple of str
        Its own vows and threats in force, which it leaves unfulfilled, by id.
    fear : float
        How much less the other side expects of its answer at the end, in standard deviations.
    """

    side: str
    days: int
    unanswered: float
    vows: tuple[str, ...]
    fear: float

    @property
    def weight(self) -> float:
        """One figure for a picture: provocation unanswered, and one for each vow broken."""
        return self.unanswered + len(self.vows)


def cost(world: World, side: int, days: int) -> Cost:
    """Weigh what a side gives up by using no force for some days.

    Parameters
    ----------
    world : World
        With the plan in it: framing eases what is left unanswered.
    side : int
    days : int

    Returns
    -------
    Cost
    """
    left, before, after = _left(
        on_last_axis(world.parameters), world.start.standing, world.start.posture,
        np.int32(days), _setting(world, 1), _setting(world, days),
    )  # fmt: skip
    return Cost(
        side=world.history.sides[side],
        days=days,
        unanswered=float(np.mean(np.asarray(left)[side])),
        vows=_vows(world, side),
        fear=float(np.mean(np.asarray(before - after)[1 - side])),
    )


def _setting(world: World, day: int) -> Setting:
    start = world.start
    return setting_at(
        jnp.int32(day), world.history.signals, world.traits, start.posture, jnp.asarray(start.tempo)
    )._replace(resolve=start.resolve)


@jax.jit
def _left(
    values: Draw, standing: Standing, posture: jax.Array, days: jax.Array, now: Setting,
    then: Setting,
) -> tuple[jax.Array, jax.Array, jax.Array]:  # fmt: skip
    later = pass_days(standing, days.astype(jnp.float32))
    calmer = then._replace(resolve=resolve(drift(values, posture, days.astype(jnp.float32))))
    return unanswered(later, then), expected_answer(standing, now), expected_answer(later, calmer)


def _vows(world: World, side: int) -> tuple[str, ...]:
    """List a side's vows and threats that nothing has made good and that have not faded."""
    signals, found = world.history.signals, list[str]()
    kinds = [SIGNAL_KINDS.index(kind) for kind in ("vow", "threat")]
    for row, name in enumerate(world.history.said):
        if signals.side[row] != side or signals.kind[row] not in kinds:
            continue
        alone = [np.asarray(column[row : row + 1]) for column in signals]
        strength = np.asarray(signals_on(jnp.int32(1), *map(jnp.asarray, alone)))
        if strength[signals.kind[row], side] >= IN_FORCE:
            found.append(name)
    return tuple(dict.fromkeys(found))
