"""What a history said at the end of each of some days, with what is known now."""

from typing import NamedTuple

import jax
import numpy as np

from offramp.futures._start import on_last_axis
from offramp.history import Events, History, padded
from offramp.model import Beliefs, Parameters, Traits, read


class LookBack(NamedTuple):
    """Beliefs at the end of each asked day: arrays (days, ..., draws)."""

    days: np.ndarray
    beliefs: Beliefs


def look_back(history: History, parameters: Parameters, days: list[int]) -> LookBack:
    """Read a history once and ask it at the end of some days.

    Parameters
    ----------
    history : History
    parameters : Parameters
    days : list of int
        Days counted from the as-of date: 0 is that day, earlier ones are negative.

    Returns
    -------
    LookBack
    """
    merged, places = _with_questions(history.events, days)
    traits = Traits(history.nuclear, history.democracy)
    beliefs = read(on_last_axis(parameters), merged, history.signals, traits)
    asked = jax.tree.map(lambda array: np.asarray(array)[places], beliefs)
    return LookBack(np.array(days), asked)


def _with_questions(events: Events, days: list[int]) -> tuple[Events, np.ndarray]:
    """Put an empty event after the acts of each asked day."""
    valid = events.valid > 0
    count = int(valid.sum()) + len(days)
    size = padded(count)
    acts = [array[valid] for array in events]
    asked = np.zeros(len(days), np.int32)
    rows: list[np.ndarray] = []
    order = np.argsort(np.concatenate([acts[0] * 2, np.array(days) * 2 + 1]), kind="stable")
    for name, array in zip(Events._fields, acts, strict=True):
        empty = np.array(days, array.dtype) if name == "day" else asked.astype(array.dtype)
        whole = np.concatenate([array, empty])[order]
        tail = np.full(size - count, whole[-1] if name == "day" else 0, array.dtype)
        rows.append(np.concatenate([whole, tail]))
    where = np.argsort(order, kind="stable")[len(acts[0]) :]
    return Events(*rows), where
