import numpy as np

from _invented import act, day, invent, signal
from offramp.history import from_record
from offramp.likeness._features import FEATURES, few, see
from offramp.model import shipped_parameters
from offramp.record import Record

SOME = few(shipped_parameters())
ACTS = (act("a", 0), act("b", 3, "southland", "strike-abroad"))


def seen(record: Record, offset: int) -> dict[str, float]:
    from datetime import date

    values = see(from_record(record, date.fromisoformat(day(offset))), SOME).values
    assert values.shape == (len(FEATURES),)
    return dict(zip(FEATURES, values.tolist(), strict=True))


def test_sides_are_seen_by_who_acted_last() -> None:
    found = seen(invent(ACTS), 3)
    assert found["gravity of the last act"] == 2.0
    assert found["recent force by the side that acted last"] > 0.9
    assert found["recent force by the other side"] == 0.0
    assert found["sting of what the other side suffered"] > 0.0


def test_names_and_their_order_change_nothing() -> None:
    swap = {"northland": "southland", "southland": "northland"}
    swapped = tuple(
        {**one, "by": [swap[p] for p in one["by"]], "against": [swap[p] for p in one["against"]]}
        for one in ACTS
    )
    one, other = seen(invent(ACTS), 3), seen(invent(swapped), 3)
    np.testing.assert_allclose(list(one.values()), list(other.values()), rtol=1e-5)


def test_what_was_said_this_evening_counts() -> None:
    said = (signal("over", 3, "limit", "southland", "northland"),)
    label = "limits and assurances by the side that acted last"
    assert seen(invent(ACTS), 3)[label] == 0.0
    assert seen(invent(ACTS, said), 3)[label] > 0.9


def test_what_is_later_changes_nothing() -> None:
    more = (*ACTS, act("c", 8, "northland", "war"))
    assert seen(invent(ACTS), 3) == seen(invent(more), 3)
