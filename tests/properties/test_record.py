"""What must hold of dates and records whatever they hold."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offramp.record import Record, Span, check_content, dump, parse_record, parse_span

DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31))
PARTIES = ["north", "south", "guard", "third"]
SOURCES = ["s0", "s1", "s2", "s3"]


@st.composite
def edtf(draw: st.DrawFn) -> str:
    day = draw(DAYS)
    text = draw(st.sampled_from([day.isoformat(), day.strftime("%Y-%m"), day.strftime("%Y")]))
    form = draw(st.sampled_from(["plain", "plain", "marked", "interval"]))
    if form == "marked":
        return text + draw(st.sampled_from("~?%"))
    if form == "interval":
        return f"{text}/{(day + timedelta(days=400 + draw(st.integers(0, 30)))).isoformat()}"
    return text


@st.composite
def tally(draw: st.DrawFn) -> dict[str, Any]:
    low = draw(st.integers(0, 50))
    entry: dict[str, Any] = {"says": draw(st.sampled_from(PARTIES)), "count": f"{low}..{low + 3}"}
    if draw(st.booleans()):
        entry["known"] = draw(DAYS).isoformat()
    if draw(st.booleans()):
        entry["sources"] = [draw(st.sampled_from(SOURCES))]
    return entry


@st.composite
def entry(draw: st.DrawFn, name: str) -> dict[str, Any]:
    dated = draw(edtf())
    found: dict[str, Any] = {
        "id": name,
        "date": dated,
        "sources": draw(st.lists(st.sampled_from(SOURCES), min_size=1, max_size=3, unique=True)),
    }
    if draw(st.booleans()):
        later = parse_span(dated).first + timedelta(days=draw(st.integers(0, 60)))
        found["known"] = later.isoformat()
    return found


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    acts: list[dict[str, Any]] = []
    for index in range(draw(st.integers(0, 5))):
        act = draw(entry(f"a{index}"))
        act |= {"by": draw(st.sampled_from(PARTIES)), "act": "display"}
        act["killed"] = draw(st.lists(tally(), max_size=2))
        earlier = [
            a["id"] for a in acts if parse_span(a["date"]).first <= parse_span(act["date"]).last
        ]
        if earlier and draw(st.booleans()):
            act["answers"] = [draw(st.sampled_from(earlier))]
        if draw(st.booleans()):
            act["exchange"] = {
                "launched": {"drone": draw(st.lists(tally(), max_size=2)), "rocket": 200},
                "outcome": [tally_to_outcome(t) for t in draw(st.lists(tally(), max_size=2))],
            }
        acts.append(act)
    signals: list[dict[str, Any]] = []
    for index in range(draw(st.integers(0, 3))):
        signal = draw(entry(f"g{index}"))
        signal |= {"kind": "vow", "from": draw(st.sampled_from(PARTIES))}
        if acts and draw(st.booleans()):
            signal["about"] = draw(st.sampled_from(acts))["id"]
        signals.append(signal)
    closes = draw(st.one_of(st.none(), DAYS))
    data: dict[str, Any] = {
        "offramp": 1,
        "id": "x",
        "title": draw(
            st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)
        ),
        "summary": "Afterwards.",
        "opens": "2024-01-01",
        "sides": {"one": ["north"], "other": ["south"]},
        "sources": [
            {"id": s, "kind": "news", "title": s, "publisher": s, "date": draw(edtf())}
            for s in SOURCES
        ],
        "parties": [{"id": p, "name": p, "kind": "state"} for p in PARTIES],
        "relations": [{"kind": "proxy-of", "from": "guard", "to": "north", "date": draw(edtf())}],
        "acts": acts,
        "signals": signals,
        "claims": [{"id": "c0", "by": "s3", "quote": "Q", "untestable": "R"}],
    }
    if closes is not None:
        data["closes"] = closes.isoformat()
    return data


def tally_to_outcome(tally: dict[str, Any]) -> dict[str, Any]:
    rest = {key: value for key, value in tally.items() if key != "count"}
    return {**rest, "drone": {"stopped": tally["count"]}}


def plain(record: Record) -> dict[str, Any]:
    return record.model_dump(mode="json", by_alias=True)


def facts(record: Record) -> set[str]:
    """Everything that a record holds as evidence, one fact a string."""
    found: set[str] = {f"source {s.id}" for s in record.sources}
    for act in record.acts:
        found.add(f"act {act.id}")
        found |= {
            f"{act.id} killed {t}"
            for t in (t.model_copy(update={"sources": ()}) for t in act.killed)
        }
        found |= {f"{act.id} cites {c.id}" for c in act.sources}
        found |= {f"{act.id} answers {a}" for a in act.answers}
        if act.exchange is not None:
            found |= {
                f"{act.id} outcome {o.says} {o.known} {o.drone}" for o in act.exchange.outcome
            }
    for signal in record.signals:
        found |= {f"signal {signal.id}", f"{signal.id} about {signal.about}"} - {
            f"{signal.id} about None"
        }
        found |= {f"{signal.id} cites {c.id}" for c in signal.sources}
    return found | {f"relation {r.kind} {r.from_} {r.to}" for r in record.relations}


@settings(max_examples=60, deadline=None)
@given(records(), DAYS, st.integers(0, 100))
def test_what_is_known_stays_known(data: dict[str, Any], day: date, later: int) -> None:
    record = Record.model_validate(data)
    assert facts(record.as_of(day)) <= facts(record.as_of(day + timedelta(days=later)))


@settings(max_examples=60, deadline=None)
@given(records(), DAYS, st.integers(0, 100))
def test_looking_twice_is_looking_from_the_earlier_day(
    data: dict[str, Any], day: date, later: int
) -> None:
    record = Record.model_validate(data)
    once = record.as_of(day)
    assert once.as_of(day) == once
    assert plain(record.as_of(day + timedelta(days=later)).as_of(day)) == plain(once)


@settings(max_examples=60, deadline=None)
@given(records(), records(), DAYS)
def test_later_entries_change_nothing(
    data: dict[str, Any], other: dict[str, Any], day: date
) -> None:
    record = Record.model_validate(data)
    known = {e.id for e in (*record.as_of(day).acts, *record.as_of(day).signals)}
    late = Record.model_validate(other)
    strangers = [
        {**raw, "id": f"later-{raw['id']}", "answers": []}
        for raw, act in zip(other["acts"], late.acts, strict=True)
        if act.span.last > day or (act.known is not None and act.known > day)
    ]
    changed = {
        **data,
        "acts": [a for a in data["acts"] if a["id"] in known] + strangers,
        "signals": [s for s in data["signals"] if s["id"] in known],
    }
    # What is about a dropped act is in words for the shorter record, and in neither shown.
    dropped = {a["id"] for a in data["acts"]} - known
    changed["signals"] = [
        {k: v for k, v in s.items() if not (k == "about" and v in dropped)}
        for s in changed["signals"]
    ]
    assert plain(Record.model_validate(changed).as_of(day)) == plain(record.as_of(day))


@settings(max_examples=60, deadline=None)
@given(records(), DAYS)
def test_nothing_later_is_left(data: dict[str, Any], day: date) -> None:
    seen = Record.model_validate(data).as_of(day)
    published = {s.id: s.span.last for s in seen.sources if s.span is not None}
    for entry in (*seen.acts, *seen.signals):
        assert entry.span.last <= day
        assert entry.known_on <= day
        assert all(published[c.id] <= day for c in entry.sources)
    for act in seen.acts:
        assert all(t.known is None or t.known <= day for t in act.killed)
    assert all(r.span is None or r.span.first <= day for r in seen.relations)
    assert seen.closes is None or seen.closes <= day


@settings(max_examples=60, deadline=None)
@given(records())
def test_what_is_dumped_reads_the_same(data: dict[str, Any]) -> None:
    record = Record.model_validate(data)
    result = check_content(dump(record).encode())
    if result.record is None:
        # Random closing days may lie before the opening; the text itself is sound all the same.
        assert all("closes" in p.where for p in result.errors)
    else:
        assert plain(parse_record(dump(record))) == plain(record)


@given(edtf())
def test_padding_contains_the_core(text: str) -> None:
    core = text.rstrip("~?%")
    span, inner = parse_span(text), parse_span(core)
    assert span.first <= inner.first <= inner.last <= span.last
    assert (span == inner) == (text == core)


@settings(max_examples=50, deadline=None)
@given(edtf())
def test_plain_dates_mean_what_the_edtf_library_says(text: str) -> None:
    edtf_library = pytest.importorskip("edtf")
    core = text.rstrip("~?%")
    found = edtf_library.parse_edtf(core)
    low, high = found.lower_strict(), found.upper_strict()
    assert parse_span(core) == Span(date(*low[:3]), date(*high[:3]))


@given(st.text(st.sampled_from("0123456789X-/.~?%[]{},"), max_size=24))
def test_any_text_is_a_span_or_a_sentence(text: str) -> None:
    try:
        span = parse_span(text)
    except ValueError as error:
        assert str(error).endswith(".")
    else:
        assert 1699 <= span.first.year <= span.last.year <= 2101
