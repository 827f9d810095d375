"""What speaks for a claim is found in the words, the mood and the subject of a sentence."""

import pytest

from offramp.reading.said._claim_marks import listed, marks, phrases
from reading._parsed import resolved


def held(text: str) -> dict[str, float]:
    parsed, parties = resolved(text)
    return marks(parsed, parties, parsed.sentences[-1])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Iraq would perhaps have yielded.", "words: hedges"),
        ("We believe that Iraq had no choice.", "words: weighing"),
        ("The truce held because both armies were tired.", "words: causes"),
        ("Had Iraq yielded, the town would have been spared.", "form: counterfactual"),
        ("The shelling did less to harm Iraq than to unite it.", "form: more or less than"),
        ("What mattered was the silence of Iraq.", "form: what it was"),
        ("Fear, not money, moved the ministers.", "form: this, not that"),
        ("Such a threat is dangerous.", "being: judged so"),
        ("The raid has hardened opinion in Iraq.", "verb: effects"),
        ("The raid has hardened opinion in Iraq.", "subject: a deed"),
        ("Analysts say that Iraq will yield.", "says: a watcher"),
        ("Iraq said that it would not yield.", "says: a party"),
        ("Villagers said that it would not last.", "says: people"),
        ("There are three reasons for this.", "form: reasons counted"),
        ("If Iraq yields, the war is over.", "form: if"),
        ("Nothing supports this view of Iraq.", "subject: none or all"),
        ("A weak government seldom yields.", "subject: any such"),
        ("Iraq may yield.", "mood: modal"),
        ("Iraq will yield.", "mood: coming"),
        ("Iraq has yielded.", "mood: perfect"),
        ("Iraq yields.", "mood: present"),
        ("Iraq yielded on 2 May.", "mood: past"),
        ("Iraq yielded on 2 May.", "fact: a day or month"),
        ("Iraq lost 14 men.", "fact: a number"),
    ],
)
def test_marks(text: str, name: str) -> None:
    assert name in held(text)


def test_the_month_is_no_modal() -> None:
    assert "has: a modal" not in held("Iraq yielded in May.")


def test_what_stands_often_counts_twice_at_most() -> None:
    assert held("Perhaps it was probably, possibly and likely so.")["words: hedges"] == 2.0


@pytest.mark.parametrize("name", ["Chad", "Iran", "Oman"])
def test_names_change_nothing(name: str) -> None:
    text = "{} probably feared that the raid would embolden its neighbours."
    assert held(text.format(name)) == held(text.format("Iraq"))


def test_the_longest_phrase_is_found() -> None:
    assert phrases("hedges").findall("in all likelihood") == ["in all likelihood"]


def test_the_lists_hold_words() -> None:
    assert {"true", "false"} <= listed("adjectives")
    assert all(word.strip() for name in ("nouns", "minds", "seems") for word in listed(name))


@pytest.mark.parametrize("text", ["?", "had " * 3000, "not , " * 2000, "It was " * 1500, "\u200b"])
def test_strange_sentences_do_no_harm(text: str) -> None:
    parsed, parties = resolved(text)
    for sentence in parsed.sentences:
        assert all(value > 0 for value in marks(parsed, parties, sentence).values())
