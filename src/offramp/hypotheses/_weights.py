"""What each act of a history says of each side's posture, by the model's own filter."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from offramp.futures import on_last_axis
from offramp.history import Events, History, padded
from offramp.model import Beliefs, Parameters, Traits, read

Floats = NDArray[np.float64]
TINY = 1e-12


class Weights(NamedTuple):
    """What was believed just before each act, and what the act said; acts in the history's order.

    Attributes
    ----------
    before : array (acts, 2, postures, draws)
        The chance of each posture of each side.
    chance : array (acts, 2, postures, draws)
        The chance of the act's mark under each posture, over what is believed of the other
        side; 1 for all where an act is not modelled.
    """

    before: Floats
    chance: Floats

    @property
    def chance_otherwise(self) -> Floats:
        """The chance of each act under the other postures of the same side, as believed."""
        joint = self.before * self.chance
        return (joint.sum(2, keepdims=True) - joint) / np.maximum(1.0 - self.before, TINY)


def weigh(history: History, parameters: Parameters) -> Weights:
    """Weigh each act of a history by the postures that it makes likelier.

    The filter is asked just before and just after each act. What the act changed in its
    beliefs, times the evidence that it took in, is the chance of the act under each posture:
    no formula of the model is written anew.

    Parameters
    ----------
    history : History
    parameters : Parameters

    Returns
    -------
    Weights

    Examples
    --------
    >>> from offramp.history import from_record
    >>> from offramp.model import shipped_parameters
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> history = from_record(record, record.acts[-1].span.last)
    >>> weights = weigh(history, shipped_parameters())
    >>> weights.chance.shape == (len(history.acts), 2, 3, 200)
    True
    """
    count = len(history.acts)
    traits = Traits(history.nuclear, history.democracy)
    asked = _asked_before_each(history.events)
    beliefs = read(on_last_axis(parameters), asked, history.signals, traits)
    posture = _by_side(beliefs)
    before, after = posture[: 2 * count : 2], posture[1 : 2 * count : 2]
    evidence = np.asarray(beliefs.evidence, float)
    seen = np.exp(evidence[1 : 2 * count : 2] - evidence[: 2 * count : 2])
    return Weights(before, after / np.maximum(before, TINY) * seen[:, None, None])


def _by_side(beliefs: Beliefs) -> Floats:
    """Give beliefs about each side alone: (events, 2, postures, draws)."""
    joint = np.asarray(beliefs.posture, float)
    return np.stack([joint.sum(2), joint.sum(1)], axis=1)


def _asked_before_each(events: Events) -> Events:
    """Put an empty event on the same day before each act."""
    valid = np.flatnonzero(events.valid > 0)
    size = padded(2 * len(valid))
    rows: list[NDArray[np.generic]] = []
    for name, array in zip(Events._fields, events, strict=True):
        acts = array[valid]
        whole = np.zeros(size, array.dtype)
        if name == "day":
            whole[:] = acts[-1]
            whole[: 2 * len(acts) : 2] = acts
        whole[1 : 2 * len(acts) : 2] = acts
        rows.append(whole)
    return Events(*rows)
