"""Sentences are found so that a quote can be seen in its surroundings."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offramp.reading.documents._sentences import around, sentence_starts


def cut(text: str) -> list[str]:
    starts = (*sentence_starts(text), len(text))
    return [text[a:b].strip() for a, b in itertools.pairwise(starts)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One fell. Two fell.", ["One fell.", "Two fell."]),
        ("He said: “It is over.” Rain fell.", ["He said: “It is over.”", "Rain fell."]),
        ("Gen. Roe met Mr. Hope. U.S. ships left.", ["Gen. Roe met Mr. Hope.", "U.S. ships left."]),
        ("A heading\n\nThen prose.", ["A heading", "Then prose."]),
        ("It cost 1.5 million. So what?", ["It cost 1.5 million.", "So what?"]),
        ("One line\ngoes on.", ["One line\ngoes on."]),
        ("J. Doe left.", ["J. Doe left."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


@given(st.text(max_size=300), st.data())
def test_a_span_lies_in_what_is_round_it(text: str, data: st.DataObject) -> None:
    if not text.strip():
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = around(text, start, end)
    assert 0 <= first <= start
    assert last >= min(end, len(text.rstrip()))
