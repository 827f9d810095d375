"""A model's answer is read whatever state it is in, and never trusted for its types."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offramp.reading.language_model import _answers as answers
from offramp.record import Count

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=20,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1}', {"a": 1}), ('Here: {"a": 1} done', {"a": 1}), ("```\n{}\n```", {}),
        ("[1]", None), ("", None), ("{", None), ("{]}", None), ("null", None),
    ],
)  # fmt: skip
def test_an_object_is_found(text: str, found: object) -> None:
    assert answers.parsed(text) == found


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    answers.parsed(text)
    answers.salvaged(text, "acts")


@given(JSON)
def test_no_value_breaks_a_row(value: Any) -> None:
    row = {"x": value}
    assert isinstance(answers.text(row, "x"), str)
    assert all(isinstance(one, str) for one in answers.texts(row, "x"))
    assert isinstance(answers.flag(row, "x", otherwise=False), bool)
    assert answers.number(row, "x") is None or answers.number(row, "x") >= 0  # type: ignore[operator]
    assert isinstance(answers.count(row, "x"), Count | None)
    assert answers.choice(row, "x", ("a", "b"), "b") in ("a", "b")
    assert all(isinstance(one, dict) for one in answers.rows(row, "x"))


def test_whole_rows_of_a_cut_answer_are_salvaged() -> None:
    whole = '{"note": 1, "acts": [{"a": [1, 2]}, {"b": "]}"}, {"c'
    assert answers.salvaged(whole, "acts") == [{"a": [1, 2]}, {"b": "]}"}]
    assert answers.salvaged(whole, "claims") == []


def test_counts() -> None:
    assert answers.count({"n": "1,200"}, "n") == Count(1200, 1200)
    assert answers.count({"n": "7..16"}, "n") == Count(7, 16)
    assert answers.count({"n": True}, "n") is None
