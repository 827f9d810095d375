from pathlib import Path

import pytest

from offramp.record import dump, parse_record
from offramp.record._write import emitted
from offramp.record._yaml import read_yaml

from .conftest import SEEDS


@pytest.mark.parametrize("file", sorted(SEEDS.glob("*.yaml")), ids=lambda f: f.stem)
def test_what_is_dumped_reads_the_same(file: Path) -> None:
    record = parse_record(file.read_text(encoding="utf-8"))
    again = parse_record(dump(record))
    assert again.model_dump() == record.model_dump()
    assert dump(again) == dump(record)


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "true",
        "null",
        "~",
        "7",
        "1e5",
        "0x1F",
        "2024-04-01",
        "1982/..",
        "7..16",
        "a: b",
        "a #b",
        "- a",
        "? a",
        "{a}",
        "[a",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "`a",
        "|",
        ">",
        "'",
        '"',
        "\\",
        "",
        " a",
        "a ",
        "\t",
        "two\nlines",
        "\x85",
        "\u2028",
        "\ufeff",
        "\x7f",
        "ünïcode",
        "قرار",
        "😀",
        "<<",
        "---",
        "...",
        "x" * 2000,
        ".inf",
        "=",
        "a:",
        "#",
    ],
)
def test_every_text_survives(text: str) -> None:
    for data in ({"a": text}, {"a": [text, {"b": text}]}, {"x" * 90: {"b": [text] * 30}}):
        assert read_yaml(emitted(data).encode(), "f").data == data
