"""Read a history forward: where the confrontation stands, and what is believed of the hidden."""

from typing import NamedTuple, TypeVar

import jax
import jax.numpy as jnp
from jax import Array

from offramp.history import BIN_DAYS, BIN_STARTS, CLOSES_AFTER, MAIN, Events, Signals
from offramp.model._axes import along, pick
from offramp.model._bins import gap_bin
from offramp.model._hazard import choice, dials, rate
from offramp.model._setting import Hidden, Setting, signals_on
from offramp.model._share import SHARE
from offramp.model._standing import (
    at_peace,
    happen,
    leave_trace,
    opens_anew,
    pass_days,
    suffer,
)
from offramp.model._standing_types import Deed, Draw, Standing
from offramp.model.terms import PRIOR_SHARES, REGIMES

MOST_LOG_HAZARD = 4.0
"""More than fifty acts a day are never expected; it keeps the likelihood finite."""

_ENDLESS = 10_000
_TINY = 1e-30
_Tree = TypeVar("_Tree")


class Traits(NamedTuple):
    """What holds of each side: (2,) each."""

    nuclear: Array
    democracy: Array


class Beliefs(NamedTuple):
    """What a history says at the end of a day; batch axes come last.

    `regime` (3,) and `posture` (3, 3), first side by second, are probabilities; `acts` and
    `expected` count the acts seen and expected at history's pace while the confrontation
    was open; `evidence` is the log-likelihood of the marks seen, and `timing` that of the bins
    of time in which they came.
    """

    standing: Standing
    regime: Array
    posture: Array
    acts: Array
    expected: Array
    evidence: Array
    timing: Array


def resolve(posture: Array) -> Array:
    """Give how sure each side's answer with force is believed to be, from beliefs (3, 3)."""
    return 1.0 - jnp.stack([posture.sum(1)[0], posture.sum(0)[0]])


def setting_at(
    day: Array, signals: Signals, traits: Traits, posture: Array, tempo: Array
) -> Setting:
    """Put together what is given on a day; every part gets the batch axes of `tempo`."""
    in_force = signals_on(day, *signals)
    return Setting(
        signals=along(in_force, tempo),
        nuclear=along(traits.nuclear, tempo),
        democracy=along(traits.democracy, tempo),
        resolve=resolve(posture),
        tempo=tempo,
    )


def hazards_by_bin(draw: Draw, standing: Standing, setting: Setting) -> Array:
    """Give the hazard per day of any act, by time since the last and tempo regime.

    Parameters
    ----------
    draw, standing, setting
        With one batch axis; the stocks are held as they stand.

    Returns
    -------
    array (8, 3, draws)
    """
    starts = along(jnp.array(BIN_STARTS), standing.since)[:, None]
    regimes = along(jnp.arange(len(REGIMES)), standing.since)[None]
    hazards = rate(
        _spread(draw, 2),
        _spread(standing, 2)._replace(since=starts),
        Hidden(regime=regimes, posture=regimes),
        _spread(setting, 2),
    )
    return jax.lax.optimization_barrier(jnp.exp(jnp.minimum(hazards, MOST_LOG_HAZARD)))


def log_chances_of_bins(hazards: Array) -> Array:
    """Give the log-chance that the next act comes in each bin, or not in the window at all.

    Parameters
    ----------
    hazards : array (8, 3, *batch)
        Per day, from `hazards_by_bin`.

    Returns
    -------
    array (9, 3, *batch)
        The last row is quiet; exp of each column sums to one.
    """
    load = hazards * along(jnp.array(BIN_DAYS, jnp.float32), hazards[0])
    passed = [jnp.zeros_like(load[0])]
    for each in load:
        passed.append(passed[-1] + each)
    comes = [
        jnp.log(-jnp.expm1(-each)) - before for each, before in zip(load, passed[:-1], strict=True)
    ]
    return jnp.stack([*comes, -passed[-1]])


def expected_acts(hazards: Array, days: Array) -> tuple[Array, Array]:
    """Count the acts expected since the last one, under each tempo regime.

    Parameters
    ----------
    hazards : array (8, 3, draws)
        From `hazards_by_bin`.
    days : array (draws,)
        Days from the last act to the day asked about.

    Returns
    -------
    before, on : array (3, draws)
        Expected acts before that day, and on it.
    """
    starts = along(jnp.array(BIN_STARTS), days)[:, None]
    lengths = along(jnp.array([*BIN_DAYS[:-1], _ENDLESS]), days)[:, None]
    spent = jnp.clip(days - starts, 0, lengths)
    now = (days >= starts) & (days < starts + lengths)
    return (hazards * spent).sum(0), (hazards * now).sum(0)


def marks_by_posture(draw: Draw, standing: Standing, setting: Setting) -> Array:
    """Give the log-probability of each mark under each pair of postures; (8, 3, 3, draws)."""
    grid = jnp.stack(jnp.meshgrid(jnp.arange(3), jnp.arange(3), indexing="ij"))
    hidden = Hidden(regime=jnp.zeros((3, 3, 1), jnp.int32), posture=grid[..., None])
    draw, standing, setting = _spread(draw, 2), _spread(standing, 2), _spread(setting, 2)
    logits = choice(draw, standing, hidden, setting) + dials(draw, standing, hidden, setting)
    return jax.lax.optimization_barrier(jax.nn.log_softmax(logits, axis=0))


def after_silence(draw: Draw, beliefs: Beliefs, setting: Setting) -> tuple[Array, Array]:
    """Take in the silence since the last act.

    Returns
    -------
    regime : array (3, draws)
        Beliefs about the tempo, given that nothing has come since.
    expected : array (draws,)
        Acts expected at history's pace so far, the silence included.
    """
    standing = beliefs.standing
    hazards = hazards_by_bin(draw, standing, setting)
    through, _ = expected_acts(hazards, standing.since + 1)
    silent = beliefs.regime * jnp.exp(-through) + _TINY
    open_for = jnp.minimum(standing.since + 1, CLOSES_AFTER)
    spent, _ = expected_acts(hazards, open_for)
    started = standing.k > 0
    regime = jnp.where(started, silent / silent.sum(0), beliefs.regime)
    return regime, beliefs.expected + jnp.where(started, _outlived(beliefs.regime, spent), 0.0)


@jax.jit
def read(draws: Draw, events: Events, signals: Signals, traits: Traits) -> Beliefs:
    """Read a history forward under every parameter draw.

    Parameters
    ----------
    draws : Draw
        Parameters; each array has shape (..., draws).
    events, signals : Events, Signals
        The history. An event with ``valid`` 0 changes nothing: it only asks what is
        believed at the end of its day.
    traits : Traits
        What holds of each side.

    Returns
    -------
    Beliefs
        Each array has shape (events, ..., draws): what is believed after each event.
    """

    def step(carry: tuple[Beliefs, Array], event: Events) -> tuple[tuple[Beliefs, Array], Beliefs]:
        was, last_day = carry
        now = _see(draws, signals, traits, was, event, last_day)
        return (now, event.day), now

    _, seen = jax.lax.scan(step, (_initial(draws), events.day[0]), events)
    return seen


@jax.jit
def read_last(draws: Draw, events: Events, signals: Signals, traits: Traits) -> Beliefs:
    """Read a history forward to its end, at no cost for its padding.

    Parameters
    ----------
    draws, events, signals, traits
        As `read` takes them.

    Returns
    -------
    Beliefs
        The last of those that `read` gives, to the last bit; each array has shape (..., draws).
        No gradient passes through it.
    """
    size = events.day.shape[0]
    told = (events.valid > 0) | (events.change < 0) | (events.day != events.day[-1])
    # The first entry of the padding passes on to its day; the others change nothing.
    count = jnp.minimum(jnp.where(told, jnp.arange(1, size + 1), 0).max() + 1, size)

    def step(at: Array, carry: tuple[Beliefs, Array]) -> tuple[Beliefs, Array]:
        was, last_day = carry
        event = jax.tree.map(lambda column: column[at], events)
        return _see(draws, signals, traits, was, event, last_day), event.day

    return jax.lax.fori_loop(0, count, step, (_initial(draws), events.day[0]))[0]


def first_regime(draw: Draw) -> Array:
    """Give the chances of each tempo regime after the first act; (3, *batch)."""
    return jax.nn.softmax(draw["tempo.initial"], axis=0)


def next_regime(draw: Draw, regime: Array) -> Array:
    """Give the chances of each tempo regime after the next act; (3, *batch)."""
    moves = jax.nn.softmax(draw["tempo.transition"], axis=1)
    return (regime[:, None] * moves).sum(0)


def _initial(draw: Draw) -> Beliefs:
    zero = jnp.zeros(draw["tempo.initial"].shape[1:])
    shares = along(jnp.array(PRIOR_SHARES), zero)
    return Beliefs(
        standing=at_peace(zero.shape),
        regime=first_regime(draw),
        posture=shares[:, None] * shares[None, :] + zero,
        acts=zero,
        expected=zero,
        evidence=zero,
        timing=zero,
    )


def _spread(tree: _Tree, count: int) -> _Tree:
    """Put new batch axes of length one before the batch axis of every array."""
    new = tuple(range(-1 - count, -1))
    return jax.tree.map(lambda array: jnp.expand_dims(array, new), tree)


def drift(draw: Draw, posture: Array, days: Array) -> Array:
    """Let postures drift back towards what is believed of any side, over some days; (3, 3)."""
    stay = jnp.exp(-days / draw["posture.days"])
    shares = along(jnp.array(PRIOR_SHARES), stay)
    first = stay * posture + (1 - stay) * shares[:, None] * posture.sum(0)[None, :]
    return stay * first + (1 - stay) * first.sum(1)[:, None] * shares[None, :]


def _see(
    draw: Draw, signals: Signals, traits: Traits, was: Beliefs, event: Events, last_day: Array
) -> Beliefs:
    """Pass to an event's day and take it in."""
    days = jnp.maximum(event.day - last_day, 0)
    passed = was._replace(
        standing=pass_days(was.standing, days),
        posture=drift(draw, was.posture, days),
    )
    share = draw[SHARE]
    deed = Deed(
        mark=event.mark, deed=event.deed, proxy=event.proxy, sovereign=event.sovereign,
        leader=event.leader, log_dead=event.log_dead, non_state=event.non_state,
        exposed=event.exposed, counts=jnp.where(event.change > 0, share, 1.0),
    )  # fmt: skip
    setting = setting_at(event.day, signals, traits, passed.posture, draw["pace.era"])
    seen = _see_main(draw, passed, deed, event.renews, setting)
    shadow = passed._replace(standing=suffer(draw, passed.standing, deed))
    main = event.stream == MAIN
    chosen = jax.tree.map(lambda a, b: jnp.where(main, a, b), seen, shadow)
    trace = passed._replace(standing=leave_trace(passed.standing, event.mark, 1.0 - share))
    left = jax.tree.map(lambda a, b: jnp.where(main & (event.change < 0), a, b), trace, passed)
    return jax.tree.map(
        lambda a, b: jnp.where((event.valid > 0) & (event.change >= 0), a, b), chosen, left
    )


def _outlived(regime: Array, expected: Array) -> Array:
    """Give the exposure of a silence: minus the log of the chance to see it."""
    return -jnp.log((regime * jnp.exp(-expected)).sum(0) + _TINY)


def _see_main(draw: Draw, was: Beliefs, deed: Deed, renews: Array, setting: Setting) -> Beliefs:
    """Update on an act outside the shadow war."""
    standing, gap = was.standing, was.standing.since
    hazards = hazards_by_bin(draw, standing, setting)
    _, on = expected_acts(hazards, gap)
    # By bin, as history is learned: days within a bin are often the coders' guess.
    timed = was.regime * jnp.exp(pick(log_chances_of_bins(hazards), gap_bin(gap), inner=1)) + _TINY
    followed = next_regime(draw, timed / timed.sum(0))
    until_closed, _ = expected_acts(hazards, jnp.minimum(gap, CLOSES_AFTER))
    # An act comes, on average, some way into what its day held.
    on_its_day = (timed / timed.sum(0) * (1.0 - on / jnp.expm1(on))).sum(0)
    first = standing.k == 0
    fresh = first | (renews > 0)
    begun = jax.tree.map(
        lambda new, old: jnp.where(fresh, new, old), opens_anew(standing), standing
    )
    log_marks = marks_by_posture(draw, standing, setting)
    likely = was.posture * jnp.exp(pick(log_marks, deed.mark, inner=3)) + _TINY
    return Beliefs(
        # What the past's force made good or broke is in the signals' own ends.
        standing=happen(draw, begun, deed)._replace(acted=standing.acted),
        regime=jnp.where(fresh, first_regime(draw), followed),
        posture=jnp.where(fresh, was.posture, likely / likely.sum((0, 1))),
        acts=was.acts + jnp.where(fresh, 0.0, 1.0),
        expected=was.expected
        + jnp.where(first, 0.0, _outlived(was.regime, until_closed))
        + jnp.where(fresh, 0.0, on_its_day),
        # Who opens a confrontation is not modelled, and says nothing of a posture.
        evidence=was.evidence + jnp.where(fresh, 0.0, jnp.log(likely.sum((0, 1)))),
        timing=was.timing + jnp.where(first, 0.0, jnp.log(timed.sum(0))),
    )
