"""Names of weapons, ships, aircraft and operations are told from those of states."""

import pytest

from offramp.reading import Source, code_offline
from offramp.reading.english._nlp import parse
from offramp.reading.english._things import things_named

pytest.importorskip("spacy")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Israel readied its Jericho missiles.", "Jericho"),
        ("Iraq fired a Scud at Israel.", "Scud"),
        ("The frigate Sheffield burned.", "Sheffield"),
        ("USS Pueblo was seized by North Korea.", "Pueblo"),
        ("Operation Desert Fox lasted four days.", "Desert Fox"),
        ("The destroyer Resolute fired on a trawler.", "Resolute"),
    ],
)
def test_a_thing(text: str, named: str) -> None:
    assert named in things_named(parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "Libyan jets bombed Chad.",
        "Iran sent ships.",
        "Iran shelled Iraq.",
        "A Libyan was shot.",
        "The ships Iran sent were sunk.",
    ],
)
def test_no_thing(text: str) -> None:
    assert not things_named(parse(text))


def test_a_nation_before_a_named_weapon_is_no_thing() -> None:
    found = things_named(parse("Iraqi Scud missiles fell on Dhahran."))
    assert "Scud" in found
    assert "Iraqi" not in found


@pytest.mark.parametrize(
    "text",
    [
        "Iraqi forces fired two Scud missiles at Israel on 18 January 1991. The Scud struck Tel "
        "Aviv. Scud attacked Israel again.",
        "Argentina hit the frigate Sheffield with an Exocet on 4 May 1982. Exocet struck again. "
        "Argentina attacked Sheffield.",
        "Operation Desert Fox began on 16 December 1998. Desert Fox struck Iraq for four days. "
        "Iraq condemned Desert Fox.",
    ],
)
def test_no_thing_becomes_a_party(text: str) -> None:
    parties = {party.id for party in code_offline(Source("t", text, date="2000-01-01")).parties}
    assert not parties & {"scud", "exocet", "sheffield", "desert-fox"}
