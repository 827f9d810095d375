"""When a vow is made good, or a limit broken."""

import numpy as np
import pytest

from _invented import AS_OF, act, invent, signal
from offramp.history import from_record
from offramp.history._arrays import NEVER
from offramp.history._ends import ends_of

ACTS = (
    act("alert", 0), act("raid", 4, "southland", "strike-abroad"),
    act("blow", 9, "northland", "strike-abroad"), act("again", 11, "northland", "strike-abroad"),
)  # fmt: skip


def ends(kind: str, sender: str, day: int, acts: tuple[dict[str, object], ...] = ACTS) -> int:
    to = "southland" if sender == "northland" else "northland"
    history = from_record(invent(acts, [signal("said", day, kind, sender, to)]), AS_OF)
    return int(ends_of(history.signals, history.events)[history.said.index("said")])


@pytest.mark.parametrize("kind", ["vow", "threat", "limit"])
def test_the_makers_next_force_ends_it(kind: str) -> None:
    assert ends(kind, "northland", 2) == 9 - 13
    assert ends(kind, "southland", 2) == 4 - 13


def test_force_of_the_same_day_or_before_ends_nothing() -> None:
    assert ends("vow", "northland", 9) == 11 - 13
    assert ends("vow", "southland", 4) == NEVER


@pytest.mark.parametrize("kind", ["notice", "demand", "framing"])
def test_other_signals_only_fade(kind: str) -> None:
    assert ends(kind, "northland", 2) == NEVER


def test_a_clash_is_force_of_both() -> None:
    clash = act("clash", 6, "northland", "strike-abroad", mutual="yes")
    assert ends("vow", "northland", 2, (ACTS[0], clash)) == 6 - 13
    assert ends("vow", "southland", 2, (ACTS[0], clash)) == 6 - 13


def test_less_than_force_ends_nothing() -> None:
    assert ends("vow", "northland", 2, (ACTS[0], act("show", 6))) == NEVER


def test_what_is_taken_out_ends_nothing() -> None:
    history = from_record(invent(ACTS, [signal("said", 2, "vow", "northland", "southland")]), AS_OF)
    at = history.acts.index("blow")
    change = np.where(np.arange(len(history.events.day)) == at, -1, 0).astype(np.int32)
    found = ends_of(history.signals, history.events._replace(change=change))
    assert found[history.said.index("said")] == 11 - 13


def test_padding_never_stands() -> None:
    history = from_record(invent(ACTS), AS_OF)
    assert (ends_of(history.signals, history.events) == 0).all()
