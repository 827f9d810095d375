"""Find the moments nearest to one, and set what followed them beside the forecast."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from offramp._errors import UsageError
from offramp.answers import Level, Run, World, level, stand
from offramp.futures import Climb
from offramp.history import MAIN, MUTUAL, History
from offramp.likeness._candidates import NEAR, Candidate, candidates, last_actor
from offramp.likeness._features import FEATURES, few, see
from offramp.likeness._results import Likeness, Neighbour, Outside, Trait
from offramp.model import Parameters, shipped_parameters
from offramp.record import Record

NEIGHBOURS = 8
PER_CRISIS = 2
"""Moments of one crisis share what followed: more of them would be one case counted often."""

FURTHEST = 4.0
"""Standard deviations at which a feature is clipped, as the model clips its inputs."""

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
    since = world.history.days_since_last
    found, left = candidates(record, others, as_of, since, later)
    if not found:
        raise UsageError(_none(left, as_of, since))
    some = few(parameters or shipped_parameters())
    here = see(world.history, some).values
    there = np.array([see(one.history, some).values for one in found])
    scale = there.std(0)
    apart = np.clip((there - here) / np.where(scale > 0, scale, 1.0), -FURTHEST, FURTHEST)
    unusual = np.abs(here - there.mean(0)) / np.where(scale > 0, scale, 1.0)
    distance = np.sqrt((apart**2).mean(1))
    nearest = _nearest(found, distance)
    neighbours = tuple(
        _neighbour(found[n], since, float(distance[n]), apart[n], unusual) for n in nearest
    )
    return Likeness(
        crisis=record.id,
        title=record.title,
        as_of=as_of,
        act=_last_act(world.history),
        since=since,
        neighbours=neighbours,
        outside=_outside(neighbours, world, Run(90, draws, seed)),
        crises=len({one.record.id for one in found}),
        moments=len(found),
        left_out=tuple(sorted(one.id for one in left)),
        later=later,
        draws=draws,
        seed=seed,
    )


def _nearest(found: list[Candidate], distance: Floats) -> list[int]:
    taken: dict[str, int] = {}
    chosen: list[int] = []
    for n in np.argsort(distance, kind="stable").tolist():
        crisis = found[n].record.id
        if taken.get(crisis, 0) < PER_CRISIS and len(chosen) < NEIGHBOURS:
            taken[crisis] = taken.get(crisis, 0) + 1
            chosen.append(n)
    return chosen


def _neighbour(
    one: Candidate, since: int, distance: float, apart: Floats, unusual: Floats
) -> Neighbour:
    # That two moments lack the same thing is no likeness: what stands out in this one leads.
    shared = [n for n in np.argsort(-unusual, kind="stable") if abs(apart[n]) < 0.5]
    differ = [n for n in np.argsort(-np.abs(apart), kind="stable") if abs(apart[n]) > 1.0]

    def traits(which: list[int]) -> tuple[Trait, ...]:
        return tuple(Trait(FEATURES[n], float(apart[n])) for n in which[:NAMED])

    act = one.record.act(one.act)
    return Neighbour(
        one.record.id, one.record.title, one.history.as_of, since, act.id, act.title or act.id,
        distance, traits(shared), traits(differ), one.followed,
    )  # fmt: skip


def _outside(neighbours: tuple[Neighbour, ...], world: World, run: Run) -> tuple[Outside, ...]:
    futures = world.run(run)
    climb = Climb(futures)
    rungs = world.history.rungs
    force = next(rung for rung, how in enumerate(rungs.level) if how >= 4)
    actor, _ = climb.next_act
    near = climb.first_day[2] <= NEAR
    last = world.side(last_actor(world.history))
    who = {"same": last, "other": 1 - last, "both": MUTUAL}

    def said(happened: NDArray[np.bool_]) -> Level:
        return level(happened.reshape(futures.per_draw, -1).astype(float))

    def one(what: str, told: list[bool], found: Level) -> Outside:
        share = sum(told) / len(told) if told else None
        apart = None if share is None else share - found.mean
        return Outside(what, share, len(told), found.mean, found.low, found.high, apart)

    after = [neighbour.followed for neighbour in neighbours]
    # Where a record ends too soon, nobody's silence would be seen: such moments do not count.
    next_by = [each.actor for each in after if each.highest_30 is not None]
    words = {
        "other": "the other side acts next, within 30 days",
        "same": "the side that acted last acts again next, within 30 days",
        "both": "a clash that neither began comes next, within 30 days",
    }
    return (
        one("force by either side within 30 days",
            [each.force_30 for each in after if each.force_30 is not None],
            said(climb.at_least(2, force, 30))),
        one("force by either side within 90 days",
            [each.force_90 for each in after if each.force_90 is not None],
            said(climb.at_least(2, force, 90))),
        *(one(words[key], [each == key for each in next_by], said(near & (actor == who[key])))
          for key in words),
        one("nobody acts within 30 days", [each == "nobody" for each in next_by], said(~near)),
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
