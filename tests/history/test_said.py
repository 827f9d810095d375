"""Which dial each signal turns, and for which side."""

import pytest

from _invented import act, invent, signal
from offramp.history import FIRST, MUTUAL, SECOND, SIGNAL_KINDS
from offramp.history._said import said
from offramp.record import Record

ORDER = ("north", "south")
N, S, OTHER, GUARD = "northland", "southland", "neighbour", "guard"


def dials(kind: str, sender: str, *to: str, **more: str) -> list[tuple[str, int]]:
    record = invent([act("a", 0)], [signal("s", 1, kind, sender, *to, **more)])
    return said(record, record.signals[0], ORDER)


@pytest.mark.parametrize(
    ("kind", "dial"),
    [
        ("vow", "vow"),
        ("threat", "threat"),
        ("conditional-threat", "threat"),
        ("limit", "limit"),
        ("assurance", "limit"),
        ("notice", "notice"),
        ("warning", "notice"),
        ("demand", "demand"),
        ("accusation", "demand"),
        ("framing", "framing"),
        ("ceasefire", "ceasefire"),
        ("withdrawal", "withdrawal"),
    ],
)
@pytest.mark.parametrize(("sender", "to", "side"), [(N, S, FIRST), (S, N, SECOND)])
def test_what_a_side_says_turns_a_dial_of_its_own(
    kind: str, dial: str, sender: str, to: str, side: int
) -> None:
    assert dials(kind, sender, to) == [(dial, side)]
    assert dial in SIGNAL_KINDS


def test_a_proxy_speaks_for_its_side() -> None:
    assert dials("vow", GUARD, S) == [("vow", FIRST)]


@pytest.mark.parametrize("kind", ["offer", "justification"])
def test_offers_and_justifications_turn_nothing(kind: str) -> None:
    assert dials(kind, N, S) == []


@pytest.mark.parametrize("kind", ["vow", "threat"])
def test_a_threat_against_somebody_else_turns_nothing(kind: str) -> None:
    assert dials(kind, N, N) == []
    assert dials(kind, N) == [(kind, FIRST)]
    assert dials(kind, N, OTHER) == []


@pytest.mark.parametrize(
    ("stance", "dial"),
    [
        ("withholds", "restraint"),
        ("restrains", "restraint"),
        ("backs", "backing"),
        ("joins", "backing"),
    ],
)
def test_a_stance_turns_the_dial_of_the_side_that_it_is_meant_for(stance: str, dial: str) -> None:
    assert dials("stance", OTHER, S, stance=stance) == [(dial, SECOND)]
    assert dials("stance", OTHER, N, S, stance=stance) == [(dial, FIRST), (dial, SECOND)]


def test_mediation_is_for_those_addressed_or_for_both() -> None:
    assert dials("mediation", OTHER) == [("mediation", MUTUAL)]
    assert dials("mediation", OTHER, S) == [("mediation", SECOND)]


@pytest.mark.parametrize("kind", ["warning", "conditional-threat"])
def test_a_third_party_that_warns_a_side_restrains_it(kind: str) -> None:
    assert dials(kind, OTHER, N) == [("restraint", FIRST)]


@pytest.mark.parametrize("kind", ["vow", "threat", "limit", "ceasefire", "notice", "demand"])
def test_what_a_third_party_says_of_itself_turns_nothing(kind: str) -> None:
    assert dials(kind, OTHER, N) == []


def test_every_signal_of_the_shipped_crisis_turns_a_known_dial(shipped: Record) -> None:
    turned = [each for s in shipped.signals for each in said(shipped, s, tuple(shipped.sides))]
    assert {kind for kind, _ in turned} <= set(SIGNAL_KINDS)
    assert len(turned) >= len(shipped.signals) // 2
