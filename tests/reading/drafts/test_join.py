"""Many drafts become one, and nothing that sources say against one another is lost."""

from dataclasses import replace

from offramp.reading import ActItem, Draft, Means, Said, Toll
from offramp.reading.drafts._join import join
from offramp.reading.drafts._to_record import draft_to_record
from offramp.reading.verifying._verify import verify
from offramp.record import Count, parse_record
from reading._made import draft, other_draft, words


def test_the_same_act_told_twice_is_one_act_with_two_sources() -> None:
    joined = join([verify(draft()), verify(other_draft())])
    fired = joined.acts[0]
    assert [act.date for act in joined.acts if act.modality != "negated"] == [
        "1951-03-01", "1951-03-13",
    ]  # fmt: skip
    assert {quote.source for quote in fired.quotes} == {"zenda-post", "army-news"}
    assert (fired.modality, fired.reported_by) == ("actual", None)


def test_parties_are_one_where_they_share_a_name() -> None:
    joined = join([draft(), other_draft()])
    assert [party.id for party in joined.parties] == [
        "ruritania", "strelsau", "zenda", "graustark", "river-guard",
    ]  # fmt: skip
    assert joined.relations[0].to == "ruritania"
    assert joined.signals[-1].receivers == ("ruritania",)


def test_numbers_that_differ_stand_with_who_gives_them() -> None:
    joined = join([draft(), other_draft()])
    assert set(joined.acts[0].killed) == {
        Toll(Count(7, 16), "zenda-post"), Toll(Count(9, 9), "army-news"),
    }  # fmt: skip
    record = parse_record(draft_to_record(joined, "x").text())
    assert {tally.says for tally in record.acts[0].killed} == {"zenda-post", "army-news"}


def test_days_that_differ_become_a_span_with_who_says_which() -> None:
    late = replace(other_draft().acts[0], date="1951-03-02")
    joined = join([draft(), replace(other_draft(), acts=(late,))])
    assert joined.acts[0].date == "1951-03-01/1951-03-02"
    assert set(joined.acts[0].disputed) == {
        Said("date", "1951-03-01", "zenda-post"), Said("date", "1951-03-02", "army-news"),
    }  # fmt: skip
    note = parse_record(draft_to_record(joined, "x").text()).acts[0].note
    assert note is not None
    assert "army-news gives for date: 1951-03-02." in note


def test_sources_that_differ_on_who_did_it_are_both_named() -> None:
    accused = replace(other_draft().acts[0], actors=("graustark",))
    joined = join([draft(), replace(other_draft(), acts=(accused,))])
    assert joined.acts[0].actors == ("ruritania",)
    assert Said("actors", "graustark", "army-news") in joined.acts[0].disputed


def test_other_days_other_places_and_other_deeds_are_other_acts() -> None:
    told = other_draft().acts[0]
    for more in (
        {"date": "1951-03-05"}, {"date": None}, {"date": "1951-03"}, {"place": "harbour"},
        {"rung": "seizure"}, {"targets": ("graustark",)}, {"modality": "proposed"},
    ):  # fmt: skip
        joined = join([draft(), replace(other_draft(), acts=(replace(told, **more),))])
        assert len(joined.acts) == len(draft().acts) + 1, more


def test_two_acts_of_one_text_stay_two_unless_all_is_the_same() -> None:
    of = draft()
    first = of.acts[0]
    word = words(of.sources[0], "attack on the same day")
    again = replace(first, id="a9", trigger=word, quotes=(word,))
    assert len(join([replace(of, acts=(first, again))], retold=True).acts) == 1
    assert len(join([replace(of, acts=(first, again))]).acts) == 2
    next_day = replace(again, date="1951-03-02")
    assert len(join([replace(of, acts=(first, next_day))], retold=True).acts) == 2


def test_references_follow_what_was_united() -> None:
    told = other_draft()
    reply = ActItem(
        "a2", (words(told.sources[0], "Graustark warned"),), rung="display",
        actors=("graustark",), targets=("rur",), date="1951-03-02", answers=("a1",),
    )  # fmt: skip
    joined = join([draft(), replace(told, acts=(*told.acts, reply))])
    assert next(act for act in joined.acts if act.actors == ("graustark",)).answers == ("a1",)
    assert joined.claims[0].about == ("a2",)
    assert len({item.id for item in joined.acts}) == len(joined.acts)


def test_a_draft_joined_with_itself_is_itself() -> None:
    once = join([draft()])
    assert join([draft(), draft()]) == once
    assert join([once]) == once


def test_a_field_counts_as_inferred_only_where_nobody_states_it() -> None:
    vague = replace(other_draft().acts[0], inferred=("date", "place"))
    sure = draft().acts[0]
    joined = join([replace(draft(), acts=(sure,)), replace(other_draft(), acts=(vague,))])
    assert joined.acts[0].inferred == ()


def test_what_one_source_adds_is_kept() -> None:
    more = replace(other_draft().acts[0], means=(Means("guns", "artillery"),), country="ZZZ")
    joined = join([draft(), replace(other_draft(), acts=(more,))])
    assert joined.acts[0].means == (Means("guns", "artillery"),)
    assert joined.acts[0].target_kind == "military"


def test_nothing_joins_to_nothing() -> None:
    assert join([]) == Draft()
