"""What the model sees at a moment, as one row of numbers with names."""

from dataclasses import dataclass, replace

import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray

from offramp.futures import begin
from offramp.history import MUTUAL, SIGNAL_KINDS, History
from offramp.model import WEEKS, Parameters, signals_on, stocks_now

Floats = NDArray[np.float64]
FEATURES = (
    "gravity of the last act",
    "dead of the last act",
    "a last act that neither side began",
    "acts so far",
    "days since the confrontation opened",
    "recent force by the side that acted last",
    "recent force by the other side",
    "recent threats and shows of force",
    "sting of what the other side suffered",
    "what the other side left unanswered",
    "what the side that acted last left unanswered",
    "how resolved the side that acted last seems",
    "how resolved the other side seems",
    "limits and assurances by the side that acted last",
    "limits and assurances by the other side",
    "vows and threats by the side that acted last",
    "vows and threats by the other side",
    "notice and warning by the side that acted last",
    "mediation and restraint by third parties",
    "words of cease-fire or withdrawal",
    "a shadow war going on",
    "sides with nuclear weapons",
)
"""Each counts the same. Sides are named by who acted last, so that no order of theirs matters."""

DRAWS = 16
"""Parameter draws over which what is weighed or believed is averaged."""

_TALK = (0, 1, 3, 4)
_FORCE = (2, 5)
_BOTH = (6, 7)


@dataclass(frozen=True)
class Seen:
    """A moment as features see it: one number each, not yet on one scale."""

    history: History
    values: Floats


def few(parameters: Parameters) -> Parameters:
    """Keep some of the draws, enough for averages.

    Examples
    --------
    >>> from offramp.model import shipped_parameters
    >>> few(shipped_parameters()).count
    16
    """
    values = {name: array[:DRAWS] for name, array in parameters.values.items()}
    return replace(parameters, values=values)


def see(history: History, parameters: Parameters) -> Seen:
    """Give the features of a moment.

    Parameters
    ----------
    history : History
        What was known on that evening.
    parameters : Parameters
        A few draws, from `few`.

    Returns
    -------
    Seen
        `values` has the shape of `FEATURES`.
    """
    start = begin(history, parameters)
    standing = start.standing
    by_mark = np.asarray(stocks_now(standing)[:, WEEKS], float).mean(-1)
    last = int(np.asarray(standing.last_actor).flat[0])
    own = 0 if last == MUTUAL else last
    other = 1 - own
    # What was said this evening counts from tomorrow on.
    said = np.asarray(signals_on(jnp.int32(1), *history.signals), float)
    kind = dict(zip(SIGNAL_KINDS, said, strict=True))

    def mean(array: object) -> float:
        return float(np.asarray(array, float).mean())

    clashes = by_mark[list(_BOTH)].sum()
    values = (
        mean(standing.last_kind),
        mean(standing.last_dead),
        float(last == MUTUAL),
        np.log1p(mean(standing.k)),
        np.log1p(mean(standing.age)),
        by_mark[_FORCE[own]] + clashes,
        by_mark[_FORCE[other]] + clashes,
        by_mark[list(_TALK)].sum(),
        mean(standing.sting[other]),
        np.log1p(mean(standing.pressure[other])),
        np.log1p(mean(standing.pressure[own])),
        mean(start.resolve[own]),
        mean(start.resolve[other]),
        kind["limit"][own],
        kind["limit"][other],
        max(kind["vow"][own], kind["threat"][own]),
        max(kind["vow"][other], kind["threat"][other]),
        kind["notice"][own],
        max(*kind["mediation"], *kind["restraint"]),
        max(*kind["ceasefire"], *kind["withdrawal"]),
        np.log1p(30 * float(history.shadow_acts.sum()) / history.shadow_days),
        float(np.asarray(history.nuclear, float).sum()),
    )
    return Seen(history, np.array(values, float))
