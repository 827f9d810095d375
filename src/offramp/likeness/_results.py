"""The nearest moments, what followed each, and how that lies beside the forecast."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Trait:
    """A feature in which two moments are alike or unlike.

    `label` names it; `apart` is how far the other moment lies from the one asked about, in
    standard deviations over the moments compared: positive where it has more.
    """

    label: str
    apart: float


@dataclass(frozen=True)
class Followed:
    """What followed a moment, outside the shadow war.

    Attributes
    ----------
    actor : str
        Who acted next within 30 days: ``same``, the side that had acted last; ``other``;
        ``both`` in a clash; ``nobody``. ``open`` where the record ends before anybody did.
    days : int or None
        Days to that act.
    rung : str or None
        Its rung.
    highest_30, highest_90 : str or None
        The highest rung within 30 and 90 days, ``calm`` for none; None where the record ends
        before.
    force_30, force_90 : bool or None
        Whether either side used force, or both did, within 30 and 90 days.
    """

    actor: str
    days: int | None
    rung: str | None
    highest_30: str | None
    highest_90: str | None
    force_30: bool | None
    force_90: bool | None


@dataclass(frozen=True)
class Neighbour:
    """A moment of another crisis: the evening of `day`, `since` days after the act `act`.

    `distance` is the root mean square of the differences in standard deviations; 1.4 lies
    between two moments taken at random.
    """

    crisis: str
    crisis_title: str
    day: date
    since: int
    act: str
    act_title: str
    distance: float
    alike: tuple[Trait, ...]
    unlike: tuple[Trait, ...]
    followed: Followed


@dataclass(frozen=True)
class Outside:
    """One question, seen from outside and by the model.

    `share` is how many of the `count` neighbours it was so of whose records watch to the end of
    the window; `probability`, `low` and `high` are the model's forecast. `apart` is `share` less
    `probability`. Both are None where no neighbour can tell.
    """

    what: str
    share: float | None
    count: int
    probability: float
    low: float
    high: float
    apart: float | None


@dataclass(frozen=True)
class Likeness:
    """Crises like this one, as of a day.

    Attributes
    ----------
    crisis, title, as_of
        Where one stands.
    act : str
        The last act outside the shadow war.
    since : int
        Days since it.
    neighbours : tuple of Neighbour
        The nearest first, at most two of each crisis.
    outside : tuple of Outside
    crises, moments : int
        How many were compared.
    left_out : tuple of str
        Crises that were not over by that day; empty with `later`.
    later : bool
        Whether crises of later days were let in.
    draws, seed : int
        Of the forecast.
    """

    crisis: str
    title: str
    as_of: date
    act: str
    since: int
    neighbours: tuple[Neighbour, ...]
    outside: tuple[Outside, ...]
    crises: int
    moments: int
    left_out: tuple[str, ...]
    later: bool
    draws: int
    seed: int
