"""What came after a moment, by the rest of its record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from offramp.history import FIRST, LEVELS, MUTUAL, SECOND, Happened, mark_of
from offramp.questions import Afterwards
from offramp.scoring.library._moments import Moment
from offramp.scoring.library._questions import (
    HOME,
    HORIZONS,
    NEAR,
    QUIET_DAYS,
    RUNGS,
    WHO,
    wait_bin,
)


@dataclass(frozen=True)
class Came:
    """What came of a question: 1 or 0, or the index of the outcome; and the act that decided."""

    outcome: int
    by_act: str | None


def outcomes(moment: Moment, watched_on: bool = False) -> dict[str, Came]:
    """Resolve the questions of a moment against the rest of its record.

    A question is resolved only where the record watches to the end of its window: where a no
    would have been seen too, else only yeses would count.

    Parameters
    ----------
    moment : Moment
    watched_on : bool
        Whether to suppose that the record watched every window to its end, and that nothing
        came once it had closed.

    Returns
    -------
    dict of str to Came
        By the key of the question; those that stay open are missing.
    """
    until = moment.day + timedelta(days=HORIZONS[-1]) if watched_on else None
    after = Afterwards(moment.record, moment.day, until)
    acts = [act for act in after.acts if not act.shadow]
    found: dict[str, Came] = {}

    def within(days: int) -> list[Happened]:
        return [act for act in acts if act.day <= moment.day + timedelta(days=days)]

    for days in HORIZONS:
        if not after.covers(days):
            continue
        for who in WHO:
            theirs = [act for act in within(days) if _is(act, who, moment)]
            found[f"force-{who}-{days}"] = _yes(act for act in theirs if act.level >= 4)
            found[f"home-{who}-{days}"] = _yes(act for act in theirs if act.at_least(HOME))
    if after.covers(QUIET_DAYS):
        loud = _yes(act for act in within(QUIET_DAYS) if act.level >= 3)
        found[f"quiet-{QUIET_DAYS}"] = Came(1 - loud.outcome, loud.by_act)
    if after.covers(NEAR):
        found |= _next(within(NEAR), moment)
    return found


def _next(near: list[Happened], moment: Moment) -> dict[str, Came]:
    first = near[0] if near else None
    name = first.id if first else None
    wait = wait_bin((first.day - moment.day).days if first else None)
    actor = _actor(first, moment) if first else None
    act = 1 + mark_of(actor, first.level) if first and actor is not None else 0
    top = max(near, key=lambda each: each.ladder.order(each.rung), default=None)
    return {
        f"actor-{NEAR}": Came(3 if actor is None else actor, name),
        f"act-{NEAR}": Came(act, name),
        f"wait-{NEAR}": Came(wait, name),
        f"highest-{NEAR}": Came(RUNGS.index(top.rung) if top else 0, top.id if top else None),
    }


def _yes(acts: Iterable[Happened]) -> Came:
    first = next(iter(acts), None)
    return Came(int(first is not None), first.id if first else None)


def _actor(act: Happened, moment: Moment) -> int:
    # A battle has no maker in what the forecasters learned from, so none names one.
    if act.side is None or act.level > LEVELS[-1]:
        return MUTUAL
    return (FIRST, SECOND)[moment.history.sides.index(act.side)]


def _is(act: Happened, who: str, moment: Moment) -> bool:
    if who == "either" or act.side is None:
        return True
    return moment.history.sides[0 if who == "first" else 1] == act.side
