"""What must hold of reading, whatever the documents and whatever a coder finds in them."""

from dataclasses import replace
from typing import Any, get_args

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from offramp._errors import OfframpError
from offramp.ladder import load_ladder
from offramp.reading import (
    ActItem,
    ClaimItem,
    Draft,
    Means,
    PartyItem,
    Quote,
    RelationItem,
    SignalItem,
    Source,
    Toll,
    draft_to_record,
    find_quote,
    join,
    merge,
    verify,
)
from offramp.reading.drafts._items import DateFound, Modality
from offramp.reading.verifying._quotes import stands
from offramp.record import Count, Relation, Signal, check_content, parse_record

PROSE = (
    "Iran Israel struck the post of Tehran on 13 April “never” 1,200 drones didn’t fall … — and, "
    "then. It  said:\n\nlaunched two missiles (seven) at dawn; US us"
)
WORDS = st.sampled_from(PROSE.split(" "))
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
NAMES = st.sampled_from(["iran", "israel", "us", "guard", "militia", "press"])
ODD = st.text(max_size=12) | st.sampled_from(["", "{x: 1}", "- a", "# b", "yes", "null", "*a"])
# Half of what is drawn is in order, or hardly any draft would become a record.
DATES = st.just("2001-04-13") | st.sampled_from(
    [None, "2001-04", "2001", "2001-04-01/2001-04-13", "2001-04-13~", "2001-02-30", "soon"]
)
RUNGS = st.just("strike-home") | st.sampled_from([*load_ladder().keys, "", "nonsense"])
MODALITIES = st.just("actual") | st.sampled_from(get_args(Modality))


@given(TEXTS, st.data())
def test_whole_words_of_a_text_are_found_in_it(text: str, data: st.DataObject) -> None:
    source = Source("s", text)
    words = text.split(" ")
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    said = " ".join(words[start:end])
    if sum(map(str.isalnum, said)) >= 2:
        assert find_quote(source, said)


@given(TEXTS, TEXTS)
def test_what_is_found_stands_in_the_text_and_has_the_same_letters(text: str, said: str) -> None:
    source = Source("s", text)
    found = find_quote(source, said)
    assert all(stands(source, quote) for quote in found)
    if found:
        own = "".join(quote.text for quote in found)
        kept = [[c.casefold() for c in t if c.isalnum()] for t in (own, said)]
        assert kept[0] == kept[1]
        assert [q.start for q in found] == sorted(q.start for q in found)


def quotes(source: Source, draw: st.DrawFn) -> tuple[Quote, ...]:
    spans = draw(
        st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), min_size=1, max_size=3)
    )
    found: list[Quote] = []
    for start, length in spans:
        first = min(start, len(source.text) - 1)
        last = min(len(source.text), first + length)
        text = source.text[first:last] if draw(st.integers(0, 30)) else draw(ODD)
        found.append(Quote(source.id, first, last, text))
    return tuple(found)


@st.composite
def drafts(draw: st.DrawFn, name: str = "s") -> Draft:
    """Draw a draft of anything: items with and without words, fields in and out of order."""
    text = f"Iran and Israel met the US, a guard, a militia and the press. {draw(TEXTS)}"
    day = draw(st.sampled_from(["2001-05-01", "2001-04-13"]))
    source = Source(name, text, date=day, title=draw(ODD), publisher=draw(ODD),
                    author=draw(ODD), url=draw(ODD))  # fmt: skip
    some = st.lists(NAMES, max_size=3).map(tuple)
    most = st.lists(NAMES, min_size=1, max_size=2).map(tuple) | some
    people = tuple(
        PartyItem(party, (source.quote(0, 61),), label, draw(st.sampled_from(["state", "odd"])),
                  aliases=tuple(draw(st.lists(ODD, max_size=2))))
        for party, label in [("iran", "Iran"), ("israel", "Israel"), ("us", "US"),
                             ("guard", "guard"), ("militia", "militia"), ("press", "press")]
    )  # fmt: skip
    kinds = get_args(Relation.model_fields["kind"].annotation)
    relations = tuple(
        RelationItem(f"r{n}", quotes(source, draw), kind=draw(st.sampled_from([*kinds, "friend"])),
                     from_=draw(NAMES), to=draw(NAMES | st.just("")), between=draw(some))
        for n in range(draw(st.integers(0, 3)))
    )  # fmt: skip
    acts = tuple(
        ActItem(
            f"a{n}", own := quotes(source, draw), trigger=draw(st.just(own[0]) | st.none()),
            rung=draw(RUNGS), actors=draw(most), targets=draw(some),
            channel=draw(st.sampled_from(["direct", "proxy", "covert", "odd"])),
            modality=draw(MODALITIES), reported_by=draw(st.none() | NAMES),
            date=draw(DATES), date_found=draw(st.sampled_from(get_args(DateFound))),
            place=draw(st.none() | ODD), country=draw(st.sampled_from([None, "IRN", "x"])),
            target_kind=draw(st.sampled_from([None, "military", "odd"])),
            means=draw(st.sampled_from([(), (Means("drones", "drone", Count(7, 9)),)])),
            killed=draw(st.sampled_from([(), (Toll(Count(7, 7)),), (Toll(Count(1, 2), "iran"),)])),
            answers=tuple(draw(st.lists(st.sampled_from(["a0", "a1", "a2", "x"]), max_size=2))),
            withheld=draw(some), mutual=draw(st.booleans()), leaders=((draw(ODD), "general"),),
            inferred=tuple(draw(st.lists(st.sampled_from(["date", "actors", "odd"]), max_size=2))),
        )
        for n in range(draw(st.integers(0, 4)))
    )  # fmt: skip
    kinds = get_args(Signal.model_fields["kind"].annotation)
    signals = tuple(
        SignalItem(
            f"s{n}", quotes(source, draw), kind=draw(st.sampled_from([*kinds, "odd"])),
            sender=draw(NAMES), receivers=draw(some), via=draw(st.none() | NAMES), about=draw(ODD),
            condition=draw(ODD), hours=draw(st.none() | st.floats(0, 100)), date=draw(DATES),
            stance=draw(st.sampled_from([None, "backs", "odd"])),
        )
        for n in range(draw(st.integers(0, 3)))
    )  # fmt: skip
    claims = tuple(
        ClaimItem(f"c{n}", quotes(source, draw), claimant=draw(st.none() | NAMES), hedge=draw(ODD))
        for n in range(draw(st.integers(0, 2)))
    )
    return Draft((source,), people, relations, acts, signals, claims)


# What fails here is too large to be made smaller in reasonable time.
SLOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


@SLOW
@given(drafts())
def test_every_item_that_is_verified_stands_on_its_source(draft: Draft) -> None:
    held = verify(draft)
    (source,) = held.sources
    for item in (*held.parties, *held.relations, *held.acts, *held.signals, *held.claims):
        assert item.quotes
        assert all(stands(source, quote) for quote in item.quotes)
    known = {party.id for party in held.parties}
    for act in held.acts:
        assert {*act.actors, *act.targets, *act.withheld} <= known
    assert verify(held) == held


@SLOW
@given(drafts())
def test_a_verified_draft_becomes_a_record_that_check_accepts_or_is_no_crisis(draft: Draft) -> None:
    try:
        made = draft_to_record(verify(draft), "some-crisis")
    except OfframpError as error:
        assert "No crisis" in str(error)
        return
    text = made.text()
    assert check_content(text.encode()).errors == ()
    record = parse_record(text)
    for entry in (*record.acts, *record.signals):
        for citation in entry.sources:
            assert citation.quote is not None
            assert citation.quote.strip() in draft.sources[0].text


@SLOW
@given(drafts("one"), drafts("two"))
def test_joining_loses_no_quote_and_joining_again_changes_nothing(one: Draft, two: Draft) -> None:
    held = [verify(one), verify(two)]
    joined = join(held)
    for section in ("acts", "signals", "claims"):
        before = {q for draft in held for item in getattr(draft, section) for q in item.quotes}
        after = {q for item in getattr(joined, section) for q in item.quotes}
        assert before == after
    assert join([joined]) == joined


@SLOW
@given(drafts("one"), drafts("two"))
def test_merging_keeps_every_line_of_the_record(
    tmp_path_factory: Any, one: Draft, two: Draft
) -> None:
    try:
        text = draft_to_record(verify(one), "some-crisis").text()
    except OfframpError:
        return
    file = tmp_path_factory.mktemp("record") / "crisis.yaml"
    file.write_text(text, "utf-8")
    source = replace(two.sources[0], title="Another one")
    merged = merge(file, replace(verify(two), sources=(source,)))
    record = merged.file.save()
    rest = iter(file.read_text("utf-8").split("\n"))
    assert all(line in rest for line in text.rstrip("\n").split("\n"))
    assert {act.id for act in parse_record(text).acts} <= {act.id for act in record.acts}
