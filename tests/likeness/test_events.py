"""Moments of published events: what may be compared, and what followed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from learning._made_up import BEGIN, laid
from likeness._world import IMIA, crisis, imia, view
from offramp.history import Confrontations
from offramp.likeness._events import (
    CASES,
    KNOWN,
    Acts,
    blinded,
    case_at,
    from_events,
    moments_in,
    neighbours,
)
from offramp.likeness._features import FEATURES, see
from offramp.likeness._results import Elsewhere
from offramp.model import shipped_parameters
from scoring._made import made

THREAT, SHOW, FORCE, ANSWER, CLASH, BATTLE = 0, 1, 2, 5, 6, 7
OPENED = IMIA.toordinal() - BEGIN


def day(offset: int) -> date:
    return date.fromordinal(BEGIN + offset)


def found(events: Confrontations, later: bool = False, own: bool = False) -> Elsewhere:
    record, seen = (imia(), view(real=True)) if own else (crisis(), view())
    return from_events(Acts(events), record, seen.world.history, seen, shipped_parameters(), later)


def test_one_stands_on_evenings_of_level_3_and_more() -> None:
    events = laid([(0, THREAT), (3, SHOW), (3, FORCE), (9, ANSWER)])
    moments = moments_in(Acts(events), 0)
    assert (moments.points.day - BEGIN).tolist() == [3, 9]
    assert moments.points.row.tolist() == [2, 3]
    assert moments.values.shape == (2, len(KNOWN))


def test_one_stands_as_long_after_the_act_as_in_the_crisis_asked_about() -> None:
    events = laid([(0, FORCE), (3, ANSWER), (40, FORCE)])
    moments = moments_in(Acts(events), 5)
    assert (moments.points.day - BEGIN).tolist() == [3, 40]
    fresh = moments_in(Acts(events), 0)
    recent = KNOWN.index("recent force by the side that acted last")
    assert moments.values[0, recent] < fresh.values[1, recent]


def test_windows_that_were_open_on_the_day_are_not_looked_at() -> None:
    events = laid([(0, FORCE), (300, FORCE)])
    assert moments_in(Acts(events), 0, day(179)).points.count == 0
    assert (moments_in(Acts(events), 0, day(300)).points.day - BEGIN).tolist() == [0]
    assert moments_in(Acts(events), 0, day(480)).points.count == 2


def test_features_are_those_of_a_record_that_says_the_same() -> None:
    """Two acts three days apart, as events and as a record, lie on the same spot."""
    events = laid([(0, SHOW), (3, ANSWER)], log_dead=np.zeros(2))
    there = moments_in(Acts(events), 0).values[-1]
    here = see(blinded(view().world.history), shipped_parameters()).values
    here = here[[FEATURES.index(name) for name in KNOWN]]
    np.testing.assert_allclose(there, here, atol=0.05)


def test_what_followed_is_told_from_the_side_that_acted_last() -> None:
    events = laid([(0, FORCE), (2, ANSWER), (5, THREAT), (20, CLASH), (60, BATTLE), (200, FORCE)])
    moments = moments_in(Acts(events), 0)
    stood = (moments.points.day - BEGIN).tolist()
    course = case_at(moments, stood.index(2), 0.0).course
    assert [(one.days, one.by, one.what, one.level) for one in course] == [
        (3, "other", "threat", 2), (18, "both", "clash", 4), (58, "both", "battle", 5),
    ]  # fmt: skip
    assert case_at(moments, stood.index(60), 0.0).course == ()


def test_shares_count_what_followed() -> None:
    events = laid([(0, FORCE), (20, ANSWER)], [(500, FORCE)], cluster=np.array([1, 2]))
    shares = {share.what: share for share in found(events).shares}
    force = shares["force by either side within 30 days"]
    assert (force.share, force.count, force.crises) == (pytest.approx(1 / 3), 3, 2)
    assert shares["force by either side within 7 days"].share == 0.0
    assert force.apart == pytest.approx(force.share - (force.probability or 0.0))
    nxt = [share.share for what, share in shares.items() if "next" in what or "nobody" in what]
    assert sum(nxt) == pytest.approx(1.0)


def test_the_crisis_itself_is_passed_over_whatever_the_order_of_its_sides() -> None:
    away, here = [(0, FORCE)], [(OPENED, FORCE)]
    events = laid(away, here, here, sides=np.array([["2", "3"], ["640", "350"], ["350", "640"]]),
                  cluster=np.array([1, 2, 2]))  # fmt: skip
    alone = found(events, later=True, own=True)
    assert {case.day for case in alone.cases} == {day(0)}
    assert alone.left_out == 1


def test_a_whole_cluster_is_passed_over_with_the_crisis() -> None:
    events = laid([(OPENED, FORCE)], [(OPENED + 3, FORCE)], [(0, FORCE)],
                  sides=np.array([["640", "350"], ["640", "2"], ["2", "3"]]),
                  cluster=np.array([2, 2, 1]))  # fmt: skip
    assert {case.day for case in found(events, later=True, own=True).cases} == {day(0)}


def test_an_earlier_crisis_of_the_same_pair_is_compared() -> None:
    events = laid([(0, FORCE)], sides=np.array([["640", "350"]]), cluster=np.array([-1]))
    assert found(events, own=True).cases[0].name == "640 and 350"


def test_where_nobody_knows_the_states_nothing_since_the_opening_is_compared() -> None:
    late = crisis().opens.toordinal() - BEGIN
    events = laid([(0, FORCE)], [(late, FORCE)], until=BEGIN + late + 400)
    assert {case.day for case in found(events, later=True).cases} == {day(0)}


def test_nothing_to_compare_with_is_told() -> None:
    events = laid([(OPENED + 1, FORCE)])
    assert "no moment" in found(events, own=True).note


def test_no_more_than_two_a_crisis_and_fifty_in_all() -> None:
    cases = found(made(120)).cases
    assert len(cases) == CASES
    events = laid([(n * 200, FORCE) for n in range(6)], cluster=np.array([7]))
    assert len(found(events).cases) == 2


def test_a_moments_own_twin_is_nearest() -> None:
    moments = moments_in(Acts(made(60)), 0)
    distance, chosen = neighbours(moments, moments.values[5])
    assert distance[chosen[0]] == pytest.approx(0.0, abs=1e-9)


def test_published_events_are_searched(shared: Path) -> None:
    from offramp.datasets import open_dataset

    acts = Acts(open_dataset(shared / "mie-1.0.csv"))
    seen = view(real=True)
    mie = from_events(acts, imia(), seen.world.history, seen, shipped_parameters(), later=False)
    assert len(mie.cases) == CASES
    assert all(case.day.toordinal() + 180 <= IMIA.toordinal() for case in mie.cases)
    hindsight = from_events(acts, imia(), seen.world.history, seen, shipped_parameters(), True)
    assert hindsight.moments > mie.moments
    assert hindsight.left_out >= 1
    assert all(
        case.name not in ("350 and 640", "640 and 350") or case.day.year != 1996
        for case in hindsight.cases
    )


def test_sides_by_another_name_change_nothing() -> None:
    events = made(40)
    renamed = replace(events, sides=np.char.add("X", events.sides))
    one, other = found(events), found(renamed)
    assert one.shares == other.shares
