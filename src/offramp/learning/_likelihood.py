"""How likely what came next was, at each standing point; the model's own functions throughout."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array

from offramp.learning._problem import Problem, plain_setting
from offramp.learning._standings import provocations
from offramp.model import (
    PRIOR_SHARES,
    TERMS,
    Draw,
    drift,
    first_regime,
    hazards_by_bin,
    log_chances_of_bins,
    marks_by_posture,
    next_regime,
    pass_days,
)

_TINY = 1e-30


class Said(NamedTuple):
    """What the model said at each point before it saw what came.

    `when` (9, points) are log-chances of the bins and of quiet; `what` (8, points) of each mark
    at the time at which the next act came; `regime` (3, points) and `posture` (3, 3, points) what
    was believed of the hidden after the point's act, and `evening` (3, points) of the regime once
    the rest of its day had passed without another.
    """

    when: Array
    what: Array
    regime: Array
    evening: Array
    posture: Array


def say(parameters: dict[str, Array], problem: Problem, first_year: int) -> Said:
    """Say at each point what may come next, reading each history forward.

    Parameters
    ----------
    parameters : dict of str to array
        As `Coordinates.parameters` gives them: own axes, and (years,) for what walks. A year
        beyond the last has the level of the last.
    problem : Problem
    first_year : int
        The year of the first entry of what walks.

    Returns
    -------
    Said
    """
    read = _read(parameters, problem, first_year)
    drifted = drift(read.draw, read.posture, jnp.asarray(problem.gap))
    return Said(
        when=_log((jnp.exp(read.when) * read.regime).sum(1)),
        what=_log((jnp.exp(read.what) * drifted).sum((1, 2))),
        regime=read.regime,
        evening=_evening(read),
        posture=read.posture,
    )


def _evening(read: "_Read") -> Array:
    silent = read.regime * -jnp.expm1(read.when[0]) + _TINY
    return silent / silent.sum(0)


def losses(said: Said, problem: Problem) -> tuple[Array, Array]:
    """Give minus the log-chance of the bin and of the mark that came; (points,) each.

    The second is 0 where no act came within the window.
    """
    when = -jnp.take_along_axis(said.when, problem.bin[None], axis=0)[0]
    what = -jnp.take_along_axis(said.what, problem.mark[None], axis=0)[0]
    return when, jnp.where(problem.comes, what, 0.0)


def loss(parameters: dict[str, Array], problem: Problem, weights: Array, first_year: int) -> Array:
    """Give the weighted sum of both losses, without working out what did not come."""
    read = _read(parameters, problem, first_year)
    drifted = drift(read.draw, read.posture, jnp.asarray(problem.gap))
    when = _log((jnp.exp(read.seen_when) * read.regime).sum(0))
    what = _log((jnp.exp(read.seen_what) * drifted).sum((0, 1)))
    return -(weights * (when + jnp.where(problem.comes, what, 0.0))).sum()


class _Read(NamedTuple):
    draw: Draw
    when: Array
    what: Array
    seen_when: Array
    seen_what: Array
    regime: Array
    posture: Array


def _read(parameters: dict[str, Array], problem: Problem, first_year: int) -> _Read:
    draw = at_points(parameters, problem, first_year)
    setting = plain_setting(draw["pace.era"])
    when = log_chances_of_bins(hazards_by_bin(draw, problem.standing, setting))
    then = pass_days(problem.standing, jnp.asarray(problem.gap))
    what = marks_by_posture(draw, then, setting)
    seen_when = jnp.take_along_axis(when, problem.bin[None, None], axis=0)[0]
    seen_what = jnp.take_along_axis(what, problem.mark[None, None, None], axis=0)[0]
    # A mark that opens a confrontation anew, or comes too late, says nothing of a posture.
    heard = jnp.where(problem.comes & ~problem.renews, seen_what, 0.0)
    regime, posture = _filter(draw, problem, seen_when, heard)
    return _Read(draw, when, what, seen_when, seen_what, regime, posture)


def at_points(parameters: dict[str, Array], problem: Problem, first_year: int) -> Draw:
    """Give each point its year's parameters, with the points on the last axis."""
    draw: Draw = {name: value[..., None] for name, value in parameters.items()}
    for name in ("pace.era", "early.ratio", "same-day.ratio"):
        path = parameters[name]
        draw[name] = path[jnp.clip(problem.year - first_year, 0, len(path) - 1)]
    # Such data hold no signals, so dials have nothing to turn.
    dials = {prior.name for term in TERMS if term.part == "dial" for prior in term.priors}
    weights = {name: jnp.asarray(value)[None] for name, value in provocations().items()}
    return {**draw, **weights, **{name: jnp.zeros(1) for name in dials}}


def _filter(draw: Draw, problem: Problem, when: Array, what: Array) -> tuple[Array, Array]:
    """Read every history forward; beliefs at each point before what came next is seen."""
    regimes = jnp.zeros((3, problem.count))
    postures = jnp.zeros((3, 3, problem.count))
    initial = first_regime(draw)[:, 0]
    shares = jnp.array(PRIOR_SHARES)
    prior = shares[:, None] * shares[None, :]
    shared = {name: draw[name] for name in ("tempo.transition", "posture.days")}
    for rows in problem.chains:
        at = np.maximum(rows, 0)
        inputs = (
            jnp.moveaxis(when[:, at], 1, 0), jnp.moveaxis(what[:, :, at], 2, 0),
            jnp.asarray(problem.opens)[at], jnp.asarray(problem.gap)[at],
        )  # fmt: skip
        width = rows.shape[1]
        start = (
            jnp.broadcast_to(initial[:, None], (3, width)),
            jnp.broadcast_to(prior[..., None], (3, 3, width)),
        )

        def step(
            belief: tuple[Array, Array], row: tuple[Array, Array, Array, Array]
        ) -> tuple[tuple[Array, Array], tuple[Array, Array]]:
            regime, posture = belief
            seen_when, seen_what, opens, gap = row
            regime = jnp.where(opens, initial[:, None], regime)
            timed = regime * jnp.exp(seen_when) + _TINY
            likely = drift(shared, posture, gap) * jnp.exp(seen_what) + _TINY
            after = next_regime(shared, timed / timed.sum(0)), likely / likely.sum((0, 1))
            return after, (regime, posture)

        _, (regime, posture) = jax.lax.scan(step, start, inputs)
        inside = rows >= 0
        where = rows[inside]
        regimes = regimes.at[:, where].set(jnp.moveaxis(regime, 1, 0)[:, inside])
        postures = postures.at[:, :, where].set(jnp.moveaxis(posture, 0, 2)[:, :, inside])
    return regimes, postures


def _log(chance: Array) -> Array:
    return jnp.log(chance + _TINY)
