"""Brier scores of questions with a yes or no."""

from offramp.history import Points, Target
from offramp.scoring._arrays import Floats
from offramp.scoring._predictions import Predictions


def brier_loss(said: Predictions, points: Points, target: Target) -> Floats:
    """Square the distance between what was said and what came: (points,).

    Where a mutual act leaves open which side is the other one, the mean chance of both sides
    stands against the mean of what they did.
    """
    return (said.targets[target] - points.outcome(target)) ** 2
