"""The rung follows from where a strike fell and who struck, never from a name."""

import pytest

from reading._parsed import draft_of


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("Israel bombed an Iranian airfield near Tehran.", "strike-home"),
        ("Israel bombed the Iranian embassy in Damascus.", "strike-abroad"),
        ("Israel sank an Iranian frigate.", "strike-abroad"),
        ("Israel struck Iranian camps in Syria.", "strike-abroad"),
        ("Iran fired missiles at Israel.", "strike-home"),
        ("Guerrillas attacked an Israeli village.", "shadow-attack"),
        ("Iraq invaded Kuwait.", "campaign"),
        ("Iraq seized Kuwaiti islands.", "seizure"),
        ("Iraq assassinated a Kuwaiti envoy.", "shadow-attack"),
    ],
)
def test_where_it_fell(text: str, rung: str) -> None:
    assert [act.rung for act in draft_of(text, "1990-08-03").acts] == [rung]


def test_the_place_is_read_with_its_state() -> None:
    (act,) = draft_of("Israel struck Iranian targets in Erbil, Iraq.", "1999-01-01").acts
    assert (act.place, act.country, act.targets) == ("Erbil", "IRQ", ("iran",))
