from datetime import date

import pytest
from pydantic import BaseModel, ValidationError

import offramp.record
from offramp._errors import UsageError
from offramp.record import Act, Count, Record, check_content, parse_record


@pytest.fixture
def record(small: str) -> Record:
    return parse_record(small)


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def models() -> list[type[BaseModel]]:
    found = [getattr(offramp.record, name) for name in offramp.record.__all__]
    return [m for m in found if isinstance(m, type) and issubclass(m, BaseModel)]


def test_every_field_is_described() -> None:
    assert len(models()) > 15
    for model in models():
        for name, info in model.model_fields.items():
            assert info.description, f"{model.__name__}.{name}"
            assert info.description.endswith("."), f"{model.__name__}.{name}"


def test_everything_is_frozen_and_closed(record: Record) -> None:
    for model in models():
        assert model.model_config.get("frozen")
        assert model.model_config.get("extra") == "forbid"
    with pytest.raises(ValidationError):
        record.acts[0].act = "war"
    assert isinstance(record.acts, tuple)
    assert isinstance(record.acts[0].by, tuple)


def test_lookups(record: Record) -> None:
    assert record.act("salvo").target is not None
    assert record.signal("told").hours == 48
    assert record.party("guard").kind == "armed-group"
    assert record.source("paper").publisher == "A Paper"
    assert record.claim("worse").by == "later"
    assert record.question("answer").as_of == date(2024, 3, 25)
    with pytest.raises(UsageError, match=r'no act "slavo".*"salvo"'):
        record.act("slavo")


def test_known_on_is_the_later_of_the_deed_and_its_earliest_source(record: Record) -> None:
    assert record.act("post").known_on == date(2024, 3, 2)
    assert record.act("salvo").known_on == date(2024, 3, 23)
    assert record.signal("told").known_on == date(2024, 3, 18)
    assert record.signal("threat").known_on == date(2024, 6, 30)


def test_an_act_by_itself_is_known_on_its_last_day() -> None:
    act = Act.model_validate({"id": "a", "date": "2024-03-20~", "by": "p", "act": "words"})
    assert act.known_on == date(2024, 3, 23)
    assert act.span.first == date(2024, 3, 17)


def test_dead_spans_what_all_say(record: Record) -> None:
    assert record.act("post").dead == Count(2, 6)
    assert record.act("salvo").dead is None


def test_launched_by_kind(record: Record) -> None:
    exchange = record.act("salvo").exchange
    assert exchange is not None
    assert list(exchange.launched.by_kind) == ["drone", "air-launched"]
    assert exchange.launched.of("air-launched")[0].count == Count(2, 3)
    assert list(exchange.outcome[0].by_kind) == ["drone"]


def test_side_of_follows_dated_relations(record: Record) -> None:
    assert record.side_of("northland", date(2024, 3, 1)) == "north"
    assert record.side_of("guard", date(2024, 3, 1)) == "north"
    assert record.side_of("guard", date(2024, 4, 2)) is None
    assert record.side_of("neighbour", date(2024, 3, 1)) is None
    assert record.side_of("nobody", date(2024, 3, 1)) is None


def test_side_of_takes_the_nearest_and_no_tie(small: str) -> None:
    day = date(2024, 3, 1)
    tie = changed(small, "acts:\n", "  - {kind: part-of, from: guard, to: southland}\nacts:\n")
    assert parse_record(tie).side_of("guard", day) is None
    chain = changed(
        small,
        "acts:\n",
        "  - {kind: leads, from: neighbour, to: guard}\n"
        "  - {kind: backs, from: neighbour, to: southland}\nacts:\n",
    )
    assert parse_record(chain).side_of("neighbour", day) == "north"


def test_as_of_drops_what_had_not_happened(record: Record) -> None:
    assert [a.id for a in record.as_of(date(2024, 3, 1)).acts] == []
    assert [a.id for a in record.as_of(date(2024, 3, 2)).acts] == ["post"]
    assert [a.id for a in record.as_of(date(2024, 3, 22)).acts] == ["post"]
    assert [a.id for a in record.as_of(date(2024, 3, 23)).acts] == ["post", "salvo"]


def test_as_of_drops_later_values_and_citations(record: Record) -> None:
    early = record.as_of(date(2024, 3, 9)).act("post")
    assert early.dead == Count(2, 4)
    assert [c.id for c in early.sources] == ["agency"]
    later = record.as_of(date(2024, 3, 10)).act("post")
    assert later.dead == Count(2, 6)
    assert later.killed[1].sources == ()
    exchange = record.as_of(date(2024, 4, 1)).act("salvo").exchange
    assert exchange is not None
    assert exchange.outcome == ()
    assert exchange.launched.by_kind


def test_as_of_drops_later_sources_but_those_that_claim(record: Record) -> None:
    early = record.as_of(date(2024, 3, 3))
    assert [s.id for s in early.sources] == ["agency", "later"]
    assert early.claims == record.claims
    assert early.questions == record.questions


def test_as_of_forgets_how_it_ended(record: Record) -> None:
    early = record.as_of(date(2024, 5, 30))
    assert early.summary is None
    assert early.closes is None
    assert early.relations[0].date == "2019/2024-04-01"
    assert record.as_of(date(2024, 5, 31)).summary == record.summary
    assert record.as_of(date(2024, 3, 31)).relations[0].date == "2019/.."
    assert record.as_of(date(2024, 3, 31)).side_of("guard", date(2024, 3, 31)) == "north"


def test_as_of_drops_references_to_what_is_not_known(record: Record) -> None:
    assert record.as_of(date(2024, 3, 20)).signal("told").about is None
    assert record.as_of(date(2024, 3, 23)).signal("told").about == "salvo"


def test_as_of_keeps_an_act_known_before_its_sources(small: str) -> None:
    text = changed(small, "known: 2024-03-23", "known: 2024-03-23\n    status: done")
    text = changed(text, "    sources: [paper]\n\n", "    sources: [later]\n\n")
    act = parse_record(text).as_of(date(2024, 3, 23)).act("salvo")
    assert act.sources == ()


def test_a_tally_without_a_day_is_known_by_its_source(small: str) -> None:
    text = changed(small, "count: 6, known: 2024-03-10, sources", "count: 6, sources")
    record = parse_record(text)
    assert record.as_of(date(2024, 6, 29)).act("post").dead == Count(2, 4)
    assert record.as_of(date(2024, 6, 30)).act("post").dead == Count(2, 6)


def test_as_of_keeps_origin(small: str) -> None:
    record = check_content(changed(small, "date: 2024-03-04}", "}").encode()).record
    assert record is not None
    assert record.as_of(date(2024, 3, 1)).warnings == record.warnings != ()
    assert record.as_of(date(2024, 3, 1)).folder == record.folder
