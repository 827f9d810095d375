"""Where each confrontation of a dataset stood after each of its acts, by the model's own rules."""

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array

from offramp.history import MARKS, Confrontations, deeds_of_actions, padded, renewals
from offramp.model import (
    Deed,
    Draw,
    Standing,
    all_priors,
    at_peace,
    happen,
    opens_anew,
    pass_days,
)

LEVEL = np.array([level for _, level in MARKS])

BLOCK = 256
"""Acts are run in whole blocks, so that few shapes are compiled."""


def fresh(events: Confrontations) -> np.ndarray:
    """Mark the acts with which a confrontation opens, or opens anew; (acts,) of bool."""
    marks = np.zeros(events.count, bool)
    stops = np.append(events.first[1:], events.count)
    for first, stop in zip(events.first, stops, strict=True):
        marks[first:stop] = renewals(events.day[first:stop], LEVEL[events.mark[first:stop]])
    return marks


def standings(events: Confrontations) -> Standing:
    """Let each history happen, act by act.

    Parameters
    ----------
    events : Confrontations

    Returns
    -------
    Standing
        After each act; arrays (..., acts). Acts are by the sides' own forces, on no home soil
        and against states, since such data do not say otherwise.

    Examples
    --------
    >>> two = Confrontations(
    ...     "made up", np.array([0, 0]), np.array([1000, 1003]), np.array([1, 5]),
    ...     np.array([7, 16]), np.zeros(2), np.zeros(2, bool), np.array([1]), np.array([1]),
    ...     np.array([["A", "B"]]), until=2000,
    ... )
    >>> standings(two).k.tolist()
    [1, 2]
    """
    days = np.diff(events.day, prepend=events.day[:1])
    new_history = np.diff(events.history, prepend=-1) > 0
    rows = (
        np.where(new_history, 0, days).astype(np.int32), new_history, fresh(events),
        events.mark.astype(np.int32), deeds_of_actions(events.action).astype(np.int32),
        events.log_dead.astype(np.float32),
    )  # fmt: skip
    more = padded(events.count, BLOCK) - events.count
    after = _run(provocations(), *(np.pad(column, (0, more)) for column in rows))
    return jax.tree.map(lambda array: np.moveaxis(np.asarray(array)[: events.count], 0, -1), after)


def provocations() -> Draw:
    """Give provocations their prior centres: what is learned here is not their weight."""
    centres = {p.name: p.mean for p in all_priors() if p.name.startswith("provocation.")}
    # The prior of a weight is normal in its log.
    return {
        name: np.float32(np.exp(value) if name == "provocation.proxy" else value)
        for name, value in centres.items()
    }


@jax.jit
def _run(
    draw: Draw, days: Array, new_history: Array, opens: Array, mark: Array, deed: Array, dead: Array
) -> Standing:
    zero, one = jnp.float32(0.0), jnp.float32(1.0)

    def step(was: Standing, row: tuple[Array, ...]) -> tuple[Standing, Standing]:
        passed, starts, anew, made, kind, died = row
        now = _where(starts, at_peace(), pass_days(was, passed))
        now = _where(anew, opens_anew(now), now)
        act = Deed(made, kind, zero, zero, zero, died, zero, -one, one)
        after = happen(draw, now, act)
        return after, after

    _, seen = jax.lax.scan(step, at_peace(), (days, new_history, opens, mark, deed, dead))
    return seen


def _where(condition: Array, one: Standing, other: Standing) -> Standing:
    return jax.tree.map(lambda a, b: jnp.where(condition, a, b), one, other)
