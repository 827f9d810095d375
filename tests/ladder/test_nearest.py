import pytest

from offramp.ladder import Ladder, Rung, default_ladder, nearest
from offramp.ladder._nearest import _MEANT


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("strke-home", "strike-home"),
        ("airstrike", "strike-abroad"),
        ("Air Strikes", "strike-abroad"),
        ("sanction", "coercion"),
        ("sanctions", "coercion"),
        ("mobilization", "display"),
        ("mobilisation", "display"),
        ("CEASEFIRE", "agreement"),
        ("shadow_attack", "shadow-attack"),
        ("ship seizure", "seizure"),
        ("ultimatum", "threat"),
        ("invasion", "war"),
        ("war", "war"),
        ("wra", "war"),
    ],
)
def test_nearest(written: str, meant: str) -> None:
    assert nearest(written) == meant


@pytest.mark.parametrize("written", ["", " ", "???", "\x00", "x" * 1_000_000])
def test_nearest_always_answers_with_a_rung(written: str) -> None:
    assert nearest(written) in default_ladder().keys


def test_every_synonym_leads_to_a_shipped_rung_and_is_no_rung_itself() -> None:
    assert set(_MEANT.values()) == set(default_ladder().keys)
    assert not set(_MEANT) & set(default_ladder().keys)


def test_no_synonym_stands_for_two_rungs() -> None:
    from offramp.ladder._nearest import _SYNONYMS

    words = [word for line in _SYNONYMS.values() for word in line.split()]
    assert len(set(words)) == len(words)


def test_synonyms_do_not_lead_off_a_ladder_without_their_rung() -> None:
    mine = Ladder(
        (Rung("calm", 0, "Calm", "Calm.", 1, False), Rung("strike", 1, "Strike", "Hit.", 4, True))
    )
    assert mine.nearest("airstrike") == "strike"
