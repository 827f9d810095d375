"""Write a record out as YAML."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from offramp.record._check import plain_data
from offramp.record._record import Record
from offramp.record._yaml import resolve

WIDTH = 100
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _./~?()'-]*", re.ASCII)
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def dump(record: Record) -> str:
    """Write a record as the text of a crisis.yaml.

    Parameters
    ----------
    record : Record

    Returns
    -------
    str
        Reading it gives the same record; fields that hold their default are left out.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> parse_record(dump(record)).model_dump() == record.model_dump()
    True
    """
    return emitted(plain_data(record))


def emitted(data: Mapping[str, Any]) -> str:
    """Write plain values as block YAML, with what fits on one line kept on it.

    Examples
    --------
    >>> print(emitted({"id": "x", "by": ["a", "no"], "title": "1914"}), end="")
    id: x
    by: [a, no]
    title: "1914"
    """
    return "".join(f"{line}\n" for line in _mapping(data, 0))


def _mapping(data: Mapping[str, Any], indent: int) -> Iterator[str]:
    pad = " " * indent
    for name, value in data.items():
        head = f"{pad}{_scalar(name)}:"
        inline = _inline(value)
        # Sections stay one entry a line block, so that each can carry its comment.
        whole = not _is_section(value) and len(head) + 1 + len(inline) <= WIDTH
        if whole or not value or not isinstance(value, dict | list):
            yield f"{head} {inline}"
        elif isinstance(value, dict):
            yield head
            yield from _mapping(value, indent + 2)
        else:
            yield head
            yield from _sequence(value, indent + 2)


def _sequence(items: Sequence[Any], indent: int) -> Iterator[str]:
    pad = " " * indent
    for item in items:
        inline = _inline(item)
        if len(pad) + 2 + len(inline) <= WIDTH or not isinstance(item, dict) or not item:
            yield f"{pad}- {inline}"
            continue
        lines = list(_mapping(item, indent + 2))
        yield f"{pad}- {lines[0].lstrip()}"
        yield from lines[1:]


def _is_section(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(v, dict) and "id" in v for v in value)


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(k)}: {_inline(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_inline(item) for item in value) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    if _PLAIN.fullmatch(value) and not value.endswith(" ") and resolve(value) == value:
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted)
