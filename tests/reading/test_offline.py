"""The offline coder as a whole: every quote stands, and the same text gives the same draft."""

import pytest

from offramp.reading import Source, code_offline, verify
from offramp.reading.documents._clean import clean
from reading._parsed import draft_of
from reading.conftest import ARTICLE


def test_a_short_article() -> None:
    source = clean(Source("a", ARTICLE, date="1951-03-14"))
    draft = code_offline(source)
    acts = {a.trigger.text: a for a in draft.acts if a.trigger and a.modality == "actual"}
    assert (acts["fired"].actors, acts["fired"].targets) == (("ruritania",), ("strelsau",))
    assert acts["fired"].date == "1951-03-01"
    assert (acts["launched"].actors, acts["launched"].date) == (("strelsau",), "1951-03-13")
    assert acts["launched"].means[0].kind == "rocket"
    kinds = {(s.kind, s.sender) for s in draft.signals}
    assert ("vow", "strelsau") in kinds or ("conditional-threat", "strelsau") in kinds
    assert ("limit", "strelsau") in kinds


def test_quotes_of_a_cleaned_text_stand_in_the_text_itself() -> None:
    text = "By Ann Roe\n\nIran shelled Iraq on 2 June 1982.\nMore >\n“Iraq will answer,” Iraq said."
    draft = code_offline(clean(Source("a", text, date="1982-06-04")))
    assert draft.acts and draft.signals
    items = (*draft.acts, *draft.signals, *draft.parties, *draft.claims)
    for quote in (q for item in items for q in item.quotes):
        assert text[quote.start : quote.end] == quote.text
        assert "Ann Roe" not in quote.text


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "12", "Nothing happened here."])
def test_a_text_without_a_crisis_gives_an_empty_draft(text: str) -> None:
    draft = draft_of(text)
    assert not draft.acts and not draft.signals


def test_a_draft_passes_the_verifier() -> None:
    draft = draft_of("On 2 May 1951 Italian ships shelled the Greek port of Volos.", "1951-05-04")
    held = verify(draft)
    assert len(held.acts) == 1 and not held.unverified


def test_the_same_text_gives_the_same_draft() -> None:
    assert draft_of(ARTICLE) == draft_of(ARTICLE)


def test_parties_that_are_used_are_listed_with_what_they_belong_to() -> None:
    draft = draft_of("The IRGC shelled Iraq. Iran denied it.", "1985-01-01")
    assert {p.id for p in draft.parties} >= {"irgc", "iraq", "iran"}
    assert ("part-of", "irgc", "iran") in {(r.kind, r.from_, r.to) for r in draft.relations}


def test_a_proxy_acts_through_the_channel_of_proxies() -> None:
    draft = draft_of("Iranian-backed militias attacked an Iraqi post. Iran said nothing.")
    (act,) = [a for a in draft.acts if a.modality == "actual"]
    assert (act.channel, act.rung) == ("proxy", "shadow-attack")
