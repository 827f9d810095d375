"""Bylines, notes on authors and boilerplate are left unread, and every offset still holds."""

import pytest

from offramp.reading import Source
from offramp.reading.documents._clean import clean


@pytest.mark.parametrize(
    "noise",
    [
        "By Ann Roe and John Doe",
        "More >",
        "Ann Roe is a senior fellow at the Institute for Peace.",
        "Photo: A ship at sea",
        "© 1999 The Times",
        "Subscribe to our newsletter",
        "https://example.org/a",
        "For more on the crisis, see our archive.",
        "5 min read",
    ],
)
def test_noise_is_left_out(noise: str) -> None:
    source = clean(Source("a", f"Iran struck Israel.\n\n{noise}\n\nIsrael answered."))
    assert noise not in source.clean
    assert "Iran struck Israel." in source.clean and "Israel answered." in source.clean


@pytest.mark.parametrize(
    "prose",
    [
        "By Friday the fleet had left.",
        "More than forty ships were sunk.",
        "The shelling is a lesson for the general, an analyst said.",
        "Photographers were barred from the port.",
    ],
)
def test_prose_is_kept(prose: str) -> None:
    assert clean(Source("a", prose)).clean == prose


def test_offsets_lead_back_to_the_text() -> None:
    text = "By Ann Roe\n\nIran struck.\nMore >\nIsrael answered."
    source = clean(Source("a", text))
    at = source.clean.index("Israel")
    start, end = source.span(at, at + 6)
    assert text[start:end] == "Israel"
    assert clean(source).spans == source.spans


def test_a_dateline_of_the_documents_day_is_left_unread() -> None:
    text = "ZENDA, 3 March (Agency) - Ruritania fired.\n\nSTRELSAU, 1 March - It had warned."
    source = clean(Source("a", text, date="1951-03-03"))
    assert source.clean == "Ruritania fired.\n\nSTRELSAU, 1 March - It had warned."
    assert source.quote(*source.span(0, 9)).text == "Ruritania"


def test_a_sentence_that_opens_with_by_is_read() -> None:
    assert clean(Source("a", "By Monday, Ruritania had fired.")).clean
    assert not clean(Source("a", "By Ann Roe | Zenda")).clean
