"""Everything that a report shows of one crisis as of one date."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Literal

import numpy as np

from offramp.futures._beliefs import parameters_for
from offramp.futures._firsts import firsts
from offramp.futures._forecast import forecast
from offramp.futures._ledger import ledger
from offramp.futures._look_back import look_back
from offramp.futures._odds import odds
from offramp.futures._postures import postures
from offramp.futures._results import Findings, ParameterNote
from offramp.futures._reveal import reveal
from offramp.history import MAIN, History, from_record
from offramp.model import TERMS, Parameters
from offramp.record import Record

ODDS_DAYS = 14
"""How many days back the odds are followed, unless asked otherwise."""

LEDGER_DAYS = 60


def study(
    record: Record, as_of: date, days: int = 90, draws: int = 10_000, seed: int = 0,
    odds_from: date | None = None, odds_to: date | None = None, with_reveal: bool = False,
    parameters: Parameters | None = None, progress: Callable[[str, int, int], None] | None = None,
) -> Findings:  # fmt: skip
    """Study a crisis as of a date: forecast, odds by day, ledger, postures, firsts.

    Parameters
    ----------
    record : Record
        The whole record; nothing known later than `as_of` is used, save by `with_reveal`.
    as_of : datetime.date
    days, draws, seed
        As in `forecast`.
    odds_from, odds_to : datetime.date, optional
        Which days to follow the odds over; the two weeks up to `as_of` where left out.
    with_reveal : bool
        Whether to set what happened afterwards beside the forecast.
    parameters : Parameters, optional
        The shipped ones where left out.
    progress : callable, optional
        Called with a step's name, how much of it is done, and how much there is.

    Returns
    -------
    Findings

    Raises
    ------
    UsageError
        As `forecast` and `odds`.
    """
    parameters = parameters_for(record, parameters)
    tell = progress or _say_nothing
    tell("futures", 0, 1)
    history = from_record(record, as_of)
    ahead = forecast(record, as_of, days, draws, seed, parameters)
    tell("futures", 1, 1)
    last = odds_to or as_of
    first = odds_from or max(_first_act(history), record.opens, last - timedelta(ODDS_DAYS - 1))
    with ThreadPoolExecutor(max_workers=1) as pool:
        # Looking back is mostly work for the compiler; it goes on beside the odds.
        path = pool.submit(
            odds, record, min(first, last), last, min(days, 30), seed=seed, parameters=parameters,
            progress=progress,
        )  # fmt: skip
        tell("ledger and postures", 0, 1)
        back = look_back(history, parameters, _days_back(history, record))
        entries = ledger(history, parameters, back)
        dispositions = postures(history, parameters, back)
        tell("ledger and postures", 1, 1)
    known = record.as_of(as_of)
    return Findings(
        record=known,
        forecast=ahead,
        odds=path.result(),
        ledger=entries,
        postures=dispositions,
        firsts=firsts(known),
        parameters=parameter_notes(parameters),
        reveals=reveal(record, ahead) if with_reveal else (),
    )


def parameter_notes(parameters: Parameters) -> tuple[ParameterNote, ...]:
    """List the parameters as a report shows them: 80 % bands of their draws, and their basis.

    For a table of parameters the ends are its smallest and largest mean instead.
    """
    groups: dict[str, Literal["base", "learned", "dial"]] = {
        prior.name: term.group for term in TERMS for prior in term.priors
    }
    found: list[ParameterNote] = []
    for prior in parameters.priors:
        entries = prior.mean.size
        draws = parameters.values[prior.name]
        low, mean, high = (float(np.quantile(draws, at)) for at in (0.1, 0.5, 0.9))
        label = prior.label
        if entries > 1:
            low, mean, high = (float(edge(draws.mean(0))) for edge in (np.min, np.mean, np.max))
            label = f"{prior.label} ({entries} entries, smallest to largest)"
        found.append(
            ParameterNote(
                name=prior.name, label=label, group=groups.get(prior.name, "dial"),
                mean=mean, low=low, high=high, basis=prior.basis, acts_on=prior.acts_on,
            )
        )  # fmt: skip
    return tuple(found)


def _say_nothing(_step: str, _done: int, _total: int) -> None:
    """Report no progress."""


def _first_act(history: History) -> date:
    main = (history.events.valid > 0) & (history.events.stream == MAIN)
    return history.as_of + timedelta(days=int(history.events.day[main].min()))


def _days_back(history: History, record: Record) -> list[int]:
    """Choose the days that ledger and postures show: from a week before it opened, in steps."""
    opened = (record.opens - history.as_of).days - 7
    earliest = int(history.events.day[history.events.valid > 0].min())
    start = max(min(opened, -7), earliest, -LEDGER_DAYS * 4)
    step = max(1 + (-start - 1) // LEDGER_DAYS, 1)
    return sorted({*range(0, start - 1, -step), 0})
