"""A draft becomes a record that is sound, and says what was inferred and what was left out."""

from dataclasses import replace
from datetime import date

import pytest

from offramp._errors import OfframpError
from offramp.reading import ActItem, Draft, RelationItem
from offramp.reading.drafts._to_record import draft_to_record
from offramp.reading.verifying._verify import verify
from offramp.record import Count, check_content, parse_record
from reading._made import draft, other_draft, words


def test_the_drafts_of_these_tests_are_borne_out_by_their_sources() -> None:
    assert verify(draft()).unverified == ()
    assert verify(other_draft()).unverified == ()


def test_a_record_is_made_that_check_accepts() -> None:
    made = draft_to_record(verify(draft()), "River Post")
    record = parse_record(made.text())
    assert record.id == "river-post"
    assert record.title == "Ruritania and Strelsau, March 1951"
    assert dict(record.sides) == {"ruritania": ("ruritania",), "strelsau": ("strelsau",)}
    assert (record.opens, record.closes) == (date(1951, 3, 1), date(1951, 3, 14))
    first, second = record.acts
    assert (first.id, first.act) == ("ruritania-strike-home-1951-03-01", "strike-home")
    assert first.dead == Count(7, 16)
    assert second.answers == (first.id,)
    assert second.exchange is not None
    assert second.exchange.launched.rocket[0].count == Count(30, 30)
    assert record.signals[0].if_ == "Ruritania fired again"
    assert record.signals[0].about == first.id


def test_every_entry_names_words_of_its_source() -> None:
    made = draft_to_record(verify(draft()), "x")
    record = parse_record(made.text())
    text = draft().sources[0].text
    for entry in (*record.acts, *record.signals):
        assert entry.sources
        assert all(c.quote is not None and c.quote in text for c in entry.sources)
    assert all(claim.quote in text for claim in record.claims)


def test_what_was_inferred_is_listed() -> None:
    record = parse_record(draft_to_record(verify(draft()), "x").text())
    assert record.acts[0].inferred == ("admitted", "known")
    assert "date" in record.acts[1].inferred
    undated = record.signals[1]
    assert (undated.date, "date" in undated.inferred) == ("1951-03-01/1951-03-14", True)


def test_what_the_record_cannot_hold_is_held_back_with_the_reason() -> None:
    undated = replace(draft().acts[1], id="a9", date=None, answers=())
    nobody = replace(draft().acts[1], id="a8", actors=(), answers=())
    rungless = replace(draft().acts[1], id="a7", rung="", answers=())
    more = replace(draft(), acts=(*draft().acts, undated, nobody, rungless))
    whys = {one.item.id: one.why for one in draft_to_record(more, "x").held_back}
    assert "negated" in whys["a3"]
    assert "when" in whys["a9"]
    assert "Nobody" in whys["a8"]
    assert "rung" in whys["a7"]
    assert "does nothing" in whys["zenda"]


def test_what_check_would_refuse_is_held_back() -> None:
    strange = replace(draft().signals[0], kind="rumour", id="s9", about="")
    made = draft_to_record(replace(draft(), signals=(*draft().signals, strange)), "x")
    assert [one.item.id for one in made.held_back if one.kind == "signal"] == ["s9"]
    assert len(parse_record(made.text()).signals) == 2


def test_answers_never_lead_to_what_came_later_nor_round() -> None:
    first, second, *rest = draft().acts
    round_about = (replace(first, answers=("a2",)), second, *rest)
    record = parse_record(draft_to_record(replace(draft(), acts=round_about), "x").text())
    assert [act.answers for act in record.acts] == [(), (record.acts[0].id,)]


def test_relations_that_make_no_sense_are_left_out() -> None:
    quote = words(draft().sources[0], "Ruritania fired")
    ends = [("zenda", "ruritania"), ("ruritania", "zenda"), ("ruritania", "strelsau"),
            ("zenda", "ruritania")]  # fmt: skip
    bad = tuple(
        RelationItem(f"r{n}", (quote,), kind="part-of", from_=one, to=other)
        for n, (one, other) in enumerate(ends)
    )
    made = draft_to_record(replace(draft(), relations=bad), "x")
    record = parse_record(made.text())
    assert [(r.from_, r.to) for r in record.relations] == [("zenda", "ruritania")]
    assert len([one for one in made.held_back if one.kind == "relation"]) == 2


def test_a_proxys_act_counts_for_its_principal() -> None:
    other = other_draft()
    guard = replace(
        other.acts[0], id="a2", actors=("river-guard",), targets=("graustark",), date="1951-03-02",
        modality="actual",
    )  # fmt: skip
    acts = (*other.acts, guard, replace(guard, id="a3"))
    record = parse_record(draft_to_record(replace(other, acts=acts), "x").text())
    assert set(record.sides) == {"rur", "graustark"}
    assert record.side_of("river-guard", record.opens) == "rur"


def test_a_mutual_clash_names_both_sides() -> None:
    clash = replace(draft().acts[0], mutual=True)
    record = parse_record(draft_to_record(replace(draft(), acts=(clash,)), "x").text())
    assert (record.acts[0].mutual, record.acts[0].by) == ("yes", ("ruritania", "strelsau"))


def test_without_anybody_doing_anything_there_is_no_crisis() -> None:
    with pytest.raises(OfframpError, match="No crisis was found"):
        draft_to_record(Draft(draft().sources, draft().parties), "x")


def test_the_head_says_that_nobody_checked_it() -> None:
    text = draft_to_record(verify(draft()), "x").text()
    assert text.startswith("# A draft, read by a program from 1 document. Nobody has checked it.\n")
    assert check_content(text.encode()).errors == ()


def test_a_long_act_quote_is_cut_round_its_trigger() -> None:
    base = draft()
    long = "The minister, who had waited for days, and " * 12 + "at last fired on 1 March at all."
    of = replace(base.sources[0], text=f"{base.sources[0].text}\n\n{long}")
    at = of.text.index("at last fired") + 8
    whole = of.quote(of.text.index("The minister, who"), len(of.text))
    act = ActItem(
        "a1", (whole,), trigger=of.quote(at, at + 5), rung="display", actors=("strelsau",),
        targets=("ruritania",), date="1951-03-01",
    )  # fmt: skip
    record = parse_record(draft_to_record(replace(base, sources=(of,), acts=(act,)), "x").text())
    quote = record.acts[0].sources[0].quote
    assert quote is not None
    assert len(quote) <= 300
    assert "fired" in quote
    assert quote in of.text


def test_what_was_public_counts_as_known_on_its_day_and_the_rest_with_its_document() -> None:
    covert = replace(draft().acts[1], channel="covert")
    made = draft_to_record(replace(draft(), acts=(draft().acts[0], covert)), "x")
    first, second = parse_record(made.text()).acts
    assert (first.known_on, second.known_on) == (date(1951, 3, 1), date(1951, 3, 14))
    hidden = tuple(replace(act, channel="covert") for act in draft().acts)
    silent = replace(draft(), acts=hidden, signals=())
    record = parse_record(draft_to_record(silent, "x").text())
    assert record.opens == record.acts[0].known_on
    spoken = parse_record(draft_to_record(replace(draft(), acts=hidden), "x").text())
    assert spoken.opens == min(signal.known_on for signal in spoken.signals)


@pytest.mark.slow
def test_a_report_runs_on_it_unedited() -> None:
    from offramp.futures import study
    from offramp.report import render_html

    record = parse_record(draft_to_record(verify(draft()), "x").text())
    assert record.closes is not None
    page = render_html(study(record, record.closes, 30, 200, 0))
    assert "Ruritania" in page
