"""The JSON Schema of a record, for completion in editors."""

from pathlib import Path
from typing import Any

from offramp.record._record import Record

SCHEMA_FILE = Path(__file__).with_name("record.schema.json")


def record_schema() -> dict[str, Any]:
    """Describe the format of crisis.yaml as a JSON Schema (draft 2020-12).

    Returns
    -------
    dict
        The same as the shipped ``record.schema.json``. Every field has its description.

    Examples
    --------
    >>> record_schema()["properties"]["opens"]["description"]
    'The day on which the confrontation begins.'
    """
    schema = Record.model_json_schema(by_alias=True, mode="validation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Offramp record",
    }
