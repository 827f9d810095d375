"""Log scores, in nats: minus the log of the chance that was given to what came."""

import numpy as np

from offramp.history import Points
from offramp.scoring._arrays import Floats
from offramp.scoring._predictions import LEAST, Predictions


def when_loss(said: Predictions, points: Points) -> Floats:
    """Score the bin of the next act, or quiet: (points,)."""
    return _loss(said.when[np.arange(points.count), points.bin])


def what_loss(said: Predictions, points: Points) -> Floats:
    """Score who acts and how, given when: (points,), 0 where nothing comes."""
    given = said.what[np.arange(points.count), np.maximum(points.mark, 0)]
    return np.where(points.comes, _loss(given), 0.0)


def _loss(chance: Floats) -> Floats:
    return -np.log(np.maximum(chance, LEAST))
