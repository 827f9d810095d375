"""What the model sees at a moment, as one row of numbers with names."""

from dataclasses import dataclass, replace

import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray

from offramp.futures import begin
from offramp.history import MUTUAL, SECOND, SIGNAL_KINDS, History
from offramp.model import WEEKS, Parameters, Standing, signals_on, stocks_now

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
    last = int(np.asarray(standing.last_actor).flat[0])
    own = 0 if last == MUTUAL else last
    other = 1 - own
    # What was said this evening counts from tomorrow on.
    said = np.asarray(signals_on(jnp.int32(1), *history.signals), float)
    kind = dict(zip(SIGNAL_KINDS, said, strict=True))

    def mean(array: object) -> float:
        return float(np.asarray(array, float).mean())

    values = (
        *acted(standing),
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


def acted(standing: Standing, each: bool = False) -> Floats:
    """Give the features that follow from acts alone, the first of `FEATURES`.

    Parameters
    ----------
    standing : Standing
        Its last axis runs over draws of the parameters, or over moments.
    each : bool
        Whether over moments: they are then not averaged.

    Returns
    -------
    array (features,) or (features, moments)
    """
    stocks = np.asarray(stocks_now(standing), float)[:, WEEKS]
    size = stocks.shape[1:]

    def fold(array: object) -> Floats:
        whole = np.asarray(array, float)
        whole = np.broadcast_to(whole, (*whole.shape[: whole.ndim - len(size)], *size))
        return whole if each else whole.mean(-1)

    by_mark, sting, pressure = fold(stocks), fold(standing.sting), fold(standing.pressure)
    last = fold(standing.last_actor)
    clashes = by_mark[list(_BOTH)].sum(0)
    force = by_mark[list(_FORCE)] + clashes
    # After a clash one looks from the side that opened.
    second = last == SECOND

    def of_own(sides: Floats) -> Floats:
        return np.where(second, sides[1], sides[0])

    def of_other(sides: Floats) -> Floats:
        return np.where(second, sides[0], sides[1])

    return np.array([
        fold(standing.last_kind),
        fold(standing.last_dead),
        last == MUTUAL,
        np.log1p(fold(standing.k)),
        np.log1p(fold(standing.age)),
        of_own(force),
        of_other(force),
        by_mark[list(_TALK)].sum(0),
        of_other(sting),
        np.log1p(of_other(pressure)),
        np.log1p(of_own(pressure)),
    ], float)  # fmt: skip
