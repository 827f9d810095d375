"""Where a confrontation stands, and how acts and days change that."""

import jax.numpy as jnp
from jax import Array

from offramp.history import MUTUAL
from offramp.model._axes import along
from offramp.model._bins import NO_GAP, gap_bin
from offramp.model._provocation import provocation
from offramp.model._standing_types import Deed, Draw, Standing

HALF_LIVES = (2.0, 15.0, 120.0)
"""Days after which half of a stock is forgotten; momentum rests on these three."""

DAYS, WEEKS, MONTHS = range(len(HALF_LIVES))

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
    (8, 3, 5)
    """
    zero, two = jnp.zeros(batch, jnp.int32), jnp.zeros((2, *batch))
    leakage = along(jnp.array([LEAKAGE_PRIOR, LEAKAGE_PRIOR]), zero)
    return Standing(
        last_kind=zero, last_actor=zero + MUTUAL, last_deed=zero, last_dead=jnp.zeros(batch),
        since=zero, age=zero, k=zero, opener=zero + MUTUAL,
        gaps=jnp.full((3, *batch), NO_GAP, jnp.int32),
        stocks=jnp.zeros((8, len(HALF_LIVES), *batch)),
        sting=two, grievance=two, pressure=two, acted=two,
        non_state=two, leakage=jnp.broadcast_to(leakage, (2, 2, *batch)),
    )  # fmt: skip


def pass_days(standing: Standing, days: Array) -> Standing:
    """Let days pass without an act: provocations fade, the clock runs."""
    slow = jnp.exp2(-days / GRIEVANCE_HALF_LIFE)
    return standing._replace(
        since=standing.since + jnp.asarray(days, jnp.int32),
        sting=standing.sting * jnp.exp2(-days / STING_HALF_LIFE),
        grievance=standing.grievance * slow,
        pressure=standing.pressure * slow,
    )


def stocks_now(standing: Standing) -> Array:
    """Give the stocks as they stand today, faded since the last act; (8, 3).

    Examples
    --------
    >>> two_days_on = at_peace()._replace(stocks=jnp.ones((8, 3)), since=jnp.int32(2))
    >>> round(float(stocks_now(two_days_on)[0, DAYS]), 3)
    0.5
    """
    return standing.stocks * jnp.exp2(
        -standing.since / along(jnp.array(HALF_LIVES), standing.since)
    )


def opens_anew(standing: Standing) -> Standing:
    """Begin a confrontation: no act of it has come yet; what went before fades by itself."""
    return standing._replace(
        k=jnp.zeros_like(standing.k),
        age=jnp.zeros_like(standing.age),
        gaps=jnp.full_like(standing.gaps, NO_GAP),
    )


def leave_trace(standing: Standing, mark: Array, share: Array) -> Standing:
    """Let momentum keep a share of an act that is taken out.

    Pairs that fight go on fighting for reasons that no act caused. What of its momentum the
    act itself did not cause stays when the act goes.
    """
    counted = (along(jnp.arange(8), standing.since) == mark)[:, None] * share
    spans = standing.since / along(jnp.array(HALF_LIVES), standing.since)
    then = jnp.exp2(jnp.minimum(spans, 60.0))
    return standing._replace(stocks=standing.stocks + counted * then)


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
    counted = (along(jnp.arange(8), standing.since) == deed.mark)[:, None] * deed.counts
    gap = jnp.where(standing.k == 0, NO_GAP, gap_bin(standing.since))
    return after._replace(
        last_kind=jnp.where(mutual, deed.mark - 3, deed.mark % 3),
        last_actor=actor,
        last_deed=deed.deed + jnp.zeros_like(standing.last_deed),
        last_dead=deed.log_dead + jnp.zeros_like(standing.last_dead),
        age=jnp.where(standing.k == 0, 0, standing.age + standing.since),
        gaps=jnp.stack([gap, standing.gaps[0], standing.gaps[1]]),
        since=jnp.zeros_like(standing.since),
        opener=jnp.where(standing.k == 0, actor, standing.opener),
        k=standing.k + 1,
        stocks=stocks_now(standing) + counted,
        acted=jnp.maximum(standing.acted, force),
    )


def actor_of(mark: Array) -> Array:
    """Tell whose mark it is: the first side, the second, or both."""
    return mark // 3
