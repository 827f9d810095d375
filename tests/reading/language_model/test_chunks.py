"""Pieces cover all of a source, overlap, and never stand still."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from offramp.reading import Source
from offramp.reading.language_model._chunks import chunks, halves

TEXTS = st.lists(
    st.sampled_from(["One fell. ", "Rain fell on the river all day. ", "x" * 30 + " ", "\n\n"]),
    max_size=40,
)


@given(TEXTS, st.integers(20, 120), st.integers(0, 15))
def test_pieces_cover_the_text_in_order(parts: list[str], longest: int, overlap: int) -> None:
    text = "".join(parts)
    spans = chunks(Source("s", text), longest, overlap)
    reached = 0
    for start, end in spans:
        assert start <= reached < end or (start, end) == spans[0]
        assert end - start <= longest
        reached = end
    assert reached == len(text)


def test_pieces_begin_with_sentences_and_overlap() -> None:
    text = "".join(f"Post {number} was shelled on that day. " for number in range(200))
    spans = chunks(Source("s", text), 1_000, 200)
    assert all(text[start:].startswith("Post") for start, _ in spans)
    assert all(later[0] < earlier[1] for earlier, later in itertools.pairwise(spans))


@given(TEXTS)
def test_halves_are_all_of_it(parts: list[str]) -> None:
    text = "".join(parts)
    if len(text) > 1:
        (a, b), (c, d) = halves(text, (0, len(text)))
        assert (a, b, d) == (0, c, len(text))
        assert a < b < d
