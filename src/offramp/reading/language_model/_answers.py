"""A model's answer becomes plain rows, whatever state it is in."""

import json
import re
from collections.abc import Mapping
from typing import Any

from offramp.record import Count

MOST_ROWS = 400
_FENCE = re.compile(r"```(?:json)?\s*(.*?)```", re.S)


def parsed(text: str) -> dict[str, Any] | None:
    r"""Read an answer as a JSON object, out of fences and talk if need be.

    Parameters
    ----------
    text : str

    Returns
    -------
    dict or None
        None where there is no whole object in it.

    Examples
    --------
    >>> parsed('Here you are: ```json\n{"acts": []}\n``` Anything else?')
    {'acts': []}
    """
    fenced = _FENCE.search(text)
    start, end = text.find("{"), text.rfind("}")
    for candidate in (text, fenced[1] if fenced else "", text[start : end + 1]):
        try:
            found = json.loads(candidate)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            return found
    return None


def salvaged(text: str, section: str) -> list[dict[str, Any]]:
    """Take the whole rows of a section out of an answer that was cut off.

    Examples
    --------
    >>> salvaged('{"acts": [{"rung": "war"}, {"rung": "thr', "acts")
    [{'rung': 'war'}]
    """
    match = re.search(rf'"{section}"\s*:\s*\[', text)
    found: list[dict[str, Any]] = []
    if match is None:
        return found
    decoder, at = json.JSONDecoder(), match.end()
    while len(found) < MOST_ROWS:
        rest = re.compile(r"[\s,]*").match(text, at)
        at = rest.end() if rest else at
        try:
            row, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        if isinstance(row, dict):
            found.append(row)
    return found


def rows(answer: Mapping[str, Any], section: str) -> list[Mapping[str, Any]]:
    """Give the rows of a section; what is no row is left out."""
    found: Any = answer.get(section)
    listed: list[Any] = found if isinstance(found, list) else []
    found_rows: list[Mapping[str, Any]] = [row for row in listed if isinstance(row, dict)]
    return found_rows[:MOST_ROWS]


def text(row: Mapping[str, Any], name: str, longest: int = 2_000) -> str:
    """Give a field as text without surrounding space; empty where it is none."""
    value = row.get(name)
    return value.strip()[:longest] if isinstance(value, str) else ""


def texts(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Give a field as texts; a single text counts as one."""
    value: Any = row.get(name)
    listed: list[Any] = value if isinstance(value, list) else [value]
    return tuple(one.strip()[:300] for one in listed[:50] if isinstance(one, str) and one.strip())


def flag(row: Mapping[str, Any], name: str, otherwise: bool) -> bool:
    """Give a field as yes or no."""
    value = row.get(name)
    return value if isinstance(value, bool) else otherwise


def number(row: Mapping[str, Any], name: str) -> float | None:
    """Give a field as a number of 0 or more; None where it is none."""
    value = row.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 <= value <= 1e7 else None


def count(row: Mapping[str, Any], name: str) -> Count | None:
    """Give a field as a count; None where it is none."""
    value = row.get(name)
    plain = value.replace(",", "").strip() if isinstance(value, str) else value
    try:
        return Count.parse(plain)
    except ValueError:
        return None


def choice(row: Mapping[str, Any], name: str, allowed: tuple[str, ...], otherwise: str) -> str:
    """Give a field that must be one of several words."""
    value = text(row, name)
    return value if value in allowed else otherwise
