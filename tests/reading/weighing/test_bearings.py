"""What speaks for a party."""

from offramp.reading.weighing._bearings import NOBODY, Bearings, Event, Question
from reading._parsed import resolved, token

TEXT = "Iran shelled Iraq. Egypt slept. A post was stormed at dawn."


def asked(role: str = "actor", told: tuple[Event, ...] = ()) -> tuple[Question, Bearings]:
    parsed, parties = resolved(TEXT)
    question = Question(role, (token(parsed, "stormed"),), "strike-home")
    return question, Bearings(parties, told)


def test_who_was_named_near_may_be_meant_and_so_may_nobody() -> None:
    question, bearings = asked()
    assert set(bearings.candidates(question)) == {"iran", "iraq", "egypt", NOBODY}


def test_nobody_is_no_target() -> None:
    question, bearings = asked("target")
    assert NOBODY not in bearings.candidates(question)


def test_who_did_it_had_it_not_done_to_him() -> None:
    parsed, parties = resolved(TEXT)
    question = Question("target", (token(parsed, "stormed"),), "strike-home", other=("iran",))
    assert "iran" not in Bearings(parties).candidates(question)


def test_what_was_told_before_speaks_for_a_party() -> None:
    told = (Event(1, ("iran",), ("iraq",)), Event(10_000, ("egypt",), ("iraq",)))
    question, bearings = asked(told=told)
    names = {party: set(bearings.describe(question, party)) for party in ("iran", "egypt")}
    assert "actor: actor 1 deeds ago" in names["iran"] - names["egypt"]


def test_no_name_of_a_party_is_among_what_speaks_for_it() -> None:
    question, bearings = asked()
    for party in ("iran", "iraq", "egypt"):
        assert not any(party in name for name in bearings.describe(question, party))


def test_relabelled_parties_swap_what_speaks_for_them() -> None:
    parsed, parties = resolved("Iran shelled Iraq. A post was stormed.")
    swapped, others = resolved("Iraq shelled Iran. A post was stormed.")
    one = Question("actor", (token(parsed, "stormed"),), "war")
    other = Question("actor", (token(swapped, "stormed"),), "war")
    there = sorted(Bearings(others).describe(other, "iraq"))
    assert sorted(Bearings(parties).describe(one, "iran")) == there
