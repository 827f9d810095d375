"""States and groups that no table knows are learned from how a text speaks of them."""

import pytest

from offramp.reading.english._nlp import parse
from offramp.reading.parties._discover import discover, related
from reading._parsed import resolved

TEXT = (
    "Veldian gunboats sank an Orskian trawler on Monday. Orsk's president, Anton Reuss, accused "
    "Veldia of piracy. The Black Ridge Brigades, a militia backed by Veldia, mined the port of "
    "Sallen. The Brigades said that Orsk had fired first."
)


def test_states_groups_and_places_are_told_apart() -> None:
    _, parties = resolved(TEXT)
    kinds = {party.id: party.kind for party in parties.cast.entries.values()}
    assert kinds == {"veldia": "state", "orsk": "state", "black-ridge-brigades": "armed-group"}
    assert parties.cast.sponsor("black-ridge-brigades") == "veldia"
    assert parties.cast.entries["veldia"].forms == {"Veldia", "Veldian"}


@pytest.mark.parametrize(
    ("adjective", "name"),
    [
        ("Veldian", "Veldia"), ("Ghazani", "Ghazan"), ("Galtish", "Galt"),
        ("Anshanese", "Anshan"), ("Orskian", "Orsk"), ("Veldians", "Veldia"),
    ],
)  # fmt: skip
def test_adjectives_lead_to_their_names(adjective: str, name: str) -> None:
    assert related(adjective, name) and not related(name, adjective)


@pytest.mark.parametrize("text", ["He met Ann Roe in the Hotel Astoria.", "The Arab and European"])
def test_people_hotels_and_regions_are_no_states(text: str) -> None:
    _, parties = resolved(text)
    assert not parties.cast.entries


def test_the_first_two_sides_need_less() -> None:
    text = (
        "A patrol vessel from Norrmark came under fire on Monday in what its government called an "
        "attack by Sundland. Sundland's admiralty offered its regrets. Norrmark left the talks."
    )
    parsed = parse(text)
    assert set(discover(parsed, []).states) == {"norrmark", "sundland"}


def test_a_government_of_a_union_is_no_body_of_states() -> None:
    parsed = parse("The Government of the Union of Sarawa has closed its frontier.")
    found = discover(parsed, [])
    assert set(found.states) == {"sarawa"} and not found.groups


def named(text: str) -> dict[str, str]:
    return {one.name: one.kind for one in resolved(text)[1].cast.entries.values()}


@pytest.mark.parametrize(
    "text",
    [
        "Ostian guns shelled the camps. The men had come across the border in Tolland.",
        "Ostian guns shelled the Tolland town of Esk. Later Tolland denied that it had answered.",
        "Ostian guns shelled a village in neighbouring Tolland.",
    ],
)
def test_what_lies_across_a_border_is_a_state(text: str) -> None:
    assert named(text).get("Tolland") == "state"


def test_a_state_named_in_passing_takes_no_side() -> None:
    text = "Ostian jets hit a camp, and Tolland denied it. An Egyptian envoy flew home."
    assert named(text).get("Tolland") == "state"


def test_the_adjective_of_a_union_is_no_state_of_its_own() -> None:
    text = "They blamed the Auric Federation. Auric officials denied it, and Auric ships sailed."
    assert named(text) == {"Auric Federation": "alliance"}


def test_a_half_of_a_state_stands_beside_the_state() -> None:
    text = "The fire came from the armed forces of Upper Kaldova. Kaldovan authorities said so."
    assert named(text) == {"Upper Kaldova": "state", "Kaldova": "state"}


@pytest.mark.parametrize(
    "text",
    [
        "The Mirren air force spoke of a missile. Mirren grounded all flights.",
        "Skarn customs launches held up a tug. Later Skarn laid a line of buoys.",
        "A Torrens sentry fired a flare. In the morning Torrens cut the railway.",
        "The Bey of Zerah put his seal to it. Nobody had coveted Zerah before.",
    ],
)
def test_who_has_forces_and_officials_is_a_state(text: str) -> None:
    name = next(word for word in ("Mirren", "Skarn", "Torrens", "Zerah") if word in text)
    assert named(text) == {name: "state"}


@pytest.mark.parametrize(
    "text",
    [
        "They met Chancellor Ruth Adler. Adler ordered a raid, and Adler refused an offer.",
        "In the end Antonescu, a general, took power, and Antonescu refused an offer.",
        "They feared Prime Minister Okell. Later Okell refused talks, and Okell sent a note.",
    ],
)
def test_a_surname_is_no_state(text: str) -> None:
    assert named(text) == {}


@pytest.mark.parametrize("word", ["Strikes", "Soldiers", "Rebels"])
def test_a_common_noun_that_opens_sentences_is_no_state(word: str) -> None:
    assert named(f"{word} killed nine men. {word} wrecked a bridge.").get(word) != "state"


def test_a_name_with_a_hyphen_is_one() -> None:
    text = "In May Ghent-Oro raided Palawar. The Palawar army downed a jet of Ghent-Oro's navy."
    assert named(text).get("Ghent-Oro") == "state" and "Oro" not in named(text)


def test_a_month_before_a_name_is_no_first_name() -> None:
    text = "In February Palmar cut the cable. The Palmar army knew. In March Palmar denied it."
    assert named(text) == {"Palmar": "state"}
