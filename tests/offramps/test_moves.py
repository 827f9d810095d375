"""The closed list of moves: none violent, and each only where a party could make it."""

from typing import Any, get_args

import numpy as np
import pytest

from _invented import AS_OF, CRISIS, PARTIES, SAID, act, invent, signal
from offramp.answers import World
from offramp.history import MUTUAL, SIGNAL_KINDS, SUPPOSED
from offramp.offramps import Move, begin, moves_of
from offramp.offramps._moves import BEFORE, BINDING, HOLDS, SPAN, Kind
from offramp.offramps._moves import SAID as AS_SIGNALS
from offramp.record import library, open_record

KINDS = get_args(Kind)
PRESSES = {"vow", "threat", "demand", "backing", "notice"}
"""Kinds of signal that push on, and that no move may be."""


def kinds(moves: tuple[Move, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(move.kind, move.by) for move in moves]


def test_each_kind_holds_a_side_or_says_what_calms() -> None:
    assert set(KINDS) == {*HOLDS, *AS_SIGNALS}
    assert not set(HOLDS) & set(AS_SIGNALS)
    assert set(AS_SIGNALS.values()) <= set(SIGNAL_KINDS) - PRESSES
    assert set(BINDING) <= set(AS_SIGNALS)
    assert max(HOLDS.values()) == SPAN


def test_the_invented_parties_have_these_moves(world: World) -> None:
    own = ["delay", "hold", "hold long", "hold while", "limit", "framing"]
    assert kinds(moves_of(world.known, AS_OF)) == [
        *((kind, ("north",)) for kind in own), ("restrain proxies", ("north",)),
        *((kind, ("south",)) for kind in own),
        ("ceasefire", ("north", "south")), ("withdrawal", ("north",)),
        ("restrain", ("neighbour",)),
        ("mediate", ("neighbour",)),
    ]  # fmt: skip


def test_a_side_without_proxies_has_none_to_keep_out() -> None:
    moves = moves_of(invent(CRISIS, SAID, relations=[]), AS_OF)
    assert all(move.kind != "restrain proxies" for move in moves)


def taken_back(*more: dict[str, Any]) -> dict[str, str]:
    """Who can take something back, and in what words."""
    moves = moves_of(invent([*CRISIS, *more], SAID), AS_OF)
    return {move.by[0]: move.words for move in moves if move.kind == "withdrawal"}


def test_what_was_taken_or_brought_up_can_be_taken_back() -> None:
    took = act("took", 10, "southland", "seizure")
    shown = act("shown", 10, "southland", "display")
    assert "south" not in taken_back()
    assert "leaves what it shut or took" in taken_back(took)["south"]
    assert "draws back the forces" in taken_back(shown)["south"]
    assert "leaves what it shut or took" in taken_back(shown, took)["south"]
    assert taken_back({**took, "status": "threatened"}) == taken_back()


def test_what_opened_the_crisis_can_be_taken_back_and_old_custom_not() -> None:
    assert "south" in taken_back(act("bases", -BEFORE, "southland", "display"))
    assert taken_back(act("long-ago", -BEFORE - 1, "southland", "display")) == taken_back()


def test_where_no_third_party_spoke_none_restrains() -> None:
    moves = moves_of(invent(CRISIS), AS_OF)
    assert all(move.kind != "restrain" for move in moves)
    assert moves[-1].kind == "mediate" and moves[-1].by == ("third-party",)


def test_no_faction_restrains_its_own_side() -> None:
    parties = [*PARTIES, {"id": "hawks", "name": "Hawks", "kind": "faction"}]
    relations = [{"kind": "faction-of", "from": "hawks", "to": "southland", "date": "2010/.."}]
    record = invent(
        CRISIS, [signal("hawks-warn", 12, "warning", "hawks", "southland")],
        parties=parties, relations=relations,
    )  # fmt: skip
    assert all(move.kind != "restrain" for move in moves_of(record, AS_OF))


@pytest.mark.parametrize("name", library())
def test_every_record_has_moves_of_the_list_and_no_other(name: str) -> None:
    record = open_record(name)
    for day in {q.as_of for q in record.questions} | {record.opens}:
        known = record.as_of(day)
        moves = moves_of(known, day)
        assert len(set(moves)) == len(moves)
        for move in moves:
            assert move.kind in KINDS
            assert move.on in (*record.sides, "both")
            who = [p for p in move.by if p not in record.sides and p != "third-party"]
            assert all(known.side_of(p, day) is None for p in who), "a third party"
            assert "{" not in move.words


def test_a_hold_holds_its_side_for_its_days(world: World) -> None:
    for kind, days in HOLDS.items():
        held = begin(world, Move(kind, ("south",), "south", ""), after=3)
        assert held.held == ((1, 0), (4, 3 + days))
        assert held.while_other == (False, kind == "hold while")
        assert held.history is world.history


def test_what_is_said_is_renewed_each_week(world: World) -> None:
    spoken = begin(world, Move("limit", ("south",), "south", ""), after=2).history
    rows = [at for at, name in enumerate(spoken.said) if name == SUPPOSED]
    signals = spoken.signals
    assert signals.day[rows].tolist() == [2, 9, 16, 23, 30]
    assert {SIGNAL_KINDS[k] for k in signals.kind[rows]} == {"limit"}
    assert (signals.side[rows] == 1).all()


def test_mediation_is_of_both(world: World) -> None:
    spoken = begin(world, Move("mediate", ("neighbour",), "both", "")).history
    rows = [at for at, name in enumerate(spoken.said) if name == SUPPOSED]
    assert (spoken.signals.side[rows] == MUTUAL).all()


def test_a_move_puts_no_act_in_and_takes_none_out(world: World) -> None:
    for move in moves_of(world.known, AS_OF):
        begun = begin(world, move)
        assert (begun.history.events.change == 0).all()
        assert begun.history.acts == world.history.acts
        assert begun.seen is world.seen
        assert np.array_equal(begun.start.standing.sting, world.start.standing.sting)
