"""The nearest moments, what followed each, and how that lies beside the forecast."""

from dataclasses import dataclass
from datetime import date

AT_RANDOM = 1.4
"""How far two moments taken at random lie apart: the root mean square of differences of spread 1
between independent values is the root of 2."""


@dataclass(frozen=True)
class Trait:
    """A feature in which two moments are alike or unlike.

    `label` names it; `apart` is how far the other moment lies from the one asked about, in
    standard deviations over the moments compared: positive where it has more.
    """

    label: str
    apart: float


@dataclass(frozen=True)
class Later:
    """An act that followed a moment.

    `days` counts from the evening one stands on; `by` is ``same``, the side that had acted last,
    ``other`` or ``both``; `what` is its rung, or its kind where the source knows no rungs, and
    `level` its hostility level.
    """

    days: int
    by: str
    what: str
    level: int


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
    course : tuple of Later
        The acts of the next 90 days.
    watched : int
        Days of these 90 over which the record goes on.
    """

    actor: str
    days: int | None
    rung: str | None
    highest_30: str | None
    highest_90: str | None
    force_30: bool | None
    force_90: bool | None
    course: tuple[Later, ...] = ()
    watched: int = 90


@dataclass(frozen=True)
class Neighbour:
    """A moment of another crisis: the evening of `day`, `since` days after the act `act`.

    `distance` is the root mean square of the differences in standard deviations; `AT_RANDOM`
    lies between two moments taken at random.
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
class Case:
    """A moment of a crisis in published data.

    Attributes
    ----------
    number : int
        The confrontation or crisis, as the data number it.
    name : str
        Its name, or the codes of its states.
    day : datetime.date
        The evening on which one stands, `since` days after the last act.
    since : int
    distance : float
        As of a `Neighbour`, over the features that the data know.
    course : tuple of Later
        What followed within 90 days.
    told : str
        What else the source tells of it; empty for none.
    """

    number: int
    name: str
    day: date
    since: int
    distance: float
    course: tuple[Later, ...]
    told: str


@dataclass(frozen=True)
class Share:
    """How often something followed the nearest moments of published data.

    Attributes
    ----------
    what : str
    share : float
        Over `count` moments of `crises` crises.
    low, high : float
        A 90 % beta interval that counts a crisis once, since its moments share what followed.
    count, crises : int
    probability, model_low, model_high : float or None
        The model's forecast of the same; None where it forecasts nothing of the kind.
    apart : float or None
        `share` less `probability`.
    """

    what: str
    share: float
    low: float
    high: float
    count: int
    crises: int
    probability: float | None
    model_low: float | None
    model_high: float | None
    apart: float | None


@dataclass(frozen=True)
class Elsewhere:
    """The nearest moments in a published dataset, if the user has it.

    Attributes
    ----------
    dataset, title : str
    note : str
        Why there is nothing, and how to bring it; empty where there is something.
    sees, blind : str
        What is compared, and what the source cannot tell.
    moments, crises : int
        How many were compared.
    left_out : int
        Crises of the data that are this one, and were passed over.
    shares : tuple of Share
    cases : tuple of Case
        The nearest first.
    """

    dataset: str
    title: str
    note: str
    sees: str = ""
    blind: str = ""
    moments: int = 0
    crises: int = 0
    left_out: int = 0
    shares: tuple[Share, ...] = ()
    cases: tuple[Case, ...] = ()


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
    elsewhere : tuple of Elsewhere
        The same in published data.
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
    elsewhere: tuple[Elsewhere, ...] = ()

    @property
    def like_none(self) -> bool:
        """Whether even the nearest moment of the library is as far off as one taken at random."""
        return bool(self.neighbours) and self.neighbours[0].distance >= AT_RANDOM
