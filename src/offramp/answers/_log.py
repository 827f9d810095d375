"""A track record of one's own: forecasts written down when made, and scored when settled."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from offramp._errors import OfframpError
from offramp._files import write_atomic
from offramp.answers._ask import days_needed
from offramp.answers._results import Asked, Reply
from offramp.history import ladder_of
from offramp.questions import Afterwards, check_names, parse_question
from offramp.record import Record

LARGEST = 20_000_000
"""Bytes of a log; some fifty thousand forecasts."""

SUREST = 1e-4
"""A probability nearer to none or all than this is scored as this, or one miss would be endless."""


Chance = Annotated[float, Field(ge=0.0, le=1.0, allow_inf_nan=False)]


@dataclass(frozen=True)
class Logged:
    """A forecast as it was written down.

    Attributes
    ----------
    made : datetime.date
        The day on which it was written down.
    crisis : str
        The record's name in the library, or its path.
    as_of : datetime.date
        The day on whose evening it stands.
    ask : str
    probability, low, high : float
    baseline : float or None
    run : str
        What it depends on; see `run_name`.
    """

    made: date
    crisis: str
    as_of: date
    ask: str
    probability: Chance
    low: Chance
    high: Chance
    baseline: Chance | None
    run: str


_LINE = TypeAdapter(Logged)


@dataclass(frozen=True)
class Settled:
    """A logged forecast, and what became of it.

    Attributes
    ----------
    forecast : Logged
    outcome : bool or None
        None while it is open, or where it never resolves.
    why : str
    brier, brier_baseline : float or None
        Only where a "no" would have been seen too: else only those that came true would count.
    log_score : float or None
        Minus the log of the probability given to what came; the lower the better.
    """

    forecast: Logged
    outcome: bool | None
    why: str
    brier: float | None
    brier_baseline: float | None
    log_score: float | None


def log_forecasts(path: Path, asked: Asked, crisis: str, made: date) -> int:
    """Write forecasts down, after those that the log holds already.

    Parameters
    ----------
    path : Path
        A file of JSON lines; made where there is none.
    asked : Asked
        Only chances are written down: no counterfactuals, which never resolve, and of who acts
        next only what was asked by name.
    crisis : str
        The name or path by which to find the record again.
    made : datetime.date

    Returns
    -------
    int
        How many are new; one that the log holds from the same run is not written twice.

    Raises
    ------
    OfframpError
        When the file holds something else, or cannot be written.
    """
    held = read_log(path) if path.exists() else []
    known = {(f.crisis, f.as_of, f.ask, f.run) for f in held}
    new = [
        Logged(
            made, crisis, asked.as_of, reply.ask, reply.probability, reply.low, reply.high,
            reply.baseline, asked.run,
        )
        for reply in asked.answers
        if isinstance(reply, Reply) and reply.probability is not None and not reply.shares
        and (crisis, asked.as_of, reply.ask, asked.run) not in known
    ]  # fmt: skip
    if new:
        write_atomic(path, b"".join(_LINE.dump_json(each) + b"\n" for each in (*held, *new)))
    return len(new)


def read_log(path: Path) -> list[Logged]:
    """Read the forecasts of a log.

    Raises
    ------
    OfframpError
        When a line is no forecast; the message names the line.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise OfframpError(f"{path} is larger than {LARGEST:,} bytes. Begin another log.")
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no text"
        raise OfframpError(f"Cannot read {path}: {reason}.") from error
    found: list[Logged] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(_LINE.validate_json(line))
            except ValidationError:
                raise OfframpError(
                    f"{path}:{number}: this line is no forecast. Each line is what "
                    "offramp ask --log writes."
                ) from None
    return found


def settle(forecasts: Sequence[Logged], open_one: Callable[[str], Record]) -> tuple[Settled, ...]:
    """Resolve logged forecasts against their records as these now stand, and score them.

    Parameters
    ----------
    forecasts : sequence of Logged
    open_one : callable
        Opens the record of a name; `offramp.record.open_record`.

    Returns
    -------
    tuple of Settled
        In the order of the log. A record or a question that is no longer there is said so.
    """
    records: dict[str, Record] = {}
    found: list[Settled] = []
    for each in forecasts:
        try:
            record = records.setdefault(each.crisis, open_one(each.crisis))
            found.append(_settle(each, record))
        except OfframpError as error:
            why = f"Cannot be settled: {str(error).splitlines()[0]}"
            found.append(Settled(each, None, why, None, None, None))
    return tuple(found)


def _settle(forecast: Logged, record: Record) -> Settled:
    question = parse_question(forecast.ask)
    question = check_names(question, record, forecast.as_of, ladder_of(record))
    after = Afterwards(record, forecast.as_of)
    became = after.resolve(question)
    outcome = became.outcome if isinstance(became.outcome, bool) else None
    if isinstance(became.outcome, str) and "=" in forecast.ask:
        outcome = became.outcome == getattr(question.observable, "who", None)
    if outcome is None or not after.covers(days_needed(question)):
        return Settled(forecast, outcome, became.why, None, None, None)
    given = min(max(forecast.probability, SUREST), 1 - SUREST)
    base = forecast.baseline
    return Settled(
        forecast, outcome, became.why, (forecast.probability - outcome) ** 2,
        None if base is None else (base - outcome) ** 2,
        -math.log(given if outcome else 1 - given),
    )  # fmt: skip
