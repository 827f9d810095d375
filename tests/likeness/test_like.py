from dataclasses import replace
from datetime import date

import pytest

from _invented import act, day, invent, signal
from offramp._errors import UsageError
from offramp.likeness import Likeness, like
from offramp.record import Record, open_record

AS_OF = date.fromisoformat(day(3))
ACTS = (act("a", 0), act("b", 3, "southland", "strike-abroad"))


@pytest.fixture(scope="module")
def shelf() -> list[Record]:
    return [open_record(name) for name in ("imia-1996", "korean-axe-1976", "cenepa-1995")]


@pytest.fixture(scope="module")
def found(shelf: list[Record]) -> Likeness:
    return like(invent(ACTS), shelf, AS_OF, draws=1000)


def test_the_nearest_come_first_and_no_crisis_is_counted_often(found: Likeness) -> None:
    distances = [each.distance for each in found.neighbours]
    assert distances == sorted(distances)
    crises = [each.crisis for each in found.neighbours]
    assert sorted(set(crises)) == ["cenepa-1995", "imia-1996", "korean-axe-1976"]
    assert max(map(crises.count, crises)) == 2
    assert found.moments > len(crises)


def test_a_moments_own_twin_is_nearest_at_no_distance(shelf: list[Record]) -> None:
    twin = invent([{**one, "id": f"{one['id']}-twin"} for one in ACTS], id="twin", closes=day(3))
    nearest = like(invent(ACTS), [*shelf, twin], AS_OF, draws=1000).neighbours[0]
    assert (nearest.crisis, nearest.act) == ("twin", "b-twin")
    assert nearest.distance == pytest.approx(0.0, abs=1e-6)
    assert nearest.unlike == ()
    assert nearest.followed.actor == "open"


def test_alike_and_unlike_are_what_they_say(found: Likeness) -> None:
    for each in found.neighbours:
        assert all(abs(trait.apart) < 0.5 for trait in each.alike)
        assert all(abs(trait.apart) > 1.0 for trait in each.unlike)


def test_shares_are_counted_over_those_that_can_tell(found: Likeness) -> None:
    by_what = {one.what: one for one in found.outside}
    force = by_what["force by either side within 30 days"]
    told = [each.followed.force_30 for each in found.neighbours]
    told = [one for one in told if one is not None]
    assert force.count == len(told)
    assert force.share == sum(told) / len(told)
    assert force.apart == pytest.approx(force.share - force.probability)
    assert force.low <= force.probability <= force.high


def test_who_acts_next_sums_to_one_in_both_views(found: Likeness) -> None:
    next_by = found.outside[2:]
    assert sum(one.probability for one in next_by) == pytest.approx(1.0)
    assert sum(one.share or 0.0 for one in next_by) == pytest.approx(1.0)


def test_what_is_later_in_any_record_changes_nothing(shelf: list[Record], found: Likeness) -> None:
    more = invent((*ACTS, act("c", 9, "northland", "war")), (signal("s", 5, "limit", "northland"),))
    going_on = invent(ACTS, id="going-on", closes=day(40))
    again = like(more, [*shelf, going_on], AS_OF, draws=1000)
    assert again.left_out == ("going-on",)
    assert replace(again, left_out=()) == found


def test_nothing_to_compare_with_is_told() -> None:
    going_on = invent(ACTS, id="going-on", closes=day(40))
    with pytest.raises(UsageError, match="Give --later"):
        like(invent(ACTS), [going_on], AS_OF, draws=1000)
    with pytest.raises(UsageError, match="No other crisis has a moment"):
        like(invent(ACTS), [], AS_OF, draws=1000)
