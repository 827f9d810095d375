"""One item becomes one entry, in the values of its file."""

from dataclasses import replace

from offramp.reading import ClaimItem, Means, RelationItem, Said, SignalItem, Source
from offramp.reading.drafts._entries import (
    Names,
    act_entry,
    citations,
    claim_entry,
    line,
    relation_entry,
    signal_entry,
)
from offramp.record import Act, Claim, Count, Relation, Signal
from reading._made import draft, words

DRAFT = draft()
SOURCES = {source.id: source for source in DRAFT.sources}


def names() -> Names:
    return Names(SOURCES, {party.id: party.name for party in DRAFT.parties})


def test_entries_are_parts_of_a_record() -> None:
    given = names()
    for act in DRAFT.acts[:2]:
        Act.model_validate(act_entry(act, given))
    for signal in DRAFT.signals:
        Signal.model_validate(signal_entry(signal, given, "1951-03-01/1951-03-14"))
    Claim.model_validate(claim_entry(DRAFT.claims[0], given))
    channel = RelationItem(
        "r", DRAFT.acts[0].quotes, kind="channel", from_="zenda", between=("ruritania", "strelsau")
    )
    Relation.model_validate(relation_entry(channel, SOURCES))


def test_ids_are_given_once() -> None:
    given = names()
    ids = [act_entry(DRAFT.acts[0], given)["id"] for _ in range(3)]
    base = "ruritania-strike-home-1951-03-01"
    assert ids == [base, f"{base}-2", f"{base}-3"]


def test_numbers_of_one_kind_become_a_range() -> None:
    means = (Means("rockets", "rocket", Count(30, 30)), Means("more", "rocket", Count(7, 12)),
             Means("guns", "artillery"), Means("stones", None, Count(5, 5)))  # fmt: skip
    entry = act_entry(replace(DRAFT.acts[1], means=means), names())
    assert entry["exchange"] == {"launched": {"rocket": "7..30"}}
    assert entry["note"] == "Means named: guns, stones."


def test_a_leader_who_was_struck_makes_a_target() -> None:
    struck = replace(DRAFT.acts[1], leaders=(("Rupert", "general"),))
    entry = act_entry(struck, names())
    assert entry["target"] == {
        "kind": "leadership", "leaders": [{"name": "Rupert", "rank": "general"}],
    }  # fmt: skip
    assert "target.kind" in entry["inferred"]


def test_what_sources_differ_on_stands_in_the_note() -> None:
    told = replace(DRAFT.acts[0], disputed=(Said("date", "1951-03-02", "zenda-post"),))
    assert act_entry(told, names())["note"] == "zenda-post gives for date: 1951-03-02."


def test_fields_of_other_kinds_of_signal_are_left_out() -> None:
    odd = replace(DRAFT.signals[0], kind="vow", hours=7.0, stance="backs", about="war")
    entry = signal_entry(odd, names(), "1951")
    assert not {"if", "hours", "stance", "about"} & set(entry)


def test_only_what_was_done_in_public_is_known_on_its_day() -> None:
    vow = DRAFT.signals[0]
    assert signal_entry(vow, names(), "1951")["known"] == "1951-03-01"
    for more in ({"via": "zenda"}, {"public": False}, {"kind": "notice"}, {"date": "1951-03"}):
        assert "known" not in signal_entry(replace(vow, **more), names(), "1951")
    assert "known" not in act_entry(replace(DRAFT.acts[0], channel="covert"), names())


def test_a_short_quote_is_shown_in_its_sentence() -> None:
    source = DRAFT.sources[0]
    item = SignalItem("s", (words(source, "vowed"),))
    (cited,) = citations(item, SOURCES)
    assert cited["quote"].startswith("Strelsau did not answer")


def test_a_claim_says_whose_it_is_and_how_sure() -> None:
    claim = ClaimItem("c", (words(DRAFT.sources[0], "Rockets".lower()),), "strelsau", "may")
    assert claim_entry(claim, names())["note"] == "As Strelsau has it. Hedged: may."


def test_lines_hold_nothing_unseen() -> None:
    assert line("a\x1b[31m\u202eb\n c") == "a[31mb c"
    assert len(line("x" * 1_000)) == 300


def test_a_long_document_is_quoted_by_windows() -> None:
    text = "word " * 400 + "fired" + " word" * 400
    source = Source("long", text, date="1951")
    item = SignalItem("s", (source.quote(0, len(text)),), trigger=words(source, "fired"))
    (cited,) = citations(item, {"long": source})
    assert len(cited["quote"]) <= 300
    assert "fired" in cited["quote"]
    assert cited["quote"] in text
