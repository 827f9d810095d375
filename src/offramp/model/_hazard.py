"""The log-hazard of each mark: a rate, a choice of mark, and the dials outside that choice."""

import jax
import jax.numpy as jnp
from jax import Array

from offramp.model._setting import Hidden, Setting, on_force
from offramp.model._standing_types import Draw, Standing
from offramp.model.terms import TERMS


def rate(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Sum the terms that move all marks alike; log-hazard per day, shape ()."""
    return _sum("rate", draw, standing, hidden, setting)


def choice(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Give the log-probability of each mark, if an act comes; shape (8,), sums to one."""
    return jax.nn.log_softmax(_logits(draw, standing, hidden, setting), axis=0)


def dials(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Sum what holds each side back or pushes it on; shape (8,).

    It stands outside the softmax: what restrains one side must not hand its share to the
    other.
    """
    return on_force(_sum("dial", draw, standing, hidden, setting))


def log_hazard(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Give the log-hazard of each mark, per day; shape (8,)."""
    parts = (
        rate(draw, standing, hidden, setting),
        _logits(draw, standing, hidden, setting),
        dials(draw, standing, hidden, setting),
    )
    # The barrier keeps the compiler from working each part out anew for each mark.
    pace, logits, held = jax.lax.optimization_barrier(parts)
    return pace + jax.nn.log_softmax(logits, axis=0) + held


def contributions(
    draw: Draw, standing: Standing, hidden: Hidden, setting: Setting
) -> dict[str, Array]:
    """Take the log-hazard apart into its named terms, each of shape (8,).

    They sum to `log_hazard`. ``share`` is what the softmax takes off, so that the chances
    of all marks sum to one.
    """
    parts: dict[str, Array] = {}
    for term in TERMS:
        value = term.apply(draw, standing, hidden, setting)
        if isinstance(value, tuple):
            value = jnp.stack(jnp.broadcast_arrays(*value))
        parts[term.name] = on_force(value) if term.part == "dial" else value
    inside = [parts[term.name] for term in TERMS if term.part == "choice"]
    parts["share"] = -jax.nn.logsumexp(sum(inside[1:], inside[0]), axis=0)
    shape = jnp.broadcast_shapes(*(part.shape for part in parts.values()))
    return {name: jnp.broadcast_to(part, shape) for name, part in parts.items()}


def _logits(draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    """Sum the terms inside the softmax, mark by mark, and stack them once."""
    terms = [term.apply(draw, standing, hidden, setting) for term in TERMS if term.part == "choice"]
    by_mark = [sum(marks[1:], marks[0]) for marks in zip(*terms, strict=True)]
    return jnp.stack(jnp.broadcast_arrays(*by_mark))


def _sum(part: str, draw: Draw, standing: Standing, hidden: Hidden, setting: Setting) -> Array:
    values = [
        jnp.asarray(term.apply(draw, standing, hidden, setting))
        for term in TERMS
        if term.part == part
    ]
    return sum(values[1:], values[0])
