"""What a reader has to know beside the figures."""

from dataclasses import replace
from datetime import date

import numpy as np

from offramp.history import Confrontations
from offramp.scoring import Beforehand
from offramp.scoring._notes import notes_on
from offramp.scoring._sample import Split, inner_split, split


def test_a_crisis_on_both_sides_of_the_year_is_told(events: Confrontations) -> None:
    late = split(events, 1990)
    apart = replace(events, cluster=np.arange(len(events.cluster)))
    assert not [note for note in notes_on(split(apart, 1990), None, None) if "fitted to" in note]
    one = replace(events, cluster=np.zeros_like(events.cluster))
    told = notes_on(split(one, 1990), None, None)
    assert f"{late.test.count} events belong to 1 crisis" in " ".join(told)


def test_what_could_not_be_learned_is_told(parts: Split) -> None:
    assert "half and half" in " ".join(notes_on(parts, None, None))
    assert "half and half" not in " ".join(notes_on(parts, inner_split(parts), None))


def test_what_was_fitted_beforehand_is_told(parts: Split) -> None:
    early = Beforehand("Learned from some acts.", date(1989, 12, 31))
    told = " ".join(notes_on(parts, None, early))
    assert "not fitted anew" in told
    assert "Learned from some acts." in told
    assert "flatter" not in told
    late = replace(early, until=date(1990, 1, 1))
    assert "reaches to 1990-01-01, into the years that are scored" in " ".join(
        notes_on(parts, None, late)
    )


def test_a_confrontation_that_weighs_much_is_named(parts: Split) -> None:
    number = parts.test.confrontation[0]
    own = parts.test.confrontation == number
    few = parts.test.where(own | (parts.test.confrontation == parts.test.confrontation[-1]))
    assert f"Confrontation {number} holds" in " ".join(
        notes_on(replace(parts, test=few.where(few.confrontation == number)), None, None)
    )


def test_battles_that_hardly_came_are_told(parts: Split) -> None:
    quiet = parts.test.where(parts.test.outcome("battle_90") == 0)
    told = " ".join(notes_on(replace(parts, test=quiet), None, None))
    assert "A battle within 90 days came in 0 confrontations" in told


def test_acts_after_which_nothing_is_watched_are_told(events: Confrontations) -> None:
    first = np.isin(np.arange(events.count), events.first)
    told = " ".join(notes_on(split(replace(events, watched=first), 1990), None, None))
    assert f"does not watch what follows {(~first).sum()} of its acts" in told
    every = replace(events, watched=np.ones(events.count, bool))
    assert "watch" not in " ".join(notes_on(split(every, 1990), None, None))
