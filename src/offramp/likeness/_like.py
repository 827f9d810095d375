"""Find the moments nearest to one, and set what followed them beside the forecast."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from offramp._errors import UsageError
from offramp.answers import Level, Run, stand
from offramp.history import MAIN, History
from offramp.likeness._candidates import Candidate, candidates
from offramp.likeness._crises import from_crises
from offramp.likeness._events import from_events
from offramp.likeness._features import FEATURES, few, see
from offramp.likeness._nearest import apart, distances, nearest, spread
from offramp.likeness._published import Published
from offramp.likeness._results import Elsewhere, Likeness, Neighbour, Outside, Trait
from offramp.likeness._view import WORDS, View
from offramp.model import Parameters, shipped_parameters
from offramp.record import Record

NEIGHBOURS = 8
NAMED = 3
"""How many features are named as alike, and as unlike."""

Floats = NDArray[np.float64]


def like(
    record: Record,
    others: Sequence[Record],
    as_of: date,
    later: bool = False,
    draws: int = 10_000,
    seed: int = 0,
    parameters: Parameters | None = None,
    there: Published | None = None,
) -> Likeness:
    """Find the moments of other crises nearest to one, and what followed them.

    Parameters
    ----------
    record : Record
        The crisis asked about.
    others : sequence of Record
        Where to look, such as the library; the same crisis is passed over.
    as_of : datetime.date
        One stands on its evening. Crises that were not over by then are left out.
    later : bool
        Let them in: what followed them is then hindsight.
    draws, seed : int
        Of the model's own forecast.
    parameters : Parameters, optional
        The shipped ones where left out, for the forecast with the record's beliefs put in.
    there : Published, optional
        Where else to look: `published` gives what the user has.

    Returns
    -------
    Likeness

    Raises
    ------
    UsageError
        When there is no moment to compare with.

    Examples
    --------
    >>> from offramp.record import new_record, open_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> found = like(record, [open_record("imia-1996")], record.acts[-1].span.last, draws=1000)
    >>> [neighbour.crisis for neighbour in found.neighbours]
    ['imia-1996', 'imia-1996']
    """
    world = stand(record, as_of, parameters)
    view, base = View(world, Run(90, draws, seed)), parameters or shipped_parameters()
    since = world.history.days_since_last
    found, left = candidates(record, others, as_of, since, later)
    elsewhere = _elsewhere(there, record, view, base, later) if there else ()
    if not found and not any(each.cases for each in elsewhere):
        raise UsageError(_none(left, as_of, since))
    neighbours = _neighbours(found, world.history, few(base), since)
    return Likeness(
        crisis=record.id,
        title=record.title,
        as_of=as_of,
        act=_last_act(world.history),
        since=since,
        neighbours=neighbours,
        outside=_outside(neighbours, view),
        crises=len({one.record.id for one in found}),
        moments=len(found),
        left_out=tuple(sorted(one.id for one in left)),
        later=later,
        draws=draws,
        seed=seed,
        elsewhere=elsewhere,
    )


def _neighbours(
    found: list[Candidate], history: History, some: Parameters, since: int
) -> tuple[Neighbour, ...]:
    if not found:
        return ()
    here = see(history, some).values
    there = np.array([see(one.history, some).values for one in found])
    gaps = apart(there, here)
    unusual = np.abs(here - there.mean(0)) / spread(there)
    distance = distances(gaps)
    _, crisis = np.unique([one.record.id for one in found], return_inverse=True)
    return tuple(
        _neighbour(found[n], since, float(distance[n]), gaps[n], unusual)
        for n in nearest(distance, crisis, NEIGHBOURS)
    )


def _neighbour(
    one: Candidate, since: int, distance: float, gaps: Floats, unusual: Floats
) -> Neighbour:
    # That two moments lack the same thing is no likeness: what stands out in this one leads.
    shared = [n for n in np.argsort(-unusual, kind="stable") if abs(gaps[n]) < 0.5]
    differ = [n for n in np.argsort(-np.abs(gaps), kind="stable") if abs(gaps[n]) > 1.0]

    def traits(which: list[int]) -> tuple[Trait, ...]:
        return tuple(Trait(FEATURES[n], float(gaps[n])) for n in which[:NAMED])

    act = one.record.act(one.act)
    return Neighbour(
        one.record.id, one.record.title, one.history.as_of, since, act.id, act.title or act.id,
        distance, traits(shared), traits(differ), one.followed,
    )  # fmt: skip


def _outside(neighbours: tuple[Neighbour, ...], view: View) -> tuple[Outside, ...]:
    def one(what: str, told: list[bool], found: Level) -> Outside:
        share = sum(told) / len(told) if told else None
        gap = None if share is None else share - found.mean
        return Outside(what, share, len(told), found.mean, found.low, found.high, gap)

    after = [neighbour.followed for neighbour in neighbours]
    # Where a record ends too soon, nobody's silence would be seen: such moments do not count.
    next_by = [each.actor for each in after if each.highest_30 is not None]
    return (
        one("force by either side within 30 days",
            [each.force_30 for each in after if each.force_30 is not None], view.force(30)),
        one("force by either side within 90 days",
            [each.force_90 for each in after if each.force_90 is not None], view.force(90)),
        *(one(words, [each == key for each in next_by], view.next_by(key))
          for key, words in WORDS.items()),
    )  # fmt: skip


def _elsewhere(
    there: Published, record: Record, view: View, parameters: Parameters, later: bool
) -> tuple[Elsewhere, ...]:
    history = view.world.history
    return (
        Elsewhere("mie", "MIE", there.notes["mie"]) if there.events is None
        else from_events(there.events, record, history, view, parameters, later),
        Elsewhere("icb", "ICB", there.notes["icb"]) if there.crises is None
        else from_crises(there.crises, record, history, view, later),
    )  # fmt: skip


def _last_act(history: History) -> str:
    events = history.events
    main = np.flatnonzero((events.valid > 0) & (events.stream == MAIN))
    return history.acts[int(main[-1])]


def _none(left: list[Record], as_of: date, since: int) -> str:
    if left:
        return (
            f"No other crisis was over by {as_of}: {len(left)} of later days are left out. "
            "Give --later to compare with them, in hindsight."
        )
    return f"No other crisis has a moment {since} days after an act. Choose an earlier day."
