"""What holds of every view from outside, whatever the data."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from likeness._world import AS_OF, crisis, view
from offramp.history import Confrontations
from offramp.likeness._events import Acts, Moments, from_events, moments_in, neighbours
from offramp.model import shipped_parameters
from scoring._made import made

SEEDS = st.integers(0, 10_000)
FEW = settings(max_examples=6, deadline=None)


def stretched(events: Confrontations, until: int) -> Confrontations:
    """The same, so late that what it tells of runs beyond a day."""
    shift = until - int(events.day.max())
    return replace(events, day=events.day + shift, until=until + 500)


def spots(moments: Moments) -> list[tuple[int, ...]]:
    points = moments.points
    return list(zip(points.day.tolist(), points.confrontation.tolist(), strict=True))


@FEW
@given(SEEDS, st.integers(0, 4000))
def test_nothing_after_the_day_reaches(seed: int, back: int) -> None:
    events = stretched(made(20, seed), AS_OF.toordinal() + 2000)
    day = AS_OF.fromordinal(AS_OF.toordinal() - back)
    changed = replace(
        events,
        mark=np.where(events.day > day.toordinal(), 7 - events.mark, events.mark),
        log_dead=np.where(events.day > day.toordinal(), 5.0, events.log_dead),
    )
    one, other = moments_in(Acts(events), 0, day), moments_in(Acts(changed), 0, day)
    assert spots(one) == spots(other)
    np.testing.assert_array_equal(one.values, other.values)
    assert (one.points.day + 180 <= day.toordinal()).all()
    # What follows lies before the day too.
    assert (one.points.days_until(np.ones(8, bool)) == other.points.days_until(
        np.ones(8, bool))).all()  # fmt: skip


@FEW
@given(SEEDS)
def test_the_order_of_histories_changes_nothing(seed: int) -> None:
    events = made(20, seed)
    count = len(events.confrontation)
    # As in published data, no pair has two histories in one confrontation.
    pairs = np.array([[f"N{one}", f"S{one}"] for one in range(count)])
    events = replace(events, sides=pairs)
    order = np.random.default_rng(seed).permutation(count)
    rows = np.concatenate([np.flatnonzero(events.history == one) for one in order])
    place = np.argsort(order)
    parts = ("day", "mark", "action", "log_dead", "vague")
    mixed = replace(
        events,
        history=place[events.history[rows]],
        **{name: getattr(events, name)[rows] for name in parts},
        **{name: getattr(events, name)[order] for name in ("confrontation", "cluster", "sides")},
    )
    here, history = view(), view().world.history
    one, other = (
        from_events(Acts(each), crisis(), history, here, shipped_parameters(), later=False)
        for each in (events, mixed)
    )
    assert [(c.day, c.number, c.name) for c in one.cases] == [
        (c.day, c.number, c.name) for c in other.cases
    ]
    assert one.shares == other.shares


@FEW
@given(SEEDS, st.integers(1, 60))
def test_distances_grow_and_no_crisis_comes_more_than_twice(seed: int, most: int) -> None:
    moments = moments_in(Acts(made(20, seed)), 0)
    distance, chosen = neighbours(moments, moments.values[0], most)
    assert len(set(chosen)) == len(chosen) <= most
    assert (np.diff(distance[chosen]) >= -1e-9).all()
    _, counts = np.unique(moments.points.cluster[chosen], return_counts=True)
    assert counts.max() <= 2
