"""The moments of a record at which one stands: the evenings with news of its main acts."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from offramp.history import MAIN, MARKS, History, deeds_between, from_record, ladder_of
from offramp.record import Record

LEAST_LEVEL = 3
"""One stands on displays and uses of force; a threat alone is no moment."""

NEWS = timedelta(days=3)
"""How old an act may be when it becomes known, and one still stands on the evening of that day."""


@dataclass(frozen=True)
class Moment:
    """The evening on which a main act became known, and what was known on it.

    Attributes
    ----------
    record : Record
        The whole record.
    history : History
        What was known of it on that evening.
    act : str
        The last main act of which that day brought the news.
    """

    record: Record
    history: History
    act: str

    @property
    def day(self) -> date:
        """The day on whose evening one stands."""
        return self.history.as_of


def moments_of(record: Record) -> tuple[Moment, ...]:
    """List the evenings from the opening of a crisis on which news of a main act came.

    Acts before the opening are background: a record names some of them and does not watch the
    time between. Acts of the shadow war, as it was customary on that day, are no moments, nor is
    what came out long after it was done.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> moments = moments_of(parse_record(new_record("two-rivals")))
    >>> all(moment.day >= moment.record.opens for moment in moments)
    True
    """
    news: dict[date, set[str]] = {}
    for deed in deeds_between(record, ladder_of(record)):
        evening = max(deed.day, deed.act.known_on)
        fresh = record.opens <= deed.day and evening - deed.day <= NEWS
        if deed.level >= LEAST_LEVEL and fresh and evening <= (record.closes or evening):
            news.setdefault(evening, set()).add(deed.act.id)
    levels = np.array([level for _, level in MARKS])
    found: list[Moment] = []
    for evening, acts in sorted(news.items()):
        history = from_record(record, evening)
        events = history.events
        main = (events.valid > 0) & (events.stream == MAIN) & (levels[events.mark] >= LEAST_LEVEL)
        new = [
            act for act, counts in zip(history.acts, main, strict=False) if counts and act in acts
        ]
        if new:
            found.append(Moment(record, history, new[-1]))
    return tuple(found)
