"""The moments of a record at which one stands: the evenings of its main acts."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from offramp.history import MAIN, MARKS, History, deeds_between, from_record, ladder_of
from offramp.record import Record

LEAST_LEVEL = 3
"""One stands on displays and uses of force; a threat alone is no moment."""


@dataclass(frozen=True)
class Moment:
    """The evening of a day with a main act, and what was known on it.

    Attributes
    ----------
    record : Record
        The whole record.
    history : History
        What was known of it on that evening.
    act : str
        The day's last main act.
    """

    record: Record
    history: History
    act: str

    @property
    def day(self) -> date:
        """The day on whose evening one stands."""
        return self.history.as_of


def moments_of(record: Record) -> tuple[Moment, ...]:
    """List the evenings from the opening of a crisis on which a main act had come.

    Acts before the opening are background: a record names some of them and does not watch the
    time between. Acts of the shadow war, as it was customary on that day, are no moments.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> moments = moments_of(parse_record(new_record("two-rivals")))
    >>> all(moment.day >= moment.record.opens for moment in moments)
    True
    """
    deeds = deeds_between(record, ladder_of(record))
    last = record.closes or max((deed.day for deed in deeds), default=record.opens)
    days = sorted(
        {d.day for d in deeds if d.level >= LEAST_LEVEL and record.opens <= d.day <= last}
    )
    found: list[Moment] = []
    levels = np.array([level for _, level in MARKS])
    for day in days:
        if not any(deed.day <= day for deed in deeds_between(record.as_of(day), ladder_of(record))):
            continue
        history = from_record(record, day)
        events = history.events
        main = (events.valid > 0) & (events.stream == MAIN) & (events.day == 0)
        main &= levels[events.mark] >= LEAST_LEVEL
        if main.any():
            found.append(Moment(record, history, history.acts[int(np.flatnonzero(main)[-1])]))
    return tuple(found)
