"""What some parameters say of standing points, each from what was known on its day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import jax
import numpy as np
from numpy.typing import NDArray

from offramp.history import Points, Target, with_past
from offramp.learning._ahead import Ahead, ahead
from offramp.learning._likelihood import Said, say
from offramp.learning._problem import lay_out

Floats = NDArray[np.float64]
Values = dict[str, NDArray[np.float32]]


@dataclass(frozen=True)
class Predicted:
    """What is said of some points.

    Attributes
    ----------
    when : array (points, 9)
        Chances of each bin of time, and of quiet.
    what : array (points, 8)
        Chances of each mark, at the time at which the next act came.
    targets : dict of target to array (points,)
        Chances of the questions with a yes or no, asked on evenings: NaN at points that do not
        end their day. Empty where they were not asked.
    highest : array (points, 5), optional
        Chances of the highest level within 90 days (none, 2, 3, 4, 5), asked likewise.
    """

    when: Floats
    what: Floats
    targets: dict[Target, Floats]
    highest: Floats | None


def predict(
    parameters: Sequence[Values], first_year: int, points: Points, draws: int, seed: int,
    progress: Callable[[int, int], None] | None = None,
) -> Predicted:  # fmt: skip
    """Say what may come next at each point: the mean over several sets of parameters.

    Parameters
    ----------
    parameters : sequence of dict
        As `Coordinates.parameters` gives them; those that walk have shape (years,).
    first_year : int
        The year of the first entry of what walks.
    points : Points
        Their own past is read from their histories, up to each point and no further.
    draws : int
        Futures for each point over all sets, for the questions with a yes or no; 0 leaves
        these out.
    seed : int
        The futures' luck.
    progress : callable, optional
        Called with how much is done, and how much there is.

    Returns
    -------
    Predicted
    """
    every, where = with_past(points)
    problem = lay_out(every)
    read = jax.jit(lambda values: say(values, problem, first_year))
    said = [read(values) for values in parameters]
    when, what = (
        np.mean([np.exp(np.asarray(getattr(one, name), float)) for one in said], axis=0)
        for name in ("when", "what")
    )
    if not draws:
        return Predicted(when[:, where].T, what[:, where].T, {}, None)
    ends = np.flatnonzero(points.ends_day)
    other = points.other()[:, ends]
    rounds = -(-draws // len(said))

    def one(number: int, values: Values, heard: Said) -> Ahead:
        def told(done: int, of: int) -> None:
            if progress:
                progress(number * of + done, len(said) * of)

        return ahead(values, problem, heard, where[ends], other, first_year, rounds,
                     seed + number, told)  # fmt: skip

    runs = [one(at, *both) for at, both in enumerate(zip(parameters, said, strict=True))]

    def spread(shares: list[Floats]) -> Floats:
        mean = np.mean(shares, axis=0)
        whole = np.full((points.count, *mean.shape[1:]), np.nan)
        whole[ends] = mean
        return whole

    return Predicted(
        when[:, where].T,
        what[:, where].T,
        {name: spread([run.targets[name] for run in runs]) for name in runs[0].targets},
        spread([run.highest for run in runs]),
    )
