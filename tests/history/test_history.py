"""A history as a whole: its digest, and the days since its last act."""

from datetime import date, timedelta

import numpy as np
import pytest

from _invented import AS_OF, CRISIS, CUSTOM, OPENS, SAID, act, crisis, invent, signal
from offramp.history import History, from_record


def test_the_same_record_gives_the_same_bytes(invented_history: History) -> None:
    assert from_record(crisis(), AS_OF).digest() == invented_history.digest()


@pytest.mark.parametrize(
    "other",
    [
        act("raid", 4, "southland", "strike-abroad", killed="2..4", target={"kind": "mixed"}),
        act("raid", 4, "southland", "strike-abroad"),
        act("raid", 5, "southland", "strike-abroad", killed="2..4"),
        act("raid", 4, "southland", "strike-home", killed="2..4"),
    ],
)
def test_what_an_act_was_shows_in_the_bytes(other: dict, invented_history: History) -> None:
    acts = [other if a["id"] == "raid" else a for a in CRISIS]
    same = other["target"] == {"kind": "mixed"} if "target" in other else False
    found = from_record(invent(acts, SAID), AS_OF).digest()
    assert (found == invented_history.digest()) == same


def test_a_signal_shows_in_the_bytes(invented_history: History) -> None:
    more = signal("more", 13, "stance", "neighbour", "northland", stance="backs")
    found = from_record(invent(CRISIS, [*SAID, more]), AS_OF)
    assert found.digest() != invented_history.digest()


def test_days_since_the_last_act_leave_the_shadow_war_out() -> None:
    shadow = act("s", 20, "guard", "shadow-attack", channel="proxy")
    record = invent([*CUSTOM, act("a", 3, "southland", "strike-home"), shadow])
    assert from_record(record, OPENS + timedelta(days=25)).days_since_last == 22


def test_a_history_is_frozen(invented_history: History) -> None:
    with pytest.raises(AttributeError):
        invented_history.as_of = AS_OF


def test_the_next_day_is_another_history(invented_history: History) -> None:
    later = from_record(crisis(), AS_OF + timedelta(days=1))
    moved = later.events.day - invented_history.events.day
    assert (moved[invented_history.events.valid > 0] == -1).all()
    assert later.as_of == date(2024, 3, 15)
    assert np.array_equal(later.events.mark, invented_history.events.mark)
