"""How the odds moved from day to day, each day knowing only what was known on it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import numpy as np

from offramp._errors import UsageError
from offramp.futures import _baseline as baseline
from offramp.futures._beliefs import parameters_for
from offramp.futures._climb import Climb
from offramp.futures._estimate import estimate
from offramp.futures._results import OddsLine, OddsPath
from offramp.futures._simulate import WORKERS, simulate
from offramp.history import History, from_record, ladder_of
from offramp.model import Parameters
from offramp.record import Record

Progress = Callable[[str, int, int], None]

Asked = tuple[str, str, str | None, tuple[float, float, float, float | None]]
"""A question, its label, its side, and its probability, interval and base rate."""

LONGEST = 120
"""Days; each is a forecast of its own."""


def odds(
    record: Record, first: date, last: date, days: int = 30, draws: int = 5_000, seed: int = 0,
    parameters: Parameters | None = None, progress: Progress | None = None,
) -> OddsPath:  # fmt: skip
    """Ask the same questions at the end of each day.

    Parameters
    ----------
    record : Record
        The whole record; each day sees only what was known by its end.
    first, last : datetime.date
        The days, both included; at most `LONGEST`.
    days : int
        Horizon of the questions.
    draws : int
        Futures a day.
    seed : int
        Every day's futures share their luck, so that only what was learned moves the odds.
    parameters : Parameters, optional
        The shipped ones where left out.
    progress : callable, optional
        Called with a word, how many days are done, and how many there are.

    Returns
    -------
    OddsPath

    Raises
    ------
    UsageError
        When `first` is after `last`, lies before the first act, or the span is too long.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> last = record.acts[-1].span.last
    >>> len(odds(record, last, last, draws=200).days)
    1
    """
    count = (last - first).days + 1
    if count < 1:
        raise UsageError(f"{first} is after {last}. Give the earlier day first.")
    if count > LONGEST:
        raise UsageError(f"{first} to {last} is {count} days; ask for {LONGEST} at most.")
    parameters = parameters_for(record, parameters)
    dates = tuple(first + timedelta(days=step) for step in range(count))

    def one(day: date) -> list[Asked]:
        climb = Climb(simulate(from_record(record, day), parameters, days, draws, seed))
        return _ask(climb, record, days)

    asked: list[list[Asked]] = []
    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        for done, answers in enumerate(pool.map(one, dates)):
            asked.append(answers)
            if progress:
                progress("odds by day", done + 1, count)
    lines: list[OddsLine] = []
    for row in range(len(asked[0])):
        ask, label, side, _ = asked[0][row]
        numbers = [each[row][3] for each in asked]
        lines.append(
            OddsLine(
                ask=ask, label=label, side=side,
                probability=tuple(n[0] for n in numbers), low=tuple(n[1] for n in numbers),
                high=tuple(n[2] for n in numbers), baseline=tuple(n[3] for n in numbers),
            )
        )  # fmt: skip
    return OddsPath(days=dates, horizon_days=days, draws=draws, lines=tuple(lines))


def _ask(climb: Climb, record: Record, days: int) -> list[Asked]:
    """Ask in the record's order of sides, so that each line keeps its side on every day."""
    history = climb.futures.history
    home = home_rung(history)
    found: list[Asked] = []
    ladder = ladder_of(record)

    def named(rung: int) -> str:
        return f"{ladder.rungs[rung].name.lower()} or higher"

    for key in record.sides:
        side = history.sides.index(key)
        other, name = history.sides[1 - side], record.party(record.sides[key][0]).name
        rung = history.rungs.keys[home]
        found.append(
            (
                f"{key} >= {rung} against {other} within {days}d", f"{name}: {named(home)}", key,
                _numbers(climb, side, home, days),
            )
        )  # fmt: skip
    any_act = next(i for i, level in enumerate(history.rungs.level) if level >= 3)
    found.append(
        (
            f"either >= {history.rungs.keys[any_act]} within {days}d",
            f"either side: {named(any_act)}", None,
            _numbers(climb, 2, any_act, days),
        )
    )  # fmt: skip
    return found


def home_rung(history: History) -> int:
    """Give the lowest rung that strikes sovereign soil, or the lowest use of force."""
    home = np.flatnonzero(history.rungs.home)
    if len(home):
        return int(home[0])
    return next(i for i, level in enumerate(history.rungs.level) if level >= 4)


def _numbers(
    climb: Climb, side: int, rung: int, days: int
) -> tuple[float, float, float, float | None]:
    found = estimate(climb.at_least(side, rung, days), climb.futures.per_draw)
    base = baseline.acts_at_rung(climb.futures.history, side, rung, days)
    return found.probability, found.low, found.high, base
