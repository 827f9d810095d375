"""Where a confrontation stands, and how acts and days change that."""

import jax.numpy as jnp
from jax import Array

from offramp.history import MUTUAL
from offramp.model._axes import along
from offramp.model._provocation import provocation
from offramp.model._standing_types import Deed, Draw, Standing

HALF_LIVES = (15.0, 120.0)
"""Days after which half of a stock is forgotten; momentum rests on these two."""

STING_HALF_LIFE, GRIEVANCE_HALF_LIFE = 15.0, 120.0
"""Days: how fast the sting of a provocation and the grievance that it leaves fade."""

LEAKAGE_PRIOR = (1.5, 3.0)
"""Beta prior of the share of a side's salvo that gets through: a third, and wide."""

SALVO_WEIGHT = 5.0
"""How many independent trials one salvo counts as: munitions of a night share their luck."""


def at_peace(batch: tuple[int, ...] = ()) -> Standing:
    """Give the standing before any act.

    Examples
    --------
    >>> at_peace((5,)).stocks.shape
    (8, 2, 5)
    """
    zero, two = jnp.zeros(batch, jnp.int32), jnp.zeros((2, *batch))
    leakage = along(jnp.array([LEAKAGE_PRIOR, LEAKAGE_PRIOR]), zero)
    return Standing(
        last_kind=zero, last_actor=zero + MUTUAL, since=zero, k=zero, opener=zero + MUTUAL,
        stocks=jnp.zeros((8, 2, *batch)), sting=two, grievance=two, pressure=two, acted=two,
        non_state=two, leakage=jnp.broadcast_to(leakage, (2, 2, *batch)),
    )  # fmt: skip


def pass_days(standing: Standing, days: Array) -> Standing:
    """Let days pass without an act: stocks fade, the clock runs."""
    slow = jnp.exp2(-days / GRIEVANCE_HALF_LIFE)
    fades = jnp.exp2(-days / along(jnp.array(HALF_LIVES), standing.since))
    return standing._replace(
        since=standing.since + jnp.asarray(days, jnp.int32),
        stocks=standing.stocks * fades,
        sting=standing.sting * jnp.exp2(-days / STING_HALF_LIFE),
        grievance=standing.grievance * slow,
        pressure=standing.pressure * slow,
    )


def suffer(draw: Draw, standing: Standing, deed: Deed) -> Standing:
    """Lay an act on the side that suffers it, and ease the side that answers by it.

    Acts of the shadow war do this and no more; they leave tempo and momentum alone.
    """
    actor = actor_of(deed.mark)
    is_maker = along(jnp.arange(2), standing.since) == actor
    mutual = actor == MUTUAL
    made = jnp.where(mutual, 0.5, is_maker)
    felt = jnp.where(mutual, 0.5, ~is_maker)
    weight = provocation(draw, deed)
    trials = jnp.where((deed.exposed >= 0) & is_maker, SALVO_WEIGHT, 0.0)
    through = jnp.stack([trials * deed.exposed, trials * (1.0 - deed.exposed)], axis=1)
    return standing._replace(
        sting=jnp.maximum(standing.sting, felt * weight),
        grievance=standing.grievance + felt * weight,
        pressure=jnp.maximum(standing.pressure - made * weight, 0.0) + felt * weight,
        non_state=jnp.where(felt > 0, deed.non_state, standing.non_state),
        leakage=standing.leakage + through,
    )


def happen(draw: Draw, standing: Standing, deed: Deed) -> Standing:
    """Let an act outside the shadow war happen."""
    actor = actor_of(deed.mark)
    mutual = actor == MUTUAL
    after = suffer(draw, standing, deed)
    is_maker = along(jnp.arange(2), standing.since) == actor
    force = mutual | (is_maker & (deed.mark % 3 == 2))
    counted = (along(jnp.arange(8), standing.since) == deed.mark)[:, None]
    return after._replace(
        last_kind=jnp.where(mutual, deed.mark - 3, deed.mark % 3),
        last_actor=actor,
        since=jnp.zeros_like(standing.since),
        opener=jnp.where(standing.k == 0, actor, standing.opener),
        k=standing.k + 1,
        stocks=standing.stocks + counted,
        acted=jnp.maximum(standing.acted, force),
    )


def actor_of(mark: Array) -> Array:
    """Tell whose mark it is: the first side, the second, or both."""
    return mark // 3
