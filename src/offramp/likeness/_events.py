"""The nearest moments in Militarized Interstate Events, and what followed them."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import jax.numpy as jnp
import numpy as np

from offramp.history import (
    BATTLE,
    MARKS,
    MUTUAL,
    Confrontations,
    History,
    Points,
    padded,
    standing_points,
)
from offramp.learning import clusters_of_record, standings
from offramp.likeness._features import FEATURES, acted, few, see
from offramp.likeness._nearest import Floats, Ints, apart, distances, nearest, share_of
from offramp.likeness._nuclear import nuclear_sides
from offramp.likeness._results import Case, Elsewhere, Later, Share
from offramp.likeness._same import are_known
from offramp.likeness._view import WORDS, View
from offramp.model import Parameters, Standing, pass_days
from offramp.record import Record

CASES = 50
"""How many moments make a share."""

LEAST_LEVEL = 3
WINDOW = 90
"""Days over which it is told what followed."""

NUCLEAR = "sides with nuclear weapons"
_COLUMNS = (*range(11), FEATURES.index(NUCLEAR))
KNOWN = tuple(FEATURES[n] for n in _COLUMNS)
"""The features that such data know: acts, the dead, and who had nuclear weapons."""

SEES = (
    "threats, displays and uses of force between two states, their dead, and nuclear weapons; "
    "the record is seen the same way, without what these data do not know"
)
BLIND = (
    "whether force struck home soil, a leader or another’s proxy, what was said beside threats, "
    "and who mediated"
)

_WHAT = ("threat", "display", "force", "threat", "display", "force", "clash", "battle")
_LEVEL = np.array([level for _, level in MARKS])
_ACTOR = np.array([actor for actor, _ in MARKS])


@dataclass(frozen=True)
class Acts:
    """Confrontations, and where each stood after every act."""

    events: Confrontations

    @cached_property
    def standing(self) -> Standing:
        """By the model's own rules: arrays (..., acts)."""
        return standings(self.events)


@dataclass(frozen=True)
class Moments:
    """Evenings some days after an act, as they can be compared: arrays (moments, ...).

    Attributes
    ----------
    points : Points
        After which act.
    values : array (moments, features)
        In the order of `KNOWN`.
    since : int
        Days since the act.
    """

    points: Points
    values: Floats
    since: int

    def where(self, keep: np.ndarray) -> "Moments":
        """Keep some, by a mask or by their places."""
        return Moments(self.points.where(keep), self.values[keep], self.since)


def moments_in(acts: Acts, since: int, until: date | None = None) -> Moments:
    """List the moments of level 3 or more that are over, and nothing of what came later.

    Parameters
    ----------
    acts : Acts
    since : int
        Days since the last act: one stands where no other had come by then.
    until : datetime.date, optional
        Nothing that is dated later is looked at, and the windows had closed by then.
    """
    events = acts.events
    rows = np.arange(events.count)
    if until is not None:
        rows = np.flatnonzero(events.day <= until.toordinal())
        events = _up_to(events, rows, until.toordinal())
    points = standing_points(events)
    keep = points.ends_day & (_LEVEL[events.mark[points.row]] >= LEAST_LEVEL)
    keep &= points.days_until(np.ones(len(MARKS), bool)) > since
    keep &= points.day + since + WINDOW <= events.until
    points = points.where(keep)
    at = rows[points.row]
    count = len(at)
    # Whole blocks, so that few shapes are compiled.
    at = np.pad(at, (0, padded(count, 256) - count))
    standing = Standing(*(jnp.asarray(np.asarray(array)[..., at]) for array in acts.standing))
    seen = acted(pass_days(standing, jnp.int32(since)), each=True)[:, :count]
    nuclear = nuclear_sides(events.sides[points.history], points.year)
    return Moments(points, np.column_stack([*seen, nuclear]), since)


def from_events(
    acts: Acts, record: Record, history: History, view: View, parameters: Parameters, later: bool
) -> Elsewhere:
    """Find the moments of published events nearest to one, and what followed them.

    Parameters
    ----------
    acts : Acts
    record : Record
        The crisis asked about; its own cluster is passed over.
    history : History
        Where one stands.
    view : View
        The model's.
    parameters : Parameters
    later : bool
        Whether what is dated after the day is let in.
    """
    as_of = history.as_of
    found = moments_in(acts, history.days_since_last, None if later else as_of)
    points = found.points
    own = clusters_of_record(record, points.confrontations)
    apart_from = ~np.isin(points.cluster, own)
    if not are_known(record):
        # Nobody can tell which of these is the crisis itself: none of its days may be.
        apart_from &= points.day < record.opens.toordinal()
    found = found.where(apart_from)
    if not found.points.count:
        note = f"There is no moment to compare with up to {as_of}."
        return Elsewhere("mie", "MIE", note)
    here = see(blinded(history), few(parameters)).values[list(_COLUMNS)]
    distance, chosen = neighbours(found, here)
    cases = tuple(case_at(found, n, float(distance[n])) for n in chosen)
    crises = found.points.cluster[chosen].tolist()
    return Elsewhere(
        "mie", "MIE", "", SEES, BLIND, found.points.count,
        len(np.unique(found.points.cluster)), len(own), _shares(cases, crises, view), cases,
    )  # fmt: skip


def neighbours(found: Moments, here: Floats, most: int = CASES) -> tuple[Floats, list[int]]:
    """Give the distances of moments from one, and the nearest, the nearest first."""
    distance = distances(apart(found.values, here))
    points = found.points
    sides = points.confrontations.sides[points.history]
    ties = (-points.day, points.confrontation, sides[:, 0], sides[:, 1])
    return distance, nearest(distance, points.cluster, most, [_ranks(tie) for tie in ties])


def blinded(history: History) -> History:
    """Show a history as such data would: without soil, rank, proxies and what got through."""
    events = history.events
    none = np.zeros_like(events.proxy)
    return replace(
        history,
        events=events._replace(
            proxy=none, sovereign=none, leader=none, non_state=none, exposed=none - 1
        ),
    )


def _up_to(events: Confrontations, rows: Ints, until: int) -> Confrontations:
    kept = np.unique(events.history[rows])
    return Confrontations(
        events.dataset, np.searchsorted(kept, events.history[rows]), events.day[rows],
        events.mark[rows], events.action[rows], events.log_dead[rows], events.vague[rows],
        events.confrontation[kept], events.cluster[kept], events.sides[kept],
        min(events.until, until), None if events.watched is None else events.watched[rows],
    )  # fmt: skip


def _ranks(values: np.ndarray) -> Ints:
    return np.unique(values, return_inverse=True)[1]


def case_at(found: Moments, place: int, distance: float) -> Case:
    """Tell a moment, and what followed it within `WINDOW` days."""
    points, events = found.points, found.points.confrontations
    row, history = int(points.row[place]), int(points.history[place])
    stands = int(points.day[place]) + found.since
    last = int(_ACTOR[events.mark[row]])
    own = 0 if last == MUTUAL else last
    course: list[Later] = []
    for at in range(row + 1, events.count):
        days = int(events.day[at]) - stands
        if events.history[at] != history or days > WINDOW:
            break
        mark = int(events.mark[at])
        by = "both" if _ACTOR[mark] == MUTUAL else "same" if _ACTOR[mark] == own else "other"
        course.append(Later(days, by, _WHAT[mark], int(_LEVEL[mark])))
    one, two = events.sides[history].tolist()
    return Case(
        int(events.confrontation[history]), f"{one} and {two}", date.fromordinal(stands),
        found.since, distance, tuple(course), "",
    )  # fmt: skip


def _shares(cases: tuple[Case, ...], crises: list[int], view: View) -> tuple[Share, ...]:
    def forced(within: int) -> list[bool]:
        return [any(a.level >= 4 and a.days <= within for a in case.course) for case in cases]

    first = [next((a.by for a in case.course if a.days <= 30), "nobody") for case in cases]
    battles = [any(a.what == _WHAT[BATTLE] for a in case.course) for case in cases]
    shares = (
        *(
            share_of(f"force by either side within {days} days", forced(days), crises,
                     view.force(days))
            for days in (7, 30, 90)
        ),
        share_of("a battle within 90 days", battles, crises, view.battle(90)),
        *(
            share_of(words, [who == key for who in first], crises, view.next_by(key))
            for key, words in WORDS.items()
        ),
    )  # fmt: skip
    return tuple(share for share in shares if share is not None)
