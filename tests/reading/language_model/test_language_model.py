"""Whatever a model answers, the draft holds what the document bears out."""

import json
import random
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from offramp.reading import Draft, Source
from offramp.reading.drafts._to_record import draft_to_record
from offramp.reading.language_model._chunks import chunks
from offramp.reading.language_model._endpoint import Endpoint
from offramp.reading.language_model._language_model import LanguageModelCoder
from offramp.reading.language_model._row_items import Context, party_item
from offramp.reading.language_model._wire import WIRES
from offramp.reading.verifying._quotes import stands
from offramp.record import parse_record
from reading._made import source
from reading._server import GOOD, Answerer, Asked, Server, act, good, serving, wrapped


@pytest.fixture(autouse=True)
def _apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("OFFRAMP_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("OFFRAMP_MODEL_KEY", raising=False)


def read(answer: Answerer, of: Source | None = None, wire: str = "openai") -> tuple[Draft, Server]:
    with serving(answer) as server:
        endpoint = replace(Endpoint.of(f"{wire}:m", server.url), pause=lambda _: None)
        draft = LanguageModelCoder(endpoint)(of or source())
    for item in (
        *draft.parties, *draft.relations, *draft.acts, *draft.signals, *draft.claims,
    ):  # fmt: skip
        assert item.quotes
        assert all(stands(draft.sources[0], quote) for quote in item.quotes)
    return draft, server


@pytest.mark.parametrize("wire", list(WIRES))
def test_a_document_is_read_stage_by_stage(wire: str) -> None:
    draft, server = read(good, wire=wire)
    assert [asked.stage for asked in server.asked] == ["parties", "acts", "signals", "claims"]
    first, second = draft.acts
    assert (first.actors, first.targets, first.date) == (
        ("ruritania",),
        ("strelsau",),
        "1951-03-01",
    )
    assert second.answers == ("a1",)
    assert draft.signals[0].about == "a1"
    assert draft.claims[0].about == ("a2",)
    assert draft.unverified == ()
    assert len(parse_record(draft_to_record(draft, "x").text()).acts) == 2


def test_later_stages_are_told_what_was_found() -> None:
    _, server = read(good)
    assert "Ruritania (state), also: Ruritanian" in server.asked[1].system
    assert "A2: 1951-03-13, strelsau: launched (ruritania)" in server.asked[2].system


def with_acts(*rows: Any) -> Answerer:
    def answer(asked: Asked) -> Any:
        return {"acts": list(rows)} if asked.stage == "acts" else good(asked)

    return answer


def test_a_quote_that_does_not_stand_goes_back_once_and_is_mended() -> None:
    def answer(asked: Asked) -> Any:
        if asked.stage != "acts":
            return good(asked)
        if "could not be used" in asked.system:
            assert "Ruritania shot at the river post" in asked.user
            return {"acts": [act("Ruritania fired on the river post")]}
        return {"acts": [act("Ruritania shot at the river post")]}

    draft, server = read(answer)
    assert [a.quotes[0].text for a in draft.acts] == ["Ruritania fired on the river post"]
    assert draft.unverified == ()
    assert len(server.asked) == 5


def test_a_quote_that_never_stands_is_listed() -> None:
    draft, server = read(with_acts(act("Ruritania shot at the river post")))
    assert draft.acts == ()
    assert [(u.kind, u.said) for u in draft.unverified] == [
        ("act", "Ruritania shot at the river post")
    ]
    assert len(server.asked) == 5


@pytest.mark.parametrize(
    "row",
    [
        act("Ruritania fired on the river post", trigger="launched"),
        act("Ruritania fired on the river post", trigger=""),
        act("Ruritania fired on the river post", actors=["Strelsau"], targets=["Ruritania"]),
        act("Ruritania fired on the river post", actors=["Graustark"]),
        act("Ruritania fired on the river post", actors=[]),
        act("Strelsau did not answer the attack", trigger="answer", actors=["Strelsau"]),
        act("Ruritania fired on the river post", rung="annihilation"),
        act(""), act("…"), act("the"), act("Ruritania fired ... barracks"),
        {}, [], None, 7, "text", {"quote": ["a"]}, {"quote": None, "trigger": {}},
    ],
)  # fmt: skip
def test_a_row_that_the_document_does_not_bear_out_becomes_no_act(row: Any) -> None:
    draft, _ = read(with_acts(row))
    assert [a for a in draft.acts if a.actors] == []


@pytest.mark.parametrize(
    ("more", "field", "left"),
    [
        ({"killed": "900"}, "killed", ()),
        ({"killed": "many"}, "killed", ()),
        ({"date": "1951-03-14", "date_found": "stated"}, "date", None),
        ({"date": "1951-03-03", "date_found": "stated"}, "date", None),
        ({"date": "next week", "date_found": "stated"}, "date", None),
        ({"date": "1999-01-01", "date_found": "relative"}, "date", None),
        ({"place": "Hentzau"}, "place", None),
        ({"country": "nowhere"}, "country", None),
        ({"means": [{"words": "rockets", "kind": "rocket", "count": "999"}]}, "means", ()),
        ({"mutual": "perhaps"}, "mutual", False),
        ({"channel": "telepathic"}, "channel", "direct"),
        ({"withheld": ["Graustark"]}, "withheld", ()),
        ({"targets": "Strelsau"}, "targets", ("strelsau",)),
        ({"leaders": [{"name": "Rupert", "rank": "general"}]}, "leaders", ()),
    ],
)
def test_a_field_that_the_document_does_not_bear_out_is_taken_out(
    more: dict[str, Any], field: str, left: Any
) -> None:
    draft, _ = read(with_acts(act("Ruritania fired on the river post on 1 March", **more)))
    (found,) = draft.acts
    assert getattr(found, field) == left


def test_a_party_whose_quote_calls_it_otherwise_is_quoted_where_it_is_named() -> None:
    def answer(asked: Asked) -> Any:
        found = good(asked)
        if asked.stage == "parties":
            found["parties"][0]["quote"] = "river post"
        return found

    draft, _ = read(answer)
    assert draft.parties[0].name == "Ruritania"
    assert [quote.text for quote in draft.parties[0].quotes] == ["Ruritania"]


def test_a_state_that_a_text_calls_by_its_people_bears_its_name() -> None:
    of = Source("s", "The Swedes asked for an answer. Swedish guns fired.", date="1981-11-05")
    row = {"quote": "Swedish guns fired", "name": "Swedish", "kind": "state", "iso3": "SWE"}
    party = party_item({**row, "names": ["The Swedes"]}, Context(of, (0, len(of.text))), 1)
    assert (party.id, party.name) == ("sweden", "Sweden")
    assert party.aliases == ("Swedish", "The Swedes")
    other = party_item({**row, "iso3": "NOR"}, Context(of, (0, len(of.text))), 1)
    assert other.name == "Swedish", "a code of another state names nothing"
    band = party_item({**row, "kind": "armed-group"}, Context(of, (0, len(of.text))), 1)
    assert band.name == "Swedish", "a band is no state"
    text = Source("n", "Nigerien guns fired.")
    near = {**row, "quote": "Nigerien guns fired", "name": "Nigerien", "iso3": "NER"}
    assert party_item(near, Context(text, (0, 20)), 1).name == "Nigerien", "Niger begins Nigeria"


def test_two_deeds_of_one_sentence_stay_two() -> None:
    row = "Ruritania fired on the river post on 1 March, the ministry in Zenda said"
    draft, _ = read(with_acts(act(row, trigger="fired"), act(row, trigger="post")))
    assert [a.trigger.text for a in draft.acts if a.trigger] == ["fired", "post"]


def test_fences_and_talk_round_an_answer_are_passed_over() -> None:
    def answer(asked: Asked) -> Any:
        text = f"Sure, here it is:\n```json\n{json.dumps(good(asked))}\n```\nGlad to help."
        return 200, wrapped(asked.path, text)

    draft, _ = read(answer)
    assert len(draft.acts) == 2


def test_an_answer_that_is_no_json_is_asked_for_once_more() -> None:
    def answer(asked: Asked) -> Any:
        first = "nothing else" not in asked.user.split("=====")[-1]
        return (200, wrapped(asked.path, "I would rather not.")) if first else good(asked)

    draft, server = read(answer)
    assert len(draft.acts) == 2
    assert len(server.asked) == 8


@pytest.mark.parametrize(
    "text", ['{"Acts": []}', '{"error": "long"}', '{"acts": "none"}', '{"result": {"acts": []}}']
)
def test_an_answer_of_another_form_is_asked_for_again_and_never_kept(text: str) -> None:
    def answer(asked: Asked) -> Any:
        return (200, wrapped(asked.path, text)) if asked.stage == "acts" else good(asked)

    draft, server = read(answer)
    assert [asked.stage for asked in server.asked].count("acts") == 2
    assert [one.kind for one in draft.unverified] == ["acts"]
    draft, server = read(good)
    assert [asked.stage for asked in server.asked].count("acts") == 1, "nothing of it was kept"


def test_a_row_that_does_not_come_back_is_listed() -> None:
    bad = [act(f"Ruritania shot at {where}") for where in ("Zenda", "Hentzau")]

    def answer(asked: Asked) -> Any:
        if asked.stage != "acts":
            return good(asked)
        if "could not be used" in asked.system:
            return {"acts": [act("Ruritania fired on the river post")]}
        return {"acts": bad}

    draft, _ = read(answer)
    assert len(draft.acts) == 1
    assert [one.said for one in draft.unverified] == ["Ruritania shot at Hentzau"]


def test_a_code_of_a_state_that_no_name_calls_is_taken_out() -> None:
    of = Source("s", "Velt fired. The Swedes did not.", date="1981-11-05")
    row = {"quote": "Velt fired", "name": "Velt", "kind": "state", "iso3": "USA", "names": []}
    assert party_item(row, Context(of, (0, len(of.text))), 1).iso3 is None
    swedes = {**row, "quote": "The Swedes", "name": "The Swedes", "iso3": "SWE"}
    assert party_item(swedes, Context(of, (0, len(of.text))), 1).iso3 == "SWE"


def test_a_model_that_never_answers_in_json_leaves_a_note() -> None:
    draft, _ = read(lambda asked: (200, wrapped(asked.path, "No.")))
    assert draft.acts == ()
    assert {u.why for u in draft.unverified} == {
        "The model gave no answer of use about this passage."
    }


def test_the_whole_rows_of_a_cut_off_answer_are_kept() -> None:
    def answer(asked: Asked) -> Any:
        if asked.stage != "acts":
            return good(asked)
        text = json.dumps(GOOD["acts"])
        return 200, wrapped(asked.path, text[: text.index("launched")], cut_off=True)

    draft, _ = read(answer)
    assert [a.trigger.text for a in draft.acts if a.trigger] == ["fired"]


LONG = "\n\n".join(
    f"On {day} March Ruritania fired on post {day} of Strelsau. " + "Rain fell on the river. " * 60
    for day in range(1, 13)
)


def about_long(asked: Asked) -> dict[str, Any]:
    if asked.stage == "parties":
        return {
            "parties": [
                {"quote": f"{name}", "name": name, "kind": "state", "iso3": "", "names": []}
                for name in ("Ruritania", "Strelsau")
            ],
            "relations": [],
        }  # fmt: skip
    found = [
        act(f"On {day} March Ruritania fired on post {day}", date=f"1951-03-{day:02d}",
            date_found="stated")
        for day in range(1, 13)
        if f"On {day} March" in asked.passage
    ]  # fmt: skip
    return {asked.stage: found if asked.stage == "acts" else []}


def test_what_stands_in_the_overlap_of_two_pieces_is_one() -> None:
    of = Source("long", LONG, date="1951-04-01")
    assert len(chunks(of)) > 2
    draft, _ = read(about_long, of)
    assert [a.date for a in draft.acts] == [f"1951-03-{day:02d}" for day in range(1, 13)]


def test_what_an_earlier_piece_has_read_is_not_coded_again_by_other_words() -> None:
    of = Source("long", LONG, date="1951-04-01")
    last = of.clean[slice(*chunks(of)[-1])]
    assert "On 12 March" in last

    def answer(asked: Asked) -> Any:
        found = about_long(asked)
        for row in found.get("acts", []) if asked.passage == last else []:
            # As a model would that misses the day, and names the deed by another word.
            row |= {"trigger": "post", "date": "", "date_found": "unknown"}
        return found

    draft, _ = read(answer, of)
    assert [a.date for a in draft.acts] == [f"1951-03-{day:02d}" for day in range(1, 13)]


def test_what_answers_a_deed_of_an_earlier_piece_answers_no_other() -> None:
    of = Source("long", LONG, date="1951-04-01")

    def answer(asked: Asked) -> Any:
        found = about_long(asked)
        for row, before in pairwise(reversed(found.get("acts", []))):
            row["answers"] = before["quote"]
        return found

    draft, _ = read(answer, of)
    days = {act.id: str(act.date) for act in draft.acts}
    assert all(days[name] < str(act.date) for act in draft.acts for name in act.answers)
    assert all(int(str(act.date)[-2:]) - int(days[name][-2:]) == 1
               for act in draft.acts for name in act.answers)  # fmt: skip
    assert sum(bool(act.answers) for act in draft.acts) >= 8


def test_an_overlap_is_read_where_the_piece_before_was_not() -> None:
    of = Source("long", LONG, date="1951-04-01")
    third = of.clean[slice(*chunks(of)[2])]

    def answer(asked: Asked) -> Any:
        if asked.stage == "acts" and asked.passage == third:
            return 200, wrapped(asked.path, "I cannot say.")
        return about_long(asked)

    draft, _ = read(answer, of)
    assert "1951-03-12" in [act.date for act in draft.acts]


def test_a_deed_of_a_month_is_one_in_however_many_pieces() -> None:
    def answer(asked: Asked) -> Any:
        found = about_long(asked)
        for row in found.get("acts", []):
            row |= {"date": "1951-03", "date_found": "stated"}
        return found

    assert len(read(answer, Source("long", LONG, date="1951-04-01"))[0].acts) == 12


def test_a_piece_whose_answer_is_cut_off_is_read_in_halves() -> None:
    def answer(asked: Asked) -> Any:
        if asked.stage == "acts" and len(asked.passage) > 3_000:
            return 200, wrapped(asked.path, '{"acts": [', cut_off=True)
        return about_long(asked)

    draft, _ = read(answer, Source("long", LONG, date="1951-04-01"))
    assert len(draft.acts) == 12


def _garbler(rng: random.Random) -> Answerer:
    """Answer with the good answer, spoilt in one of many ways."""

    def answer(asked: Asked) -> Any:
        text = json.dumps(good(asked))
        spoil = rng.choice(SPOILERS)
        return 200, wrapped(asked.path, spoil(text, rng), cut_off=rng.random() < 0.2)

    return answer


SPOILERS: list[Callable[[str, random.Random], str]] = [
    lambda text, rng: text[: rng.randrange(len(text))],
    lambda text, rng: text.replace('"', "'"),
    lambda text, rng: text.replace("[", "{").replace("]", "}"),
    lambda text, rng: "".join(rng.sample(text, len(text))),
    lambda text, rng: text.replace("Ruritania", "Strelsau", rng.randrange(4)),
    lambda text, rng: text.replace("1951", rng.choice(["", "99999", "-1", "null"])),
    lambda text, rng: text.replace("quote", "Quote"),
    lambda text, rng: text * 2,
    lambda text, rng: f"[{text}]",
    lambda text, rng: text.replace('""', rng.choice(["null", "[]", "{}", "1e999", "true"])),
    lambda text, rng: "[" * 50_000,
    lambda text, rng: text,
]


@pytest.mark.parametrize("seed", range(12))
def test_garbled_answers_give_drafts_that_stand(seed: int) -> None:
    draft, _ = read(_garbler(random.Random(seed)))
    for found in draft.acts:
        assert found.trigger is not None
        # Who fired and who launched cannot be turned round, however the answer was spoilt.
        doer = {"fired": "ruritania", "launched": "strelsau"}[found.trigger.text]
        assert not (found.targets == (doer,) and found.actors != (doer,))
