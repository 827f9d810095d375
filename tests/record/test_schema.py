import json
from pathlib import Path

import pytest

from offramp.record import Record, new_record, record_schema
from offramp.record._schema import SCHEMA_FILE
from offramp.record._yaml import read_yaml

from .conftest import SEEDS

jsonschema = pytest.importorskip("jsonschema")


def test_the_shipped_schema_is_up_to_date() -> None:
    shipped = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    hint = "Run: python -m offramp.record > src/offramp/record/record.schema.json"
    assert shipped == record_schema(), hint


def test_it_is_a_schema_and_takes_sound_records() -> None:
    jsonschema.Draft202012Validator.check_schema(record_schema())
    validator = jsonschema.Draft202012Validator(record_schema())
    texts = [file.read_text(encoding="utf-8") for file in SEEDS.glob("*.yaml")]
    for text in (*texts, new_record("two-rivals")):
        data = read_yaml(text.encode(), "f").data
        assert [error.message for error in validator.iter_errors(data)] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: news", "kind: gossip"),
        ("opens:", "opnes:"),
        ("2..4", "few"),
        ("by: [guard]", "by: 7"),
    ],
)
def test_it_refuses_what_check_refuses(small: str, old: str, new: str) -> None:
    data = read_yaml(small.replace(old, new, 1).encode(), "f").data
    assert not jsonschema.Draft202012Validator(record_schema()).is_valid(data)


def test_every_property_is_described() -> None:
    schema = record_schema()
    for model in (schema, *schema["$defs"].values()):
        for name, field in model.get("properties", {}).items():
            assert field.get("description"), name
    assert set(schema["properties"]) == set(Record.model_fields)


def test_it_prints_itself(capsys: pytest.CaptureFixture[str]) -> None:
    import runpy

    runpy.run_module("offramp.record", run_name="__main__")
    assert capsys.readouterr().out == Path(SCHEMA_FILE).read_text(encoding="utf-8")
