"""Histories as one supposes them: what is taken out, put in, altered or said."""

import numpy as np
import pytest

from _invented import AS_OF, CRISIS, SAID, act, invent, signal
from offramp.history import (
    MUTUAL,
    SIGNAL_KINDS,
    SUPPOSED,
    History,
    alter,
    from_record,
    put_in,
    say,
    take_out,
    unsay,
)
from offramp.history._arrays import NEVER


def row(history: History, name: str) -> int:
    return history.acts.index(name)


def renews(history: History) -> list[str]:
    """List the acts with which a confrontation opens."""
    marked = (history.events.renews > 0) & (history.events.valid > 0)
    return [name for name, m in zip(history.acts, marked, strict=False) if m]


def test_taking_out_marks_and_moves_no_other_row(invented_history: History) -> None:
    gone = take_out(invented_history, ["raid"])
    assert gone.events.change[row(gone, "raid")] == -1
    assert int((gone.events.change != 0).sum()) == 1
    for name in ("day", "mark", "deed", "stream", "proxy", "log_dead", "exposed", "valid"):
        assert np.array_equal(getattr(gone.events, name), getattr(invented_history.events, name)), (
            name
        )


@pytest.mark.parametrize("ids", [(), ("nothing",)])
def test_taking_out_what_is_not_there_changes_nothing(
    invented_history: History, ids: tuple[str, ...]
) -> None:
    assert take_out(invented_history, ids) is invented_history
    assert unsay(invented_history, ids) is invented_history


def test_taking_out_twice_is_taking_out_once(invented_history: History) -> None:
    once = take_out(invented_history, ["raid", "vow"])
    assert take_out(once, ["vow", "raid"]).digest() == once.digest()
    assert take_out(take_out(invented_history, ["vow"]), ["raid"]).digest() == once.digest()


def test_a_vow_stands_again_without_the_act_that_made_it_good(invented_history: History) -> None:
    vow = invented_history.said.index("vow")
    assert invented_history.signals.ends[vow] == -1, "the salvo, the day before"
    assert take_out(invented_history, ["salvo"]).signals.ends[vow] == NEVER


def test_signals_are_taken_out_with_acts(invented_history: History) -> None:
    gone = take_out(invented_history, ["vow"])
    assert gone.signals.valid[gone.said.index("vow")] == 0
    assert gone.signals.valid.sum() == invented_history.signals.valid.sum() - 1
    assert (gone.events.change == 0).all()


def test_where_the_act_that_opened_is_gone_the_next_one_opens() -> None:
    history = from_record(invent([act("old", -90, "southland"), *CRISIS], SAID), AS_OF)
    assert renews(history) == ["old", "alert"]
    assert renews(take_out(history, ["alert"])) == ["old", "alert", "raid"]
    assert renews(take_out(history, ["alert", "raid"]))[-1] == "threat"


def test_a_quiet_that_taking_out_leaves_opens_anew() -> None:
    acts = [act("first", 0), act("between", 100, "southland"), act("late", 250, "southland")]
    history = from_record(invent(acts), AS_OF.replace(year=2025))
    assert renews(history) == ["first"]
    assert renews(take_out(history, ["between"])) == ["first", "late"]


def test_an_act_put_in_comes_last_and_on_the_day(invented_history: History) -> None:
    more = put_in(invented_history, side=1, level=3, deed=7)
    at = row(more, SUPPOSED)
    events = more.events
    assert (events.day[at], events.mark[at], events.deed[at], events.change[at]) == (0, 4, 7, 1)
    assert events.valid[at] == 1 and events.valid[at + 1] == 0, "a row is left to look from"
    assert events.renews[at] == 0, "the confrontation is open"
    assert more.days_since_last == 0


def test_an_act_put_in_after_a_long_quiet_opens_anew() -> None:
    late = from_record(invent(CRISIS, SAID), AS_OF.replace(year=2025))
    more = put_in(late, side=0, level=2, deed=0)
    assert more.events.renews[row(more, SUPPOSED)] == 1


def test_arrays_grow_where_more_is_put_in_than_fits(invented_history: History) -> None:
    more = invented_history
    for _ in range(70):
        more = say(put_in(more, 0, 2, 0), "limit", 0)
    assert more.acts.count(SUPPOSED) == more.said.count(SUPPOSED) == 70
    assert more.events.valid.sum() == invented_history.events.valid.sum() + 70
    assert len({len(column) for column in more.events}) == 1
    assert more.events.valid[len(more.acts)] == 0


def test_altering_changes_one_value_of_one_act(invented_history: History) -> None:
    milder = alter(invented_history, "salvo", log_dead=0.0, sovereign=0.0)
    at = row(milder, "salvo")
    assert invented_history.events.log_dead[at] > 0
    assert (milder.events.log_dead[at], milder.events.sovereign[at]) == (0.0, 0.0)
    same = np.arange(len(milder.events.day)) != at
    for name in ("log_dead", "sovereign"):
        before, after = (getattr(h.events, name)[same] for h in (invented_history, milder))
        assert np.array_equal(before, after)


def test_what_is_said_turns_a_dial_of_a_side(invented_history: History) -> None:
    more = say(invented_history, "restraint", MUTUAL, 7)
    at = more.said.index(SUPPOSED)
    signals = more.signals
    assert SIGNAL_KINDS[signals.kind[at]] == "restraint"
    assert (signals.day[at], signals.side[at], signals.ends[at], signals.valid[at]) == (
        7, MUTUAL, NEVER, 1,
    )  # fmt: skip


def test_who_was_kept_out_can_be_let_in() -> None:
    kept = [*CRISIS[:-1], {**CRISIS[-1], "withheld": ["guard"]}]
    history = from_record(invent(kept, [signal("vow", 5, "vow", "northland", "southland")]), AS_OF)
    assert "salvo" in history.said
    let_in = unsay(history, ["salvo"])
    assert let_in.signals.valid[let_in.said.index("salvo")] == 0
    assert (let_in.events.change == 0).all(), "the act itself stays"
