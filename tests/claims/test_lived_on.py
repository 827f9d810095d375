from dataclasses import replace
from datetime import timedelta

import numpy as np

from _invented import AS_OF
from offramp.answers import Run, stand
from offramp.claims._lived_on import lived_on
from offramp.history import MARKS, History
from offramp.history._arrays import NEVER
from offramp.record import Record


def lived(record: Record, days: int) -> tuple[History, History, np.ndarray]:
    """Give a history, the same with its busiest future lived, and that future's marks."""
    world = stand(record, AS_OF)
    futures = world.run(Run(30, 1_000, 1))
    which = int((futures.mark[:, :days] >= 0).sum((1, 2)).argmax())
    return world.history, lived_on(world.history, futures, which, days), futures.mark[which, :days]


def test_what_comes_follows_what_was(invented: Record) -> None:
    before, after, mark = lived(invented, 14)
    count, came = len(before.acts), int((mark >= 0).sum())
    assert came > 2
    assert after.as_of == before.as_of + timedelta(days=14)
    assert len(after.acts) == count + came == int(after.events.valid.sum())
    assert np.array_equal(after.events.day[:count], before.events.day[:count] - 14)
    days = after.events.day[count : count + came]
    assert (np.diff(days) >= 0).all()
    assert -14 < days.min() <= days.max() <= 0
    assert after.events.mark[count : count + came].tolist() == mark[mark >= 0].tolist()
    assert len(after.events.day) > len(after.acts)


def test_signals_age_and_force_ends_them(invented: Record) -> None:
    before, after, mark = lived(invented, 14)
    valid = before.signals.valid > 0
    assert np.array_equal(after.signals.day[valid], before.signals.day[valid] - 14)
    assert {MARKS[m][1] for m in mark[mark >= 0]} & {4, 5}
    ended = after.signals.ends[valid] < NEVER
    assert (ended >= (before.signals.ends[valid] < NEVER)).all()


def test_a_day_without_acts_only_passes(invented: Record) -> None:
    world = stand(invented, AS_OF)
    futures = world.run(Run(30, 1_000, 1))
    which = int((futures.mark[:, :3] >= 0).any((1, 2)).argmin())
    after = lived_on(world.history, futures, which, 3)
    assert after.acts == world.history.acts
    assert after.days_since_last == world.history.days_since_last + 3
    assert replace(after, as_of=world.history.as_of).digest() != world.history.digest()
