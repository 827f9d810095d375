"""Words for deeds are found where they name a deed, and only there."""

import pytest

from offramp.reading.english._lexicon import lexicon
from reading._parsed import triggers


@pytest.mark.parametrize(
    ("text", "word", "rung"),
    [
        ("Iran shelled Basra.", "shelled", "strike"),
        ("Iran shot down a jet.", "shot", "strike"),
        ("Iran launched an attack on Iraq.", "attack", "strike"),
        ("Iran launched a wave of drones.", "launched", "strike"),
        ("Iran launched six missiles at Basra.", "launched", "strike"),
        ("Iran launched two missiles into the sea.", "launched", "display"),
        ("Iraqi fighters intercepted the airliner.", "intercepted", "display"),
        ("Iraqi strikes hit Iran.", "strikes", "strike"),
        ("A car bomb tore through the embassy.", "tore", "shadow-attack"),
        ("Iran took 23 members of its staff hostage.", "took", "seizure"),
        ("Iran put its fleet on alert.", "put", "display"),
        ("Iran sent two destroyers to the strait.", "sent", "display"),
        ("Iran sent an envoy to Baghdad.", "sent", "conciliation"),
        ("Iran recalled its ambassador.", "recalled", "coercion"),
        ("Iran recalled 4,000 reservists.", "recalled", "display"),
        ("Iran withdrew its troops.", "withdrew", "agreement"),
        ("Iran withdrew its ambassador.", "withdrew", "coercion"),
        ("The blockade was lifted; Iran lifted the blockade.", "lifted", "agreement"),
        ("Iran test-fired a missile.", "fired", "display"),
        ("Talks between Iran and Iraq came to nothing.", "Talks", "conciliation"),
    ],
)
def test_deeds(text: str, word: str, rung: str) -> None:
    assert rung in {t.deed.rung for t in triggers(text) if t.token.text == word}


@pytest.mark.parametrize(
    "text",
    [
        "Iran sent a letter.",
        "The strike force waited.",
        "He landed a job.",
        "The aircraft had landed.",
        "Iran took part.",
        "He spoke in exercise of a right.",
        "The agreement is a scrap of paper that nobody reads.",
        "Most of the drones and missiles were intercepted.",
    ],
)
def test_no_deeds(text: str) -> None:
    assert not [t for t in triggers(text) if t.deed.rung not in ("agreement",) or t.verbal]


def test_a_noun_and_the_verb_that_lifts_it_are_one_deed() -> None:
    (only,) = triggers("Iran carried out a raid on Basra.")
    assert only.token.text == "raid" and only.light is not None and only.side == "actor"


def test_what_needs_most_is_tried_before_what_needs_nothing() -> None:
    for senses in lexicon().verbs.values():
        bare = [not deed.needs for deed in senses]
        assert bare == sorted(bare)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The exercise, which India began in November, was the largest.", "began"),
        ("General Roe crossed the Tarn in May.", "crossed"),
        ("His brigades took Mutukula. They had come from the south and met in Mutukula.", "took"),
        ("An Iranian squadron was in custody.", "custody"),
        ("The town of Mehran remained under siege.", "siege"),
        ("Iran fired shots across the bow of the tug.", "fired"),
    ],
)
def test_deeds_in_plain_words_are_found(text: str, word: str) -> None:
    assert word in {t.token.text for t in triggers(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Iran stopped short of saying so.",
        "Iranian forces exercised restraint.",
        "Iran denounced the measure as piracy.",
        "A group based in Iraq spoke.",
    ],
)
def test_what_is_no_deed_names_none(text: str) -> None:
    assert triggers(text) == []


def test_a_shot_across_the_bow_is_a_display() -> None:
    (trigger,) = triggers("Iran fired shots across the bow of the tug.")
    assert trigger.deed.rung == "display"


@pytest.mark.parametrize(
    ("text", "word", "rung"),
    [
        ("Skarn launches held up four Portane bulkers.", "held", "seizure"),
        ("Iran obliged the airliner to land.", "obliged", "seizure"),
        ("A roadside charge killed four Iraqi guards.", "killed", "shadow-attack"),
        ("Iran besieged the citadel.", "besieged", "force"),
        ("Iran forbade Iraqi vessels to enter.", "forbade", "coercion"),
        ("Iran cancelled the trade fair.", "cancelled", "coercion"),
        (
            "The two talked in Geneva. Iran and Iraq are talking in Geneva.",
            "talking",
            "conciliation",
        ),
        ("Iran placed its forces on standby.", "placed", "display"),
    ],
)
def test_words_of_every_class_are_known(text: str, word: str, rung: str) -> None:
    assert {t.token.text: t.deed.rung for t in triggers(text)}.get(word) == rung
