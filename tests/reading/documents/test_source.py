"""Offsets of the clean text lead back to the text as read."""

from hypothesis import given
from hypothesis import strategies as st

from offramp.reading import Source


@st.composite
def sources(draw: st.DrawFn) -> Source:
    text = draw(st.text(min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    return Source("s", text, kept=spans or None)


@given(sources())
def test_every_character_of_the_clean_text_is_found_in_the_text(source: Source) -> None:
    for offset, char in enumerate(source.clean):
        assert source.text[source.at(offset)] == char


@given(sources(), st.data())
def test_a_span_of_the_clean_text_begins_and_ends_on_its_characters(
    source: Source, data: st.DataObject
) -> None:
    if not source.clean:
        return
    start = data.draw(st.integers(0, len(source.clean) - 1))
    end = data.draw(st.integers(start + 1, len(source.clean)))
    quote = source.quote(*source.span(start, end))
    assert quote.text == source.text[quote.start : quote.end]
    assert (quote.text[0], quote.text[-1]) == (source.clean[start], source.clean[end - 1])


def test_an_uncleaned_source_is_read_whole() -> None:
    source = Source("s", "Iran struck.")
    assert source.clean == source.text
    assert source.span(0, 4) == (0, 4)
