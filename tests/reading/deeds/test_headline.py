"""A headline's deed is told once; what stands in the headline alone stays."""

import pytest

from offramp.reading import Source, code_offline

pytest.importorskip("spacy")

BELOW = "On Wednesday Iranian guns shelled the Iraqi town of Basra, killing nine people."


def triggers(text: str) -> list[str]:
    draft = code_offline(Source("t", text, date="1987-03-13"))
    return [act.trigger.text for act in draft.acts if act.trigger]


def test_what_the_text_tells_is_not_counted_again_for_its_headline() -> None:
    assert triggers(f"Shelling kills nine on Iraqi border\n\n{BELOW}\n") == ["shelled"]


def test_what_stands_in_the_headline_alone_stays() -> None:
    assert len(triggers(f"Iraq closes its border with Iran\n\n{BELOW}\n")) == 2


def test_a_first_sentence_is_no_headline() -> None:
    text = f"Iranian guns shelled Iraqi posts on Monday.\n\n{BELOW}\n"
    assert triggers(text) == ["shelled", "shelled"]
