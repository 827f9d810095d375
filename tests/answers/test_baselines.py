"""The base rate of a question, where history was asked the same."""

import pytest

from _invented import AS_OF, CRISIS, SAID, invent
from offramp.answers._baselines import baseline_of
from offramp.futures import baseline
from offramp.history import History, from_record
from offramp.questions import AtLeast, Dead, Highest, Next, Quiet


def test_who_acted_last_tells_the_other_from_the_same(invented_history: History) -> None:
    rates = baseline.next_actor(90)
    assert rates is not None
    found = {
        who: baseline_of(invented_history, Next(90, who))
        for who in ("north", "south", "mutual", "none")
    }
    assert found == {
        "north": rates["same"], "south": rates["other"],
        "mutual": rates["mutual"], "none": rates["none"],
    }  # fmt: skip


def test_after_a_clash_either_is_as_likely() -> None:
    clash = {**CRISIS[-1], "id": "clash", "date": "2024-03-14", "mutual": "yes"}
    history = from_record(invent([*CRISIS, clash], SAID), AS_OF)
    assert baseline_of(history, Next(90, "north")) == baseline_of(history, Next(90, "south"))


def test_a_rung_has_one_and_a_higher_one_a_smaller(invented_history: History) -> None:
    found = [
        baseline_of(invented_history, AtLeast("south", rung, 30))
        for rung in ("threat", "display", "strike-abroad", "strike-home")
    ]
    assert all(each is not None for each in found)
    assert found == sorted(found, reverse=True)  # type: ignore[type-var]


@pytest.mark.parametrize(
    "asked",
    [AtLeast("south", "shadow-attack", 30), AtLeast("south", "display", 30, "direct"),
     AtLeast("south", "conciliation", 30), AtLeast("south", "display", 200), Quiet(59),
     Quiet(60, everything=True), Next(30, "south"), Next(90), Highest(30), Dead(30)],
)  # fmt: skip
def test_what_was_never_counted_has_none(invented_history: History, asked: Quiet) -> None:
    assert baseline_of(invented_history, asked) is None


def test_quiet_for_sixty_days_was_counted(invented_history: History) -> None:
    assert baseline_of(invented_history, Quiet(60)) == baseline.quiet_60()
