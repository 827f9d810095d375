"""For whom a text speaks that says "we"."""

import pytest

from offramp.reading.documents._source import Source
from offramp.reading.english._nlp import parse
from offramp.reading.parties._cast import Cast
from reading._parsed import draft_of

TOLD = "Iraq shelled a post of Iran's on Monday. "


def cast(text: str) -> Cast:
    pytest.importorskip("spacy")
    return Cast(parse(Source("note", text, date="1987-06-04").clean), "1987-06-04")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (TOLD + "I was secretary at the German legation, and we saw little.", "germany"),
        ("From the Swedish Embassy in Baghdad. I saw the minister of Iraq.", "sweden"),
        ("Members of the Assembly of Iran, Iraq has struck us.", "iran"),
        (TOLD + "I speak on behalf of the Government of Iran.", "iran"),
        (TOLD + "We held that Her Majesty's Government had no part in it.", "britain"),
        (TOLD + "Turkey sent our army a note, and Iraq spared our fleet. Iran held.", "iran"),
        (TOLD, None),
        (TOLD + '"We saw nothing," a monk said.', None),
        (TOLD + "Our correspondent saw it.", None),
        (TOLD + "The US and the people of Iran are not at war.", None),
    ],
)
def test_who_we_are(text: str, party: str | None) -> None:
    assert cast(text).narrator == party


def test_we_are_the_narrator_but_not_in_a_quotation() -> None:
    text = (
        "Members of the Assembly of Iran, Iraq has struck us. We condemn it. "
        '"We condemn the lies," the Iraqi minister said.'
    )
    found = {(s.kind, s.sender) for s in draft_of(text, "1987-06-04").signals}
    assert ("accusation", "iran") in found and ("accusation", "iraq") in found


def test_the_parties_before_a_court() -> None:
    text = (
        "The Applicant relies on its Note of 2 August. On 15 May 1946 His Majesty's cruisers came "
        "under the fire of an Albanian battery. We ask no more. The Respondent denied everything."
    )
    found = cast(text)
    named = {found.parsed.doc[i].text: m.party for i, m in found.at.items() if m.form == "group"}
    assert (named["Applicant"], named["Respondent"]) == ("britain", "albania")


def test_a_note_is_its_issuers_though_it_opens_in_the_past() -> None:
    text = (
        "The Ministry of Foreign Affairs of the Republic of Iraq today received the envoy of "
        "Turkey and handed him a paper. The Ministry has the honour to state the following. "
        "The ships must be gone by 30 June."
    )
    assert cast(text).issuer == "iraq"
    found = [(s.kind, s.sender, s.receivers) for s in draft_of(text, "1987-06-04").signals]
    assert ("demand", "iraq", ("turkey",)) in found


def test_he_is_whom_the_narrator_met() -> None:
    text = (
        "From the Swedish Embassy in Baghdad. Iraq is nervous. I saw the President this morning. "
        "He told me that any ship coming near would be met by force."
    )
    (found,) = draft_of(text, "1987-06-04").signals
    assert (found.kind, found.sender) == ("conditional-threat", "iraq")
