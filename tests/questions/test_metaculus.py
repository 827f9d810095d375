"""Questions in the fields in which Metaculus takes them."""

import json
from datetime import datetime
from typing import Any

import pytest

from _invented import AS_OF, crisis
from offramp._errors import UsageError
from offramp.questions import parse_question, to_metaculus

TAKEN = {
    "title", "description", "type", "range_max", "range_min", "zero_point", "open_upper_bound",
    "open_lower_bound", "options", "group_variable", "resolution_criteria", "open_time",
    "scheduled_close_time", "scheduled_resolve_time", "unit", "fine_print",
}  # fmt: skip
"""Fields of a new question that Metaculus takes, of those that Offramp writes."""

ASKS = [
    ("south >= strike-home within 30d", "binary"), ("next = none within 30d", "binary"),
    ("quiet for 30d", "binary"), ("quiet for 30d if south >= war", "binary"),
    ("next within 30d", "multiple_choice"), ("highest within 30d", "multiple_choice"),
    ("dead within 30d", "numeric"), ("stopped(salvo)", "numeric"),
]  # fmt: skip


def posted(ask: str, **more: Any) -> dict[str, Any]:
    return to_metaculus(parse_question(ask), crisis(), AS_OF, **more)


@pytest.mark.parametrize(("ask", "kind"), ASKS)
def test_a_question_has_the_fields_that_are_taken(ask: str, kind: str) -> None:
    question = posted(ask)["question"]
    assert set(question) <= TAKEN
    assert question["type"] == kind
    assert json.loads(json.dumps(question, allow_nan=False)) == question
    for text in ("title", "description", "resolution_criteria", "fine_print"):
        assert question[text].strip()
    assert len(question["title"]) < 2000


@pytest.mark.parametrize(("ask", "_kind"), ASKS)
def test_it_opens_closes_and_resolves_in_that_order(ask: str, _kind: str) -> None:
    question = posted(ask)["question"]
    times = [
        datetime.fromisoformat(question[name])
        for name in ("open_time", "scheduled_close_time", "scheduled_resolve_time")
    ]
    assert times[0] < times[1] < times[2]
    assert [(at.date() - AS_OF).days for at in times] == [1, 31, 45]


def test_options_are_all_there_is_and_differ() -> None:
    assert posted("next within 30d")["question"]["options"] == [
        "Northland", "Southland", "Both at once, in a clash that neither began", "Neither",
    ]  # fmt: skip
    rungs = posted("highest within 30d")["question"]["options"]
    assert rungs[0] == "Calm"
    assert rungs[-1] == "War"
    assert len(set(rungs)) == len(rungs) == 9


def test_a_numeric_question_has_a_range() -> None:
    dead = posted("dead within 30d")["question"]
    assert dead["zero_point"] < dead["range_min"] < dead["range_max"]
    assert dead["open_upper_bound"]
    stopped = posted("stopped(salvo)")["question"]
    assert (stopped["range_min"], stopped["range_max"], stopped["unit"]) == (0.0, 100.0, "%")


def test_a_project_and_days_of_grace_can_be_named() -> None:
    assert "default_project" not in posted("quiet for 30d")
    post = posted("quiet for 30d", project=7, grace=0)
    assert post["default_project"] == 7
    asked = post["question"]
    assert asked["scheduled_resolve_time"] == asked["scheduled_close_time"]
    with pytest.raises(UsageError, match="Write 0 or more"):
        posted("quiet for 30d", grace=-1)


@pytest.mark.parametrize(
    "ask", ["quiet for 30d without salvo", "quiet for 30d given hold north for 3d"]
)
def test_a_counterfactual_cannot_be_exported(ask: str) -> None:
    with pytest.raises(UsageError, match="never resolves"):
        posted(ask)


@pytest.mark.parametrize("ask", ["posture(north)", "term(north, fear)", "record(first)"])
def test_what_no_published_source_tells_cannot_be_exported(ask: str) -> None:
    with pytest.raises(UsageError, match="No published source tells"):
        posted(ask)
