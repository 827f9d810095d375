from datetime import timedelta

import pytest

from _invented import AS_OF, CRISIS, OPENS, act, crisis
from offramp._errors import UsageError
from offramp.answers import ActEffect, act_effect, deterrence
from offramp.record import Record

RAID, SALVO = OPENS + timedelta(days=4), OPENS + timedelta(days=12)


@pytest.fixture(scope="module")
def effect(invented: Record) -> ActEffect:
    return act_effect(invented, "salvo", AS_OF, draws=400)


def test_it_is_looked_at_at_once_and_later(effect: ActEffect, invented: Record) -> None:
    assert effect.at_once.as_of == SALVO
    assert effect.later is not None
    assert effect.later.as_of == AS_OF
    assert effect.deterrence == deterrence(invented, "salvo", SALVO, draws=400)
    assert effect.unasked is None


def test_later_is_thirty_days_on_at_most(invented: Record) -> None:
    found = act_effect(invented, "raid", AS_OF + timedelta(days=60), draws=400)
    assert found.later is not None
    assert found.later.as_of == RAID + timedelta(days=30)


def test_on_the_evening_itself_there_is_no_later(invented: Record) -> None:
    assert act_effect(invented, "salvo", SALVO, draws=400).later is None


def test_what_answers_nothing_deters_from_nothing(invented: Record) -> None:
    found = act_effect(invented, "raid", AS_OF, draws=400)
    assert found.deterrence is None
    assert found.unasked is not None
    assert "answers no act on record" in found.unasked


@pytest.mark.slow
def test_it_speaks_of_what_was_known_by_then(effect: ActEffect) -> None:
    later = [*CRISIS, act("after", 20, "southland", "strike-home", answers=["salvo"])]
    assert act_effect(crisis(later), "salvo", AS_OF, draws=400) == effect


@pytest.mark.slow
def test_what_followed_fades(invented: Record) -> None:
    """Thirty quiet days on, an act moves its own side's momentum less."""
    found = act_effect(invented, "salvo", SALVO + timedelta(days=30), draws=400)
    assert found.later is not None

    def momentum(moment: object) -> float:
        return max(abs(row.mean) for row in moment.terms if row.name == "momentum")  # type: ignore[attr-defined]

    assert momentum(found.later) < momentum(found.at_once)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("salvos", 'no act "salvos". The nearest is "salvo"'),
        ("talk", "no act of a threat or more"),
        ("after", "is not known by 2024-03-14. Stand on 2024-03-21 or later"),
    ],
)
def test_what_cannot_be_asked_is_told(name: str, told: str) -> None:
    acts = [*CRISIS, act("talk", 3, rung="words"), act("after", 20, "southland", "strike-home")]
    with pytest.raises(UsageError) as caught:
        act_effect(crisis(acts), name, AS_OF)
    assert told in str(caught.value)
