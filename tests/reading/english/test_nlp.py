"""The model is used only as we know it, and a parsed text is the text."""

from pathlib import Path

import pytest

from offramp._errors import OfframpError

pytest.importorskip("spacy")
from offramp.reading.english._nlp import check_weights, parse


def test_altered_weights_are_refused(tmp_path: Path) -> None:
    (tmp_path / "ner").mkdir()
    (tmp_path / "ner" / "model").write_bytes(b"other weights")
    with pytest.raises(OfframpError, match=r"not the one that Offramp knows.*reinstall"):
        check_weights(tmp_path)


@pytest.mark.parametrize("text", ["", "\n\n", "One.", "“Go,” he said.\n\nThey went – at once."])
def test_a_parsed_text_keeps_every_offset(text: str) -> None:
    parsed = parse(text)
    assert len(parsed.text) == max(1, len(text))
    for t in parsed.doc:
        assert parsed.text[t.idx : t.idx + len(t.text)] == t.text


def test_sentences_do_not_cross_paragraphs() -> None:
    parsed = parse("A heading\nIran struck Israel. Israel answered.")
    spans = [parsed.text[s.start : s.end] for s in parsed.sentences]
    assert spans == ["A heading", "Iran struck Israel.", "Israel answered."]
    assert [s.paragraph for s in parsed.sentences] == [0, 1, 1]


@pytest.mark.parametrize("text", ["word " * 3_600, "x" * 18_000, "Iran struck. " * 1_400])
def test_a_paragraph_without_end_is_read_in_pieces(text: str) -> None:
    parsed = parse(text)
    assert "".join(t.text_with_ws for t in parsed.doc) == text
    assert parsed.sentences[-1].end <= len(text)
