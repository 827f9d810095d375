"""What a verdict is about, by parameter draw."""

import numpy as np
from numpy.typing import NDArray

from offramp.answers import Run, World, arm, arms, days_needed
from offramp.questions import Question


def what_is_judged(world: World, question: Question, draws: int, seed: int) -> NDArray[np.float64]:
    """Give what a verdict is about, by parameter draw: a difference, or a chance less a half."""
    run = Run(days_needed(question), draws, seed)
    factual, supposed = arms(world, question)
    second = arm(supposed, question, run).by_draw
    if question.kind != "counterfactual":
        return second - 0.5
    return second - arm(factual, question, run).by_draw
