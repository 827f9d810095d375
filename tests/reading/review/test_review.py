"""The review shows every entry beside its words, and its decisions reach the record."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from offramp import UsageError
from offramp._errors import OfframpError
from offramp.reading import Draft, OpenRecord, Review, Unverified, cards, decide, read_decisions
from offramp.reading import review_page as drawn
from offramp.reading.drafts._join import join
from offramp.reading.drafts._to_record import draft_to_record
from offramp.reading.review._decisions import Decision
from offramp.reading.verifying._verify import verify
from offramp.record import parse_record
from reading._made import draft, other_draft


def review(of: Draft | None = None) -> tuple[Review, str]:
    found = of or join([verify(draft()), verify(other_draft())])
    made = draft_to_record(found, "river")
    text = made.text()
    refused = (Unverified("act", "Zenda struck", "The words do not stand in the source."),)
    return Review(
        parse_record(text), made.origins, found.sources, made.held_back, refused, made.remarks
    ), text


@pytest.fixture
def file(tmp_path: Path) -> OpenRecord:
    (tmp_path / "crisis.yaml").write_text(review()[1])
    return OpenRecord.load(tmp_path)


def test_every_entry_has_a_card_with_its_sentence() -> None:
    shown, _ = review()
    record = shown.record
    laid = {(card.section, card.key): card for card in cards(shown)}
    for section in ("acts", "signals", "claims", "parties"):
        for entry in getattr(record, section):
            card = laid[section, entry.id]
            assert card.sentences
            assert any("".join(t for t, _ in s.pieces).strip() for s in card.sentences)
    assert len([card for card in laid.values() if card.section == "relations"]) == 1


def test_the_words_of_a_quote_are_marked_in_their_sentence() -> None:
    shown, _ = review()
    (card,) = [c for c in cards(shown) if c.key == "strelsau-strike-home-1951-03-13"]
    (sentence,) = card.sentences
    assert sentence.pieces[0] == ("Twelve days after the attack, ", False)
    assert "launched" in next(text for text, marked in sentence.pieces if marked)


def test_what_was_inferred_is_marked() -> None:
    shown, _ = review()
    (card,) = [c for c in cards(shown) if c.key == "strelsau-strike-home-1951-03-13"]
    marks = {field.name: field.inferred for field in card.fields}
    assert marks["date"]
    assert marks["admitted"]
    assert not marks["by"]


def test_the_page_holds_all_that_was_found_and_all_that_was_not_kept() -> None:
    shown, _ = review()
    page = drawn(shown)
    for text in (
        "ruritania-strike-home-1951-03-01", "It is spoken of as negated", "Zenda struck",
        "The Zenda Post", "Nobody has checked it", "Strelsau did not answer",
    ):  # fmt: skip
        assert text in page


def test_an_accepted_entry_stays_as_it_is(file: OpenRecord) -> None:
    before = file.text
    assert decide(file, [Decision("acts", "ruritania-strike-home-1951-03-01", "accept")]) == ()
    assert file.text == before


def test_a_mended_field_is_no_longer_inferred(file: OpenRecord) -> None:
    name = "strelsau-strike-home-1951-03-13"
    changes = {
        "date": "1951-03-14",
        "by": "strelsau, zenda",
        "act": "strike-abroad",
        "admitted": "no",
    }
    decide(file, [Decision("acts", name, "mend", changes)])
    act = file.save().act(name)
    assert (act.date, act.by, act.act) == ("1951-03-14", ("strelsau", "zenda"), "strike-abroad")
    assert act.admitted == "no"
    assert not {"date", "admitted"} & set(act.inferred)


def test_an_emptied_field_is_taken_out(file: OpenRecord) -> None:
    name = "strelsau-strike-home-1951-03-13"
    decide(file, [Decision("acts", name, "mend", {"answers": "", "against": ""})])
    assert file.save().act(name).answers == ()


def test_a_dropped_act_is_gone(file: OpenRecord) -> None:
    decide(file, [Decision("acts", "ruritania-strike-home-1951-03-01", "drop")])
    record = file.save()
    assert [act.id for act in record.acts] == ["strelsau-strike-home-1951-03-13"]
    assert record.acts[0].answers == ()


def test_a_party_takes_along_what_it_alone_did(file: OpenRecord) -> None:
    told = decide(file, [Decision("parties", "graustark", "drop")])
    record = file.save()
    assert "graustark" not in [party.id for party in record.parties]
    assert [s.from_ for s in record.signals] == ["strelsau", "strelsau"]
    assert len(told) == 1
    decide(file, [Decision("parties", "river-guard", "drop")])
    assert file.save().relations == ()


def test_a_relation_is_dropped_by_its_index(file: OpenRecord) -> None:
    decide(file, [Decision("relations", "0", "drop")])
    assert file.save().relations == ()


def test_a_side_cannot_be_dropped(file: OpenRecord) -> None:
    with pytest.raises(UsageError, match="one of the two sides"):
        decide(file, [Decision("parties", "strelsau", "drop")])


def test_nonsense_is_not_saved(file: OpenRecord) -> None:
    name = "strelsau-strike-home-1951-03-13"
    before = file.path.read_text()
    decide(file, [Decision("acts", name, "mend", {"date": "tomorrow"})])
    with pytest.raises(OfframpError, match="tomorrow"):
        file.save()
    assert file.path.read_text() == before


def written(tmp_path: Path, data: object) -> Path:
    path = tmp_path / "review.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data))
    return path


SOUND = {
    "offramp-review": 1, "record": "river",
    "decisions": [{"section": "acts", "id": "a", "do": "mend", "set": {"date": "1951"}},
                  {"section": "claims", "id": "b", "do": "drop"}],
}  # fmt: skip


def test_decisions_are_read(tmp_path: Path) -> None:
    found = read_decisions(written(tmp_path, SOUND), "river")
    assert found == (
        Decision("acts", "a", "mend", {"date": "1951"}), Decision("claims", "b", "drop"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        "", "{", "[]", "7", '"x"', "[" * 100_000, {}, {**SOUND, "decisions": 7},
        {**SOUND, "decisions": [7]}, {**SOUND, "decisions": [{"section": "acts"}]},
        {**SOUND, "offramp-review": 2},
        {**SOUND, "decisions": [{"section": "sides", "id": "a", "do": "drop"}]},
        {**SOUND, "decisions": [{"section": "acts", "id": "a", "do": "launch"}]},
        {**SOUND, "decisions": [{"section": "acts", "id": "a", "do": "mend", "set": 7}]},
    ],
)  # fmt: skip
def test_what_holds_no_decisions_is_told(tmp_path: Path, data: object) -> None:
    with pytest.raises(OfframpError):
        read_decisions(written(tmp_path, data), "river")


def test_decisions_on_another_record_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="another-river"):
        read_decisions(written(tmp_path, {**SOUND, "record": "another-river"}), "river")
    with pytest.raises(OfframpError, match="Cannot read"):
        read_decisions(tmp_path / "none.json", "river")


def test_an_entry_that_is_not_there_is_told(file: OpenRecord) -> None:
    for do in ("drop", "mend"):
        with pytest.raises(UsageError, match="no-such-act"):
            decide(file, [Decision("acts", "no-such-act", do, {"date": "1951"})])


def test_a_page_without_anything_left_out_has_no_such_part() -> None:
    shown, _ = review()
    page = drawn(replace(shown, held_back=(), unverified=(), remarks=()))
    assert "left out of the record" not in page
    assert "not borne out" not in page
