"""The worst forecasts, by name."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from offramp.history import BATTLE, BIN_DAYS, BIN_STARTS, CLASH, HORIZON, MARKS, QUIET, Points
from offramp.scoring._losses import losses
from offramp.scoring._predictions import Predictions

NAMED = 10

_DEEDS = {2: "threatens", 3: "displays force", 4: "uses force"}


@dataclass(frozen=True)
class Miss:
    """A forecast that went wrong.

    Attributes
    ----------
    dataset : str
    confrontation : int
        Its number in the data.
    sides : (str, str)
        Codes of the side that opened, and of the other.
    day : str
        The day on whose evening it was made; the month alone where the data give no more.
    said : str
        What was held likeliest.
    said_chance : float
        Its chance.
    came : str
        What came.
    came_chance : float
        The chance that this had been given, when, who and what together.
    loss : float
        Minus the log of it, in nats.
    """

    dataset: str
    confrontation: int
    sides: tuple[str, str]
    day: str
    said: str
    said_chance: float
    came: str
    came_chance: float
    loss: float


def worst(said: Predictions, points: Points, most: int = NAMED) -> tuple[Miss, ...]:
    """Name the points at which the least chance was given to what came.

    Each confrontation is named once at most, by its worst point.
    """
    lost = losses(said, points)["joint"]
    found: dict[int, Miss] = {}
    for at in np.argsort(-lost, kind="stable"):
        number = int(points.confrontation[at])
        if number not in found:
            found[number] = _miss(said, points, int(at), float(lost[at]))
        if len(found) == most:
            break
    return tuple(found.values())


def _miss(said: Predictions, points: Points, at: int, loss: float) -> Miss:
    events, row = points.confrontations, points.row[at]
    one, two = (str(side) for side in events.sides[points.history[at]])
    day = date.fromordinal(int(points.day[at]))
    likeliest = int(np.argmax(said.when[at]))
    return Miss(
        events.dataset,
        int(points.confrontation[at]),
        (one, two),
        f"{day:%Y-%m}" if events.vague[row] else str(day),
        time_words(likeliest),
        float(said.when[at, likeliest]),
        act_words(int(points.mark[at]), int(points.bin[at]), (one, two)),
        float(np.exp(-loss)),
        loss,
    )


def time_words(when: int) -> str:
    """Say when an act comes, in words.

    Examples
    --------
    >>> time_words(0), time_words(3), time_words(8)
    ('an act the same day', 'an act in 4-7 days', 'no act for 180 days')
    """
    if when == QUIET:
        return f"no act for {HORIZON} days"
    return f"an act {_time(when)}"


def act_words(mark: int, when: int, sides: tuple[str, str]) -> str:
    """Say what came and when, in words.

    Examples
    --------
    >>> act_words(5, 2, ("200", "365"))
    '365 uses force in 2-3 days'
    """
    if when == QUIET:
        return time_words(when)
    if mark in (CLASH, BATTLE):
        return f"a {'clash' if mark == CLASH else 'battle'} {_time(when)}"
    actor, level = MARKS[mark]
    return f"{sides[actor]} {_DEEDS[level]} {_time(when)}"


def _time(when: int) -> str:
    first, days = BIN_STARTS[when], BIN_DAYS[when]
    if not first:
        return "the same day"
    if days == 1:
        return f"in {first} day{'s' * (first > 1)}"
    return f"in {first}-{first + days - 1} days"
