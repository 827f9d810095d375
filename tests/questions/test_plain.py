from typing import get_args

import pytest

from _invented import AS_OF, SAID, crisis, invent
from offramp.ladder import default_ladder
from offramp.questions import DEEDS, check_names, parse_question, plain
from offramp.questions._changes import ACT_CHANGES, SIGNAL_CHANGES
from offramp.questions._plain import HOW, RECORDS, SAYS
from offramp.record import Record
from offramp.record.enums import Channel, SignalKind

NOTICE = next(said["id"] for said in SAID if said["kind"] == "notice")


def told(line: str, record: Record | None = None) -> str:
    return check_names(parse_question(line), record or crisis(), AS_OF, default_ladder()).plain


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("north >= display within 1d", "Northland shows force, or goes higher, within 1 day"),
        ("either >= war within 90d", "War within 90 days"),
        ("south >= war within 9d", "Southland is at war with the other, within 9 days"),
        ("south >= strike-home proxy against north within 9d",
         "Southland strikes the other’s home soil, through a proxy, or goes higher, within 9 days"),
        ("next within 9d", "Who acts next within 9 days"),
        ("next = none within 9d", "Nobody acts within 9 days"),
        ("next = mutual within 9d", "The next act is a clash of both within 9 days"),
        ("quiet all for 60d", "Quiet for 60 days, the shadow war included"),
        ("quiet for 9d if north >= threat within 7d",
         "If Northland threatens force, or goes higher, within 7 days: quiet for 9 days"),
        ("quiet for 9d if either >= war within 7d", "If War within 7 days: quiet for 9 days"),
        ("quiet for 9d given hold south for 1d + limit by northland to southland",
         "Quiet for 9 days, supposing that Southland does nothing for 1 day and Northland declares "
         "a limit to Southland"),
        ("quiet for 9d given dial fear = 0.5", "Quiet for 9 days, supposing that fear stands at "
         "0.5"),
        ("posture(north)", "Northland is disposed to answer, in kind or more"),
        ("record(killed)", "An act of the day kills more than any before"),
    ],
)  # fmt: skip
def test_a_question_is_put_into_words(line: str, words: str) -> None:
    assert told(line) == words


def test_what_is_taken_out_is_told_by_its_title() -> None:
    record = crisis()
    title = record.act("salvo").title or "salvo"
    assert told("quiet for 9d without salvo") == f"Quiet for 9 days, had “{title}” not happened"


@pytest.mark.parametrize(
    "change",
    ["salvo.channel = proxy", "salvo.admitted = no", "salvo.sovereign = no",
     "salvo.target = proxy-forces", "salvo.leaders = none", "salvo.killed = 0",
     "salvo.hits = 0.5", "salvo.withheld = none", f"{NOTICE}.hours = 0", f"{NOTICE}.public = no",
     f"{NOTICE}.channel = none", f"{NOTICE}.via = neighbour"],
)  # fmt: skip
def test_every_change_has_words_of_its_own(change: str) -> None:
    words = told(f"quiet for 9d given {change}").partition("supposing that ")[2]
    assert " had " in words
    assert change.partition(" = ")[0] not in words


def test_every_attribute_is_among_the_changes_above() -> None:
    (mark,) = (
        mark for mark in test_every_change_has_words_of_its_own.pytestmark  # type: ignore[attr-defined]
    )  # fmt: skip
    tried = {change.split(" = ")[0].rpartition(".")[2] for change in mark.args[1]}
    assert tried == {*ACT_CHANGES, *SIGNAL_CHANGES}


def test_there_are_words_for_every_kind_of_the_record() -> None:
    from offramp.questions import RECORD_KINDS

    assert set(SAYS) == set(get_args(SignalKind))
    assert set(HOW) == set(get_args(Channel))
    assert set(RECORDS) == set(RECORD_KINDS)
    assert set(DEEDS) <= set(default_ladder().keys)


def test_names_are_those_known_on_the_day() -> None:
    question = parse_question("quiet for 9d without raid + salvo")
    record = crisis()
    assert plain(question, record.as_of(AS_OF), default_ladder()) == told(question.ask, record)


def test_the_words_are_no_part_of_what_is_asked() -> None:
    question = parse_question("quiet for 9d")
    assert check_names(question, invent(), AS_OF, default_ladder()) == question
