"""A quote is found where its words stand, and nowhere else."""

import random

import pytest

from offramp.reading import Source
from offramp.reading.verifying._quotes import find_quote, passage, stands
from reading._flips import flips, sentence

TEXT = (
    "The commander said that “Ruritania  will – at once – strike back.” It did not attack "
    "Strelsau.\n\nOf 1,200 drones, 12 fell. They couldn’t reach the harbour of Zenda, and "
    "candid observers said so."
)
SOURCE = Source("s", TEXT)


def found(said: str) -> list[str]:
    quotes = find_quote(SOURCE, said)
    assert all(stands(SOURCE, quote) for quote in quotes)
    return [quote.text for quote in quotes]


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("It did not attack", ["It did not attack"]),
        ('"Ruritania will - at once"', ["Ruritania  will – at once"]),
        ("ruritania\nwill", ["Ruritania  will"]),
        ("couldn't reach", ["couldn’t reach"]),
        ("'strike back'", ["strike back"]),
        ("Of 1,200 drones ... the harbour of Zenda", []),
        ("Of 1,200 drones … 12 fell", ["Of 1,200 drones", "12 fell"]),
        ("The commander said [...] strike back", ["The commander said", "strike back"]),
        ("12 fell", ["12 fell"]),
    ],
)  # fmt: skip
def test_words_are_found_as_they_stand(said: str, own: list[str]) -> None:
    assert found(said) == own


@pytest.mark.parametrize(
    "said",
    [
        "", "  ", "…", "“”", "a",
        "did attack Strelsau",
        "It did … attack Strelsau",  # leaves out "not"
        "could",  # from "couldn't"
        "200 drones", "1", "2 fell",  # pieces of a number
        "did observers",  # from "candid observers"
        "strike back ... The commander",  # out of order
        "strike back … Of 1,200",  # over a paragraph's end
        "Ruritania would strike back", "Strelsau will",
    ],
)  # fmt: skip
def test_what_the_text_does_not_say_is_not_found(said: str) -> None:
    assert found(said) == []


def test_of_a_thousand_flips_of_meaning_none_is_found() -> None:
    rng = random.Random(0)
    tried = passed = 0
    while tried < 1_000:
        text = " ".join(sentence(rng) for _ in range(4))
        source = Source("s", text)
        said = sentence(rng)
        source = Source("s", f"{text}\n\n{said}")
        assert find_quote(source, said)
        for flip in flips(said, rng):
            if flip in source.text:
                continue
            tried += 1
            passed += bool(find_quote(source, flip))
    assert passed == 0


def test_a_passage_is_whole_sentences_each_once() -> None:
    source = Source("s", "One fell. Two fell. Three fell. Four fell.")
    quotes = (source.quote(0, 3), source.quote(20, 25), source.quote(26, 30))
    assert passage(source, quotes) == "One fell.\nThree fell."


def test_a_month_that_is_left_out_turns_nothing_round() -> None:
    source = Source("m", "Troops called up on 20 May stood down. The fleet may return.")
    assert find_quote(source, "Troops called up ... stood down")
    assert not find_quote(source, "The fleet ... return")
    source = Source("n", "The Iraqi fleet of 20 may have fired on Iran.")
    assert not find_quote(source, "The Iraqi fleet ... have fired")
