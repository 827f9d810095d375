"""Print the record's JSON Schema: ``python -m offramp.record > record.schema.json``."""

import json

from offramp.record import record_schema

print(json.dumps(record_schema(), indent=2))
