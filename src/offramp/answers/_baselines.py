"""The base rate of a question in history, where history has been asked the same."""

from offramp.futures import baseline
from offramp.history import MUTUAL as BOTH
from offramp.history import History
from offramp.questions import EITHER, AtLeast, Next, Observable, Quiet


def baseline_of(history: History, observable: Observable) -> float | None:
    """Give the base rate of an observable; None where nothing like it was counted.

    Parameters
    ----------
    history : History
        Only who acted last is used.
    observable : Observable

    Returns
    -------
    float or None
    """
    if isinstance(observable, AtLeast):
        return _at_least(history, observable)
    if isinstance(observable, Quiet) and observable.within == 60 and not observable.everything:
        return baseline.quiet_60()
    if isinstance(observable, Next) and observable.who is not None:
        return _next(history, observable)
    return None


def _at_least(history: History, asked: AtLeast) -> float | None:
    rung = history.rungs.keys.index(asked.rung)
    shadow = history.rungs.usual is not None and rung <= history.rungs.usual
    if asked.channel is not None or asked.within is None or history.rungs.level[rung] < 2:
        return None
    if shadow and history.rungs.level[rung] >= 4:
        # MIE holds no shadow war: it cannot say how often this rung is reached with one.
        return None
    side = 2 if asked.who == EITHER else history.sides.index(asked.who)
    return baseline.acts_at_rung(history, side, rung, asked.within)


def _next(history: History, asked: Next) -> float | None:
    rates = baseline.next_actor(asked.within)
    if rates is None or asked.who is None:
        return None
    if asked.who in rates:
        return rates[asked.who]
    last = baseline.last_actor(history)
    if last == BOTH:
        return (rates["same"] + rates["other"]) / 2
    return rates["same" if history.sides[last] == asked.who else "other"]
