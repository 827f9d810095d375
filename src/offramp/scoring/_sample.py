"""What a backtest is fitted to and what it scores: split in time, by confrontation."""

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

import numpy as np

from offramp._errors import OfframpError, UsageError
from offramp.history import Confrontations, Points, standing_points

LAST_YEARS = 8
"""Years at the end of the data that are scored where no year is asked for, and years at the end
of the training on which the pool's share and the recalibration are learned."""

LEAST_POINTS = 50
"""Standing points below which nothing is fitted."""

LEAST_CONFRONTATIONS = 10
"""Confrontations below which no share and no recalibration is learned."""


_SHORTER = (LAST_YEARS, 4, 2, 1)


@dataclass(frozen=True)
class Split:
    """Points to fit to, and points to score, which begin where the first end."""

    year: int
    train: Points
    test: Points


def default_year(events: Confrontations) -> int:
    """Give the first of the last eight years that the data observe."""
    return date.fromordinal(events.until).year - LAST_YEARS + 1


def split(events: Confrontations, year: int) -> Split:
    """Split confrontations in time.

    Fitted to are the points whose whole 180-day window closed before `year`; scored are those
    of confrontations that began in or after it.

    Raises
    ------
    UsageError
        When nothing begins from that year on, or nothing closed before it.
    OfframpError
        When there is one confrontation only.
    """
    confrontations = len(np.unique(events.confrontation))
    if confrontations < 2:
        raise OfframpError(
            f"{events.dataset} holds {confrontations} confrontation{'s' * (confrontations != 1)}. "
            "A backtest is fitted to some and scores others; take a file with more."
        )
    if not MINYEAR <= year <= MAXYEAR:
        raise UsageError(f"--from must be a year, {MINYEAR} to {MAXYEAR}; it cannot be {year}.")
    return _split(standing_points(events), year)


def inner_split(outer: Split) -> Split | None:
    """Split the training once more: its last eight years, or fewer where it is short.

    None where it is too short for any.
    """
    for years in _SHORTER:
        first = max(outer.year - years, MINYEAR)
        fitted = outer.train.closed_before(date(first, 1, 1))
        scored = outer.train.begun_from(date(first, 1, 1))
        if fitted.count >= LEAST_POINTS and _confrontations(scored) >= LEAST_CONFRONTATIONS:
            return Split(first, fitted, scored)
    return None


def _split(points: Points, year: int) -> Split:
    events, first = points.confrontations, date(year, 1, 1)
    train, test = points.closed_before(first), points.begun_from(first)
    begins, ends = (date.fromordinal(int(day)) for day in (events.day.min(), events.until))
    observed = f"{events.dataset} runs from {begins} to {ends}"
    if not test.count:
        raise UsageError(
            f"There is no event to score from {year} on: {observed}, and what is scored needs "
            "a confrontation that begins then and 180 days observed after it. "
            "Choose an earlier --from."
        )
    if _confrontations(test) < 2:
        raise UsageError(
            f"Only one confrontation can be scored from {year} on: {observed}. "
            "A score needs two or more; choose an earlier --from."
        )
    if train.count < LEAST_POINTS:
        raise UsageError(
            f"There is too little to fit to before {year}: {train.count} standing points whose "
            f"180 days had passed, and {LEAST_POINTS} are needed. {observed}. "
            "Choose a later --from."
        )
    return Split(year, train, test)


def _confrontations(points: Points) -> int:
    return len(np.unique(points.confrontation))
