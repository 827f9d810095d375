"""Run a crisis forward: many futures, day by day, from where it stands."""

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple, TypeVar

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array
from numpy.typing import NDArray

from offramp._errors import UsageError
from offramp.futures._futures import Futures, unpack
from offramp.futures._given import Given, given_by
from offramp.futures._luck import (
    ACTS,
    AN_ACT,
    CHANNEL,
    LEVEL,
    POSTURE,
    RUNG,
    SAME_DAY,
    SHADOW,
    TEMPO,
    luck,
)
from offramp.futures._start import Start, begin, on_last_axis
from offramp.history import BATTLE, CLASH, CLASH_DEED, MUTUAL, History
from offramp.model import (
    PRIOR_SHARES,
    WEEKS,
    Deed,
    Draw,
    Hidden,
    Parameters,
    Setting,
    Standing,
    along,
    draw_from,
    happen,
    log_hazard,
    pass_days,
    pick,
    signals_on,
    stocks_now,
)

LONGEST = 365
"""Days; further out than a year the model has nothing to say that its base rates do not."""

MOST = 1_000_000

CHUNK_ROUNDS = 25
"""Futures per parameter draw that are run at once; fixed, so that results never depend on it."""

BLOCK_DAYS = 30
"""Days that are run at once; horizons are whole blocks, cut to length."""

WORKERS = 2

CAMPAIGN_RUN = 3.0
"""Own uses of force, decayed with a half-life of 15 days, from which one more is a campaign."""


class _State(NamedTuple):
    standing: Standing
    hidden: Hidden


_Tree = TypeVar("_Tree")


def simulate(
    history: History,
    parameters: Parameters,
    days: int,
    draws: int = 10_000,
    seed: int = 0,
) -> Futures:
    """Run a crisis forward.

    Parameters
    ----------
    history : History
        The crisis as of a date.
    parameters : Parameters
        Draws of the parameters, over which the futures are spread evenly.
    days : int
        How far to run, 1 to `LONGEST`.
    draws : int
        How many futures; rounded up to a multiple of the parameter draws.
    seed : int
        Same seed, same futures, whatever else is asked for.

    Returns
    -------
    Futures

    Raises
    ------
    UsageError
        When `days`, `draws` or `seed` is out of range.

    Examples
    --------
    >>> from offramp.history import from_record
    >>> from offramp.model import shipped_parameters
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> history = from_record(record, record.acts[-1].span.last)
    >>> futures = simulate(history, shipped_parameters(), days=30, draws=1000)
    >>> futures.mark.shape
    (1000, 30, 2)
    """
    check_size(days, draws, seed)
    rounds = -(-draws // parameters.count)
    values, start = on_last_axis(parameters), begin(history, parameters)
    codes = run_on(values, start, given_by(history), days, rounds, seed)
    return unpack(codes.reshape(days, -1).T, history, seed, rounds)


def check_size(days: int, draws: int, seed: int) -> None:
    """Raise UsageError where a run is out of range."""
    if not 1 <= days <= LONGEST:
        raise UsageError(f"A horizon of {days} days cannot be run; choose 1 to {LONGEST} days.")
    if not 1 <= draws <= MOST:
        raise UsageError(f"{draws} futures cannot be run; choose 1 to {MOST:,}.")
    if not 0 <= seed < 2**31:
        raise UsageError(f"A seed of {seed} cannot be used; choose 0 to {2**31 - 1}.")


def run_on(
    values: Draw, start: Start, given: Given, days: int, rounds: int, seed: int
) -> NDArray[np.uint32]:
    """Run futures on from where they start.

    Parameters
    ----------
    values : Draw
        The parameters, with the starts on their last axis, or 1 where all have the same.
    start : Start
        Where they start; the last axis of `tempo` says how many starts there are.
    given : Given
    days, rounds, seed : int
        How far to run, how many futures for each start, and their luck.

    Returns
    -------
    array (days, rounds, starts) of uint32
        Packed days; see `unpack`.
    """

    def chunk(number: int) -> NDArray[np.uint32]:
        first_round = np.int32(number * CHUNK_ROUNDS)
        state = _first(start, np.int32(seed), first_round)
        blocks: list[NDArray[np.uint32]] = []
        for day in range(0, days, BLOCK_DAYS):
            state, codes = _run(
                values, start, given, np.int32(seed), first_round, state, np.int32(day)
            )
            blocks.append(np.asarray(codes))
        return np.concatenate(blocks)[:days]

    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        chunks = list(pool.map(chunk, range(-(-rounds // CHUNK_ROUNDS))))
    return np.concatenate(chunks, axis=1)[:, :rounds]


def _futures(count: int, first_round: Array) -> Array:
    """Number a chunk's futures; shape (rounds, parameter draws)."""
    rounds = first_round + jnp.arange(CHUNK_ROUNDS, dtype=jnp.int32)
    return rounds[:, None] * count + jnp.arange(count, dtype=jnp.int32)


@jax.jit
def _first(start: Start, seed: Array, first_round: Array) -> _State:
    """Draw what is hidden, for each future of a chunk."""
    start = _with_rounds(start)
    futures = _futures(start.tempo.shape[-1], first_round)
    numbers = luck(seed, futures, jnp.int32(0))
    pairs = start.posture.reshape(9, *start.tempo.shape)
    pair = draw_from(pairs, numbers[POSTURE][0])
    hidden = Hidden(
        regime=draw_from(start.regime, numbers[TEMPO]),
        posture=jnp.stack([pair // 3, pair % 3]),
    )
    standing = jax.tree.map(
        lambda array: jnp.broadcast_to(array, (*array.shape[:-2], *futures.shape)), start.standing
    )
    return _State(standing, hidden)


@jax.jit
def _run(
    values: Draw, start: Start, given: Given, seed: Array, first_round: Array,
    state: _State, first_day: Array,
) -> tuple[_State, Array]:  # fmt: skip
    """Run one chunk of futures over one block; returns packed days (days, rounds, draws)."""
    values, start = _with_rounds(values), _with_rounds(start)
    futures = _futures(start.tempo.shape[-1], first_round)

    def one_day(state: _State, day: Array) -> tuple[_State, Array]:
        setting = Setting(
            along(signals_on(day, *given.signals), start.tempo),
            along(given.traits.nuclear, start.tempo),
            along(given.traits.democracy, start.tempo),
            start.resolve,
            start.tempo,
        )
        return _day(values, start, state, luck(seed, futures, day), setting, given, day)

    return jax.lax.scan(one_day, state, first_day + jnp.arange(1, BLOCK_DAYS + 1))


def _with_rounds(tree: _Tree) -> _Tree:
    """Put an axis for the rounds before that of the parameter draws."""
    return jax.tree.map(lambda array: jnp.expand_dims(array, -2), tree)


def _day(
    draw: Draw, start: Start, state: _State, numbers: Array, setting: Setting, given: Given,
    day: Array,
) -> tuple[_State, Array]:  # fmt: skip
    posture = _drift(draw, state.hidden.posture, numbers[POSTURE])
    state = _State(
        pass_days(state.standing, jnp.float32(1.0)), state.hidden._replace(posture=posture)
    )

    def slot(carry: tuple[_State, Array], own: Array) -> tuple[tuple[_State, Array], Array]:
        state, code = _act(draw, start, carry[0], own, setting, given, carry[1], day)
        return (state, code > 0), code

    # A second act on the same day needs a first; both go through the same code, compiled once.
    slots = jnp.stack([numbers[:AN_ACT], numbers[SAME_DAY:]])
    may = jnp.ones(numbers.shape[1:], bool)
    (state, _), (first, second) = jax.lax.scan(slot, (state, may), slots)
    at_war = start.shadow * _free(state.standing, given, day)
    shadow = (numbers[SHADOW] >= jnp.exp(-at_war)).astype(jnp.uint32)
    return state, first | (second << 11) | (shadow[0] << 22) | (shadow[1] << 23)


def _free(standing: Standing, given: Given, day: Array) -> Array:
    """Say which side may act on a day: 0 while something holds it, else 1; (2, ...)."""
    first, last = given.held[:, 0], given.held[:, 1]
    held = (first <= day) & (day <= last)
    lapsed = along(given.while_other, standing.since) * standing.acted[::-1] > 0
    return 1.0 - (along(held, standing.since) & ~lapsed)


def _drift(draw: Draw, posture: Array, numbers: Array) -> Array:
    """Let each side's posture shift, once in a long while."""
    shifts = -jnp.expm1(-1.0 / draw["posture.days"])
    fresh = draw_from(along(jnp.array(PRIOR_SHARES), numbers), numbers / shifts)
    return jnp.where(numbers < shifts, fresh, posture)


def _act(
    draw: Draw, start: Start, state: _State, numbers: Array, setting: Setting,
    given: Given, may: Array, day: Array,
) -> tuple[_State, Array]:  # fmt: skip
    """Race the sides' clocks for a day; the first to ring before its end acts.

    Each side's clock has luck of its own, so that holding one side back never makes the
    other's ring sooner.
    """
    standing, hidden = state
    # Barriers keep the compiler from working a value out anew for each of its uses.
    hazards = jax.lax.optimization_barrier(jnp.exp(log_hazard(draw, standing, hidden, setting)))
    free = _free(standing, given, day)
    # A clash takes two.
    of_first, of_second = hazards[0:3] * free[0], hazards[3:6] * free[1]
    of_both = jnp.concatenate([hazards[6:8] * free[0] * free[1], jnp.zeros_like(hazards[:1])])
    first, second, both = (
        -jnp.log(number) / sum(list(of_actor))
        for number, of_actor in zip(numbers[ACTS], (of_first, of_second, of_both), strict=True)
    )
    soonest = jnp.minimum(first, second)
    actor = jnp.where(both < soonest, 2, jnp.where(second < first, 1, 0))
    acts = may & (jnp.minimum(soonest, both) < 1.0)
    levels = jnp.where(actor == 0, of_first, jnp.where(actor == 1, of_second, of_both))
    mark = actor * 3 + draw_from(levels, numbers[LEVEL])
    # A mutual mark is a clash (level 4) or a battle (level 5); a side's are levels 2 to 4.
    row = jnp.where(actor == MUTUAL, mark - 4, mark - 3 * actor)
    rung = _rung(start, standing, actor, mark, row, numbers[RUNG], given)
    channels = pick(start.channels.swapaxes(0, 1), jnp.minimum(actor, 1), inner=1)
    channel = jnp.where(actor == MUTUAL, 0, draw_from(channels, numbers[CHANNEL]))
    acts, mark, rung, channel = jax.lax.optimization_barrier((acts, mark, rung, channel))
    zero = jnp.float32(0.0)
    kind = jnp.where(actor == MUTUAL, mark - CLASH + CLASH_DEED, pick(given.deed, rung))
    deed = Deed(
        mark=mark, deed=kind, proxy=(channel == 1).astype(jnp.float32),
        sovereign=pick(given.home, rung), leader=zero, log_dead=zero, non_state=zero,
        exposed=jnp.float32(-1.0), counts=jnp.float32(1.0),
    )  # fmt: skip
    moves = pick(jax.nn.softmax(draw["tempo.transition"], axis=1), hidden.regime, inner=1)
    regime = draw_from(moves, numbers[TEMPO])
    after = _State(happen(draw, standing, deed), hidden._replace(regime=regime))
    state = jax.tree.map(lambda new, old: jnp.where(acts, new, old), after, state)
    code = (mark + 1).astype(jnp.uint32) | (rung.astype(jnp.uint32) << 4)
    code = code | (channel.astype(jnp.uint32) << 9)
    return state, jnp.where(acts, code, jnp.uint32(0))


def _rung(
    start: Start, standing: Standing, actor: Array, mark: Array, row: Array, number: Array,
    given: Given,
) -> Array:  # fmt: skip
    """From level to rung: what the side tends to do, or a run of force, or a battle."""
    by_actor = pick(jnp.moveaxis(start.rungs, 1, 0), actor, inner=2)
    by_level = pick(by_actor.swapaxes(0, 1), row, inner=1)
    run = pick(stocks_now(standing)[:, WEEKS], mark) >= CAMPAIGN_RUN
    rung = jnp.where(
        (row == 2) & (actor != MUTUAL) & run, given.campaign, draw_from(by_level, number)
    )
    return jnp.where(mark == BATTLE, given.war, rung)
