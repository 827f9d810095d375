"""How large the inputs of the dials are in history, by the model's own rules."""

import numpy as np
from resample import Entry, Floats, entry, kish, means

from offramp.history import Points
from offramp.learning._problem import plain_setting
from offramp.learning._standings import standings
from offramp.model import Standing
from offramp.model.terms import _exhaustion, _grievance, _pressure


def dial_inputs(points: Points, draws: Floats) -> Entry:
    """Take the weighted mean and sd of each dial's log stock, both sides alike."""
    after = standings(points.confrontations)
    standing = Standing(*(array[..., points.row] for array in after))
    inputs = {
        "grievance": _grievance.log_stock(standing),
        "pressure": _pressure.log_stock(standing, plain_setting(np.zeros(1))),
        "exhaustion": _exhaustion.log_stock(standing),
    }
    # (points, dials, sides)
    seen = np.stack([np.asarray(stock, float).T for stock in inputs.values()], axis=1)
    mean = means(draws, seen.mean(-1))
    square = means(draws, (seen**2).mean(-1))
    return entry(
        np.stack([mean, np.sqrt(square - mean**2)], axis=-1),
        {"dial": list(inputs), "moment": ["mean", "sd"]},
        "Weighted mean and sd, over both sides at standing points that end their day, of"
        " log(1 + stock) as offramp.model keeps it: provocations suffered, those unanswered,"
        " and one's own force over months. An act weighs by its level and its dead, since MIE"
        " says nothing of soil, rank, proxies, vows and framing; a history starts from nothing.",
        kish(draws[0]),
    )
