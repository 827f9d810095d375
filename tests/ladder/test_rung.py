import dataclasses
import pickle

import pytest

from offramp._errors import UsageError
from offramp.ladder import Ladder, Rung, default_ladder

SPECIFIED = [
    ("agreement", -2, 1, False),
    ("conciliation", -1, 1, False),
    ("calm", 0, 1, False),
    ("words", 1, 1, False),
    ("coercion", 2, 1, False),
    ("threat", 3, 2, False),
    ("display", 4, 3, False),
    ("seizure", 5, 4, False),
    ("shadow-attack", 6, 4, True),
    ("strike-abroad", 7, 4, True),
    ("strike-home", 8, 4, True),
    ("campaign", 9, 4, True),
    ("war", 10, 5, True),
]


def rung(key: str, order: int, level: int) -> Rung:
    return Rung(key, order, key, key, level, False)


def test_shipped_rungs_are_the_specified_ones() -> None:
    found = [(r.key, r.order, r.level, r.blood) for r in default_ladder().rungs]
    assert found == SPECIFIED


def test_shipped_rungs_have_words_for_a_reader() -> None:
    names = [r.name for r in default_ladder().rungs]
    assert len(set(names)) == len(names)
    assert all(r.description.endswith(".") for r in default_ladder().rungs)
    assert all(r.cameo and r.plover for r in default_ladder().rungs)


def test_look_ups() -> None:
    ladder = default_ladder()
    assert ladder.rung("war").level == 5
    assert ladder.order("agreement") == -2
    assert ladder.level("display") == 3
    assert ladder.calm.key == "calm"
    assert [r.key for r in ladder.at_least("strike-home")] == ["strike-home", "campaign", "war"]
    assert ladder.at_least("agreement") == ladder.rungs


def test_unknown_rung_names_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        default_ladder().rung("strke-home")
    said = 'No rung "strke-home" on the ladder; the nearest is "strike-home".'
    assert str(caught.value) == said


@pytest.mark.parametrize("ask", ["order", "level", "at_least"])
def test_every_look_up_refuses_an_unknown_rung(ask: str) -> None:
    with pytest.raises(UsageError, match='the nearest is "war"'):
        getattr(default_ladder(), ask)("warr")


def test_a_hostile_key_is_shown_short_and_escaped() -> None:
    with pytest.raises(UsageError) as caught:
        default_ladder().rung("\x1b[2J" + "x" * 10_000)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 200


def test_rung_for_level_is_the_lowest_from_calm_up() -> None:
    ladder = default_ladder()
    found = [ladder.rung_for_level(level).key for level in (1, 2, 3, 4, 5)]
    assert found == ["calm", "threat", "display", "seizure", "war"]


def test_rung_for_level_below_calm_when_nothing_else_has_it() -> None:
    ladder = Ladder((rung("down", -2, 1), rung("talk", -1, 1), rung("still", 0, 2)))
    assert ladder.rung_for_level(1).key == "talk"


def test_rung_for_a_level_that_is_missing() -> None:
    ladder = Ladder((rung("still", 0, 1), rung("fight", 1, 4)))
    with pytest.raises(UsageError, match="No rung of level 3 on the ladder; it has levels 1, 4"):
        ladder.rung_for_level(3)


@pytest.mark.parametrize(
    ("rungs", "said"),
    [
        ((), "no rungs"),
        ((rung("a", 0, 1), rung("a", 1, 1)), "taken by rung 1"),
        ((rung("a", 0, 1), rung("b", 0, 1)), "does not rise"),
        ((rung("a", 1, 1), rung("b", 2, 1)), "No rung stands at order 0"),
        ((rung("a", 0, 3), rung("b", 1, 2)), "falls below"),
        ((rung("a", 0, 0),), "no hostility level"),
        ((rung("a", 0, 6),), "no hostility level"),
        ((rung("A b", 0, 1),), "not one short word"),
    ],
)
def test_a_ladder_built_in_code_keeps_the_rules(rungs: tuple[Rung, ...], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        Ladder(rungs)


def test_ladder_is_frozen_and_can_be_pickled() -> None:
    ladder = default_ladder()
    with pytest.raises(dataclasses.FrozenInstanceError):
        ladder.rungs = ()  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(ladder)) == ladder
    assert hash(ladder) == hash(pickle.loads(pickle.dumps(ladder)))
