import pytest

from learning._icbe_rows import CRISIS, ONE, OPENS, THIRD, TWO, row, said
from offramp.history import MUTUAL
from offramp.learning._icbe_codes import SIDES
from offramp.learning._icbe_days import Row, days_of
from offramp.learning._icbe_signals import signals_of


def signals(*rows: Row) -> list[tuple[str, int]]:
    return [(kind, who) for _, kind, who in signals_of(days_of(rows, OPENS), SIDES[CRISIS])]


def test_an_ultimatum_is_a_threat_and_a_demand() -> None:
    force = {"do_actor_a": ONE, "do_actor_b": TWO, "do_interact_kind": "escalatory"}
    assert signals(said(1, 1, ONE, TWO, "ultimatum", **force)) == [("threat", 0), ("demand", 0)]
    assert signals(said(1, 1, ONE, TWO, "threaten", **force)) == [("threat", 0)]
    peaceful = {**force, "do_interact_kind": "uncooperative"}
    assert signals(said(1, 1, ONE, TWO, "threaten", **peaceful)) == []


@pytest.mark.parametrize(
    ("kind", "manner", "step", "found"),
    [
        ("promise", "escalatory", "", ["vow"]),
        ("express intent", "escalatory", "", ["notice"]),
        ("promise", "cooperative", "", ["limit"]),
        ("express intent", "deescalatory", "", ["limit"]),
        ("express intent", "cooperative", "", []),
        ("accept", "deescalatory", "cease fire", ["ceasefire"]),
        ("express intent", "deescalatory", "withdraw from area", ["withdrawal"]),
        ("reject", "escalatory", "", []),
    ],
)
def test_what_a_side_says_that_it_will_do(
    kind: str, manner: str, step: str, found: list[str]
) -> None:
    content = {"do_actor_a": ONE, "do_actor_b": TWO, "do_interact_kind": manner}
    heard = signals(said(1, 1, ONE, TWO, kind, interact_deescalate=step or None, **content))
    assert heard == [(each, 0) for each in found]


def test_third_parties_mediate_restrain_and_back() -> None:
    mediates = row(
        1, 1, event_type="action", do_actor_a=THIRD, do_actor_b=f"{ONE};{TWO}",
        do_interact_kind="cooperative", interact_increasecoop="mediation;meeting",
    )  # fmt: skip
    assert signals(mediates) == [("mediation", MUTUAL)]
    asks = said(1, 1, THIRD, TWO, "appeal", do_actor_a=TWO, do_interact_kind="deescalatory")
    assert signals(asks) == [("restraint", 1)]
    assert signals(said(1, 1, THIRD, ONE, "threaten")) == [("restraint", 0)]
    aids = {**mediates, "do_actor_b": ONE, "interact_increasecoop": "military cooperation"}
    assert signals(aids) == [("backing", 0)]
    talks = {**mediates, "interact_increasecoop": "meeting"}
    assert signals(talks) == []


def test_words_of_one_side_to_a_third_party_turn_no_dial() -> None:
    assert signals(said(1, 1, ONE, THIRD, "demand")) == []
