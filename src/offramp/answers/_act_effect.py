"""What one act changed in each side's reasons, and whether it restored deterrence."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta

from offramp._errors import UsageError
from offramp.answers._changes import Moment, moment
from offramp.answers._deterrence import (
    DRAWS,
    Deterrence,
    check_done,
    check_moves,
    deterred,
    terms_of,
)
from offramp.answers._world import World, stand
from offramp.model import Parameters
from offramp.record import Record

LATER = 30
"""Days after which an act's effects are looked at again."""

WORKERS = 2

FOLLOWS = (
    "what answers the act or speaks about it is taken out with it; what else followed is held as "
    "it was"
)


@dataclass(frozen=True)
class ActEffect:
    """What one act changed: at once, later, and in the other side's chance of a repeat.

    Attributes
    ----------
    act : str
    at_once : Moment
        As of the evening on which it was known.
    later : Moment or None
        Thirty days on, or as of the day asked about where that is sooner; None on the same day.
    deterrence : Deterrence or None
        As of the evening of `at_once`.
    follows : str
        What became of what followed.
    unasked : str or None
        Why deterrence cannot be asked about, where it cannot.
    """

    act: str
    at_once: Moment
    later: Moment | None
    deterrence: Deterrence | None
    follows: str
    unasked: str | None = None


def act_effect(
    record: Record, name: str, as_of: date, draws: int = DRAWS, seed: int = 0,
    parameters: Parameters | None = None,
) -> ActEffect:  # fmt: skip
    """Say what one act changed in the reasons of both sides.

    Parameters
    ----------
    record : Record
        The whole record; nothing known later than `as_of` is used.
    name : str
        The act's id.
    as_of : datetime.date
        The last day on which one looks.
    draws, seed : int
        Of the contrasts that test deterrence.
    parameters : Parameters, optional
        The shipped ones where left out.

    Returns
    -------
    ActEffect
        At once is the evening on which the act was known; later is thirty days on, or `as_of`
        where that is sooner.

    Raises
    ------
    UsageError
        When the act lies later, or is no act between the sides.

    Examples
    --------
    >>> from datetime import date
    >>> from offramp.record import open_record
    >>> record = open_record("iran-israel-2024")
    >>> found = act_effect(record, "true-promise", date(2024, 4, 14), draws=400)
    >>> found.at_once.as_of.isoformat(), found.later.as_of.isoformat()
    ('2024-04-13', '2024-04-14')
    """
    day = check_done(record, name, as_of)
    world = stand(record, day, parameters)
    check_moves(world, name)
    then = min(day + timedelta(days=LATER), as_of)
    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        at_once = pool.submit(moment, world, name)
        later = pool.submit(moment, stand(record, then, parameters), name) if then > day else None
        found, unasked = _deterrence(world, name, draws, seed)
        if found is not None:
            found = replace(found, through=terms_of(at_once.result(), found.by))
        return ActEffect(
            name, at_once.result(), later.result() if later else None, found, FOLLOWS, unasked
        )


def _deterrence(
    world: World, name: str, draws: int, seed: int
) -> tuple[Deterrence | None, str | None]:
    try:
        return deterred(world, name, draws, seed), None
    except UsageError as error:
        return None, str(error)
