"""A noun phrase stands for whom a reader takes it to stand for."""

import pytest

from reading._parsed import parties_of, resolved, token

OPENING = "Iran shelled Iraq on Monday. "


@pytest.mark.parametrize(
    ("text", "word", "parties"),
    [
        ("The Iraqi foreign minister spoke.", "minister", ("iraq",)),
        ("Iraq's navy sailed.", "navy", ("iraq",)),
        ("The president of Iraq spoke.", "president", ("iraq",)),
        ("Iran and Iraq signed.", "Iran", ("iran", "iraq")),
        ("Dozens of Iraqi tanks moved.", "Dozens", ("iraq",)),
        ("Iran struck the embassy of Iraq.", "embassy", ("iraq",)),
        ("General Ilir Dagan, the Iraqi chief of staff, spoke.", "Dagan", ("iraq",)),
        ("Iraq's president, Jorge Salas, spoke.", "Salas", ("iraq",)),
        ("Khomeini spoke in Tehran in 1980.", "Khomeini", ("iran",)),
        (OPENING + "It denied the charge.", "It", ("iran",)),
        (OPENING + "Both sides lost men.", "sides", ("iran", "iraq")),
        (OPENING + "Iraq protested. The government closed the border.", "government", ("iraq",)),
        (OPENING + "Its neighbour answered.", "neighbour", ("iraq",)),
        ("The ships that Iran sent were sunk.", "that", ()),
        ("Fishermen from the coast went home.", "Fishermen", ()),
    ],
)
def test_phrases(text: str, word: str, parties: tuple[str, ...]) -> None:
    assert parties_of(text, word) == parties


def test_we_are_the_speaker_and_they_the_other_side() -> None:
    text = OPENING + 'Iraq vowed: "They have attacked us, and we will answer," Iraq said.'
    assert parties_of(text, "we") == ("iraq",)
    assert parties_of(text, "They") == ("iran",)


def test_groups_get_their_sponsors_and_factions_their_state() -> None:
    parsed, parties = resolved("Iranian-backed militias struck. Iran's hard-line factions pressed.")
    (militias,) = parties.of(token(parsed, "militias"))
    assert parties.cast.sponsor(militias) == "iran"
    (factions,) = parties.of(token(parsed, "factions"))
    assert parties.cast.root(factions) == "iran"


def test_hosts_of_bases_are_a_party_of_their_own() -> None:
    parsed, parties = resolved("Iran notified the regional countries hosting these U.S. bases.")
    (hosts,) = parties.of(token(parsed, "countries"))
    bonds = {(b.kind, b.from_, b.to) for b in parties.cast.bonds.values()}
    assert ("hosts-forces-of", hosts, "united-states") in bonds


def test_a_leader_without_a_state_leads_the_one_that_he_does_not_speak_of() -> None:
    text = (
        "Belmar attacked Zora's navy. Zora's army answered. Belmar said nothing. "
        "President Karan said that Belmar would pay."
    )
    assert parties_of(text, "Karan") == ("zora",)


@pytest.mark.parametrize(
    "gunmen",
    ["Gunmen loyal to the Veldian Front", "Veldian Front gunmen", "Gunmen of the Veldian Front"],
)
def test_who_fights_for_a_group_is_the_group(gunmen: str) -> None:
    text = f"The Veldian Front was born in 1980. {gunmen} stormed an Iraqi post."
    assert parties_of(text, gunmen.split(maxsplit=1)[0] if "Gunmen" in gunmen else "gunmen") == (
        "veldian-front",
    )


def test_no_state_is_a_he() -> None:
    text = "Iran warned Saddam Hussein in 1985. He ignored it."
    assert parties_of(text, "He") == ("iraq",)


def test_forces_of_the_government_are_no_bodys() -> None:
    text = "Iran hired guards. The United Nations protested. Government forces answered."
    assert parties_of(text, "forces") == ("iran",)


def test_an_opposite_number_is_the_others() -> None:
    text = "The Iraqi minister spoke. Her Iranian opposite number listened."
    assert parties_of(text, "number") == ("iran",)


def test_the_government_is_the_one_that_was_told_in_full() -> None:
    text = "The Government of Iran told me so. Iraq shelled Fao. The Government was sorry."
    parsed, parties = resolved(text)
    assert parties.of([t for t in parsed.doc if t.text == "Government"][-1]) == ("iran",)


def test_armed_men_are_a_group() -> None:
    assert parties_of("Armed men boarded an Iranian tug.", "men") == ("armed-men",)


def test_a_formal_government_is_that_of_the_formal_minister() -> None:
    text = "The Foreign Minister of Iran spoke. Iraq shelled Fao. The Government was sorry."
    parsed, parties = resolved(text)
    assert parties.of(token(parsed, "Government")) == ("iran",)
