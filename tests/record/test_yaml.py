import math

import pytest

from offramp.record._yaml import MAX_BYTES, MAX_DEPTH, read_yaml, resolve


def problems(text: str | bytes) -> list[tuple[int, int, str]]:
    content = text.encode() if isinstance(text, str) else text
    return [(p.line, p.column, p.what) for p in read_yaml(content, "f").problems]


@pytest.mark.parametrize(
    "text", ["yes", "no", "on", "NO", "2024-04-01", "1_000", "12:30", "0b1", "x"]
)
def test_core_schema_leaves_text_alone(text: str) -> None:
    assert resolve(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("-7", -7),
        ("007", 7),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("-.inf", -math.inf),
        ("true", True),
        ("FALSE", False),
        ("~", None),
        ("", None),
    ],
)
def test_core_schema_resolves(text: str, value: object) -> None:
    found = resolve(text)
    assert found == value
    assert type(found) is type(value)


def test_quotes_keep_text_and_empty_fields_are_left_out() -> None:
    read = read_yaml(b"a: '7'\nb: \"no\"\nc:\nd: [1, ~]\ne: |\n  two\n  lines\n", "f")
    assert read.data == {"a": "7", "b": "no", "d": [1, None], "e": "two\nlines\n"}


def test_flow_scalars_are_read_as_yaml_1_2_has_them() -> None:
    read = read_yaml(b"{date: 2024-04?, url: https://example.org/a?b, list: [12:30, a?]}", "f")
    assert read.problems == []
    assert read.data == {
        "date": "2024-04?",
        "url": "https://example.org/a?b",
        "list": ["12:30", "a?"],
    }


def test_places() -> None:
    places = read_yaml(b"a: 1\nb:\n  - c: x\n    d: [1,  2]\n", "f").places
    assert places.values[("b", 0, "d", 1)] == ("f", 4, 13)
    assert places.keys[("b", 0, "c")] == ("f", 3, 5)
    assert places.problem(("b", 0, "e", "f"), "what").where == "b[0]"


@pytest.mark.parametrize(
    ("text", "line", "column", "what"),
    [
        ("a: 1\nb: &x 2", 2, 4, "Anchors"),
        ("a: 1\nb: *x", 2, 4, "Aliases"),
        ("a: 1\nb: !!str 2", 2, 4, "Tags"),
        ("a: ! 2", 1, 4, "Tags"),
        ("a: !<tag:x> [1]", 1, 4, "Tags"),
        ("a: 1\nb: 2\na: 3", 3, 1, "first in line 1"),
        ("a: {b: 1, b: 2}", 1, 11, "first in line 1"),
        ("a: 1\n---\nb: 2", 2, 1, "one document"),
        ("a: 1\n<<: {b: 1}", 2, 1, "Merge keys"),
        ("? [a]\n: b", 1, 3, "plain text"),
        ("? {a: b}\n: b", 1, 3, "plain text"),
        ("'': b", 1, 1, "no name"),
        ("%YAML 1.1\n---\na: 1", 1, 1, "YAML 1.2"),
        ("%TAG ! tag:x,\n---\na: 1", 1, 1, "Tag shorthands"),
        ("a: [", 2, 1, "YAML"),
        ("a: b: c", 1, 5, "YAML"),
        ("", 1, 1, "empty"),
        ("# nothing", 1, 1, "empty"),
        ("- a", 1, 1, "not a set of fields"),
        ("words", 1, 1, "not a set of fields"),
        ("a: x\x00y", 1, 5, "control character"),
        ("a: x\n b\x07", 2, 3, "control character"),
        ('a: "\\UFFFFFFFF"', 1, 4, "YAML"),
    ],
)
def test_refusals_have_their_place(text: str, line: int, column: int, what: str) -> None:
    found = problems(text)
    assert len(found) == 1
    assert what in found[0][2]
    assert found[0][:2] == (line, column) or what == "YAML"


def test_quoted_arrows_are_no_merge_key() -> None:
    assert read_yaml(b'"<<": 1', "f").data == {"<<": 1}


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("a: {id: x, quote: one, and two}", "and two"),
        ("a: {quote: 十二人死, 十二人受伤}", "十二人受伤"),
        ("a: {url: https://x.org/1, rest}", "rest"),
    ],
)
def test_what_a_comma_cuts_off_is_refused(text: str, rest: str) -> None:
    assert problems(text) == [(1, text.index(rest) + 1, f'"{rest}" stands here without a value.')]


@pytest.mark.parametrize(
    "text",
    ['a: {quote: "one, and two"}', "a: {note: , id: x}", "a: {note: }", "a:\nb: 1", "? a\n: 1"],
)
def test_a_field_with_a_colon_may_be_empty(text: str) -> None:
    assert problems(text) == []


def test_several_refusals_come_at_once() -> None:
    assert len(problems("a: &x 1\nb: !t 2\nb: 3")) == 3


def test_depth() -> None:
    deep = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert problems(deep) == []
    assert "deep" in problems(deep.replace("[]", "[[]]"))[0][2]
    assert "deep" in problems("a: " + "[" * 200_000)[0][2]
    assert "deep" in problems("a: " + "{b: " * 100_000)[0][2]


def test_size() -> None:
    assert problems(b"a: " + b"x" * (MAX_BYTES - 3)) == []
    assert "larger than 1 MB" in problems(b"a: " + b"x" * MAX_BYTES)[0][2]


def test_encoding() -> None:
    assert problems(b"a: 1\nb: \xff") == [(2, 4, "The file is not UTF-8 text.")]
    assert problems("a: é".encode("utf-16"))[0][2] == "The file is not UTF-8 text."
    assert read_yaml("\ufeffa: é".encode(), "f").data == {"a": "é"}
