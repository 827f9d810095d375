"""Whose things are, once the text has said it."""

import pytest

from reading._parsed import parties_of, resolved, token


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Iran sent a frigate to the gulf. Iraq protested. The frigate was old.", "frigate"),
        ("An Iranian frigate sailed. Iraq protested. The ship was seen off Fao.", "ship"),
        ("Iraq protested. An Iranian tanker had sailed, and the crew had waved.", "crew"),
        ("Iraq stopped an Iranian trawler and took off her crew.", "crew"),
        ("The Iranian destroyer Babr sailed. Iraq feared the Babr.", "Babr"),
        ("Iraq took an Iranian post. An hour later the post was empty.", "post"),
    ],
)
def test_what_was_told_to_be_a_partys_stays_that_partys(text: str, word: str) -> None:
    parsed, parties = resolved(text)
    last = [t for t in parsed.doc if t.text == word][-1]
    assert parties.of(last) == ("iran",)


def test_what_two_parties_have_is_nobodys_by_that_word() -> None:
    text = "Iranian soldiers met Iraqi soldiers. It was noon. Rain fell. Later the soldiers left."
    parsed, parties = resolved(text)
    last = [t for t in parsed.doc if t.text == "soldiers"][-1]
    assert not parties.belongings.owners(last)


def test_another_one_is_not_the_one_told_of() -> None:
    assert parties_of("Iran sank. A frigate sailed from somewhere.", "frigate") == ()
    text = "An Iranian frigate sailed. Another frigate followed."
    parsed, parties = resolved(text)
    assert parties.of([t for t in parsed.doc if t.text == "frigate"][-1]) == ()
    assert parties.of(token(parsed, "frigate")) == ("iran",)
