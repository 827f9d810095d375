"""Misses: each crisis once, by its worst forecast, in words and with the act that decided."""

from offramp.scoring.library._misses import misses_of

from ._heard import crisis, heard


def test_each_crisis_is_named_once_and_the_worst_leads() -> None:
    both = [*heard(crisis("fine"), knows=True), *heard(crisis("worse"), knows=False)]
    both[4].said["offramp"]["home-first-30"] = (0.02,)
    found = misses_of(both)
    assert [miss.crisis for miss in found] == ["worse", "fine"]
    assert found[0].loss > found[1].loss


def test_a_miss_says_what_was_said_and_what_came() -> None:
    some = heard(crisis(), knows=True)
    some[1].said["offramp"]["home-first-30"] = (0.02,)
    (miss,) = misses_of(some)
    deed = "strikes the home soil of the other, or fights a campaign or a battle,"
    assert miss.asked == f"Northland {deed} within 30 days"
    assert (miss.chance, miss.yes) == (0.02, True)
    assert miss.came == "2024-03-09: strike"
    assert miss.after == "2024-03-04: answer-again"
    assert miss.rivals == {"markov": 0.5}


def test_silence_can_be_missed_too() -> None:
    some = heard(crisis(), knows=True)
    some[2].said["offramp"]["quiet-60"] = (0.01,)
    (miss,) = misses_of(some)
    assert miss.asked == "no display or use of force for 60 days"
    assert miss.yes
    assert miss.came == "no such act"
