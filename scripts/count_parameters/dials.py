"""Entry on how large the inputs of the dials are in history, by the model's own rules."""

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from histories import CLASH, Floats, Histories, Points
from jax import Array
from resample import entry, kish, spread

from offramp.history import SIGNAL_KINDS
from offramp.model import Deed, Setting, Standing, at_peace, happen, pass_days
from offramp.model._provocation import PRIORS
from offramp.model.terms import _exhaustion, _grievance, _pressure

Entries = dict[str, dict[str, Any]]
DIALS = ["grievance", "pressure", "exhaustion"]


def log_stocks(h: Histories) -> Floats:
    """The dials' log stocks just after each event, itself included: (events, 3, 2 sides)."""
    zero = jnp.float32(0.0)
    # an act that is not by proxy, on no home soil and without dead weighs by its level alone
    draw = {prior.name: jnp.ones(()) for prior in PRIORS}
    nothing = jnp.zeros(2)
    setting = Setting(jnp.zeros((len(SIGNAL_KINDS), 2)), nothing, nothing, nothing, zero)

    def step(was: Standing, event: tuple[Array, Array, Array]) -> tuple[Standing, Array]:
        opens, days, mark = event
        before = jax.tree.map(
            lambda new, old: jnp.where(opens, new, old), at_peace(), pass_days(was, days)
        )
        deed = Deed(mark, zero, zero, zero, zero, zero, exposed=jnp.float32(-1.0))
        now = happen(draw, before, deed)
        seen = (
            _grievance.log_stock(now),
            _pressure.log_stock(now, setting),
            _exhaustion.log_stock(now),
        )
        return now, jnp.stack(seen)

    # the day runs backwards only between histories, where nothing is carried over
    days = np.maximum(np.diff(h.day, prepend=h.day[0]), 0)
    mark = np.where(h.kind >= CLASH, h.kind + 3, 3 * h.actor + h.kind)
    events = (h.start == np.arange(h.n), days.astype(np.float32), mark.astype(np.int32))
    _, seen = jax.jit(lambda rows: jax.lax.scan(step, at_peace(), rows))(
        jax.tree.map(jnp.asarray, events)
    )
    return np.asarray(seen, float)


def dial_entries(h: Histories, p: Points, draws: Floats) -> Entries:
    """Weighted mean and sd of each dial's log stock, both sides alike."""
    ends = p.bin > 0
    weight = draws[:, ends]
    seen = log_stocks(h)[p.row[ends]]
    total = weight.sum(axis=1)[:, None]
    mean = weight @ seen.mean(axis=2) / total
    square = weight @ (seen**2).mean(axis=2) / total
    moments = np.stack([mean, np.sqrt(square - mean**2)], axis=2)
    return {
        "dial_inputs": entry(
            moments[0],
            spread(moments),
            [("dial", DIALS), ("moment", ["mean", "sd"])],
            "Weighted mean and sd, over both sides at standing points that end their day, of"
            " log(1 + stock) as offramp.model keeps it: provocations suffered, those unanswered,"
            " and one's own force over months. An act weighs by its level alone, since soil, rank,"
            " dead, proxies, vows and framing are not counted here; a history starts from nothing.",
            kish(weight[0]),
        )
    }
